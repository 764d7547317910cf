package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Shifts within the level at baseline, and arms compared. Ten subjects, five an arm, counted by hand; p-values by R 4.2.2:
/// mantelhaen.test, and coin's cmh_test with the scores 1, 2, 3.
@Shows(Requirement.STATISTICS_RIGHT)
class ShiftComparisonTest {

    private static final List<String> ARM = List.of("A", "A", "A", "A", "A", "B", "B", "B", "B", "B");
    private static final List<Integer> BEFORE = List.of(0, 0, 0, 1, 1, 0, 0, 0, 1, 1);
    private static final List<Integer> LATER = List.of(0, 1, 2, 1, 2, 0, 0, 1, 0, 1);

    private static SmallStudy study(String keys) {
        return study(keys, "treatment");
    }

    private static SmallStudy study(String keys, String by) {
        String adsl = IntStream.range(0, ARM.size())
                .mapToObj(i -> i + "," + ARM.get(i) + ",Y,Y,2025-01-01\n")
                .collect(Collectors.joining("", "USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT\n", "10,A,Y,Y,2025-01-01\n"));
        String values = IntStream.range(0, ARM.size())
                .mapToObj(i -> "%s,NAUSEA,Nausea,Baseline,0,%s,Y\n%s,NAUSEA,Nausea,Week 4,4,%s,\n"
                        .formatted(i, BEFORE.get(i), i, LATER.get(i)))
                .collect(Collectors.joining("", "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ABLFL\n",
                        "10,NAUSEA,Nausea,Week 4,4,2,\n"));
        return SmallStudy.of(adsl).with("adsym.csv", values).with("templates/own.yaml", """
                id: own
                title: Nausea
                dataset: ADSYM
                population: safety
                columns: {by: %s, total: false}
                rows:
                  - shift: {parameters: NAUSEA, of: value, levels: ["2", "1", "0"]%s}
                """.formatted(by, keys)).with("study.yaml", "tables: [own]\n");
    }

    @Test
    void percentagesAreOfTheLevelAtBaselineOnRequest() {
        assertThat(study(", percent-of: baseline").rows("own")).containsExactly(
                "Treatment|n|Baseline|Subjects n (%)|2|1|0", "Nausea||||||",
                "  A (N=6)|5|1|2 (40.0%)|1 (50.0%)|1 (50.0%)|0", "  ||0|3 (60.0%)|1 (33.3%)|1 (33.3%)|1 (33.3%)",
                "  ||Missing|1|1|0|0",
                "  B (N=5)|5|1|2 (40.0%)|0|1 (50.0%)|1 (50.0%)", "  ||0|3 (60.0%)|0|1 (33.3%)|2 (66.7%)");
        assertThat(study(", percent-of: baseline").footnotes("own")).anyMatch(
                note -> note.endsWith("those of later levels on the ones among them with the same level at baseline."));
    }

    @Test
    void armsAreComparedWithinTheLevelsAtBaseline() {
        SmallStudy study = study(", cmh: [general-association, row-mean-scores, correlation]");
        assertThat(study.rows("own")).endsWith("  General association, p-value|||0.2892|||",
                "  Row mean scores differ, p-value|||0.1213|||", "  Nonzero correlation, p-value|||0.1213|||");
        assertThat(study.footnotes("own")).anyMatch(note -> note
                .startsWith("p-values are from Cochran–Mantel–Haenszel tests of all arms, stratified by the level at baseline,")
                && note.endsWith("levels and arms are scored 1, 2, 3 … in their order."));
    }

    @Test
    void oneColumnIsNotTested() {
        assertThat(study(", cmh: general-association", "none").rows("own"))
                .noneMatch(row -> row.contains("p-value"));
    }
}
