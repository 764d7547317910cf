package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Endpoints of nephrotic syndrome, and outcomes that nobody wants by their label. Expected numbers are counted by hand.
class NephroticResponseTest {

    /// Two children of the first level, three of the second; subject 5 left before its first visit.
    private static final String ADSL = """
            USUBJID,ITTFL,TRTSDT,TRT01A,COHORT
            1,Y,2025-01-01,FIRST,FIRST
            2,Y,2025-01-01,FIRST,FIRST
            3,Y,2025-01-01,SECOND,SECOND
            4,Y,2025-01-01,SECOND,SECOND
            5,Y,2025-01-01,SECOND,SECOND
            """;
    private static final String ADEFF = """
            USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVALC
            3,SRNSCR,Complete Remission of Nephrotic Syndrome,Month 1,1,2025-02-01,Y
            4,SRNSCR,Complete Remission of Nephrotic Syndrome,Month 1,1,2025-02-01,N
            """;
    private static final String RELAPSE = """
            3,SRNSREL,Relapse of Nephrotic Syndrome,Month 1,1,2025-02-01,Y
            4,SRNSREL,Relapse of Nephrotic Syndrome,Month 1,1,2025-02-01,N
            """;

    private static SmallStudy study(String first, String second, String adeff) {
        return SmallStudy.of(ADSL.replace("FIRST", first).replace("SECOND", second)).with("adeff.csv", adeff)
                .with("study.yaml", "cutoff: 2025-12-31\n");
    }

    @Test
    void anEndpointOfNephroticSyndromeIsNotOfChildrenWithLupus() {
        SmallStudy study = study("SLE", "MDR-SRNS", ADEFF);
        assertThat(study.rows("response").getFirst()).contains("SLE (N=2)", "MDR-SRNS (N=3)", "Total (N=5)");
        assertThat(cells(study)).containsExactlyInAnyOrder("–", "1/3 (33.3%)", "1/3 (33.3%)");
        assertThat(study.footnotes("response")).anyMatch(note -> note.contains(
                "Complete Remission of Nephrotic Syndrome does not apply to SLE (2 subjects), who are in no denominator of it."));
    }

    /// Nor are its first responses: a zero would say that nobody of them had one.
    @Test
    void firstResponsesAreNotOfChildrenWithLupusEither() {
        SmallStudy study = study("SLE", "MDR-SRNS", ADEFF);
        assertThat(study.rows("first-response")).startsWith("n (%)|MDR-SRNS (N=3)|SLE (N=2)|Total (N=5)")
                .contains("  n|2|–|2", "  First response|1 (50.0%)|–|1 (50.0%)");
        assertThat(study.footnotes("first-response")).anyMatch(note -> note.contains(
                "Complete Remission of Nephrotic Syndrome does not apply to SLE (2 subjects), who are in no denominator of it."));
    }

    /// An arm that names no other disease stays, though none of it has a value: its subjects may have dropped out.
    @ParameterizedTest
    @CsvSource({"Dose 1,Dose 2", "Placebo,MDR-SRNS", "SRNS dose 1,SRNS dose 2", "SLE with nephrotic syndrome,MDR-SRNS", "A,B"})
    void anArmOfWhomNobodyHasAValueStaysInTheDenominator(String first, String second) {
        assertThat(cells(study(first, second, ADEFF))).containsExactlyInAnyOrder("0/2", "1/3 (33.3%)", "1/5 (20.0%)");
    }

    @Test
    void aLevelWhoseSubjectsHaveValuesIsCounted() {
        SmallStudy study = study("SLE", "MDR-SRNS",
                ADEFF + "1,SRNSCR,Complete Remission of Nephrotic Syndrome,Month 1,1,2025-02-01,Y\n");
        assertThat(cells(study)).containsExactlyInAnyOrder("1/2 (50.0%)", "1/3 (33.3%)", "2/5 (40.0%)");
    }

    @Test
    void aMissingRelapseIsNotCalledNonResponse() {
        SmallStudy study = study("SLE", "MDR-SRNS", ADEFF + RELAPSE).with("templates/of-all.yaml", """
                id: of-all
                title: Response
                population: efficacy
                columns: {by: treatment}
                rows:
                  - response: {parameters: [SRNSCR, SRNSREL], denominator: all}
                """);
        assertThat(study.footnotes("of-all")).contains("Percentages are based on all subjects; a missing value counts as"
                + " non-response, of an unfavourable outcome as no event.");
    }

