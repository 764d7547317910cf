package org.tabularium.study.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlaggedGroupsTest {

    private record Group(long series, int visit) {}

    /// Oracle: sets of what was added.
    @ParameterizedTest
    @CsvSource({"1, 50, 0.3, 7, 4", "2, 50, 0.02, 40, 4", "3, 4, 0.4, 40, 3", "4, 200, 0.9, 5, 1", "5, 30, 0, 9, 2",
        "6, 3, 1, 40, 5", "7, 1, 1, 40, 5", "8, 0, 1, 1, 1"})
    void bitsAndSortedNumbersCountTheSame(long seed, int values, double flags, int series, int visits) {
        SplittableRandom random = new SplittableRandom(seed);
        FlaggedGroups dense = new FlaggedGroups(visits, values, true);
        FlaggedGroups sparse = new FlaggedGroups(visits, values, false);
        Set<Group> valued = new HashSet<>();
        Set<Group> marked = new HashSet<>();
        Map<Long, Integer> flagged = new HashMap<>();
        for (int i = 0; i < values; i++) {
            Group group = new Group(random.nextInt(series), random.nextInt(visits));
            boolean isFlagged = random.nextDouble() < flags;
            dense.add(group.series, group.visit, isFlagged);
            sparse.add(group.series, group.visit, isFlagged);
            valued.add(group);
            if (isFlagged) {
                marked.add(group);
                flagged.merge(group.series, 1, Integer::sum);
            }
        }
        boolean several = valued.stream().map(Group::series).distinct().count() < valued.size();
        boolean twice = flagged.values().stream().anyMatch(count -> count > 1);
        dense.count();
        sparse.count();
        assertThat(dense.groups()).isEqualTo(valued.size()).isEqualTo(sparse.groups());
        assertThat(dense.marked()).isEqualTo(marked.size()).isEqualTo(sparse.marked());
        assertThat(dense.isOneASeries()).isEqualTo(several && !twice).isEqualTo(sparse.isOneASeries());
    }
}
