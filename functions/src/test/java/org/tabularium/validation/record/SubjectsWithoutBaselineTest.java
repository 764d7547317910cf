package org.tabularium.validation.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.Finding;
import org.tabularium.validation.CheckedStudy;

/// The oracle are sets of subjects by parameter, whatever the order of the rows.
class SubjectsWithoutBaselineTest {

    private record Row(int subject, String parameter, int visit, boolean valued, boolean based) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void subjectsAreCountedByParameterAndByWhetherChangesHaveThem(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int subject = 0; subject < 80; subject++) {
            for (String parameter : List.of("ALT", "AST", "HGB")) {
                boolean lacks = random.nextInt(12) == 0;
                boolean based = random.nextInt(3) > 0;
                for (int visit = lacks ? 1 : 0; visit < 4; visit++) {
                    rows.add(new Row(subject, parameter, visit, !lacks || random.nextInt(4) > 0, based));
                }
            }
        }
        check(rows);
        Collections.shuffle(rows, random);
        check(rows);
    }

    private static void check(List<Row> rows) {
        List<Finding> found = findings(rows);
        assertThat(found).filteredOn(f -> f.code().equals("BASELINE_ABSENT")).extracting(Finding::message)
                .allSatisfy(message -> assertThat(message).startsWith(counted(rows, false)));
        assertThat(found).filteredOn(f -> f.code().equals("BASELINE_UNFLAGGED")).extracting(Finding::message)
                .allSatisfy(message -> assertThat(message).startsWith(counted(rows, true)));
        assertThat(found).hasSize((counted(rows, false).isEmpty() ? 0 : 1) + (counted(rows, true).isEmpty() ? 0 : 1));
    }

    /// How the finding begins; empty where there is none.
    private static String counted(List<Row> rows, boolean based) {
        Set<String> baselines = new TreeSet<>();
        rows.stream().filter(row -> row.visit == 0 && row.valued).forEach(row -> baselines.add(row.subject + row.parameter));
        Map<String, Set<Integer>> without = new TreeMap<>();
        rows.stream().filter(row -> row.visit > 0 && row.valued && row.based == based)
                .filter(row -> !baselines.contains(row.subject + row.parameter))
                .forEach(row -> without.computeIfAbsent(row.parameter, p -> new TreeSet<>()).add(row.subject));
        Set<Integer> all = new TreeSet<>();
        without.values().forEach(all::addAll);
        List<String> named = without.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().size()).toList();
        if (all.isEmpty()) {
            return "";
        }
        return (all.size() == 1 ? "1 subject has" : all.size() + " subjects have")
                + (based
                        ? " BASE or CHG after baseline of a parameter and no baseline record ("
                        : " values after baseline of a parameter and none at baseline (")
                + String.join(", ", named) + ")";
    }

    private static List<Finding> findings(List<Row> rows) {
        StringBuilder text = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,BASE,ABLFL\n");
        rows.forEach(row -> text.append("S").append(row.subject).append(',').append(row.parameter).append(',')
                .append(row.visit == 0 ? "Baseline" : "Week " + row.visit).append(',').append(row.visit).append(',')
                .append(row.valued ? "30" : "").append(',').append(row.based ? "30" : "").append(',')
                .append(row.visit == 0 ? "Y" : "").append('\n'));
        StringBuilder subjects = new StringBuilder("USUBJID\n");
        rows.stream().map(row -> "S" + row.subject).distinct().sorted().forEach(id -> subjects.append(id).append('\n'));
        return CheckedStudy.ofText(Map.of("adsl.csv", subjects.toString(), "adlb.csv", text.toString())).findings().listed()
                .stream().filter(f -> f.code().equals("BASELINE_ABSENT") || f.code().equals("BASELINE_UNFLAGGED")).toList();
    }
}
