package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scores by visit. Subjects 1 and 2 fall from 10 to 4 and from 8 to 5, so the changes are −6 and −3 and their mean −4.5.
class ChangeTest {

    private static final String ADSL = "USUBJID,ITTFL\n1,Y\n2,Y\n3,N\n";
    private static final String YAML = "tables: [change: {parameter: PGA, statistics: [n, mean]}]\n";

    private static SmallStudy study(String adqs) {
        return study(adqs, YAML);
    }

    private static SmallStudy study(String adqs, String yaml) {
        return SmallStudy.of(ADSL).with("adqs.csv", adqs).with("study.yaml", yaml);
    }

    private static final String[] EXPECTED = {
        "|Total (N=2)", "Baseline|", "  n|2", "  Mean|9.0", "Week 4|", "  n|2", "  Mean|4.5", "  Change from baseline|",
        "    n|2",
        "    Mean|−4.5"};

    @ParameterizedTest
    @ValueSource(strings = {
        // CHG; BASE; neither
        "USUBJID,PARAMCD,AVISIT,AVAL,CHG\n1,PGA,Baseline,10,\n1,PGA,Week 4,4,-6\n2,PGA,Baseline,8,\n2,PGA,Week 4,5,-3\n3,PGA,Week 4,99,9\n",
        "USUBJID,PARAMCD,AVISIT,AVAL,BASE\n1,PGA,Baseline,10,10\n1,PGA,Week 4,4,10\n2,PGA,Baseline,8,8\n2,PGA,Week 4,5,8\n",
        "USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Week 4,4\n1,PGA,Baseline,10\n2,PGA,Baseline,8\n2,PGA,Week 4,5\n",
        // columns that are there and empty say nothing
        "USUBJID,PARAMCD,AVISIT,AVAL,CHG,BASE\n1,PGA,Week 4,4,,\n1,PGA,Baseline,10,,\n2,PGA,Baseline,8,,\n2,PGA,Week 4,5,,\n",
        // unscheduled visits, visits without a name and records without a value
        "USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Week 4,4\n1,PGA,Baseline,10\n2,PGA,Baseline,8\n2,PGA,Week 4,5\n2,PGA,Unscheduled 1.01,50\n2,PGA,,60\n2,PGA,Week 4,\n",
        // ANL01FL picks one of two
        "USUBJID,PARAMCD,AVISIT,AVAL,ANL01FL\n1,PGA,Week 4,4,Y\n1,PGA,Week 4,77,\n1,PGA,Baseline,10,Y\n2,PGA,Baseline,8,Y\n2,PGA,Week 4,5,Y\n"})
    void changeIsTheSameHoweverItIsGiven(String adqs) {
        assertThat(study(adqs).rows("change")).containsExactly(EXPECTED);
    }

    @Test
    void theBaselineIsEachSubjectsOwnFlaggedRecord() {
        // subject 1's baseline is at screening, subject 2's on day 1
        SmallStudy study = study("""
                USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,ABLFL
                1,PGA,Screening,-1,10,Y
                2,PGA,Screening,-1,20,
                2,PGA,Day 1,1,8,Y
                1,PGA,Week 4,4,4,
                2,PGA,Week 4,4,5,
                """);
        assertThat(study.rows("change")).endsWith("    n|2", "    Mean|−4.5");
    }

