package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Words of study.yaml in place of codes and names, and the letter case of values.
class DisplaySettingsTest {

    private static final String ADSL = """
            USUBJID,GENDER,RACE,STRATUM,RESP,TRT01A
            1,1,4,OLD,CR,A
            2,2,4,NEW,PR,A
            3,2,5,PREVIOUS,PD,B
            """;

    @Test
    void codesAreCountedUnderTheWordsOfTheStudy() {
        SmallStudy study = SmallStudy.of(ADSL).with("study.yaml", """
                baseline: [GENDER, RACE]
                labels: {GENDER: Gender at birth, A: Arm A}
                levels: {RACE: {4: White, 5: Asian}}
                categorical: [GENDER]
                """);
        assertThat(study.rows("baseline"))
                .contains("Gender at birth, n (%)|||", "  1|1 (50.0%)|0|1 (33.3%)", "  2|1 (50.0%)|1 (100%)|2 (66.7%)",
                        "  White|2 (100%)|0|2 (66.7%)", "  Asian|0|1 (100%)|1 (33.3%)")
                .noneMatch(row -> row.startsWith("  Mean"));
        assertThat(study.rows("baseline").getFirst()).startsWith("|Arm A");
    }

    @Test
    void valuesOfAVariableAreAllWrittenInOneWay() {
        SmallStudy study = SmallStudy.of(ADSL).with("study.yaml", "baseline: [STRATUM, RESP]");
        assertThat(study.rows("baseline")).anyMatch(r -> r.startsWith("  Old|")).anyMatch(r -> r.startsWith("  New|"))
                .anyMatch(r -> r.startsWith("  Previous|")).anyMatch(r -> r.startsWith("  CR|"))
                .anyMatch(r -> r.startsWith("  PD|"));
        SmallStudy asIs = SmallStudy.of(ADSL).with("study.yaml", "baseline: [STRATUM]\ncase: as-is");
        assertThat(asIs.rows("baseline")).anyMatch(r -> r.startsWith("  OLD|")).anyMatch(r -> r.startsWith("  PREVIOUS|"));
    }

    /// A genotype is told by the case of its letters: AA, Aa and aa are three.
    @Test
    void levelsThatStudyYamlNamesStayApart() {
        String adsl = "USUBJID,TRT01A,SAFFL,ITTFL,GENO\n1,A,Y,Y,AA\n2,A,Y,Y,Aa\n3,A,Y,Y,Aa\n";
        assertThat(SmallStudy.of(adsl).with("study.yaml", "baseline: [GENO]").rows("baseline"))
                .anyMatch(r -> r.startsWith("  Aa|3")).noneMatch(r -> r.startsWith("  AA|"));
        assertThat(SmallStudy.of(adsl).with("study.yaml", "baseline: [GENO]\nlevels: {GENO: {AA: AA, Aa: Aa}}").rows("baseline"))
                .anyMatch(r -> r.startsWith("  AA|1")).anyMatch(r -> r.startsWith("  Aa|2"));
    }

