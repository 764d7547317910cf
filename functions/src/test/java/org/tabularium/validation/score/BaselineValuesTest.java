package org.tabularium.validation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.Finding;
import org.tabularium.validation.CheckedStudy;

/// The oracle are maps of all rows, whatever their order.
class BaselineValuesTest {

    private record Row(int subject, String parameter, int visit, int value, int base) {}

    /// Series that follow each other are looked at one by one, others all together: the same is told of both.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theFirstRowOfEachSeriesThatDiffersFromItsBaselineIsTold(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int subject = 0; subject < 90; subject++) {
            for (String parameter : List.of("ALT", "AST", "HGB")) {
                int base = 20 + random.nextInt(60);
                for (int visit = 0; visit < 10; visit++) {
                    boolean wrong = visit > 0 && random.nextInt(500) == 0;
                    rows.add(new Row(subject, parameter, visit, visit == 0 ? base : random.nextInt(90),
                            wrong ? base + 1 + random.nextInt(5) : base));
                }
            }
        }
        assertThat(told(rows)).isEqualTo(expected(rows));
        Collections.shuffle(rows, random);
        assertThat(told(rows)).isEqualTo(expected(rows));
    }

    /// A series that goes over the end of the rows that are looked at together, and one of more rows than these.
    @ParameterizedTest
    @ValueSource(ints = {500, 2_047, 2_048, 2_049, 5_000})
    void longSeriesAreLookedAtToTheirEnd(int visits) {
        List<Row> rows = new ArrayList<>();
        for (int subject = 0; subject < 5; subject++) {
            for (int visit = 0; visit < visits; visit++) {
                rows.add(new Row(subject, "ALT", visit, visit == 0 ? 30 : 31, visit == visits - 1 && subject % 2 == 1 ? 33 : 30));
            }
        }
        assertThat(told(rows)).isEqualTo(expected(rows)).hasSize(2);
    }

    @Test
    void nothingIsToldOfASeriesWithoutABaselineRecord() {
        assertThat(told(List.of(new Row(0, "ALT", 1, 30, 28), new Row(0, "ALT", 2, 30, 29), new Row(0, "AST", 0, 5, 5),
                new Row(0, "AST", 1, 6, 5)))).isEmpty();
    }

    /// Rows counted from 1, of at most ten series.
    private static Set<Long> expected(List<Row> rows) {
        Map<String, Integer> baselines = new HashMap<>();
        rows.stream().filter(row -> row.visit == 0).forEach(row -> baselines.put(series(row), row.value));
        Set<String> met = new HashSet<>();
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.base != baselines.getOrDefault(series(row), row.base) && met.add(series(row))) {
                expected.add(i + 1L);
            }
        }
        return expected;
    }

    private static String series(Row row) {
        return row.subject + " " + row.parameter;
    }

    /// The rows that findings name.
    private static Set<Long> told(List<Row> rows) {
        StringBuilder text = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,BASE,ABLFL\n");
        for (Row row : rows) {
            text.append("S").append(row.subject).append(',').append(row.parameter).append(',')
                    .append(row.visit == 0 ? "Baseline" : "Week " + row.visit).append(',').append(row.visit).append(',')
                    .append(row.value).append(',').append(row.base).append(',').append(row.visit == 0 ? "Y" : "").append('\n');
        }
        StringBuilder subjects = new StringBuilder("USUBJID\n");
        rows.stream().map(row -> "S" + row.subject).distinct().sorted().forEach(id -> subjects.append(id).append('\n'));
        CheckedStudy study = CheckedStudy.ofText(Map.of("adsl.csv", subjects.toString(), "adlb.csv", text.toString()));
        Set<Long> told = new HashSet<>();
        for (Finding finding : study.findings().listed()) {
            if (finding.code().equals("BASE_DIFFERS")) {
                told.add(finding.row());
                // Of more than three rows one finding names the others: ` (7 rows: also 12, 40)`.
                String message = finding.message();
                if (message.contains("rows: also ")) {
                    for (String row : message.substring(message.indexOf("also ") + 5, message.indexOf(')')).split(", ", -1)) {
                        told.add(Long.valueOf(row));
                    }
                }
            }
        }
        return told;
    }
}
