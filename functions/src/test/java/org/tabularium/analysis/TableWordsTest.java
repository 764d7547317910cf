package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What tables say around their numbers follows from what they show. Expected numbers are counted by hand in the rows.
class TableWordsTest {

    private static final String ADSL = """
            USUBJID,TRT01A,TRT01P,SAFFL,ITTFL,TRTSDT,SITEID,COUNTRY,AGE
            1,A,A,Y,Y,2025-01-01,01,DEU,37
            2,A,A,Y,Y,2025-01-01,01,DEU,39
            3,B,A,Y,Y,2025-01-01,02,FRA,40
            4,B,B,Y,Y,2025-01-01,02,FRA,41
            """;

    private static final String EVENTS = """
            USUBJID,AEDECOD,AEBODSYS,ATOXGR,AESER,TRTEMFL
            1,Rash,Skin,1,N,Y
            2,Rash,Skin,3,N,Y
            3,Cytokine release syndrome,Immune,2,N,Y
            """;

    private static final String SETTINGS = """
            study: S
            scales: {CRS: ASTCT 2019, ICANS: ASTCT 2019}
            dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
            tables:
              - ae-grade: {as: without-grades, worst-grade: false}
              - ae-grade
              - ae-soc-pt
            """;

    private final SmallStudy study = SmallStudy.of(ADSL).with("adae.csv", EVENTS).with("study.yaml", SETTINGS);

    private static List<String> notes(SmallStudy of, String table, String style) {
        return of.table(table, style).footnotes();
    }

    @Test
    void titleNamesTheVariablesShown() {
        assertThat(study.table("enrolment").title()).isEqualTo("Enrolment by Country and Site");
        assertThat(study.table("enrolment", "lancet").title()).isEqualTo("Enrolment by country and site");
    }

    @Test
    void titleAndFootnoteOfWorstGradesGoWithThem() {
        assertThat(study.table("without-grades").title())
                .isEqualTo("Treatment-Emergent Adverse Events by System Organ Class and Preferred Term");
        assertThat(study.footnotes("without-grades")).contains("A subject is counted once in each row.");
        assertThat(study.table("ae-grade").title()).endsWith("and Worst Grade");
        assertThat(study.footnotes("ae-grade"))
                .contains("A subject is counted once in each row, at the worst grade or severity within that row.");
    }

    @Test
    void scalesAreNamedWhereGradesAreShown() {
        assertThat(study.footnotes("ae-grade")).contains("CRS is graded by ASTCT 2019.",
                "CTCAE version 5.0; MedDRA version 27.1.");
        assertThat(study.footnotes("ae-soc-pt")).contains("MedDRA version 27.1.").noneMatch(note -> note.contains("ASTCT"));
        assertThat(study.footnotes("listing-ae")).contains("CRS is graded by ASTCT 2019.");
    }

    /// CTCAE grades nothing there.
    @Test
    void aDictionaryOfGradesIsNotNamedWhereOnlyOthersAreShown() {
        SmallStudy cases = SmallStudy.of("""
                USUBJID,SUBJID,SAFFL,DISDUR,KBIOPSY
                3,003,Y,4,IV
                """).with("adae.csv", EVENTS.lines().filter(line -> !line.matches("[12],.*")).collect(Collectors.joining("\n")))
                .with("study.yaml", SETTINGS);
        assertThat(cases.footnotes("case-series")).contains("CRS is graded by ASTCT 2019.", "MedDRA version 27.1.")
                .noneMatch(note -> note.contains("CTCAE"));
        assertThat(SmallStudy.of(ADSL).with("adae.csv", EVENTS)
                .with("study.yaml", SETTINGS.replace("ASTCT 2019", "CTCAE 5.0")).footnotes("listing-ae"))
                .contains("CTCAE version 5.0; MedDRA version 27.1.");
    }

    /// In the order of their names: Switzerland is CHE, Germany DEU, Spain ESP.
    @Test
    void countriesHaveTheirNamesAndTheirOrder() {
        String adsl = "USUBJID,SAFFL,ITTFL,COUNTRY\n1,Y,Y,CHE\n2,Y,Y,DEU\n3,Y,Y,esp\n4,Y,Y,Elsewhere\n";
        String settings = "study: S\nbaseline: [COUNTRY]\n";
        assertThat(SmallStudy.of(adsl).with("study.yaml", settings).rows("baseline")).containsExactly("|Total (N=4)",
                "Country, n (%)|",
                "  Elsewhere|1 (25.0%)", "  Germany|1 (25.0%)", "  Spain|1 (25.0%)", "  Switzerland|1 (25.0%)");
        assertThat(SmallStudy.of(adsl).with("study.yaml", settings + "levels: {COUNTRY: {DEU: DEU}}\n").rows("baseline"))
                .contains("  DEU|1 (25.0%)", "  Spain|1 (25.0%)");
    }

