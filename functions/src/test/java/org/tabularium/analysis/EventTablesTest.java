package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Adverse event tables on six subjects, three an arm. Every expected cell was counted by hand from the rows.
class EventTablesTest {

    private static final String ADSL = """
            USUBJID,TRT01A,SAFFL
            1,A,Y
            2,A,Y
            3,A,Y
            4,B,Y
            5,B,Y
            6,B,N
            """;

    private static SmallStudy study(String adae) {
        return SmallStudy.of(ADSL).with("adae.csv", adae);
    }

    /// Lowest level terms are of MedDRA; preferred terms may be of another dictionary.
    @Test
    void theDictionaryIsNamedWhereTheDataTellIt() {
        String adsl = "USUBJID,TRT01A,SAFFL\n1,A,Y\n";
        String events = "USUBJID,TRTEMFL,AEBODSYS,AEDECOD%s\n1,Y,Infections and infestations,Pneumonia%s\n";
        String coded = events.formatted(",AELLT", ",Lung infection");
        String known = "Adverse events are coded by MedDRA; its version is not given.";
        assertThat(SmallStudy.of(adsl).with("adae.csv", coded).footnotes("ae-soc-pt")).contains(known);
        assertThat(SmallStudy.of(adsl).with("adae.csv", coded).with("study.yaml", "dictionaries: {MedDRA: '27.1'}\n")
                .footnotes("ae-soc-pt")).contains("MedDRA version 27.1.").doesNotContain(known);
        assertThat(SmallStudy.of(adsl).with("adae.csv", events.formatted("", "")).footnotes("ae-soc-pt"))
                .noneMatch(note -> note.contains("MedDRA"));
    }

