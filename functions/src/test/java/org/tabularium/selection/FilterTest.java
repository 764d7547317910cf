package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.analysis.SmallStudy;

/// Comparators on text, numbers, dates, grades and missing values, through a shell's row. Which of the subjects 1 to 4 are meant
/// was read off the rows.
class FilterTest {

    private static final String ADSL = "USUBJID,SAFFL,SEX\n1,Y,F\n2,Y,M\n3,Y,F\n4,Y,M\n";
    private static final String ADAE = """
            USUBJID,TRTEMFL,AEDECOD,AETERM,NUM,ATOXGR,ASTDT,SMQ01NAM,EMPTY
            1,Y,Rash,Itch,1,Grade 1,2025-01-31,,
            2,Y,Rash,ITCH,2.5,III,2025-02-01,Allergy,
            3,Y,Acne,Spot,,0,2025-02,,
            4,Y,Acne,,10,,,allergy,
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{AETERM: itch}|2",
        "{AETERM: [itch, spot]}|3",
        "{AETERM: {ne: itch}}|2",
        "{AETERM: {not-in: [itch, spot]}}|1",
        "{AETERM: {missing: true}}|1",
        "{AETERM: {missing: false}}|3",
        "{NUM: 1}|1",
        "{NUM: {lt: 2.5}}|1",
        "{NUM: {le: 2.5}}|2",
        "{NUM: {gt: 2.5}}|1",
        "{NUM: {ge: 2.5}}|2",
        "{NUM: {ne: 1}}|3",
        "{NUM: {ge: 1, lt: 10}}|2",
        "{NUM: [1, 10]}|2",
        "{ATOXGR: {ge: 1}}|2",
        "{ATOXGR: 3}|1",
        "{ATOXGR: Grade 3}|1",
        "{ATOXGR: {ne: 3}}|3",
        "{ASTDT: {ge: 2025-02-01}}|1",
        "{ASTDT: {lt: 2025-02-01}}|1",
        "{term: rash}|2",
        "{term: Allergy}|2",
        "{term: Acne}|1", // subject 3's has grade 0: no event
        "{SEX: F}|2", // of ADSL
        "{AETERM: itch, SEX: M}|1",
        "{or: [{AETERM: spot}, {NUM: 10}]}|2",
        "{not: {AETERM: itch}}|2",
        "{or: [{ABSENT: 1}, {NUM: 10}]}|1"})
    void comparatorsMeanWhatTheySay(String where, int subjects) {
        String row = study(where).row("t", "X");
        assertThat(row).isEqualTo("X|" + subjects + " (" + subjects * 25 + ".0%)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ABSENT: 1}", "{EMPTY: 1}", "{NUM: 1, ABSENT: 1}", "{not: {ABSENT: 1}}"})
    void aRowThatNeedsWhatIsNotThereIsLeftOut(String where) {
        assertThat(study(where).row("t", "X")).isEqualTo("no row X");
    }

    /// Rows picked all at once by the codes of one text variable are those that asking row by row gives: of "itch" subjects 1 and
    /// 2, and not subject 9, who is
    /// not in ADSL.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{AETERM: itch}|2",
        "{AETERM: {ne: itch}}|2",
        "{AETERM: {missing: false}}|3",
        "{AETERM: itch, NUM: {ge: 1}}|2",
        "{not: {not: {AETERM: itch}}}|2"})
    void aTablesOwnConditionLeavesOutSubjectsThatAreNotInAdsl(String where, int subjects) {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adae.csv", ADAE + "9,N,Rash,Itch,1,,,,\n9,N,Rash,Spot,1,,,,\n")
                .with("templates/t.yaml", "id: t\ntitle: T\ndataset: ADAE\npopulation: safety\nwhere: " + where
                        + "\nrows:\n  - subjects: {label: Any}\n");
        assertThat(study.row("t", "Any")).isEqualTo("Any|" + subjects + " (" + subjects * 25 + ".0%)");
    }

    private static SmallStudy study(String where) {
        return SmallStudy.of(ADSL)
                .with("adae.csv", ADAE)
                .with("templates/t.yaml",
                        "id: t\ntitle: T\ndataset: ADAE\npopulation: safety\nrows:\n  - subjects: {label: Any}\n"
                                + "  - subjects:\n      label: X\n      where: " + where + "\n");
    }
}
