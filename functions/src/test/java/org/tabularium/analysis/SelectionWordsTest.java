package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.result.ResultRow;
import org.tabularium.table.wording.FilterWords;

/// What `explain` says of a number names each criterion that the table's documentation (docs/statistics.md) and its footnotes
/// give: parameters, windows of days, what is under observation.
class SelectionWordsTest {

    private static final String ADSL = "USUBJID,TRT01A,SAFFL,FASFL,TRTSDT,LSTALVDT\n1,A,Y,Y,2025-01-01,2025-06-01\n";

    /// The words of the first result of each row that counts something.
    private static List<String> words(SmallStudy study, String table) {
        return study.computed(table).tables().getFirst().rows().stream()
                .filter(row -> row.kind() == ResultRow.Kind.DATA)
                .map(row -> FilterWords.of(row.cells().getFirst().results().getFirst().selection().clauses()))
                .toList();
    }

    @Test
    void hysLawNamesItsParametersAndItsDays() {
        SmallStudy study = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ANRHI,ABLFL
                1,ALT,ALT,Baseline,0,2025-01-01,20,40,Y
                1,ALT,ALT,Week 4,4,2025-01-29,200,40,
                1,BILI,Bilirubin,Baseline,0,2025-01-01,10,20,Y
                1,BILI,Bilirubin,Week 4,4,2025-01-30,50,20,
                1,ALP,ALP,Baseline,0,2025-01-01,60,120,Y
                1,ALP,ALP,Week 4,4,2025-01-29,60,120,
                """);
        List<String> words = words(study, "liver");
        String hysLaw = "(PARAMCD = ALT or PARAMCD = BILI) and after baseline and a value of each of ALT, BILI";
        assertThat(words).containsSequence(hysLaw,
                hysLaw + " and PARAMCD = ALT and R2ANRHI ≥ 3",
                hysLaw + " and PARAMCD = BILI and R2ANRHI ≥ 2",
                hysLaw + " and PARAMCD = ALT and R2ANRHI ≥ 3 and then PARAMCD = BILI and R2ANRHI ≥ 2"
                        + " and on the same day or within 30 days",
                hysLaw + " and PARAMCD = ALT and R2ANRHI ≥ 3 and then PARAMCD = BILI and R2ANRHI ≥ 2"
                        + " and on the same day or within 30 days and then PARAMCD = ALP and R2ANRHI < 2"
                        + " and so in all values from the first day to the last of these");
    }

    @Test
    void kineticsNameTheLastDayOfTheAreaAndWhoseValuesCount() {
        SmallStudy study = SmallStudy.of(ADSL).with("adpc.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL
                1,CARCOPY,Copies,Day 7,7,2025-01-08,100
                1,CARCOPY,Copies,Day 14,14,2025-01-15,50
                """);
        assertThat(words(study, "kinetics")).startsWith("PARAMCD = CARCOPY and from day zero on",
                "PARAMCD = CARCOPY and from day zero on and of subjects with a quantifiable value")
                .contains("PARAMCD = CARCOPY and from day zero on and of subjects with a quantifiable value and until day 28");
    }

    @Test
    void valuesNearADayNameTheDayAndTheWindow() {
        SmallStudy study = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ATOXGRL,ABLFL
                1,NEUT,Neutrophils,Baseline,0,2025-01-01,4,0,Y
                1,NEUT,Neutrophils,Day 28,28,2025-01-28,0.6,3,
                """);
        assertThat(words(study, "cytopenia")).startsWith("PARAMCD = NEUT and after baseline and within 7 days of day 28",
                "PARAMCD = NEUT and after baseline and within 7 days of day 28 and ATOXGRL ≥ 3")
                .noneMatch(said -> said.contains("AVISIT"));
    }

    @Test
    void periodsOfOnsetSayWhoIsUnderObservation() {
        SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", """
                USUBJID,TRTEMFL,AEDECOD,ASTDT,ASTDY
                1,Y,Rash,2025-01-10,10
                """);
        assertThat(words(study, "ae-onset-period")).startsWith(
                "TRTEMFL = Y and in the study on study day 1 or with an event in the period",
                "TRTEMFL = Y and ASTDY ≥ 1 and ASTDY ≤ 28");
    }
}