    /// What is the same of several endpoints is said once; the mark stands at each.
    @Test
    void endpointsThatAreNotOfTheSameSubjectsShareAFootnote() {
        SmallStudy study = study("SLE", "MDR-SRNS", ADEFF + RELAPSE);
        assertThat(study.footnotes("response")).filteredOn(note -> note.contains(" not apply to ")).singleElement().asString()
                .endsWith("Complete Remission of Nephrotic Syndrome and Relapse of Nephrotic Syndrome do not apply to SLE "
                        + "(2 subjects), who are in no denominator of them.");
        assertThat(study.table("response").rows()).extracting(row -> row.cells().getFirst().mark()).filteredOn(
                mark -> !mark.isEmpty()).containsExactly("ᵃ", "ᵃ");
    }

    /// Missing is no "no" of a relapse: of the two assessed, not of the three who reached the visit.
    @Test
    void aRelapseIsOfThoseAssessedAndNoResponse() {
        SmallStudy study = study("SLE", "MDR-SRNS", ADEFF + RELAPSE);
        assertThat(study.rows("response")).containsSubsequence("Complete Remission of Nephrotic Syndrome|||",
                "Relapse of Nephrotic Syndrome|||");
        assertThat(study.rows("response").stream().filter(row -> row.contains("1/2 (50.0%)"))).hasSize(3)
                .noneMatch(row -> row.contains("1/3"));
        assertThat(study.table("response", "abstract").footnotes())
                .anyMatch(note -> note.startsWith("Percentages of unfavourable outcomes are based on the subjects assessed"));
        assertThat(study.rows("first-response")).noneMatch(row -> row.contains("Relapse"));
        assertThat(study.footnotes("first-response"))
                .contains("Unfavourable outcomes are no responses and not shown: Relapse of Nephrotic Syndrome.");
    }

    @Test
    void aTableOfARelapseAloneDoesNotCallMissingNonResponse() {
        SmallStudy study = study("SLE", "MDR-SRNS", "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVALC\n" + RELAPSE);
        assertThat(study.footnotes("response")).noneMatch(note -> note.contains("non-response"))
                .anyMatch(note -> note.contains("missing values are left out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Relapse of Nephrotic Syndrome", "Renal Flare", "Disease Progression", "Progressive Disease", "Death",
        "Death within 30 Days", "Worsening of Proteinuria", "Treatment Failure", "Relapse after Remission", "Relapsed"})
    void aLabelSaysThatNobodyWantsIt(String label) {
        assertThat(isOfAssessed(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remission without Relapse", "Relapse-free", "No relapse", "Time to Relapse", "Flare-Free Remission",
        "Response after Treatment Failure", "Alive without Progression", "Remission", "Freedom from Relapse", "Non-progression"})
    void aLabelThatDeniesItOrSpeaksOfAResponseDoesNot(String label) {
        assertThat(isOfAssessed(label)).isFalse();
    }

    /// Whether a share is of the two assessed, not of the three whose visit was due.
    private static boolean isOfAssessed(String label) {
        SmallStudy study = SmallStudy.of("USUBJID,ITTFL,TRTSDT\n1,Y,2025-01-01\n2,Y,2025-01-01\n3,Y,2025-01-01\n")
                .with("adeff.csv", "USUBJID,PARAMCD,PARAM,AVISIT,AVALC\n1,EVENT," + label + ",Month 1,Y\n2,EVENT," + label
                        + ",Month 1,N\n")
                .with("study.yaml", "cutoff: 2025-12-31\n");
        String row = study.row("response", "Month 1");
        assertThat(row).isIn("  Month 1|1/2 (50.0%)", "  Month 1|1/3 (33.3%)");
        return row.contains("1/2");
    }

    private static List<String> cells(SmallStudy study) {
        String row = study.row("response", "Month 1");
        return List.of(row.substring(row.indexOf('|') + 1).split("\\|"));
    }
}
