package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Dose-limiting toxicities by dose level. Counts by hand from the few rows shown; limits 0 of 3: 70.8 % (docs/endpoints.md).
@Shows(Requirement.DISPLAYS_RIGHT)
class DltTest {

    private static final String RULE = "cutoff: 2025-06-30\ndlt: {rule: 3+3, window: 28, from: first-infusion}\n";
    private static final String NO_TOXICITY = "USUBJID,AEDECOD,AEDLTFL,TRTEMFL\n1,Nausea,N,Y\n";

    /// Level 1: three evaluable. Level 2: one left on day 10, one is in the window (it ends on 2025-07-13), one is evaluable.
    private static final String FLAGGED = """
            USUBJID,TRT01A,SAFFL,DLTEVLFL,TRTSDT,EOSSTT,EOSDT
            1,10 mg,Y,Y,2025-01-06,ONGOING,
            2,10 mg,Y,Y,2025-01-13,ONGOING,
            3,10 mg,Y,Y,2025-01-20,ONGOING,
            4,20 mg,Y,N,2025-03-03,DISCONTINUED,2025-03-13
            5,20 mg,Y,,2025-06-15,ONGOING,
            6,20 mg,Y,Y,2025-03-17,ONGOING,
            """;

    private static String unflagged(String adsl) {
        return adsl.replace("DLTEVLFL", "OTHERFL");
    }

    private static SmallStudy study(String adsl, String adae, String yaml) {
        return SmallStudy.of(adsl).with("adae.csv", adae).with("study.yaml", yaml);
    }

    @Test
    void levelsAreTheColumnsAndEachHasItsDecision() {
        assertThat(study(FLAGGED, NO_TOXICITY, RULE).rows("dlt")).containsExactly(
                "|10 mg (N=3)|20 mg (N=3)",
                "Treated|3|3",
                "DLT-evaluable|3|1",
                "In the DLT window at the cut-off|0|1",
                "Not evaluable|0|1",
                "DLT, n/N (%)|0/3|0/1",
                "  95% CI|(0.0, 70.8)|(0.0, 97.5)",
                "Decision|escalate|pending");
    }

    /// 0 of 3 is at most 0.2365; 0 of 1 likewise, and the top level is not raised from.
    @Test
    void boinDecidesByItsBoundaries() {
        SmallStudy study = study(FLAGGED, NO_TOXICITY, "cutoff: 2025-06-30\ndlt: {rule: boin, window: 28}\n");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|escalate|stay");
        assertThat(study.footnotes("dlt")).anyMatch(f -> f.contains("at most 0.236") && f.contains("at least 0.359"));
    }

    /// 0 of 3 and 0 of 1 escalate, and the top level is not raised from.
    @Test
    void mtpi2DecidesByItsInterval() {
        SmallStudy study = study(FLAGGED, NO_TOXICITY,
                "cutoff: 2025-06-30\ndlt: {rule: mtpi-2, target: 0.25, interval: [0.2, 0.35], window: 28}\n");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|escalate|stay");
        assertThat(study.footnotes("dlt")).anyMatch(f -> f.contains("target 0.25 and equivalence interval 0.2 to 0.35"));
    }

    @Test
    void withoutTheFlagDatesSayWhoIsEvaluable() {
        SmallStudy study = study(unflagged(FLAGGED), NO_TOXICITY, RULE);
        assertThat(study.rows("dlt")).isEqualTo(study(FLAGGED, NO_TOXICITY, RULE).rows("dlt"));
        assertThat(study.footnotes("dlt"))
                .anyMatch(f -> f.contains("DLT-evaluable flag") && f.contains("28 days from the first infusion"));
    }

    /// 2025-06-02 and 28 days is 2025-06-30, the cut-off: that day still belongs to the window.
    @ParameterizedTest
    @CsvSource({"2025-06-01,,1,0", "2025-06-02,,1,0", "2025-06-03,,0,1", "2025-05-05,2025-06-01,0,0", "2025-05-05,2025-06-02,1,0",
        "2025-06-20,2025-06-25,0,0"})
    void theWindowEndsWithItsLastDay(String first, String left, int evaluable, int waiting) {
        String adsl = "USUBJID,TRT01A,SAFFL,TRTSDT,EOSDT\n1,A,Y," + first + "," + (left == null ? "" : left)
                + "\n2,A,Y,2025-01-01,\n";
        SmallStudy study = study(adsl, NO_TOXICITY, RULE);
        assertThat(study.row("dlt", "DLT-evaluable")).endsWith("|" + (1 + evaluable));
        assertThat(study.row("dlt", "In the DLT window at the cut-off")).endsWith("|" + waiting);
    }

