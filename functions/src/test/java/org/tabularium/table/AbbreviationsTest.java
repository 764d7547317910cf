package org.tabularium.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.analysis.SmallStudy;

/// An abbreviation is spelled out where a text has it as a word of its own; in alphabetical order.
class AbbreviationsTest {

    @Test
    void thoseOfTheStudyAreExplainedAndThoseOfExplanationsToo() {
        Abbreviations abbreviations = new Abbreviations(Map.of("MMF", "mycophenolate mofetil", "CI", "cardiac index"));
        assertThat(abbreviations.footnote(List.of("MMF (CI)", "BICLA")))
                .isEqualTo("BICLA = BILAG-based Combined Lupus Assessment; "
                        + "BILAG = British Isles Lupus Assessment Group; "
                        + "CI = cardiac index; MMF = mycophenolate mofetil.");
        assertThat(abbreviations.footnote(List.of("SRI-4"))).isEqualTo(
                "SLE = systemic lupus erythematosus; SRI-4 = SLE Responder Index 4.");
        assertThat(abbreviations.unknown(List.of("Dose of MMF and XYZ (mg)", "RASH", "SLEDAI-2K at week 4", "SD of ABC-1")))
                .containsExactly("XYZ");
    }

    @Test
    void orderIsThatOfTheAlphabetWhateverTheCase() {
        assertThat(new Abbreviations(Map.of()).footnote(List.of("UPCR, eGFR, DLT, Max, MTD"))).isEqualTo(
                "DLT = dose-limiting toxicity; eGFR = estimated glomerular filtration rate; Max = maximum; "
                        + "MTD = maximum tolerated dose; UPCR = urine protein-to-creatinine ratio.");
    }

    /// Codes of RECIST: stable disease and not evaluable.
    @Test
    void valueOfARecordIsNoStatistic() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,ITTFL,EFFFL,TRT01P\n1,1,Y,Y,A\n2,2,Y,Y,B\n")
                .with("adeff.csv", """
                        USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVALC
                        1,BOR,Best response,Week 4,4,SD
                        2,BOR,Best response,Week 4,4,NE
                        """)
                .with("study.yaml", "tables: [listing-response]\n");
        assertThat(study.rows("listing-response")).hasSize(3).anyMatch(row -> row.contains("SD"));
        assertThat(study.footnotes("listing-response")).noneMatch(note -> note.contains(" = "));
    }

    @Test
    void whatAnInvestigatorWroteIsNotExplained() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,SAFFL\n1,1,Y\n")
                .with("adae.csv", "USUBJID,AEDECOD,AETERM,AEOUT\n1,Neutropenia,low ANC and DLT,UPCR\n");
        assertThat(study.rows("listing-ae")).anyMatch(row -> row.contains("low ANC and DLT"));
        assertThat(study.footnotes("listing-ae")).contains("UPCR = urine protein-to-creatinine ratio.");
    }

    @Test
    void levelWhoseSubjectsAreCountedIsNoStatistic() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,ITTFL,TRT01P,RACE\n1,1,Y,A,SD\n2,2,Y,B,NE\n")
                .with("study.yaml", "tables: [baseline]\n");
        assertThat(study.rows("baseline")).anyMatch(row -> row.contains("SD")).anyMatch(row -> row.contains("NE"));
        assertThat(study.footnotes("baseline")).noneMatch(note -> note.contains(" = "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mean (SD)|SD = standard deviation.",
        "SD|SD = standard deviation.",
        "SDS and SD|SD = standard deviation.",
        "95% CI, SE|CI = confidence interval; SE = standard error.",
        "SLEDAI-2K|SLEDAI-2K = Systemic Lupus Erythematosus Disease Activity Index 2000.",
        "SLE-like|SLE = systemic lupus erythematosus.",
        "non-SLE|SLE = systemic lupus erythematosus.",
        "DLT-evaluable subjects|DLT = dose-limiting toxicity.",
        "eGFR (mL/min)|eGFR = estimated glomerular filtration rate.",
        "SLE-|''",
        "SLE-2|''",
        "X-SLE|''",
        "SD_1|''",
        "1SD|''",
        "aSD|''",
        "Q10|''",
        "sd|''"})
    void onlyWholeWordsAreSpelledOut(String text, String footnote) {
        assertThat(new Abbreviations(Map.of()).footnote(List.of("first", text, "last"))).isEqualTo(footnote);
    }
}
