package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Screening, exposure, infections and what events were treated with. Counts by hand from the few rows shown.
class TrialTablesTest {

    private static final String SCREENED = """
            USUBJID,COHORT,COHORTN,SCRFFL,ENRLFL,SAFFL,TRT01A
            1,SLE,1,N,Y,Y,A
            2,SLE,1,Y,N,N,
            3,SRNS,2,Y,N,N,
            4,SRNS,2,Y,N,N,
            """;
    private static final String FAILED = """
            USUBJID,IECAT,IETESTCD,IETEST,AVALC
            2,INCLUSION,INCL10,Score above 6,N
            2,INCLUSION,INCL10,Score above 6,N
            2,INCLUSION,INCL2,Consent,N
            3,EXCLUSION,EXCL01,INFECTION,Y
            """;

    @Test
    void screeningIsByCohortWithScreenFailuresInTheirCohort() {
        assertThat(SmallStudy.of(SCREENED).with("adie.csv", FAILED).rows("eligibility")).containsExactly(
                "n (%)|SLE (N=2)|SRNS (N=2)|Total (N=4)",
                "Screened|2 (100%)|2 (100%)|4 (100%)",
                "Screen failures|1 (50.0%)|2 (100%)|3 (75.0%)",
                "  Inclusion criteria not met|||",
                "    Consent|1 (50.0%)|0|1 (25.0%)",
                "    Score above 6|1 (50.0%)|0|1 (25.0%)",
                "  Exclusion criteria met|||",
                "    INFECTION|0|1 (50.0%)|1 (25.0%)",
                "  No criterion recorded|0|1 (50.0%)|1 (25.0%)",
                "Enrolled|1 (50.0%)|0|1 (25.0%)");
    }

    @Test
    void theSdtmNameOfTheDatasetServesAsWell() {
        assertThat(SmallStudy.of(SCREENED).with("ie.csv", FAILED).row("eligibility", "Consent")).endsWith("|1 (25.0%)");
    }

    @Test
    void withoutCohortsThereIsOneColumn() {
        String adsl = SCREENED.replace("COHORT,COHORTN", "OTHER,OTHERN");
        assertThat(SmallStudy.of(adsl).with("adie.csv", FAILED).rows("eligibility").getFirst()).isEqualTo("n (%)|Total (N=4)");
    }

    /// enrolled is ENRLFL, else everybody but screen failures.
    @Test
    void withoutTheFlagWhoDidNotFailIsEnrolled() {
        assertThat(SmallStudy.of(SCREENED.replace("ENRLFL", "OTHERFL")).with("adie.csv", FAILED).rows("eligibility"))
                .isEqualTo(SmallStudy.of(SCREENED).with("adie.csv", FAILED).rows("eligibility"));
    }

    @Test
    void criteriaOfEnrolledSubjectsAndOfStrangersAreSaid() {
        String ie = FAILED + "1,EXCLUSION,EXCL02,Vaccine,Y\n99,EXCLUSION,EXCL02,Vaccine,Y\n";
        SmallStudy study = SmallStudy.of(SCREENED).with("adie.csv", ie);
        assertThat(study.row("eligibility", "Vaccine")).endsWith("|1 (25.0%)");
        assertThat(study.footnotes("eligibility")).contains("1 enrolled subject did not meet a criterion.",
                "1 record is of a subject who is not in the subject-level data and is not counted.");
    }

    @Test
    void criteriaMayStandInTheOrderOfTheirNumbers() {
        String ie = FAILED + "3,INCLUSION,INCL10,Score above 6,N\n";
        assertThat(SmallStudy.of(SCREENED).with("adie.csv", ie).with("study.yaml", "tables: [eligibility: {order: descending}]\n")
                .rows("eligibility").subList(4, 6)).containsExactly(
                        "    Score above 6|1 (50.0%)|1 (50.0%)|2 (50.0%)", "    Consent|1 (50.0%)|0|1 (25.0%)");
    }

    private static final String TREATED = "USUBJID,TRT01A,SAFFL,LDREG\n1,A,Y,FULL\n2,A,Y,HALF\n3,B,Y,FULL\n";
    private static final String DOSES = """
            USUBJID,PARAMCD,PARAM,AVAL,AVALC,ASTDT
            1,NINF,Number of Infusions,3,,2025-01-01
            2,NINF,Number of Infusions,2,,2025-01-01
            3,NINF,Number of Infusions,3,3,2025-01-01
            1,FLUDOSE,Fludarabine (mg/m2),25,,2024-12-27
            1,FLUDOSE,Fludarabine (mg/m2),25,,2024-12-28
            2,FLUDOSE,Fludarabine (mg/m2),20,,2024-12-27
            1,DELAY,Delayed,,NO,
            3,DELAY,Delayed,,YES,
            """;