    @Test
    void dictionaryTermsStayUnlessAskedFor() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv",
                "USUBJID,AEBODSYS,AEDECOD,TRTEMFL\n1,SKIN,ATRIAL FIBRILLATION,Y\n2,Skin,ATRIAL FIBRILLATION,Y\n");
        assertThat(study.rows("ae-soc-pt")).anyMatch(r -> r.startsWith("  ATRIAL FIBRILLATION|2"))
                .anyMatch(r -> r.startsWith("SKIN|2"));
        assertThat(study.codes()).contains("LEVEL_SPELLING");
        assertThat(study.with("study.yaml", "case: sentence").rows("ae-soc-pt"))
                .anyMatch(r -> r.startsWith("  Atrial fibrillation|2"));
    }

    /// SAS's 23984 is 2025-08-31 (Python's datetime); the mean of days 23984, 23985 and 23988 is 23985.67, their SD 2.08.
    @Test
    void datesAreSummarisedAsDates() {
        SmallStudy study = SmallStudy
                .of("USUBJID,TRT01A,SAFFL,ITTFL,RANDDT\n1,A,Y,Y,23984\n2,A,Y,Y,23985\n3,A,Y,Y,23988\n")
                .with("study.yaml", "baseline: [RANDDT]\ntreatment: {total: false}");
        assertThat(study.rows("baseline")).contains("  Mean|2025-09-02", "  SD|2.08 days", "  Median|2025-09-01",
                "  Min, Max|2025-08-31, 2025-09-04");
    }

    /// 1 × 10⁹ and ranges in print, the abstract's doses as the data have them, the label of an arm wherever it stands.
    @Test
    void dosesAndRangesAreSetByTheStyle() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,TRT01A,SAFFL,ITTFL,AGEGR1
                1,0.3*10^9,Y,Y,18-64
                2,1*10^9,Y,Y,>=65
                """).with("study.yaml", "baseline: [AGEGR1]\nlabels: {1*10^9: High}");
        assertThat(study.rows("baseline").getFirst()).startsWith("|0.3 × 10⁹ (N=1)|High (N=1)|");
        assertThat(study.rows("baseline")).anyMatch(r -> r.startsWith("  18–64|1")).anyMatch(r -> r.startsWith("  ≥65|0"));
        assertThat(study.table("baseline", "abstract").columns().get(1).header()).startsWith("0.3*10^9");
    }

    /// F and Female are one sex, told; Y is a level like any other where X is one.
    @Test
    void wordsOfSexAreItsCodesAndYIsYesAmongAnswersOnly() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,TRT01A,SAFFL,ITTFL,SEX,GROUP,MMF
                1,A,Y,Y,F,X,Y
                2,A,Y,Y,Female,Y,N
                3,A,Y,Y,MALE,Y,N
                """).with("study.yaml", "baseline: [SEX, GROUP, MMF]\ntreatment: {total: false}");
        assertThat(study.rows("baseline")).contains("  Female|2 (66.7%)", "  Male|1 (33.3%)", "  Y|2 (66.7%)", "  Yes|1 (33.3%)");
        assertThat(study.codes()).contains("LEVEL_SPELLING");
    }

    /// Smallest 0.5, largest 10: no limit has the other's decimals beyond the data's.
    @Test
    void aRangeHasTheDecimalsThatAShellNamesForItsLowerLimit() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,SAFFL,ITTFL,AGE\n1,A,Y,Y,7.5\n2,A,Y,Y,10\n").with("study.yaml", """
                treatment: {total: false}
                tables:
                  - baseline: {variables: [AGE], statistics: [median-min-max], decimals: {median: 0, min: 0}}
                """);
        assertThat(study.rows("baseline").getLast()).isEqualTo("Age (years), median (range)|9 (8–10)");
    }

    /// As the article of the seed study prints its doses.
    @Test
    void dosesHaveTheDecimalMarkOfTheStyle() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,TRT01P,SAFFL,ITTFL,AGE\n1,0.75*10^9,0.75*10^9,Y,Y,30\n");
        assertThat(study.table("baseline", "lancet").columns().get(1).header()).startsWith("0·75 × 10⁹");
        assertThat(study.table("baseline", "regulatory").columns().get(1).header()).startsWith("0.75 × 10⁹");
    }

    /// A workbook holds it as a number: 6 − 10.
    @Test
    void negativeNumbersAreNumbers() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,TRT01P,SAFFL,ITTFL\n1,A,A,Y,Y\n").with("adqs.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ABLFL
                1,SLEDAI2K,SLEDAI-2K,Baseline,0,10,Y
                1,SLEDAI2K,SLEDAI-2K,Week 4,4,6,
                """).with("study.yaml", "tables: [change: {parameter: SLEDAI2K, population: safety, statistics: [n, mean]}]\n");
        assertThat(study.table("change").rows().stream().flatMap(row -> row.cells().stream())
                .filter(cell -> cell.text().startsWith("−")).map(cell -> cell.text() + " " + cell.number()).distinct())
                .containsExactly("−4.0 -4.0");
    }
}