    /// No rule depends on whether study.yaml names the cut-off: the latest date of the data, here the same day, stands for it.
    @Test
    void theLatestDateOfTheDataStandsForACutOffThatNobodyNames() {
        String dated = "USUBJID,AEDECOD,AEDLTFL,TRTEMFL,ASTDT\n1,Nausea,N,Y,2025-06-30\n2,Nausea,N,Y,2025-05-02\n";
        String rule = RULE.replace("cutoff: 2025-06-30\n", "");
        for (String adsl : new String[]{FLAGGED, unflagged(FLAGGED)}) {
            SmallStudy study = study(adsl, dated, rule);
            assertThat(study.rows("dlt")).isEqualTo(study(FLAGGED, NO_TOXICITY, RULE).rows("dlt"));
            assertThat(study.footnotes("dlt"))
                    .contains("The latest date of the data (2025-06-30) stands for the data cut-off in the DLT window.");
        }
        assertThat(study(FLAGGED, dated, RULE).footnotes("dlt")).noneMatch(f -> f.contains("latest date of the data"));
    }

    @Test
    void aToxicityMakesEvaluableBeforeTheWindowEnds() {
        String toxic = "USUBJID,AEDECOD,AEDLTFL\n5,Sepsis,Y\n5,Fever,Y\n4,Fever,N\n";
        SmallStudy study = study(unflagged(FLAGGED), toxic, RULE);
        assertThat(study.row("dlt", "DLT, n/N (%)")).isEqualTo("DLT, n/N (%)|0/3|1/2 (50.0%)");
        assertThat(study.row("dlt", "In the DLT window at the cut-off")).endsWith("|0|0");
    }

    @Test
    void aToxicityOfASubjectNotEvaluableIsSaidAndNotCounted() {
        SmallStudy study = study(FLAGGED, "USUBJID,AEDECOD,AEDLTFL\n4,Sepsis,Y\n", RULE);
        assertThat(study.row("dlt", "DLT, n/N (%)")).endsWith("|0/3|0/1");
        assertThat(study.footnotes("dlt"))
                .contains("1 subject with a DLT is not flagged DLT-evaluable and not counted.");
    }

    /// DLTEVLFL within safety.
    @Test
    void whoWasNotTreatedIsOfNoLevelWhateverTheFlagSays() {
        String adsl = FLAGGED + "7,20 mg,N,Y,,ONGOING,\n";
        SmallStudy study = study(adsl, "USUBJID,AEDECOD,AEDLTFL\n7,Sepsis,Y\n", RULE);
        assertThat(study.rows("dlt")).isEqualTo(study(FLAGGED, NO_TOXICITY, RULE).rows("dlt"));
        assertThat(study.rows("listing-dlt")).contains("No dose-limiting toxicities were reported.");
    }

    /// MTD is the highest level with at most 1 DLT in 6 below a stopped one, the top one that is done "MTD not reached".
    @ParameterizedTest
    @CsvSource({"6,1,3,2,MTD|stop", "3,0,3,2,add 3|stop", "6,1,6,1,escalate|MTD not reached", "4,1,0,0,pending|pending"})
    void theDecisionLooksAtTheLevelAbove(int low, int lowToxic, int high, int highToxic, String decisions) {
        StringBuilder adsl = new StringBuilder("USUBJID,TRT01A,SAFFL,DLTEVLFL\n");
        StringBuilder adae = new StringBuilder("USUBJID,AEDECOD,AEDLTFL\n");
        for (int i = 0; i < low + high; i++) {
            adsl.append(i).append(i < low ? ",10 mg,Y,Y\n" : ",20 mg,Y,Y\n");
            boolean toxic = i < low ? i < lowToxic : i - low < highToxic;
            adae.append(i).append(toxic ? ",Sepsis,Y\n" : ",Nausea,N\n");
        }
        String yaml = "dlt: {rule: 3+3, levels: [10 mg, 20 mg]}\n";
        assertThat(study(adsl.toString(), adae.toString(), yaml).row("dlt", "Decision")).isEqualTo("Decision|" + decisions);
    }

    @Test
    void subjectsInTheWindowAreNamedUnlessIdentifiersStayInside() {
        assertThat(study(FLAGGED, NO_TOXICITY, RULE).footnotes("dlt"))
                .contains("Pending, in the DLT window at the cut-off: 20 mg: 5.");
        assertThat(study(FLAGGED, NO_TOXICITY, RULE + "identifiers: none\n").footnotes("dlt"))
                .contains("Pending, in the DLT window at the cut-off: 20 mg: 1 subject.");
    }

