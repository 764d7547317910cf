package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.analysis.SmallStudy;

/// Which columns there are and in what order.
class ArmsTest {

    private static String columns(String adsl, String yaml) {
        SmallStudy study = SmallStudy.of(adsl);
        return (yaml.isEmpty() ? study : study.with("study.yaml", yaml)).rows("baseline").getFirst();
    }

    private static String columns(String adsl) {
        return columns(adsl, "");
    }

    @Test
    void theNumericCompanionGivesTheOrder() {
        assertThat(columns("USUBJID,AGE,TRT01A,TRT01AN\n1,40,Low,2\n2,40,High,3\n3,40,Zero,1\n"))
                .isEqualTo("|Zero (N=1)|Low (N=1)|High (N=1)|Total (N=3)");
    }

    @Test
    void numbersInFrontGiveTheOrderPowersOfTenIncludedAndPlaceboGoesFirst() {
        assertThat(columns("""
                USUBJID,AGE,TRT01A
                1,40,2*10^9 cells
                2,40,4.5×10⁸ cells
                3,40,10^9 cells
                4,40,Placebo
                5,40,1.5e10 cells
                """))
                .isEqualTo(
                        "|Placebo (N=1)|4.5 × 10⁸ cells (N=1)|10⁹ cells (N=1)|2 × 10⁹ cells (N=1)|1.5e10 cells (N=1)|Total (N=5)");
    }

    @Test
    void theOrderOfStudyYamlGoesBeforeAllElse() {
        String adsl = "USUBJID,AGE,TRT01A,TRT01AN\n1,40,Low,2\n2,40,High,3\n3,40,Zero,1\n";
        assertThat(columns(adsl, "treatment: {order: [high, LOW]}\n")).isEqualTo("|High (N=1)|Low (N=1)|Zero (N=1)|Total (N=3)");
    }