    @Test
    void visitsBeforeBaselineComeFirstAndHaveNoChange() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,AVISIT,AVISITN,AVAL
                1,PGA,Week 4,4,4
                1,PGA,Baseline,0,10
                1,PGA,Screening,-1,11
                """);
        assertThat(study.rows("change")).containsExactly("|Total (N=2)", "Screening|", "  n|1", "  Mean|11.0", "Baseline|",
                "  n|1",
                "  Mean|10.0", "Week 4|", "  n|1", "  Mean|4.0", "  Change from baseline|", "    n|1", "    Mean|−6.0");
    }

    @Test
    void visitsComeByTheirNumberElseByTheTimeOfTheirName() {
        String rows = "1,PGA,Week 12,%s1\n1,PGA,Week 2,%s1\n1,PGA,Month 1,%s1\n1,PGA,Baseline,%s1\n";
        assertThat(headings(study("USUBJID,PARAMCD,AVISIT,AVAL\n" + rows.formatted("", "", "", ""))))
                .containsExactly("Baseline|", "Week 2|", "Month 1|", "Week 12|");
        assertThat(headings(study("USUBJID,PARAMCD,AVISIT,AVISITN,AVAL\n" + rows.formatted("2,", "7,", "9,", "1,"))))
                .containsExactly("Baseline|", "Week 12|", "Week 2|", "Month 1|");
    }

    private static List<String> headings(SmallStudy study) {
        return study.rows("change").stream().skip(1).filter(r -> !r.startsWith(" ")).toList();
    }

    @Test
    void twoRecordsOfASubjectAtAVisitAreNamedWithTheirRows() {
        SmallStudy study = study(
                "USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Baseline,1\n1,PGA,Week 4,4\n2,PGA,Week 4,5\n1,PGA,WEEK 4,6\n");
        assertThat(study.whyNot("change")).contains("ADQS").contains("PGA").contains("Week 4, rows 2 and 4");
    }

    @Test
    void aVisitAskedForThatNobodyHasIsSaid() {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Baseline,1\n",
                "tables: [change: {parameter: PGA, statistics: [n], visits: [baseline, Week 99]}]\n");
        assertThat(study.rows("change")).containsExactly("|Total (N=2)", "Baseline|", "  n|1", "Week 99|", "  n|0",
                "  Change from baseline|", "    n|0");
        assertThat(study.footnotes("change")).contains("The data have no value of PGA at \"Week 99\".");
    }

    @Test
    void partsOfASplitDatasetKeepTheirOwnChangeAndFlags() {
        // only the first part has CHG and ANL01FL
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adsledai.csv",
                        "USUBJID,PARAMCD,AVISIT,AVAL,CHG,ANL01FL\n1,SLEDTOT,Baseline,9,,Y\n1,SLEDTOT,Week 4,1,-8,Y\n")
                .with("adpga.csv",
                        "USUBJID,PARAMCD,AVISIT,AVAL,BASE\n1,PGA,Baseline,10,10\n1,PGA,Week 4,4,10\n2,PGA,Baseline,8,8\n2,PGA,Week 4,5,8\n")
                .with("study.yaml", """
                        datasets: {ADQS: [ADSLEDAI, ADPGA]}
                        parameters: {SLEDAI2K: SLEDTOT}
                        tables:
                          - change: {parameter: PGA, statistics: [n, mean]}
                          - change: {as: sledai, parameter: SLEDAI2K, statistics: [mean]}
                        """);
        assertThat(study.rows("change")).containsExactly(EXPECTED);
        assertThat(study.rows("sledai")).containsExactly("|Total (N=2)", "Baseline|", "  Mean|9.0", "Week 4|", "  Mean|1.0",
                "  Change from baseline|", "    Mean|−8.0");
    }

    @Test
    void aParameterInTwoDatasetsIsNotGuessedUnlessTheTableNamesOne() {
        String rows = "USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Baseline,1\n";
        SmallStudy study = study(rows,
                "tables:\n  - change: {parameter: PGA}\n  - change: {as: named, parameter: PGA, dataset: ADPGA, statistics: [mean]}\n")
                .with("adpga.csv", rows.replace(",1\n", ",3\n"));
        assertThat(study.whyNot("change")).contains("ADPGA").contains("ADQS");
        assertThat(study.rows("named")).contains("  Mean|3.0");
    }

    @Test
    void decimalsOfATableReplaceTheUsualOnes() {
        SmallStudy study = study("USUBJID,PARAMCD,PARAM,AVISIT,AVAL\n1,PGA,Physician score,Baseline,1\n",
                "tables: [change: {parameter: PGA, statistics: [mean], decimals: {mean: 3}}]\n");
        assertThat(study.rows("change")).contains("  Mean|1.000");
        assertThat(study.table("change").title()).isEqualTo("Physician score by Visit and Change from Baseline");
    }

    @Test
    void aVisitOfWholeNumbersIsShownLikeTheOthers() {
        // Collected with one decimal, so means have two, at week 4 too where both are 0: (0 − 1.5 + 0 − 2.5) / 2 = −2.
        SmallStudy study = study("""
                USUBJID,PARAMCD,AVISIT,AVAL
                1,PGA,Baseline,1.5
                2,PGA,Baseline,2.5
                1,PGA,Week 4,0
                2,PGA,Week 4,0
                1,PGA,Week 8,0.5
                """);
        assertThat(study.rows("change")).containsSequence("Week 4|", "  n|2", "  Mean|0.00", "  Change from baseline|", "    n|2",
                "    Mean|−2.00", "Week 8|", "  n|1", "  Mean|0.50", "  Change from baseline|", "    n|1", "    Mean|−1.00");
    }

    @Test
    void oneValueHasNoStandardDeviation() {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVAL\n1,PGA,Baseline,1\n",
                "tables: [change: {parameter: PGA, statistics: [sd]}]\n");
        assertThat(study.rows("change")).contains("  SD|NE");
        assertThat(study.footnotes("change")).anyMatch(f -> f.contains("NE = not estimable"));
    }

    /// As CIBIC+, which is a change from baseline itself.
    @Test
    void aScoreWithoutBaselineHasNoChangesAndATitleThatPromisesNone() {
        SmallStudy study = study("USUBJID,PARAMCD,PARAM,AVISIT,AVAL\n1,PGA,Impression,Week 8,3\n1,PGA,Impression,Week 16,4\n");
        assertThat(study.rows("change")).containsExactly("|Total (N=2)", "Week 8|", "  n|1", "  Mean|3.0", "Week 16|", "  n|1",
                "  Mean|4.0");
        assertThat(study.table("change").title()).isEqualTo("Impression by Visit");
        assertThat(study.table("change", "lancet").title()).isEqualTo("Impression by visit");
        assertThat(study.footnotes("change"))
                .contains("The data have no baseline of Impression: no change from it is shown.");
    }

    @Test
    void ofSeveralScoresOnlyThoseWithABaselineHaveChanges() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVAL
                1,A,First,Baseline,3
                1,A,First,Week 8,4
                1,B,Second,Week 8,5
                """, "tables: [change: {parameters: [A, B], statistics: [mean]}]\n");
        assertThat(study.rows("change")).containsExactly("|Total (N=2)", "First|", "  Baseline|", "    Mean|3.0", "  Week 8|",
                "    Mean|4.0", "    Change from baseline|", "      Mean|1.0", "Second|", "  Week 8|", "    Mean|5.0");
        assertThat(study.table("change").title()).isEqualTo("First and Second by Visit and Change from Baseline");
        assertThat(study.footnotes("change")).contains("The data have no baseline of Second: no change from it is shown.");
    }

    private static final String READINGS = """
            USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,AVALC%s
            1,INTP,Interpretation,Baseline,0,1,NORMAL%s
            1,INTP,Interpretation,Week 4,4,2,ABNORMAL%s
            2,INTP,Interpretation,Baseline,0,1,NORMAL%s
            2,INTP,Interpretation,Week 4,4,1,NORMAL%s
            1,HR,Heart Rate (beats/min),Baseline,0,70,70%s
            1,HR,Heart Rate (beats/min),Week 4,4,72,72%s
            """;

    /// 1 and 2 are codes of words here: their mean, 1.5, is none of anything.
    @Test
    void codesOfWordsHaveNoMeanAmongMeasuredValues() {
        String none = "";
        SmallStudy study = SmallStudy.of(ADSL + "4,Y\n").with("adeg.csv",
                String.format(READINGS, none, none, none, none, none, none, none));
        assertThat(study.rows("ecg")).anyMatch(row -> row.startsWith("Heart Rate"))
                .noneMatch(row -> row.startsWith("Interpretation"));
        assertThat(study.footnotes("ecg")).contains(
                "Interpretation is not shown: its numbers are codes of words, which have no mean: NORMAL (1), ABNORMAL (2).");
    }

    /// Who has changes of the codes takes them for a score; so does who asks for the parameter alone. A footnote says what they are.
    @Test
    void aScoreWithWordsIsShownAndSaysSo() {
        String said = "The numbers of Interpretation are codes of words: NORMAL (1), ABNORMAL (2).";
        SmallStudy scored = SmallStudy.of(ADSL).with("adeg.csv",
                String.format(READINGS, ",CHG", ",", ",1", ",", ",0", ",", ",2"));
        assertThat(scored.rows("ecg")).anyMatch(row -> row.startsWith("Interpretation"));
        assertThat(scored.footnotes("ecg")).contains(said);
        String none = "";
        SmallStudy asked = SmallStudy.of(ADSL).with("adeg.csv", String.format(READINGS, none, none, none, none, none, none, none))
                .with("study.yaml", "tables: [change: {parameter: INTP, statistics: [n, mean]}]\n");
        assertThat(asked.rows("change")).contains("  Mean|1.5");
        assertThat(asked.footnotes("change")).contains(said);
    }
}