    @Test
    void plannedLevelsWithoutSubjectsHaveTheirColumns() {
        String yaml = "cutoff: 2025-06-30\ndlt: {rule: 3+3, levels: [5 mg, 10 MG, 20 mg, 40 mg]}\n";
        SmallStudy study = study(FLAGGED, NO_TOXICITY, yaml);
        assertThat(study.rows("dlt").getFirst()).isEqualTo("|5 mg (N=0)|10 mg (N=3)|20 mg (N=3)|40 mg (N=0)");
        assertThat(study.row("dlt", "DLT, n/N (%)")).isEqualTo("DLT, n/N (%)|0/0|0/3|0/1|0/0");
        assertThat(study.row("dlt", "95% CI")).isEqualTo("  95% CI|NE|(0.0, 70.8)|(0.0, 97.5)|NE");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|pending|escalate|pending|pending");
    }

    @Test
    void withoutRuleNothingIsDecided() {
        assertThat(study(FLAGGED, NO_TOXICITY, "cutoff: 2025-06-30\n").row("dlt", "Decision")).isEqualTo("no row Decision");
        assertThat(study(FLAGGED, NO_TOXICITY, "cutoff: 2025-06-30\n").footnotes("dlt")).noneMatch(f -> f.contains("3+3"));
    }

    @Test
    void aWindowFromTheLastInfusionBeginsThere() {
        String adsl = "USUBJID,TRT01A,SAFFL,TRTSDT,TRTEDT\n1,A,Y,2025-01-01,2025-06-10\n2,A,Y,2025-01-01,2025-01-15\n";
        SmallStudy study = study(adsl, NO_TOXICITY, RULE.replace("first-infusion", "last-infusion"));
        assertThat(study.row("dlt", "In the DLT window at the cut-off")).endsWith("|1");
        assertThat(study.footnotes("dlt")).contains("The DLT window is 28 days from the last infusion.");
    }

    @Test
    void aStudyWithoutArmsIsOneLevel() {
        String adsl = "USUBJID,SAFFL,DLTEVLFL\n1,Y,Y\n2,Y,Y\n3,Y,Y\n";
        assertThat(study(adsl, NO_TOXICITY, RULE).row("dlt", "Decision")).isEqualTo("Decision|MTD not reached");
    }

    @Test
    void theTotalColumnIsNoLevel() {
        SmallStudy study = study(FLAGGED, NO_TOXICITY, RULE + "tables: [dlt: {total: true}]\n");
        assertThat(study.row("dlt", "DLT, n/N (%)")).endsWith("|0/3|0/1|0/4");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|escalate|pending|");
    }

    @Test
    void withoutFlagAndDatesTheTableSaysWhatIsMissing() {
        assertThat(study(unflagged(FLAGGED), NO_TOXICITY, "title: no dates\n").whyNot("dlt"))
                .contains("DLTEVLFL", "window", "cut-off");
        String noDay = unflagged(FLAGGED).replace("DISCONTINUED,2025-03-13", "DISCONTINUED,");
        assertThat(study(noDay, NO_TOXICITY, RULE).whyNot("dlt")).contains("1 of 6 treated subjects");
        assertThat(SmallStudy.of(FLAGGED).with("adae.csv", "USUBJID,AEDECOD\n1,Nausea\n").whyNot("dlt")).contains("ADAE.AEDLTFL");
    }

    @Test
    void theListingHasEachToxicity() {
        String adae = "USUBJID,AEDECOD,AEDLTFL,ATOXGR,ASTDY\n4,Sepsis,Y,3,5\n1,Nausea,N,1,3\n";
        assertThat(study(FLAGGED + "", adae, RULE).rows("listing-dlt")).hasSize(2).last().asString().contains("20 mg", "Sepsis",
                "3");
        assertThat(study(FLAGGED, NO_TOXICITY, RULE).rows("listing-dlt")).contains("No dose-limiting toxicities were reported.");
    }

    private static String escalation(String... levels) {
        StringBuilder adsl = new StringBuilder("USUBJID,TRT01A,SAFFL,DLTEVLFL,TRTSDT\n");
        for (int level = 0; level < levels.length; level++) {
            for (int i = 1; i <= 3; i++) {
                adsl.append(level * 3 + i).append(',').append(levels[level]).append(",Y,Y,2025-01-0").append(i).append('\n');
            }
        }
        return adsl.toString();
    }

