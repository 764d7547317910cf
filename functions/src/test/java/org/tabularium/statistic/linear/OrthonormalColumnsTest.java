package org.tabularium.statistic.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OrthonormalColumnsTest {

    /// Two groups of unequal size and a column that is 1 throughout, three times over: by hand, the difference of the groups has one
    /// value for every solution, and so has a group with the third column, but not a group alone.
    @Test
    void functionsAreEstimableWhereTheyHaveOneValueForEverySolution() {
        OrthonormalColumns columns = new OrthonormalColumns(
                List.of(new double[]{1, 1, 0, 0, 0}, new double[]{0, 0, 1, 1, 1}, new double[]{3, 3, 3, 3, 3}));
        assertThat(columns.rank()).isEqualTo(2);
        assertThat(columns.turned(new double[]{1, -1, 0}))
                .containsExactly(new double[]{1 / Math.sqrt(2), -1 / Math.sqrt(3)}, Offset.offset(1e-12));
        assertThat(columns.turned(new double[]{1, 0, 3}))
                .containsExactly(new double[]{1 / Math.sqrt(2), 0}, Offset.offset(1e-12));
        assertThat(columns.turned(new double[]{1, 0, 0})).isNull();
        assertThat(columns.turned(new double[]{0, 1, 1})).isNull();
    }
}