    @Test
    void spellingsThatDifferInCaseOrBlanksAreOneArmUnderTheMostFrequentName() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,AGE,TRT01A
                1,40,1*10^9
                2,40,1 * 10^9
                3,40,1*10^9
                4,40,PLACEBO
                5,40,Placebo
                6,40,Placebo
                """);
        assertThat(study.rows("baseline").getFirst()).isEqualTo("|Placebo (N=3)|1 × 10⁹ (N=3)|Total (N=6)");
        assertThat(study.codes()).containsOnly("ARM_SPELLING");
    }

    @Test
    void aNumericTreatmentVariableIsOrderedAsNumbers() {
        assertThat(columns("USUBJID,AGE,DOSE\n1,40,10\n2,40,9\n3,40,100\n", "treatment: {variable: DOSE}\n"))
                .isEqualTo("|9 (N=1)|10 (N=1)|100 (N=1)|Total (N=3)");
    }

    private static final String RANDOMISED = "USUBJID,AGE,SAFFL,DTHFL,ARM,TRT01P,TRT01A\n1,40,Y,N,A,A,B\n2,40,Y,N,B,B,B\n3,40,Y,N,A,A,A\n";

    private static String headers(String adsl, String yaml) {
        SmallStudy study = SmallStudy.of(adsl).with("study.yaml", yaml);
        return study.rows("baseline").getFirst() + " " + study.rows("deaths").getFirst();
    }

    @Test
    void baselineIsByThePlannedArmAndSafetyByTheActualOne() {
        assertThat(headers(RANDOMISED, "")).isEqualTo("|A (N=2)|B (N=1)|Total (N=3) |A (N=1)|B (N=2)|Total (N=3)");
    }

    @Test
    void oneVariableIsBothArmsAndTwoAreNamedApart() {
        assertThat(headers(RANDOMISED, "treatment: {variable: TRT01P}\n"))
                .isEqualTo("|A (N=2)|B (N=1)|Total (N=3) |A (N=2)|B (N=1)|Total (N=3)");
        assertThat(headers(RANDOMISED, "treatment: {planned: TRT01A, actual: arm}\n"))
                .isEqualTo("|A (N=1)|B (N=2)|Total (N=3) |A (N=2)|B (N=1)|Total (N=3)");
    }

    @Test
    void whereTheDoseStandsInTheActualArmAloneItIsBoth() {
        assertThat(headers(RANDOMISED.replace(",A,A,", ",A,Drug,").replace(",B,B,", ",B,Drug,").replace("Drug,A", "Drug,C"), ""))
                .isEqualTo("|B (N=2)|C (N=1)|Total (N=3) |B (N=2)|C (N=1)|Total (N=3)");
    }

    @Test
    void bothArmsHaveOneOrderWhicheverHasTheNumericCompanion() {
        assertThat(headers(
                "USUBJID,AGE,SAFFL,DTHFL,TRT01P,TRT01A,TRT01AN\n1,40,Y,N,Low,Low,2\n2,40,Y,N,High,High,3\n3,40,Y,N,Zero,Zero,1\n",
                ""))
                .isEqualTo("|Zero (N=1)|Low (N=1)|High (N=1)|Total (N=3) |Zero (N=1)|Low (N=1)|High (N=1)|Total (N=3)");
    }

    @Test
    void dosesBehindTheProductsNameAreInTheOrderOfTheirAmounts() {
        assertThat(columns("USUBJID,AGE,TRT01A\n1,40,KN 1*10^8\n2,40,KN 5*10^7\n3,40,KN 3*10^8\n"))
                .isEqualTo("|KN 5 × 10⁷ (N=1)|KN 1 × 10⁸ (N=1)|KN 3 × 10⁸ (N=1)|Total (N=3)");
    }

    @Test
    void aStudyWithoutTreatmentVariableHasOneColumn() {
        assertThat(columns("USUBJID,AGE\n1,40\n2,50\n")).isEqualTo("|Total (N=2)");
    }

    @Test
    void aTreatmentVariableThatIsNotThereIsNoSilentTotal() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE\n1,40\n").with("study.yaml", "treatment: {variable: COHORT}\n");
        assertThat(study.whyNot("baseline")).contains("COHORT");
    }

    @Test
    void anArmWithoutSubjectsInThePopulationKeepsItsColumn() {
        assertThat(columns("USUBJID,AGE,ITTFL,TRT01A\n1,40,Y,A\n2,40,N,B\n")).isEqualTo("|A (N=1)|B (N=0)|Total (N=1)");
    }

    @Test
    void aSubjectWithoutArmIsInTheTotalAndInAFootnote() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,TRT01A\n1,40,A\n2,40,\n");
        assertThat(study.rows("baseline").getFirst()).isEqualTo("|A (N=1)|Total (N=2)");
        assertThat(study.footnotes("baseline"))
                .contains("1 subject has no treatment arm and is counted in the total column only.");
    }

    @Test
    void studyYamlCanTakeTheTotalAwayAndOneTableCanHaveItBack() {
        String adsl = "USUBJID,AGE,TRT01A\n1,40,A\n2,40,B\n";
        assertThat(columns(adsl, "treatment: {total: false}\n")).isEqualTo("|A (N=1)|B (N=1)");
        assertThat(columns(adsl, "treatment: {total: All}\n")).isEqualTo("|A (N=1)|B (N=1)|All (N=2)");
        assertThat(columns(adsl, "treatment: {total: false}\ntables: [baseline: {total: true}]\n"))
                .isEqualTo("|A (N=1)|B (N=1)|Total (N=2)");
        assertThat(columns(adsl, "tables: [baseline: {total: false}]\n")).isEqualTo("|A (N=1)|B (N=1)");
    }

    @Test
    void byMakesColumnsOfAnotherVariable() {
        assertThat(columns("USUBJID,AGE,TRT01A,SEX\n1,40,A,M\n2,40,B,F\n3,40,B,M\n", "tables: [baseline: {by: SEX}]\n"))
                .isEqualTo("|F (N=1)|M (N=2)|Total (N=3)");
    }
}
