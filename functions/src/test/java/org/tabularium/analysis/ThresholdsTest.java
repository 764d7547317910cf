package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Conditions on values, at their boundaries. Expected counts are counted in the rows beside them.
class ThresholdsTest {

    private static final String ADSL = """
                USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT,COHORT
                1,A,Y,Y,2025-01-01,SLE
                2,A,Y,Y,2025-01-01,SLE
                3,A,Y,Y,2025-01-01,SLE
                4,A,Y,Y,2025-01-01,SRNS
                5,A,Y,Y,2025-01-01,SRNS
                6,B,N,N,,SRNS
                """;

    private static SmallStudy study(String dataset, String rows) {
        return SmallStudy.of(ADSL).with(dataset + ".csv", rows);
    }

    private static final String DOSES = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL
                1,PREDDOSE,Dose (mg/day),Week 4,4,0
                2,PREDDOSE,Dose (mg/day),Week 4,4,5
                3,PREDDOSE,Dose (mg/day),Week 4,4,7.5
                4,PREDDOSE,Dose (mg/day),Week 4,4,7.51
                5,PREDDOSE,Dose (mg/day),Week 4,4,
                """;

    @Test
    void aDoseOfExactlyALimitMeetsIt() {
        assertThat(study("adqs", DOSES).rows("steroid")).containsExactly("|A (N=5)|B (N=0)|Total (N=5)", "Dose (mg/day)|||",
                "  Week 4|||", "    n|4|0|4", "    Mean (SD)|5.00 (3.538)|NE|5.00 (3.538)", "    Median|6.25|NE|6.25",
                "    Min, Max|0.00, 7.51|NE|0.00, 7.51",
                "    0 mg/day, n (%)|1 (25.0%)|0|1 (25.0%)", "    ≤5 mg/day, n (%)|2 (50.0%)|0|2 (50.0%)",
                "    ≤7.5 mg/day, n (%)|3 (75.0%)|0|3 (75.0%)");
    }

    @Test
    void theSecondBlockOfAParameterSaysWhatItIsOf() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ABLFL
                1,CD19,CD19 cells,Baseline,0,2025-01-01,100,Y
                1,CD19,CD19 cells,Week 4,4,2025-01-29,0,
                """);
        assertThat(study.rows("b-cell")).containsSubsequence("CD19 cells|||", "  Week 4|||", "CD19 cells, after baseline|||",
                "  n|1|0|1");
    }

    @Test
    void aStudyChangesALimitInOnePlace() {
        SmallStudy study = study("adqs", DOSES).with("study.yaml", "tables: [steroid: {limits: {low: 7.51}}]\n");
        assertThat(study.row("steroid", "≤7.51 mg/day")).isEqualTo("    ≤7.51 mg/day, n (%)|4 (100%)|0|4 (100%)");
        assertThat(study.footnotes("steroid"))
                .contains("A subject counts in each row that its dose meets: 0 mg/day is also ≤7.51 and ≤7.5 mg/day.");
    }

    @Test
    void aValueAtBaselineHasNoRiseFromBaseline() {
        SmallStudy study = study("adis", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ABLFL
                1,NAB,Titre,Baseline,0,10,Y
                1,NAB,Titre,Week 4,4,40,
                2,NAB,Titre,Baseline,0,10,Y
                2,NAB,Titre,Week 4,4,39,
                """);
        assertThat(study.rows("titres").stream().filter(row -> row.contains("fold")))
                .containsExactly("    ≥4-fold rise from baseline, n (%)|1 (50.0%)|0|1 (50.0%)");
    }

    /// In binary 1.5 − 1.2 is above 0.3 and 1.2 − 0.9 below it; both are 0.3.
    @Test
    void changesAreComparedAsDecimals() {
        SmallStudy study = study("adqs",
                """
                USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,BASE
                1,PGA,Week 4,4,1.5,1.2
                2,PGA,Week 4,4,1.2,0.9
                3,PGA,Week 4,4,1.21,0.9
                4,PGA,Week 4,4,1,0
                """)
                .with("templates/own.yaml", """
                        id: own
                        title: Own
                        columns: {by: none}
                        rows:
                          - thresholds:
                              parameters: PGA
                              conditions:
                                - {label: at most 0.3, where: {CHG: {le: 0.3}}}
                                - {label: below 0.3, where: {CHG: {lt: 0.3}}}
                                - {label: a third or more, where: {PCHG: {ge: 33}}}
                        """);
        // 4 has no change in percent of a baseline of 0; 1 has 25 %, 2 a third, 3 more than a third
        assertThat(study.rows("own")).endsWith("    n|4", "    at most 0.3, n (%)|2 (50.0%)", "    below 0.3, n (%)|0",
                "    a third or more, n (%)|2 (50.0%)");
    }

    /// Day 28 with a window of 7: days 21 and 35 are as near as can be, of these the later; day 36 and day 20 are outside.
    @Test
    void theValueNearestToADayCounts() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ATOXGR,ABLFL,ANL01FL
                1,NEUT,N,Baseline,0,-1,4,0,Y,Y
                1,NEUT,N,Unscheduled,3,21,0.6,3,,
                1,NEUT,N,Week 5,5,35,1.2,2,,Y
                2,NEUT,N,Baseline,0,-1,4,0,Y,Y
                2,NEUT,N,Unscheduled,3,21,0.6,3,,
                2,NEUT,N,Week 5,5,36,1.2,2,,Y
                3,NEUT,N,Baseline,0,-1,4,0,Y,Y
                3,NEUT,N,Week 3,3,20,0.6,3,,Y
                3,NEUT,N,Week 5,5,36,1.2,2,,Y
                4,NEUT,N,Baseline,0,-1,4,0,Y,Y
                4,NEUT,N,Day 90,90,97,0.4,4,,Y
                """);
        assertThat(study.rows("cytopenia")).startsWith("|A (N=5)|B (N=0)|Total (N=5)", "N|||",
                "  Day 28|||", "    n|2|0|2", "    Grade ≥3, n (%)|1 (50.0%)|0|1 (50.0%)",
                "  Day 90|||", "    n|1|0|1", "    Grade ≥3, n (%)|1 (100%)|0|1 (100%)");
    }

    /// 1 recovers after 7 days; 2 not by its last value, 21 days later; 3 never has grade 3; 4 has grade 3 and 2 on one day, and
    /// recovers 2 days later.
    @Test
    void recoveryIsTheFirstMilderValueOfALaterDay() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ATOXGR,ABLFL
                1,NEUT,N,Baseline,0,-1,4,0,Y
                1,NEUT,N,Day 8,8,8,0.6,3,
                1,NEUT,N,Day 15,15,15,1.2,2,
                1,NEUT,N,Day 22,22,22,0.6,3,
                2,NEUT,N,Baseline,0,-1,4,0,Y
                2,NEUT,N,Day 8,8,8,0.1,4,
                2,NEUT,N,Day 29,29,29,0.6,3,
                3,NEUT,N,Baseline,0,-1,4,0,Y
                3,NEUT,N,Day 8,8,8,1.2,2,
                4,NEUT,N,Baseline,0,-1,0.6,3,Y
                4,NEUT,N,Day 8,8,8,0.6,3,
                4,NEUT,N,Unscheduled,8.1,8,1.2,2,
                4,NEUT,N,Day 10,10,10,2,0,
                """);
        // Kaplan–Meier of 2+, 7 and 21 censored: S is 2/3 from 2 on and 1/3 from 7 on, so the median is 7.
        assertThat(study.rows("cytopenia")).contains("  n|4|0|4", "  Grade ≥3 after baseline, n (%)|3 (75.0%)|0|3 (75.0%)",
                "    Recovery to grade ≤2, n (%)|2 (66.7%)|0|2 (66.7%)");
        assertThat(study.row("cytopenia", "Days to recovery to grade ≤2, median (95% CI)"))
                .startsWith("    Days to recovery to grade ≤2, median (95% CI)|7.0 (2.0, NE)|–|7.0 (");
    }

    /// Aplasia is below 10, reconstitution 50 or more; time counts from the first treatment (day 1), so day 61 is 60 days.
    @Test
    void reconstitutionCountsFromTreatment() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL
                1,CD19,CD19,Baseline,0,-1,200
                1,CD19,CD19,Day 28,28,28,9.99
                1,CD19,CD19,Day 61,61,61,50
                2,CD19,CD19,Baseline,0,-1,200
                2,CD19,CD19,Day 28,28,28,10
                2,CD19,CD19,Day 61,61,61,49.9
                """);
        assertThat(study.rows("b-cell")).contains("    Aplasia (<10 cells/µL), n (%)|1 (50.0%)|0|1 (50.0%)",
                "    ≥50 cells/µL, n (%)|1 (50.0%)|0|1 (50.0%)", "  Aplasia after baseline, n (%)|1 (50.0%)|0|1 (50.0%)",
                "    Reconstitution, n (%)|1 (100%)|0|1 (100%)",
                "    Days to reconstitution, median (95% CI)|60.0 (NE, NE)|–|60.0 (NE, NE)");
    }

    /// Complete: below 0.5 with eGFR of at least 0.85 times baseline (100): 1 has 0.49 and 85, 2 exactly 0.5 (half of 1.0,
    /// partial), 3 a baseline below 0.5 and does not
    /// count. 4 and 5 are of the other cohort.
    @Test
    void renalResponseNeedsEveryParameterAndCountsOnce() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL
                1,UPCR,UPCR,Baseline,0,-1,1.0
                1,UPCR,UPCR,Week 4,4,29,0.49
                1,EGFR,eGFR,Baseline,0,-1,100
                1,EGFR,eGFR,Week 4,4,29,85
                2,UPCR,UPCR,Baseline,0,-1,1.0
                2,UPCR,UPCR,Week 4,4,29,0.5
                2,EGFR,eGFR,Baseline,0,-1,100
                2,EGFR,eGFR,Day 36,5,36,90
                3,UPCR,UPCR,Baseline,0,-1,0.49
                3,UPCR,UPCR,Week 4,4,29,0.1
                3,EGFR,eGFR,Baseline,0,-1,100
                3,EGFR,eGFR,Week 4,4,29,100
                4,UPCR,UPCR,Baseline,0,-1,5
                4,UPCR,UPCR,Week 4,4,29,0.2
                5,UPCR,UPCR,Baseline,0,-1,5
                5,UPCR,UPCR,Week 4,4,29,2
                4,UPCR,UPCR,Week 8,8,57,2
                5,UPCR,UPCR,Week 8,8,57,1.99
                5,ALB,Albumin,Week 8,8,57,30
                """);
        assertThat(study.rows("renal-response")).containsSubsequence(
                "Renal response in lupus nephritis|||", "  Week 4|||", "    n|2|0|2", "    Complete, n (%)|1 (50.0%)|0|1 (50.0%)",
                "    Partial, n (%)|1 (50.0%)|0|1 (50.0%)", "    None, n (%)|0|0|0",
                "Remission of nephrotic syndrome|||", "  Week 4|||", "    n|2|0|2", "    Complete, n (%)|1 (50.0%)|0|1 (50.0%)",
                "    Partial, n (%)|0|0|0", "    None, n (%)|1 (50.0%)|0|1 (50.0%)",
                "  Week 8|||", "    n|2|0|2", "    Complete, n (%)|0|0|0", "    Partial, n (%)|1 (50.0%)|0|1 (50.0%)",
                "    None, n (%)|1 (50.0%)|0|1 (50.0%)",
                "  Complete remission at any time, n (%)|1 (50.0%)|0|1 (50.0%)", "    Relapse, n (%)|1 (100%)|0|1 (100%)",
                "    Days to relapse, median (95% CI)|28.0 (NE, NE)|–|28.0 (NE, NE)");
    }

    @Test
    void albuminBelowTheLimitIsNoPartialRemission() {
        SmallStudy study = study("adlb", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL
                4,UPCR,UPCR,Baseline,0,-1,5
                4,UPCR,UPCR,Week 8,8,57,1.99
                4,ALB,Albumin,Week 8,8,57,29.9
                """);
        assertThat(study.rows("renal-response")).containsSubsequence("Remission of nephrotic syndrome|||",
                "    Partial, n (%)|0|0|0",
                "    None, n (%)|1 (100%)|0|1 (100%)");
        assertThat(study.footnotes("renal-response"))
                .contains("Renal response in lupus nephritis is not shown: the data do not have eGFR.");
    }

    /// What the table has: no response, so neither a title nor a footnote of one.
    @Test
    void aRenalTableWithoutResponseSpeaksOfNone() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT\n1,A,Y,Y,2025-01-01\n").with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL
                1,UPCR,UPCR (g/g),Baseline,0,-1,1.0
                1,UPCR,UPCR (g/g),Week 4,4,29,0.49
                """);
        assertThat(study.table("renal-response").title()).isEqualTo("Renal Laboratory Values by Visit");
        assertThat(study.footnotes("renal-response")).noneMatch(note -> note.startsWith("Lupus nephritis"))
                .noneMatch(note -> note.startsWith("Nephrotic syndrome")).noneMatch(note -> note.startsWith("eGFR, where"))
                .contains("Renal response in lupus nephritis is not shown: the data do not have eGFR.");
    }

    /// Bedside Schwartz: 0.413 × 150 / 0.5 = 123.9; 44.2 µmol/L are 0.5 mg/dL.
    @Test
    void filtrationIsDerivedFromCreatinineInEitherUnit() {
        String adsl = "USUBJID,ITTFL,AGE,HEIGHTBL,SEX\n1,Y,12,150,F\n2,Y,17.9,,F\n";
        for (String creatinine : new String[]{"1,CREAT,Creatinine (mg/dL),Week 4,4,0.5",
            "1,CREAT,Creatinine (umol/L),Week 4,4,44.2"}) {
            SmallStudy study = SmallStudy.of(adsl).with("adlb.csv",
                    "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL\n1,UPCR,UPCR (g/g),Baseline,0,1\n1,UPCR,UPCR (g/g),Week 4,4,1\n"
                            + creatinine.replace("Week 4,4", "Baseline,0") + "\n" + creatinine + "\n"
                            + creatinine.replaceFirst("1", "2") + "\n");
            assertThat(study.rows("renal-response")).contains("Estimated GFR (mL/min/1.73 m²)|", "    n|1",
                    "    Median (IQR)|123.90 (123.90–123.90)", "    ≥90 mL/min/1.73 m², n (%)|1 (100%)");
        }
    }

    @Test
    void whatNoDatasetHasIsSaid() {
        SmallStudy study = study("adqs", DOSES);
        assertThat(study.whyNot("b-cell")).isEqualTo("no dataset has the parameters CD19");
        assertThat(study.whyNot("bilag")).startsWith("no dataset has the parameters BILAG1, BILAG2");
        assertThat(study.whyNot("renal-response")).startsWith("no dataset has UPCR by visit");
    }
}