    @ParameterizedTest
    @CsvSource({"KN5501 5*10^7,KN5501 1*10^8", "500 µg,1 mg", "Cohort 9,Cohort 10", "Low dose,High dose"})
    void levelsAreInTheOrderOfTheirDosesWhateverTheAlphabetSays(String lower, String higher) {
        SmallStudy study = study(escalation(higher, lower), "USUBJID,AEDECOD,AEDLTFL\n1,Sepsis,Y\n2,Sepsis,Y\n", RULE);
        String printed = ("|" + lower + " (N=3)|" + higher + " (N=3)").replace("5*10^7", "5 × 10⁷").replace("1*10^8", "1 × 10⁸");
        assertThat(study.rows("dlt").getFirst()).isEqualTo(printed);
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|add 3|stop");
    }

    @Test
    void withoutAnOrderOfTheLevelsNothingIsDecided() {
        SmallStudy study = study(escalation("Blue", "Red"), NO_TOXICITY, RULE);
        assertThat(study.row("dlt", "Decision")).isEqualTo("no row Decision");
        assertThat(study.footnotes("dlt")).contains("No decision is shown because the order of the dose levels is not known.");
        SmallStudy ordered = study(escalation("Blue", "Red"), NO_TOXICITY,
                RULE.replace("rule: 3+3", "rule: 3+3, levels: [Red, Blue]"));
        assertThat(ordered.row("dlt", "Decision")).isEqualTo("Decision|escalate|MTD not reached");
        assertThat(ordered.rows("dlt").getFirst()).isEqualTo("|Red (N=3)|Blue (N=3)");
    }

    @Test
    void aSubjectTreatedAtTwoLevelsStopsTheTable() {
        String adsl = escalation("1 mg", "2 mg").replace("TRTSDT\n", "TRTSDT,TRT02A\n").replaceAll("(2025-01-\\d\\d)", "$1,")
                .replaceFirst("2025-01-01,", "2025-01-01,2 mg");
        assertThat(study(adsl, NO_TOXICITY, RULE).whyNot("dlt")).contains("1 subject was treated at two dose levels",
                "tables: [dlt: {by: TRT01A}]");
    }

    /// Subject 1 of the lower level was treated again at the higher one, where it had a toxicity: by the first level 0 of 3 and,
    /// with subject 4's own toxicity, 1 of 3.
    @Test
    void aVariableThatIsNamedSaysTheLevelOfWhomWasTreatedAtTwo() {
        String adsl = escalation("1 mg", "2 mg").replace("TRTSDT\n", "TRTSDT,TRT02A\n").replaceAll("(2025-01-\\d\\d)", "$1,")
                .replaceFirst("2025-01-01,", "2025-01-01,2 mg");
        String adae = """
                USUBJID,TRTA,AEDECOD,AEDLTFL,TRTEMFL
                1,2 mg,Sepsis,Y,Y
                4,2 mg,Sepsis,Y,Y
                """;
        SmallStudy study = study(adsl, adae, RULE + "tables: [dlt: {by: TRT01A}]\n");
        assertThat(study.row("dlt", "DLT, n/N (%)")).isEqualTo("DLT, n/N (%)|0/3|1/3 (33.3%)");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|escalate|add 3");
        assertThat(study.footnotes("dlt")).contains(
                "1 subject had a DLT at another dose level than the one it is counted at; that DLT is not counted.");
    }

    /// The order stands in TRT01PN alone; three of Zeta without a DLT, two of Alpha with one each.
    @Test
    void levelsAreInTheOrderOfThePlannedArmsNumbersWhereTheActualHasNone() {
        String adsl = """
                USUBJID,SAFFL,DLTEVLFL,TRT01A,TRT01P,TRT01PN,TRTSDT
                1,Y,Y,Alpha,Alpha,2,2024-03-01
                2,Y,Y,Alpha,Alpha,2,2024-03-02
                3,Y,Y,Zeta,Zeta,1,2024-01-01
                4,Y,Y,Zeta,Zeta,1,2024-01-02
                5,Y,Y,Zeta,Zeta,1,2024-01-03
                """;
        String adae = "USUBJID,AEDECOD,TRTEMFL,AEDLTFL\n1,Pyrexia,Y,Y\n2,Pyrexia,Y,Y\n";
        SmallStudy study = SmallStudy.of(adsl).with("adae.csv", adae).with("study.yaml", "dlt: {rule: 3+3}\n");
        assertThat(study.rows("dlt").getFirst()).contains("Zeta (N=3)|Alpha (N=2)");
        assertThat(study.row("dlt", "Decision")).isEqualTo("Decision|add 3|stop");
    }
}
