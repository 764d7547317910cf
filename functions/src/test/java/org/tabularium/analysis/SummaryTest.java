package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Baseline and disposition tables. Expected numbers by hand: ages 20, 30 and 40, 50.
class SummaryTest {

    @Test
    void numbersAndLevelsWithTheirMissingRows() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,TRT01A,AGE,SEX,KBIOPSY
                1,A,20,F,V
                2,A,30,,III+V
                3,B,40,M,IV
                4,B,,M,III
                """);
        assertThat(study.rows("baseline")).containsExactly(
                "|A (N=2)|B (N=2)|Total (N=4)",
                "Age (years)|||",
                "  n|2|1|3",
                "  Mean|25.0|40.0|30.0",
                "  SD|7.07|NE|10.00", // √50; √100
                "  Median|25.0|40.0|30.0",
                "  Q1, Q3|20.0, 30.0|40.0, 40.0|20.0, 40.0",
                "  Min, Max|20, 30|40, 40|20, 40",
                "  Missing|0|1|1",
                "Sex, n (%)|||",
                "  Female|1 (50.0%)|0|1 (25.0%)",
                "  Male|0|2 (100%)|2 (50.0%)",
                "  Missing|1 (50.0%)|0|1 (25.0%)",
                "Kidney biopsy class, n (%)|||",
                "  III|0|1 (50.0%)|1 (25.0%)",
                "  III+V|1 (50.0%)|0|1 (25.0%)",
                "  IV|0|1 (50.0%)|1 (25.0%)",
                "  V|1 (50.0%)|0|1 (25.0%)");
    }

    @Test
    void levelsComeByTheirNumericCompanion() {
        SmallStudy study = SmallStudy.of("USUBJID,AGEGR1,AGEGR1N\n1,old,3\n2,young,1\n3,middle,2\n");
        assertThat(study.rows("baseline").subList(2, 5)).containsExactly("  young|1 (33.3%)", "  middle|1 (33.3%)",
                "  old|1 (33.3%)");
    }

    @Test
    void aVariableThatStudyYamlAsksForInVainIsNamed() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE\n1,20\n").with("study.yaml", "baseline: [AGE, BMIBL, SMOKER]\n");
        assertThat(study.footnotes("baseline"))
                .contains("Not in the data, though asked for: Body Mass Index (kg/m2) at Baseline, SMOKER.");
    }

    @Test
    void nobodyWhoDiedHasNoCauseOfDeath() {
        SmallStudy study = SmallStudy.of("USUBJID,SAFFL,DTHFL,DTHCAUS\n1,Y,N,\n2,Y,,\n");
        assertThat(study.rows("deaths")).containsExactly("|Total (N=2)", "No deaths were reported.");
    }

    @Test
    void causesOfDeathAreOfThoseWhoDiedAndOfTheColumn() {
        SmallStudy study = SmallStudy.of("USUBJID,SAFFL,DTHFL,DTHCAUS\n1,Y,Y,SEPSIS\n2,Y,,\n3,Y,Y,\n4,N,Y,SEPSIS\n");
        assertThat(study.rows("deaths")).contains("Died, n (%)|2 (66.7%)", "  Sepsis|1 (33.3%)", "  Missing|1 (33.3%)");
    }

    @Test
    void reasonsOfThoseWhoDiscontinued() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,ENRLFL,DCDECOD,DCREASCD
                1,Y,COMPLETED,Completed
                2,Y,DISCONTINUED,Lost
                3,Y,ONGOING,
                4,N,DISCONTINUED,Lost
                """);
        assertThat(study.rows("disposition")).contains("  Completed|1 (33.3%)", "  Ongoing|1 (33.3%)", "  Discontinued|1 (33.3%)",
                "  Lost|1 (33.3%)");
        assertThat(study.rows("disposition").stream().filter(r -> r.startsWith("  Completed"))).hasSize(1);
    }

    /// The terms of the CDISC pilot: a reason is no status.
    @Test
    void aDispositionTermThatIsAReasonIsADiscontinuation() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,ENRLFL,DCDECOD,DCREASCD
                1,Y,COMPLETED,Completed
                2,Y,ADVERSE EVENT,Adverse Event
                3,Y,STUDY TERMINATED BY SPONSOR,Sponsor Decision
                4,Y,,
                """);
        assertThat(study.rows("disposition")).contains("  Completed|1 (25.0%)", "  Discontinued|2 (50.0%)",
                "  Adverse Event|1 (25.0%)", "  Sponsor Decision|1 (25.0%)");
        assertThat(study.rows("listing-discontinuation")).noneMatch(row -> row.startsWith("No subject"));
        assertThat(study.codes()).contains("DISPOSITION_TERMS");
    }

    @Test
    void aLancetTableHasMedianAndQuartilesInOneCellAndOnlyTheShareOfYes() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,LDREG\n1,20,Y\n2,30,Y\n3,40,N\n4,50,Y\n").with("study.yaml",
                "baseline: [AGE, LDREG]\n");
        assertThat(study.table("baseline", "lancet").rows().stream().map(r -> r.cells().get(1).text()))
                .containsExactly("35 (25–45)", "3 (75%)");
        assertThat(study.table("baseline", "lancet").number()).isEqualTo("1");
    }

    @Test
    void agesInMonthsBecomeYears() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,AGEU\n1,30,MONTHS\n2,3,YEARS\n");
        assertThat(study.row("baseline", "Min, Max")).isEqualTo("  Min, Max|2.5, 3.0");
        assertThat(study.codes()).contains("AGE_UNIT");
    }

    /// A year has 8766 hours; a unit that nobody knows is told and taken as years.
    @Test
    void agesInHoursAndInUnknownUnitsAreTold() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,AGEU\n1,17532,HOURS\n2,3,Y\n3,4,DECADES\n");
        assertThat(study.row("baseline", "Min, Max")).isEqualTo("  Min, Max|2, 4");
        assertThat(study.codes()).contains("AGE_UNIT");
    }

    /// What cannot be seen is marked once for all outputs.
    @Test
    void invisibleCharactersHaveOneMarkInAllOutputs() {
        SmallStudy study = SmallStudy.of("USUBJID,RACE\n1,a\u200eb\n2,c\u00add\n3,e\u2060f\n")
                .with("study.yaml", "baseline: [RACE]");
        assertThat(study.rows("baseline")).contains("  a\ufffdb|1 (33.3%)", "  c\ufffdd|1 (33.3%)", "  e\ufffdf|1 (33.3%)");
        assertThat(study.codes()).contains("CONTROL_CHARACTERS");
    }
}
