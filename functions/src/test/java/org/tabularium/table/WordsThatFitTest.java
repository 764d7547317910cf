package org.tabularium.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.analysis.SmallStudy;
import org.tabularium.table.display.TableColumn;

/// Headers and footnotes say what the display has, not what others of its kind have.
class WordsThatFitTest {

    private static final String ADSL = """
            USUBJID,SUBJID,SAFFL,ITTFL,EFFFL,TRT01P,TRT01A,COHORT,SEX,AGE,DISDUR,KBIOPSY,TRTSDT
            1,1,Y,Y,Y,Placebo,Placebo,Low,F,30,2,III,2024-01-01
            2,2,Y,Y,Y,Placebo,Placebo,Low,M,31,3,IV,2024-01-01
            3,3,Y,Y,Y,Active,Active,High,F,32,4,V,2024-01-01
            4,4,Y,Y,Y,Active,Active,High,M,33,5,V,2024-01-01
            """;
    private static final String TIMES = """
            USUBJID,PARAMCD,PARAM,AVAL,CNSR,ADT
            1,OS,Overall survival (weeks),1,0,2024-01-01
            2,OS,Overall survival (weeks),8,0,2024-02-26
            3,OS,Overall survival (weeks),9,0,2024-03-04
            4,OS,Overall survival (weeks),12,1,2024-03-25
            """;

    @Test
    void cohortsAreNotHeadedAsTreatmentOrDose() {
        SmallStudy cohorts = SmallStudy.of(ADSL)
                .with("study.yaml", "treatment: {variable: COHORT}\ntables: [case-series, listing-demographics]\n");
        assertThat(cohorts.table("case-series").columns()).extracting(TableColumn::header).contains("Cohort")
                .doesNotContain("Dose");
        assertThat(cohorts.table("listing-demographics").columns()).extracting(TableColumn::header).contains("Cohort")
                .doesNotContain("Treatment");
        SmallStudy arms = SmallStudy.of(ADSL).with("study.yaml", "tables: [case-series, listing-demographics]\n");
        assertThat(arms.table("case-series").columns()).extracting(TableColumn::header).contains("Dose");
        assertThat(arms.table("listing-demographics").columns()).extracting(TableColumn::header).contains("Treatment");
    }

    @Test
    void listingWithoutRowsHasTheSameHeader() {
        SmallStudy cohorts = SmallStudy.of(ADSL.replace("TRTSDT", "DTHFL").replace("2024-01-01", ""))
                .with("study.yaml", "treatment: {variable: COHORT}\ntables: [listing-deaths]\n");
        assertThat(cohorts.rows("listing-deaths")).anyMatch(row -> row.contains("No deaths"));
        assertThat(cohorts.table("listing-deaths").columns()).extracting(TableColumn::header).contains("Cohort")
                .doesNotContain("Treatment");
    }

    /// Subject 1 has its event on the day of the first dose.
    @Test
    void timesHaveNoBaselineAndAForestWithoutPValuesNamesNoTest() {
        SmallStudy study = SmallStudy.of(ADSL).with("adtte.csv", TIMES).with("study.yaml", """
                treatment: {control: Placebo}
                tables:
                  - time-to-event: {parameter: OS}
                  - forest: {parameter: OS, subgroups: [SEX]}
                """);
        assertThat(study.footnotes("time-to-event")).noneMatch(note -> note.startsWith("Baseline"))
                .anyMatch(note -> note.contains("p-values are from the log-rank test"));
        assertThat(study.footnotes("forest")).noneMatch(note -> note.startsWith("Baseline"))
                .noneMatch(note -> note.contains("log-rank"))
                .anyMatch(note -> note.startsWith("Hazard ratios are from Cox regression"));
    }

    /// The scale of a dose is that of the data: 3.75 is not rounded to 3.8.
    @Test
    void smallestDoseHasTheDecimalsOfTheData() {
        SmallStudy study = SmallStudy.of(ADSL).with("adeff.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL
                1,PREDDOSE,Prednisone dose (mg/day),Week 4,4,3.75
                2,PREDDOSE,Prednisone dose (mg/day),Week 4,4,7.5
                """).with("study.yaml", "tables: [steroid]\n");
        assertThat(study.rows("steroid")).anyMatch(row -> row.contains("3.75")).noneMatch(row -> row.contains("3.8"));
    }

    @Test
    void limitsOfDifferencesHaveTheirConfidence() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adae.csv", "USUBJID,TRTEMFL,AEDECOD\n1,Y,Rash\n3,Y,Rash\n4,Y,Rash\n")
                .with("study.yaml", "treatment: {control: Placebo}\ntables: [ae-profile]\n");
        assertThat(study.footnotes("ae-profile"))
                .anyMatch(note -> note.contains("with 95% Miettinen–Nurminen confidence intervals"));
    }
}
