package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kinds of rows that no shell of ours asks for, by hand.
class BlocksTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(BlocksTest.class.getResource("/report/blocks")).toURI()));
    }

    private static List<List<String>> rows(String table) {
        List<List<String>> rows = report.rows(table);
        return rows.subList(1, rows.size());
    }

    /// 20, 30, 40, 50, 65: the mean is 41, the squares of the deviations add up to 1220. By type 2 quantiles of 5 values are the
    /// first at 10%, the middle of second and third at 40%, the fifth at 97.5%.
    @Test
    void valuesHaveVarianceRangesAndAnyPercentile() {
        assertThat(rows("spread").subList(0, 9)).containsExactly(
                List.of("Age (years)", "", ""),
                List.of("n", "5", "1"),
                List.of("Variance", "305.00", "NE"),
                List.of("Interquartile range", "20.0", "0.0"),
                List.of("Range (Max − Min)", "45", "0"),
                List.of("10th percentile", "20.0", "31.0"),
                List.of("40th percentile", "35.0", "31.0"),
                List.of("Median", "40.0", "31.0"),
                List.of("97.5th percentile", "65.0", "31.0"));
        assertThat(rows("spread").get(11)).containsExactly("Variance", "0.00", "NE");
        Map<String, String> groups = Map.of("TRT01A", "A");
        assertThat(report.results().value("spread", groups, "AGE", List.of("Percentile 40"), "percentile")).isEqualTo(35);
        assertThat(report.results().value("spread", groups, "AGE", null, "variance")).isEqualTo(305);
    }
}
