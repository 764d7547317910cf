package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Who is counted. Counts by hand from the few rows shown.
@Shows(Requirement.DISPLAYS_RIGHT)
class PopulationsTest {

    /// Four subjects; each flag picks other ones.
    private static final String FLAGS = """
            USUBJID,TRT01A,AGE,%s
            1,A,40,%s
            2,A,50,%s
            3,B,60,%s
            4,B,70,%s
            """;

    private static String header(String adsl, String id) {
        return SmallStudy.of(adsl).rows(id).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"ITTFL,baseline", "FASFL,baseline", "ENRLFL,disposition", "SAFFL,deaths"})
    void eachPopulationIsItsFlag(String flag, String table) {
        String adsl = FLAGS.formatted(flag + ",EOSSTT,DTHFL", "Y,ONGOING,N", "N,ONGOING,N", "Y,ONGOING,Y", "y,ONGOING,");
        assertThat(header(adsl, table)).endsWith("A (N=1)|B (N=2)|Total (N=3)");
    }

    @Test
    void everybodyIsScreenedWhereSomeAreNotEnrolled() {
        String all = FLAGS.formatted("SCRFFL", "N", "N", "N", "");
        assertThat(SmallStudy.of(all).table("listing-demographics").population()).isEqualTo("All subjects");
        String failed = FLAGS.formatted("SCRFFL", "N", "N", "N", "Y");
        assertThat(SmallStudy.of(failed).table("listing-demographics").population()).isEqualTo("All screened subjects");
    }

    @Test
    void intentToTreatGoesBeforeFullAnalysis() {
        String adsl = FLAGS.formatted("FASFL,ITTFL", "Y,Y", "Y,N", "Y,N", "Y,N");
        assertThat(header(adsl, "baseline")).endsWith("A (N=1)|B (N=0)|Total (N=1)");
    }

    @Test
    void efficacyFlagGoesFirstForEfficacy() {
        String adsl = FLAGS.formatted("ITTFL,EFFFL", "Y,N", "Y,Y", "Y,N", "Y,Y");
        String qs = "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL\n2,PGA,PGA,Baseline,0,2\n";
        SmallStudy study = SmallStudy.of(adsl).with("adqs.csv", qs).with("study.yaml", "tables: [change: {parameter: PGA}]\n");
        assertThat(study.rows("change").getFirst()).endsWith("A (N=1)|B (N=1)|Total (N=2)");
    }

    @Test
    void aFlagNeverYesIsAPopulationOfNobody() {
        String adsl = FLAGS.formatted("SAFFL,DTHFL", "N,N", ",N", "N,N", ",Y");
        assertThat(header(adsl, "deaths")).endsWith("A (N=0)|B (N=0)|Total (N=0)");
        assertThat(SmallStudy.of(adsl).rows("deaths")).contains("No deaths were reported.");
    }

    @Test
    void withoutSafetyFlagTheTreatedAreCountedAndAFootnoteSaysSo() {
        String adsl = FLAGS.formatted("TRTSDT,DTHFL", "2025-01-01,N", ",N", "2025-01-02,N", "2025-01-03,N");
        assertThat(header(adsl, "deaths")).endsWith("A (N=1)|B (N=2)|Total (N=3)");
        assertThat(SmallStudy.of(adsl).footnotes("deaths"))
                .anyMatch(f -> f.contains("no safety population flag") && f.contains("first treatment"));
    }

    @Test
    void withoutSafetyFlagAndDateEverybodyButScreenFailuresIsCounted() {
        String adsl = FLAGS.formatted("SCRFFL,DTHFL", "Y,N", "N,N", ",N", "N,N");
        assertThat(header(adsl, "deaths")).endsWith("A (N=1)|B (N=2)|Total (N=3)");
        assertThat(SmallStudy.of(adsl).footnotes("deaths"))
                .anyMatch(f -> f.contains("no safety population flag") && f.contains("screen failures"));
    }

    @ParameterizedTest
    @CsvSource({"baseline,intent-to-treat", "disposition,enrolled subjects"})
    void withoutItsFlagATableOfAllButScreenFailuresSaysSo(String table, String flag) {
        String adsl = FLAGS.formatted("SCRFFL,EOSSTT", "Y,", "N,COMPLETED", ",COMPLETED", "N,COMPLETED");
        assertThat(header(adsl, table)).endsWith("A (N=1)|B (N=2)|Total (N=3)");
        assertThat(SmallStudy.of(adsl).footnotes(table))
                .anyMatch(f -> f.contains("no " + flag) && f.contains("except screen failures"));
    }

    private static SmallStudy own(String adsl, String population) {
        String shell = "id: own\ntitle: Own\npopulation: " + population + "\nrows:\n  - summary: {variables: [AGE]}\n";
        return SmallStudy.of(adsl).with("templates/own.yaml", shell).with("study.yaml", "tables: [own]\n");
    }

    /// Subject 3 was planned for B and got A; who is DLT-evaluable counts within the safety population.
    @ParameterizedTest
    @CsvSource({"itt,A (N=2)|B (N=2)", "fas,A (N=1)|B (N=1)", "per-protocol,A (N=0)|B (N=1)", "dlt,A (N=2)|B (N=0)",
        "all,A (N=2)|B (N=2)"})
    void aShellsPopulationHasItsFlagAndItsArm(String population, String columns) {
        String adsl = """
                USUBJID,AGE,TRT01P,TRT01A,ITTFL,FASFL,PPROTFL,SAFFL,DLTEVLFL
                1,30,A,A,Y,Y,N,Y,Y
                2,40,A,A,Y,N,N,Y,N
                3,50,B,A,Y,Y,Y,Y,Y
                4,60,B,B,Y,N,N,N,Y
                """;
        assertThat(own(adsl, population).rows("own").getFirst()).contains(columns);
    }

    @ParameterizedTest
    @CsvSource({"itt,ITTFL", "fas,FASFL", "per-protocol,PPROTFL", "dlt,DLTEVLFL"})
    void aPopulationOfAShellIsNotMadeUpWithoutItsFlag(String population, String flag) {
        String adsl = "USUBJID,AGE,TRT01A,SAFFL\n1,30,A,Y\n";
        assertThat(own(adsl, population).whyNot("own")).contains("ADSL has no " + flag);
    }

    @ParameterizedTest
    @CsvSource({"SCRFFL,Y", "ARMCD,SCRNFAIL", "ACTARMCD,Scrnfail", "ARMNRS,SCREEN FAILURE", "ARM,Screen Failure"})
    void screenFailuresAreKnownByAnyOfTheirMarksAndMakeNoColumn(String variable, String mark) {
        // the failure has a planned treatment filled in all the same
        String adsl = FLAGS.formatted(variable, mark, "X", "X", "X").replace("1,A", "1,C");
        assertThat(header(adsl, "baseline")).endsWith("A (N=1)|B (N=2)|Total (N=3)");
    }

    @Test
    void screenFailureAsATreatmentMakesNoColumn() {
        String adsl = FLAGS.formatted("X", "X", "X", "X", "X").replace("1,A", "1,SCREEN FAILURE");
        assertThat(header(adsl, "baseline")).endsWith("|A (N=1)|B (N=2)|Total (N=3)");
    }
}