    @Test
    void labelsOfTheStandardAreReplacedByWhatAReaderCallsIt() {
        String adsl = "USUBJID,SAFFL,ITTFL,AGEGR1,SITEID,SITEGR1\n1,Y,Y,<65,01,A\n2,Y,Y,<65,01,A\n";
        assertThat(SmallStudy.of(adsl).with("study.yaml", "study: S\nbaseline: [AGEGR1, SITEID, SITEGR1]\n").rows("baseline"))
                .contains("Age group, n (%)|", "Site, n (%)|", "Site group, n (%)|");
        assertThat(SmallStudy.of(adsl)
                .with("study.yaml", "study: S\nbaseline: [AGEGR1]\nlabels: {AGEGR1: Pooled Age Group 1}\n")
                .rows("baseline")).contains("Pooled Age Group 1, n (%)|");
    }

    /// Subject 3 was to have A and had B.
    @Test
    void anotherTreatmentThanPlannedIsSaid() {
        assertThat(study.footnotes("ae-soc-pt")).contains(
                "1 subject received another treatment than planned and is counted under the treatment received.");
        assertThat(study.footnotes("enrolment")).contains(
                "1 subject received another treatment than planned and is counted under the treatment planned.");
        assertThat(study.footnotes("listing-ae")).contains(
                "1 subject received another treatment than planned and is shown under the treatment received.");
    }

    @Test
    void anAbstractSaysWhatNumbersNeedAndNothingOfCounting() {
        assertThat(notes(study, "ae-common", "abstract"))
                .contains("Rows with at least 5% of the subjects of at least one group are shown.")
                .noneMatch(note -> note.startsWith("A subject is counted"));
        assertThat(notes(study, "ae-soc-pt", "abstract")).contains("[E] is the number of events.");
    }

    @Test
    void tableWithoutARecordSaysNothingOfCounting() {
        assertThat(study.footnotes("ae-serious")).noneMatch(note -> note.contains("counted once") || note.contains("MedDRA"));
    }

    @Test
    void rowOfCountsAmongOthersSaysWhatItHolds() {
        SmallStudy times = SmallStudy.of(ADSL).with("adtte.csv", """
                USUBJID,PARAMCD,PARAM,AVAL,CNSR
                1,REL,Time to Relapse (Weeks),5,0
                2,REL,Time to Relapse (Weeks),7,1
                3,REL,Time to Relapse (Weeks),6,1
                4,REL,Time to Relapse (Weeks),8,1
                """).with("study.yaml", "study: S\ntables:\n  - time-to-event: {parameter: REL}\n");
        assertThat(times.row("time-to-event", "Events, n (%)")).isEqualTo("Events, n (%)|1 (33.3%)|0");
    }

    @Test
    void reasonWithoutTimesNamesTheVariableThatIsMissing() {
        String settings = "study: S\ntables:\n  - time-to-event: {parameter: REL}\n";
        assertThat(SmallStudy.of(ADSL).with("adtte.csv", "USUBJID,PARAMCD,PARAM,CNSR\n1,REL,Relapse,0\n")
                .with("study.yaml", settings).whyNot("time-to-event")).startsWith("ADTTE has no AVAL, the time to the event");
        assertThat(SmallStudy.of(ADSL).with("adtte.csv", "USUBJID,PARAMCD,PARAM,AVAL\n1,REL,Relapse,5\n")
                .with("study.yaml", settings).whyNot("time-to-event")).startsWith("ADTTE has no CNSR (0: the event");
    }

    /// Subject 1 falls to grade 3 on day 8 and recovers on day 15; nobody of B falls.
    @Test
    void timeOfNobodyIsADashAndNotAnEstimateThatFailed() {
        SmallStudy cytopenia = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ATOXGRL
                1,NEUT,Neutrophils (10^9/L),Day 8,8,8,0.7,3
                1,NEUT,Neutrophils (10^9/L),Day 15,15,15,2.5,0
                4,NEUT,Neutrophils (10^9/L),Day 8,8,8,2.7,0
                """);
        assertThat(cytopenia.rows("cytopenia")).contains(
                "    Days to recovery to grade ≤2, median (95% CI)|7.0 (NE, NE)|–|7.0 (NE, NE)");
        assertThat(cytopenia.footnotes("cytopenia"))
                .contains("– stands where no subject has \"Grade ≥3 after baseline\".");
    }

    @Test
    void howSubjectsCountIsSaidOnce() {
        SmallStudy liver = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ANRHI
                1,ALT,ALT (U/L),Week 4,4,28,200,40
                """);
        assertThat(liver.footnotes("liver")).filteredOn(note -> note.startsWith("A subject counts")).hasSize(1);
    }

    /// Nobody has the phosphatase.
    @Test
    void footnoteOnAnAbsentRowIsNone() {
        SmallStudy liver = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ANRHI
                1,ALT,ALT (U/L),Week 4,4,28,200,40
                1,BILI,Bilirubin (µmol/L),Week 4,4,28,60,20
                """);
        assertThat(liver.footnotes("liver")).anyMatch(note -> note.contains("is followed by"))
                .noneMatch(note -> note.contains("asks for at least one value"));
        SmallStudy without = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADY,AVAL,ANRHI
                1,ALT,ALT (U/L),Week 4,4,28,200,40
                """);
        assertThat(liver.table("liver").title()).endsWith("and Hy's Law");
        assertThat(without.table("liver").title()).isEqualTo("Liver Values as Multiples of the Upper Limit of Normal");
    }
}