    @Test
    void aSubjectCountsOnceARowEventsAllAndNobodyOutsideThePopulation() {
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD
                1,Y,Skin,Rash
                1,Y,Skin,Rash
                1,Y,Skin,Acne
                2,N,Skin,Rash
                4,Y,Gut,Nausea
                5,Y,Gut,Bloating
                6,Y,Skin,Rash
                """);
        assertThat(study.rows("ae-soc-pt")).containsExactly(
                "System organ class   Preferred term|n (%)|[E]|n (%)|[E]|n (%)|[E]",
                "Any adverse event|1 (33.3%)|3|2 (100%)|2|3 (60.0%)|5",
                "Gut|0|0|2 (100%)|2|2 (40.0%)|2",
                "  Bloating|0|0|1 (50.0%)|1|1 (20.0%)|1",
                "  Nausea|0|0|1 (50.0%)|1|1 (20.0%)|1",
                "Skin|1 (33.3%)|3|0|0|1 (20.0%)|3",
                "  Acne|1 (33.3%)|1|0|0|1 (20.0%)|1",
                "  Rash|1 (33.3%)|2|0|0|1 (20.0%)|2");
    }

    @Test
    void theWorstGradeIsTheWorstWithinTheRow() {
        // subject 1: rash 3 and acne 1, so grade 3 in the class and grade 1 in the row of acne
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR
                1,Y,Skin,Rash,3
                1,Y,Skin,Rash,Grade 1
                1,Y,Skin,Acne,G1
                4,Y,Skin,Acne,II
                """);
        List<String> rows = study.rows("ae-grade");
        int skin = rows.indexOf("Skin|1 (33.3%)|1 (50.0%)|2 (40.0%)");
        assertThat(rows.subList(skin + 1, skin + 4)).containsExactly(
                "  Grade 2|0|1 (50.0%)|1 (20.0%)", "  Grade 3|1 (33.3%)|0|1 (20.0%)", "  Grade ≥3|1 (33.3%)|0|1 (20.0%)");
        int acne = rows.indexOf("  Acne|1 (33.3%)|1 (50.0%)|2 (40.0%)");
        assertThat(rows.subList(acne + 1, acne + 3)).containsExactly("    Grade 1|1 (33.3%)|0|1 (20.0%)",
                "    Grade 2|0|1 (50.0%)|1 (20.0%)");
        assertThat(study.table("ae-grade").title()).endsWith("and Worst Grade");
    }

    @Test
    void anyEventIsOneRowWithItsGradesWhereTheShellHasOneAlready() {
        // subject 1's worst grade is 3; subject 4's 2; nobody else has an event
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR
                1,Y,Skin,Rash,3
                1,Y,Skin,Rash,1
                4,Y,Gut,Nausea,2
                """).with("study.yaml", """
                tables:
                  - ae-soc-pt: {as: below, worst-grade: ["1-2", ">=3"], grades-in: rows}
                  - ae-soc-pt: {as: beside, worst-grade: ["1-2", ">=3"]}
                """);
        assertThat(study.rows("below").subList(1, 5)).containsExactly(
                "Any adverse event|1 (33.3%)|2|1 (50.0%)|1|2 (40.0%)|3",
                "  Grade 1–2|0||1 (50.0%)||1 (20.0%)|",
                "  Grade ≥3|1 (33.3%)||0||1 (20.0%)|",
                "Gut|0|0|1 (50.0%)|1|1 (20.0%)|1");
        assertThat(study.rows("beside").subList(1, 3)).containsExactly(
                "Any adverse event|1 (33.3%) [2]|0|1 (33.3%)|1 (50.0%) [1]|1 (50.0%)|0|2 (40.0%) [3]|1 (20.0%)|1 (20.0%)",
                "Gut|0|0|0|1 (50.0%) [1]|1 (50.0%)|0|1 (20.0%) [1]|1 (20.0%)|0");
    }

    @Test
    void theGradesOfAnyEventStandBelowTheRowThatCountsThemWhateverItIsCalled() {
        // the second block is of events of the gut, which are not any adverse event
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR
                1,Y,Skin,Rash,3
                4,Y,Gut,Nausea,2
                """).with("templates/own.yaml", """
                id: own
                number: 14.3.1.99
                title: Own
                dataset: ADAE
                where: {TRTEMFL: Y}
                rows:
                  - subjects: {label: Any event}
                  - subjects: {label: Skin event, where: {AEBODSYS: Skin}}
                  - {nest: [AEDECOD], worst-grade: [">=3"], grades-in: rows}
                  - {nest: [AEDECOD], where: {AEBODSYS: Gut}, worst-grade: [">=3"], grades-in: rows}
                """);
        assertThat(study.rows("own").stream().skip(1).map(row -> row.substring(0, row.lastIndexOf('|')))).containsExactly(
                "Any event|1 (33.3%)|1 (50.0%)", "  Grade ≥3|1 (33.3%)|0", "Skin event|1 (33.3%)|0",
                "Nausea|0|1 (50.0%)", "Rash|1 (33.3%)|0", "  Grade ≥3|1 (33.3%)|0",
                "Any of these events|0|1 (50.0%)", "  Grade ≥3|0|0", "Nausea|0|1 (50.0%)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER", "ATOXGR", "AETOXGR"})
    void withoutGradesTheWorstSeverityIsShown(String blank) {
        SmallStudy study = study("USUBJID,TRTEMFL,AEBODSYS,AEDECOD,AESEV," + blank
                + "\n1,Y,Skin,Rash,SEVERE,\n1,Y,Skin,Rash,MILD,\n4,Y,Skin,Rash,MODERATE,\n");
        assertThat(study.table("ae-grade").title()).endsWith("and Worst Severity");
        assertThat(study.row("ae-grade", "Severe")).isEqualTo("  Severe|1 (33.3%)|0|1 (20.0%)");
        assertThat(study.rows("ae-overview")).noneMatch(r -> r.startsWith("Grade"));
    }

    @Test
    void aMissingGradeIsARowOfItsOwnAndNoGradeThreeOrMore() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR\n1,Y,Skin,Rash,3\n4,Y,Skin,Rash,\n");
        assertThat(study.row("ae-grade", "Grade missing")).isEqualTo("  Grade missing|0|1 (50.0%)|1 (20.0%)");
        assertThat(study.row("ae-overview", "Grade ≥3 adverse event")).isEqualTo("Grade ≥3 adverse event|1 (33.3%)|0|1 (20.0%)");
    }

    @Test
    void aVariableThatIsBlankThroughoutMakesNoRowOfZeros() {
        // as in the CDISC pilot, whose AEACN is empty: "leading to discontinuation: 0" would be false
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD,AEACN,AESER,AEREL,AEDLTFL\n1,Y,Rash,,N,RELATED,\n");
        assertThat(study.rows("ae-overview")).noneMatch(r -> r.contains("discontinuation"));
        assertThat(study.row("ae-overview", "Serious adverse event")).isEqualTo("Serious adverse event|0|0|0");
        // a flag may be blank for everybody: nobody had one
        assertThat(study.row("ae-overview", "Dose-limiting toxicity")).isEqualTo("Dose-limiting toxicity|0|0|0");
    }

    @ParameterizedTest
    @CsvSource({"RELATED,1", "possible,1", "PROBABLE,1", "Definite,1", "Y,1", "UNLIKELY,0", "POSSIBLY RELATED,1", "Yes,1",
        "NOT RELATED,0", "N,0"})
    void anyKindOfRelatedIsRelated(String value, int subjects) {
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD,AEREL\n1,Y,Rash," + value + "\n4,Y,Rash,\n");
        assertThat(study.row("ae-overview", "Treatment-related adverse event")).startsWith(
                "Treatment-related adverse event|" + (subjects == 1 ? "1 (33.3%)" : "0") + "|0|");
        assertThat(study.footnotes("ae-overview"))
                .contains("The relationship to treatment is missing for 1 event, which is not counted as related.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AEREL", "AREL"})
    void studyYamlNamesWhatIsRelatedUnderEitherName(String variable) {
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD,AEREL\n1,Y,Rash,REMOTE\n4,Y,Rash,DEFINITE\n")
                .with("study.yaml", "values: {" + variable + ": {related: [REMOTE]}}\n");
        assertThat(study.row("ae-overview", "Treatment-related adverse event"))
                .isEqualTo("Treatment-related adverse event|1 (33.3%)|0|1 (20.0%)");
    }

    @Test
    void theFootnoteOnMissingRelationsCountsTheEventsThatCouldHaveBeenInTheTable() {
        // missing: one treatment-emergent event of subject 1; the others are not treatment-emergent or outside the population
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,AEREL
                1,Y,Skin,Rash,
                2,N,Skin,Rash,
                6,Y,Skin,Rash,
                4,Y,Skin,Rash,RELATED
                """);
        assertThat(study.footnotes("ae-related"))
                .contains("The relationship to treatment is missing for 1 event, which is not counted as related.");
    }

    @Test
    void aWordOfNoListIsToldApartFromNothingWritten() {
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,AEREL
                1,Y,Skin,Rash,
                1,Y,Skin,Itch,REMOTE
                2,Y,Skin,Rash,REMOTE
                4,Y,Skin,Rash,RELATED
                """);
        assertThat(study.footnotes("ae-related"))
                .contains("The relationship to treatment is missing for 1 event, which is not counted as related.")
                .contains("The relationship to treatment of 2 events is not classified (\"Remote\"); they are not counted as"
                        + " related.");
    }

    @Test
    void theFootnoteOnMissingRelationsIsThereWhenNothingIsRelated() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEBODSYS,AEDECOD,AEREL\n1,Y,Skin,Rash,\n4,Y,Skin,Rash,NONE\n");
        assertThat(study.rows("ae-related")).contains("No treatment-related treatment-emergent adverse events were reported.");
        assertThat(study.footnotes("ae-related")).anyMatch(f -> f.contains("missing for 1 event"));
    }

    @Test
    void commonEventsSayWhatTheyAreAndWhenThereAreNone() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD\n1,Y,Rash\n2,Y,Rash\n4,Y,Acne\n")
                .with("study.yaml", "tables:\n  - ae-common: {threshold: 60}\n  - ae-common: {as: none, threshold: 70}\n");
        assertThat(study.rows("ae-common")).containsExactly("Preferred term, n (%)|A (N=3)|B (N=2)|Total (N=5)",
                "Rash|2 (66.7%)|0|2 (40.0%)");
        assertThat(study.footnotes("ae-common"))
                .contains("Rows with at least 60% of the subjects of at least one group are shown.");
        assertThat(study.rows("none")).contains("Nothing was reported by 70% or more of the subjects of any group.");
    }

    @Test
    void aThresholdIsReachedWhenItIsMet() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD\n4,Y,Acne\n")
                .with("study.yaml", "tables: [ae-common: {threshold: 50}]\n");
        assertThat(study.rows("ae-common")).contains("Acne|0|1 (50.0%)|1 (20.0%)");
    }

    @Test
    void noEventsIsASentenceUnderTheNs() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR\n");
        assertThat(study.rows("ae-grade")).containsExactly(
                "System organ class   Preferred term, n (%)|A (N=3)|B (N=2)|Total (N=5)",
                "No treatment-emergent adverse events were reported.");
        assertThat(study.table("ae-grade").title()).doesNotContain("{").doesNotEndWith("grade");
    }

    @Test
    void specialInterestShowsEveryGradeAtZeroAndGradeZeroIsNoEvent() {
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEDECOD,ASTCTGR,ATOXGR,ASTDY,AENDY,CQ01NAM
                1,Y,Cytokine release syndrome,1,3,3,5,
                1,Y,Cytokine release syndrome,2,,6,8,
                4,Y,CYTOKINE RELEASE SYNDROME,0,,1,1,
                5,Y,Sepsis,,4,10,12,Serious infections
                """);
        List<String> rows = study.rows("aesi");
        assertThat(rows.subList(1, 11)).containsExactly(
                "Cytokine release syndrome|||",
                "  Any grade|1 (33.3%)|0|1 (20.0%)",
                "  Grade 1|0|0|0",
                "  Grade 2|1 (33.3%)|0|1 (20.0%)",
                "  Grade 3|0|0|0", // ASTCTGR goes before ATOXGR
                "  Grade 4|0|0|0",
                "  Grade 5|0|0|0",
                "  Grade ≥3|0|0|0",
                "  Onset (study day), median (range)|3.0 (3–3)|–|3.0 (3–3)",
                "  Duration (days), median (range)|6.0 (6–6)|–|6.0 (6–6)"); // days 3 to 8
        assertThat(rows).contains("Serious infections|||");
        assertThat(study.row("ae-overview", "Cytokine release syndrome"))
                .as("the same subjects in the overview")
                .isEqualTo("Cytokine release syndrome|1 (33.3%)|0|1 (20.0%)");
    }

    @Test
    void byAndWhereOfATableJoinTheShellsOwn() {
        SmallStudy study = study(
                "USUBJID,TRTEMFL,AEBODSYS,AEDECOD,AEREL\n1,Y,Skin,Rash,POSSIBLE\n2,N,Skin,Rash,POSSIBLE\n4,Y,Skin,Rash,NONE\n")
                .with("study.yaml", "tables: [ae-soc-pt: {as: possible, where: {AREL: [POSSIBLE, PROBABLE]}}]\n");
        assertThat(study.rows("possible")).contains("Any adverse event|1 (33.3%)|1|0|0|1 (20.0%)|1");
    }

    @Test
    void populationOfATableReplacesTheShells() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEBODSYS,AEDECOD\n6,Y,Skin,Rash\n")
                .with("study.yaml", "tables: [ae-soc-pt: {population: all}]\n");
        assertThat(study.rows("ae-soc-pt")).contains("Any adverse event|0|0|1 (33.3%)|1|1 (16.7%)|1");
    }

    /// 1 has grades 1 and 3, 2 has none, 4 has grade 2, 5 an event without a grade.
    @Test
    void worstGradesStandBesideTheCountOfAnyGradeWhereTheyAreAskedFor() {
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR
                1,Y,Skin,Rash,1
                1,Y,Skin,Rash,3
                4,Y,Skin,Acne,2
                5,Y,Skin,Acne,
                """).with("study.yaml", "tables: [ae-grade: {worst-grade: [any, 1-2, ≥3], total: false}]\n");
        assertThat(study.rows("ae-grade")).containsExactly(
                "System organ class   Preferred term, n (%)|Any grade|Grade 1–2|Grade ≥3|Grade missing|Any grade|Grade 1–2|Grade ≥3|Grade missing",
                "Any adverse event|1 (33.3%)|0|1 (33.3%)|0|2 (100%)|1 (50.0%)|0|1 (50.0%)",
                "Skin|1 (33.3%)|0|1 (33.3%)|0|2 (100%)|1 (50.0%)|0|1 (50.0%)",
                "  Acne|0|0|0|0|2 (100%)|1 (50.0%)|0|1 (50.0%)",
                "  Rash|1 (33.3%)|0|1 (33.3%)|0|0|0|0|0");
    }
}
