package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Cytokine release syndrome and ICANS without a grade, in the tables. The grades are worked out by hand from the ASTCT tables in
/// docs/endpoints.md.
class AstctGradesTest {

    private static final String ADSL = """
            USUBJID,SAFFL,TRTSDT
            1,Y,2025-01-03
            2,Y,2025-01-03
            3,Y,2025-01-03
            4,Y,2025-01-03
            5,Y,2025-01-03
            """;

    /// 1: fever only, grade 1; 2: norepinephrine with vasopressin, grade 3; 3: no temperature, none; 4: 36.9 after tocilizumab,
    /// mask, grade 3.
    private static final String CRS = """
            USUBJID,AEDECOD,TRTEMFL,ATOXGR,CRSTEMP,CRSTREAT,CRSHYPO,CRSPRESS,CRSVASO,CRSOXY
            1,Cytokine release syndrome,Y,,38.0,N,N,0,,NONE
            2,Cytokine release syndrome,Y,,39.1,,Y,1,Y,Low-flow
            3,Cytokine release syndrome,Y,,,,N,0,,NONE
            4,Cytokine release syndrome,Y,,36.9,Y,N,0,,face mask
            5,Nausea,Y,2,,,,,,
            """;

    @Test
    void eventsWithoutAGradeAreGradedByTheirComponents() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", CRS);
        assertThat(study.rows("aesi")).containsSubsequence("Cytokine release syndrome|", "  Any grade|4 (80.0%)",
                "  Grade 1|1 (20.0%)", "  Grade 2|0", "  Grade 3|2 (40.0%)", "  Grade 4|0", "  Grade 5|0", "  Grade ≥3|2 (40.0%)",
                "  Grade missing|1 (20.0%)");
        assertThat(study.footnotes("aesi"))
                .contains("The grades of 3 events are derived from their components.",
                        "1 event has no grade because a component is missing.");
    }

    /// The scale is named only where study.yaml names it.
    @Test
    void noScaleIsNamedThatTheStudyDoesNotName() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", CRS);
        assertThat(study.footnotes("aesi")).noneMatch(footnote -> footnote.contains("ASTCT"));
        SmallStudy named = SmallStudy.of(ADSL).with("adae.csv", CRS).with("study.yaml", "scales: {CRS: ASTCT 2019}\n");
        assertThat(named.rows("aesi")).contains("  Grade 1|1 (20.0%)", "  Grade 3|2 (40.0%)");
        assertThat(named.footnotes("aesi")).contains("CRS is graded by ASTCT 2019.");
    }

    /// Raised liver enzymes make a grade 3 of Lee 2014 and none of ASTCT (docs/endpoints.md), so a grade of another scale cannot
    /// be had from these components.
    @Test
    void nothingIsDerivedWhereTheStudyGradesByAnotherScale() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", CRS).with("study.yaml", "scales: {CRS: Lee 2014}\n");
        assertThat(study.rows("aesi")).contains("  Any grade|4 (80.0%)", "  Grade 3|0", "  Grade missing|4 (80.0%)");
        assertThat(study.footnotes("aesi"))
                .contains("4 events have no grade in the data; their components do not give one of Lee 2014.");
    }

    @Test
    void aGradeOfTheStudysOwnIsUsedInWhicheverVariableItIs() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", CRS.replace("Y,,38.0", "Y,2,38.0"));
        assertThat(study.rows("aesi")).contains("  Grade 1|0", "  Grade 2|1 (20.0%)");
    }

    @Test
    void aStudysOwnNamesOfTheComponentsAreMapped() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", CRS.replace("CRSTEMP", "MAXTEMP"))
                .with("study.yaml", "variables: {CRSTEMP: MAXTEMP}\n");
        assertThat(study.rows("aesi")).contains("  Grade 1|1 (20.0%)", "  Grade 3|2 (40.0%)");
    }

    @Test
    void neurotoxicityIsGradedByItsWorstDomain() {
        // 1: ICE 10, deep focal weakness; 2: ICE 3 with a short seizure; 3: CAPD 8 wakes to voice; 4: ICE 8; 5: no ICE
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,ICSICE,ICSCAPD,ICSCONSC,ICSSEIZ,ICSMOTOR,ICSOEDEM
                1,Immune effector cell-associated neurotoxicity syndrome,Y,10,,Normal,None,Y,None
                2,Immune effector cell-associated neurotoxicity syndrome,Y,3,,Normal,Rapid,N,None
                3,Immune effector cell-associated neurotoxicity syndrome,Y,,8,Voice,None,N,None
                4,Immune effector cell-associated neurotoxicity syndrome,Y,8,,Spontaneous,None,N,None
                5,Immune effector cell-associated neurotoxicity syndrome,Y,,,Normal,None,N,None
                """);
        assertThat(study.rows("aesi")).containsSubsequence("Immune effector cell-associated neurotoxicity syndrome|",
                "  Any grade|5 (100%)", "  Grade 1|1 (20.0%)", "  Grade 2|1 (20.0%)", "  Grade 3|1 (20.0%)",
                "  Grade 4|1 (20.0%)",
                "  Grade missing|1 (20.0%)");
    }

    @Test
    void deathOfTheSyndromeIsGrade5WhateverElseIsKnown() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,AEOUT,CRSTEMP
                1,Cytokine release syndrome,Y,FATAL,
                """);
        assertThat(study.rows("aesi")).contains("  Grade 5|1 (20.0%)");
    }

    /// 1: fever and two vasopressors are grade 4 whatever the oxygen; 2: a facemask is grade 3 whatever the temperature, which
    /// nobody wrote down; 3: no fever, so no syndrome; 4: nothing recorded gives a
    /// grade and fever might; 5: 36.9 after tocilizumab without anything else.
    @Test
    void theWorstRecordedComponentGivesTheGrade() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,CRSTEMP,CRSTREAT,CRSHYPO,CRSPRESS,CRSOXY
                1,Cytokine release syndrome,Y,39,,Y,2,
                2,Cytokine release syndrome,Y,,,N,0,FACE MASK
                3,Cytokine release syndrome,Y,37.5,,N,,
                4,Cytokine release syndrome,Y,,,N,0,NONE
                5,Cytokine release syndrome,Y,36.9,Y,N,0,NONE
                """);
        assertThat(study.rows("aesi")).containsSubsequence("  Any grade|3 (60.0%)", "  Grade 1|0", "  Grade 2|0",
                "  Grade 3|1 (20.0%)", "  Grade 4|1 (20.0%)", "  Grade missing|1 (20.0%)",
                "  Reported, grade 0 by components|2 (40.0%)");
        assertThat(study.footnotes("aesi")).contains(
                "The grades of 4 events are derived from their components.",
                "The grades of 2 events are the worst that their recorded components give; a component not recorded gives none.",
                "1 event has no grade because a component is missing.")
                .anyMatch(
                        footnote -> footnote.startsWith("2 events were reported as cytokine release syndrome or neurotoxicity"));
    }

    @Test
    void aComaIsGrade4WhateverTheScoreOfTheTest() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,ICSICE,ICSCONSC,ICSSEIZ,ICSMOTOR,ICSOEDEM
                1,Immune effector cell-associated neurotoxicity syndrome,Y,,COMA,NONE,N,NONE
                2,Immune effector cell-associated neurotoxicity syndrome,Y,,COMA,,,
                """);
        assertThat(study.row("aesi", "Grade 4")).isEqualTo("  Grade 4|0");
        assertThat(study.rows("aesi")).contains("  Grade 4|2 (40.0%)");
        assertThat(study.footnotes("aesi")).noneMatch(footnote -> footnote.contains("the worst that"));
    }

    /// Days 12 to 15 and 60 to 62 are two episodes of 4 and 3 days; 15 to 20 with 21 to 22 is one of 8; what has no end has no
    /// duration.
    @Test
    void eachEpisodeHasItsOwnDuration() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,ASTCTGR,ASTDY,AENDY
                1,Cytokine release syndrome,Y,1,12,15
                1,Cytokine release syndrome,Y,2,60,62
                2,Cytokine release syndrome,Y,1,15,20
                2,Cytokine release syndrome,Y,3,21,22
                3,Cytokine release syndrome,Y,1,5,
                """);
        assertThat(study.row("aesi", "Duration (days), median (range)")).isEqualTo("  Duration (days), median (range)|4.0 (3–8)");
    }
}