    @Test
    void parametersAreSummarisedAndTextIsCounted() {
        SmallStudy study = SmallStudy.of(TREATED).with("adex.csv", DOSES)
                .with("study.yaml", "tables: [exposure: {statistics: [n, mean, min-max]}]\n");
        assertThat(study.rows("exposure")).containsExactly(
                "|A (N=2)|B (N=1)|Total (N=3)",
                "Number of Infusions|||", "  n|2|1|3", "  Mean|2.5|3.0|2.7", "  Min, Max|2, 3|3, 3|2, 3",
                "Fludarabine (mg/m²)|||", "  n|2|0|2", "  Mean|22.5|NE|22.5", "  Min, Max|20, 25|NE|20, 25",
                "Delayed, n (%)|||", "  NO|1 (50.0%)|0|1 (33.3%)", "  YES|0|1 (100%)|1 (33.3%)",
                "  Missing|1 (50.0%)|0|1 (33.3%)",
                "Lymphodepletion regimen, n (%)|||", "  Full|1 (50.0%)|1 (100%)|2 (66.7%)", "  Half|1 (50.0%)|0|1 (33.3%)");
    }

    @Test
    void aParameterOfWhichASubjectHasDifferentValuesIsLeftOutAndTheOthersStay() {
        String twice = DOSES + "3,NINF,Number of Infusions,4,,2025-02-01\n";
        SmallStudy study = SmallStudy.of(TREATED).with("adex.csv", twice);
        assertThat(study.rows("exposure")).contains("Fludarabine (mg/m²)|||").doesNotContain("Number of Infusions|||");
        assertThat(study.footnotes("exposure"))
                .contains("Left out because a subject has several different records: Number of Infusions.");
        assertThat(SmallStudy.of(TREATED).with("adex.csv", "USUBJID,PARAMCD,AVAL\n3,NINF,3\n3,NINF,4\n").whyNot("exposure"))
                .contains("NINF", "rows 1 and 2");
        assertThat(SmallStudy.of(TREATED).with("adex.csv", "USUBJID,PARAMCD,AVAL\n99,NINF,1\n").whyNot("exposure"))
                .contains("none of the parameters");
    }

    private static final String EVENTS = """
            USUBJID,AEBODSYS,AEDECOD,AETOXGR,AESER,TRTEMFL,AEACNOTH
            1,INFECTIONS AND INFESTATIONS,PNEUMONIA,3,Y,Y,ANTIBIOTICS
            1,INFECTIONS AND INFESTATIONS,PNEUMONIA,1,N,Y,
            2,Infections and infestations,HERPES ZOSTER,2,N,,
            3,Immune system disorders,Cytokine release syndrome,2,N,Y,Tocilizumab; Dexamethasone
            3,Immune system disorders,Cytokine release syndrome,1,N,Y,
            2,Immune system disorders,Cytokine release syndrome,1,N,Y,
            """;

    @Test
    void infectionsAreTheEmergentEventsOfTheirClass() {
        assertThat(SmallStudy.of(TREATED).with("adae.csv", EVENTS).rows("infections")).containsExactly(
                "Preferred term|n (%)|[E]|n (%)|[E]|n (%)|[E]",
                "Any infection|1 (50.0%)|2|0|0|1 (33.3%)|2",
                "Serious infection|1 (50.0%)|1|0|0|1 (33.3%)|1",
                "Grade ≥3 infection|1 (50.0%)|1|0|0|1 (33.3%)|1",
                "Infection leading to death|0|0|0|0|0|0",
                "PNEUMONIA|1 (50.0%)|2|0|0|1 (33.3%)|2");
    }

    @Test
    void treatmentsOfSpecialEventsAreReadOutOfText() {
        SmallStudy study = SmallStudy.of(TREATED).with("adae.csv", EVENTS);
        assertThat(study.row("aesi", "Treated with tocilizumab")).isEqualTo("  Treated with tocilizumab|0|1 (100%)|1 (33.3%)");
        assertThat(study.row("aesi", "Treated with corticosteroids")).endsWith("|0|1 (100%)|1 (33.3%)");
    }

    @Test
    void aFlagGoesBeforeText() {
        String flagged = """
                USUBJID,AEDECOD,AETOXGR,TRTEMFL,AEACNOTH,AETOCIFL
                2,Cytokine release syndrome,1,Y,,Y
                3,Cytokine release syndrome,2,Y,Tocilizumab,N
                """;
        SmallStudy study = SmallStudy.of(TREATED).with("adae.csv", flagged);
        assertThat(study.row("aesi", "Treated with tocilizumab")).endsWith("|1 (50.0%)|0|1 (33.3%)");
        assertThat(study.row("aesi", "Treated with corticosteroids")).isEqualTo("no row Treated with corticosteroids");
    }

    /// the scale is named only where study.yaml names it.
    @Test
    void theScaleIsNamedOnlyWhereTheStudyNamesIt() {
        assertThat(SmallStudy.of(TREATED).with("adae.csv", EVENTS).table("aesi").title())
                .isEqualTo("Adverse Events of Special Interest by Worst Grade");
        SmallStudy named = SmallStudy.of(TREATED).with("adae.csv", EVENTS)
                .with("study.yaml", "scales: {CRS: ASTCT 2019, ICANS: ASTCT 2019}\n");
        assertThat(named.table("aesi").title()).isEqualTo("Adverse Events of Special Interest by Worst Grade");
        assertThat(named.footnotes("aesi")).contains("CRS and ICANS are graded by ASTCT 2019.");
    }
}
