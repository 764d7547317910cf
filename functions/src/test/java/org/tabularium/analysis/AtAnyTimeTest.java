package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Values at any time after baseline, and values that follow each other. Expected counts are counted in the rows beside them.
class AtAnyTimeTest {

    private static final String ADSL = """
            USUBJID,TRT01A,SAFFL,TRTSDT
            1,A,Y,2025-01-01
            2,A,Y,2025-01-01
            3,A,Y,2025-01-01
            4,A,Y,2025-01-01
            """;

    private static SmallStudy study(String rows) {
        return SmallStudy.of(ADSL).with("adlb.csv", rows);
    }

    private static SmallStudy own(String rows, String blocks) {
        return study(rows).with("templates/own.yaml",
                "id: own\ntitle: Own\npopulation: safety\ncolumns: {by: none}\nrows:\n" + blocks);
    }

    /// 1 is high at an unscheduled visit, 2 at baseline and later, 3 has no baseline, 4 no value after it.
    @Test
    void whatWasThereAtBaselineIsNobodysNewFinding() {
        String rows = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ANRIND,ABLFL
                1,ALT,ALT (U/L),Baseline,0,2025-01-01,20,NORMAL,Y
                1,ALT,ALT (U/L),,,2025-01-09,80,HIGH,
                1,ALT,ALT (U/L),Week 4,4,2025-01-29,20,NORMAL,
                2,ALT,ALT (U/L),Baseline,0,2025-01-01,70,HIGH,Y
                2,ALT,ALT (U/L),Week 4,4,2025-01-29,90,HIGH,
                3,ALT,ALT (U/L),Week 4,4,2025-01-29,95,HIGH,
                4,ALT,ALT (U/L),Baseline,0,2025-01-01,20,NORMAL,Y
                """;
        assertThat(own(rows, """
                  - at-any-time: {parameters: ALT, not-at-baseline: true, conditions: [{label: High, where: {ANRIND: HIGH}}]}
                  - at-any-time: {parameters: ALT, conditions: [{label: High ever, where: {ANRIND: HIGH}}]}
                """).rows("own")).endsWith("ALT (U/L)|", "  High, n/N (%)|2/2 (100%)", "ALT (U/L)|", "  n|3",
                "  High ever, n (%)|3 (100%)");
    }

    /// 0.6 is three times 0.2, whatever the quotient is in binary.
    @Test
    void aValueOfExactlyAMultipleOfTheLimitMeetsIt() {
        String rows = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ANRHI
                1,BILI,Bilirubin (mg/dL),Week 4,4,2025-01-29,0.6,0.2
                2,BILI,Bilirubin (mg/dL),Week 4,4,2025-01-29,0.59,0.2
                """;
        assertThat(own(rows, "  - at-any-time: {parameters: BILI, conditions: [{label: high, where: {R2ANRHI: {ge: 3}}}]}\n")
                .rows("own"))
                .endsWith("  n|2", "  high, n (%)|1 (50.0%)");
    }

    /// 1 has a limit, 2 none, 3 no number; whether 2 and 3 are above nobody knows. 4 is below whatever its limit.
    @Test
    void valuesWithoutWhatAConditionNeedsAreTold() {
        String rows = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,AVALC,ANRHI
                1,ALT,ALT (U/L),Week 4,4,2025-01-29,150,150,40
                2,ALT,ALT (U/L),Week 4,4,2025-01-29,200,200,
                3,ALT,ALT (U/L),Week 4,4,2025-01-29,,>900,40
                4,ALT,ALT (U/L),Week 4,4,2025-01-29,30,30,
                """;
        String condition = "{label: high, where: {R2ANRHI: {ge: 3}, AVAL: {gt: 100}}}";
        SmallStudy anyTime = own(rows, "  - at-any-time: {parameters: ALT, conditions: [" + condition + "]}\n");
        SmallStudy byVisit = own(rows, "  - thresholds: {parameters: ALT, conditions: [" + condition + "]}\n");
        for (SmallStudy study : List.of(anyTime, byVisit)) {
            assertThat(study.rows("own").getLast().strip()).isEqualTo("high, n (%)|1 (25.0%)");
            assertThat(study.footnotes("own")).contains(
                    "1 value without a number counts as not meeting conditions that need it.",
                    "1 value without an upper limit of normal counts as not meeting conditions that need it.");
        }
    }

    @Test
    void aParameterWithoutLimitsIsNoRowOfZeros() {
        String rows = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ANRHI
                1,BILI,Bilirubin (mg/dL),Week 4,4,2025-01-29,0.6,0.2
                1,ALT,ALT (U/L),Week 4,4,2025-01-29,600,
                """;
        SmallStudy study = own(rows,
                "  - at-any-time: {parameters: [ALT, BILI], conditions: [{label: high, where: {R2ANRHI: {ge: 3}}}]}\n");
        assertThat(study.rows("own")).containsExactly("|Total (N=4)", "Bilirubin (mg/dL)|", "  n|1", "  high, n (%)|1 (100%)");
        assertThat(study.footnotes("own")).anyMatch(note -> note.contains("ALT (U/L)"));
    }

    /// At 30 days bilirubin still counts, at 31 not, nor the day before; 4 has an alkaline phosphatase of twice the limit between.
    @Test
    void hysLawAsksForBilirubinWithinItsDays() {
        String rows = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ANRHI
                1,ALT,ALT (U/L),Week 1,1,2025-01-08,120,40
                1,BILI,Bilirubin (umol/L),Week 5,5,2025-02-07,40,20
                1,ALP,ALP (U/L),Week 5,5,2025-02-07,239,120
                2,ALT,ALT (U/L),Week 1,1,2025-01-08,120,40
                2,BILI,Bilirubin (umol/L),Week 5,5,2025-02-08,40,20
                3,ALT,ALT (U/L),Week 2,2,2025-01-15,120,40
                3,BILI,Bilirubin (umol/L),Week 1,1,2025-01-14,40,20
                4,AST,AST (U/L),Week 1,1,2025-01-08,200,40
                4,BILI,Bilirubin (umol/L),Week 1,1,2025-01-08,60,20
                4,ALP,ALP (U/L),Week 1,1,2025-01-08,240,120
                """;
        assertThat(study(rows).rows("liver")).endsWith("Hy's law||", "  n|4|4", "  ALT or AST ≥3 × ULN, n (%)|4 (100%)|4 (100%)",
                "  Bilirubin ≥2 × ULN, n (%)|4 (100%)|4 (100%)",
                "  Both, bilirubin within 30 days (potential Hy's law), n (%)|2 (50.0%)|2 (50.0%)",
                "    With alkaline phosphatase <2 × ULN, n (%)|1 (25.0%)|1 (25.0%)");
        assertThat(study(rows).with("study.yaml", "tables: [liver: {within: 31}]\n").rows("liver"))
                .contains("  Both, bilirubin within 31 days (potential Hy's law), n (%)|3 (75.0%)|3 (75.0%)");
    }
}
