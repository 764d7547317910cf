package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.run.DisplayStatus;

/// Times whose unit or censoring the data do not tell, filters on subjects, and strata of one arm alone. All numbers are counted
/// by hand in the files of the study: four subjects an arm, U-1 to U-4 with the drug, U-5 to U-8 with placebo; U-1, U-2, U-5 and
/// U-6 are women. Regions are East (U-1, U-2, U-3, U-5), West (U-4), North (U-6, U-7); U-8 has none.
class UnclearTimesTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(UnclearTimesTest.class.getResource("/report/unclear-times")).toURI()));
    }

    private static String heading(String table) {
        return report.rows(table).stream().map(List::getFirst).filter(label -> label.startsWith("Time to event")).findFirst()
                .orElseThrow();
    }

    private static List<String> row(String table, String label) {
        return report.rows(table).stream().filter(row -> row.getFirst().equals(label)).findFirst().orElseThrow();
    }

    private static String reason(String table) {
        return report.report().displays().stream().filter(t -> t.name().equals(table)).map(DisplayStatus::reason).findFirst()
                .map(String::valueOf).orElseThrow();
    }

    private static String printed(String table) {
        return report.pdf("tables/" + table + ".pdf").replaceAll("\\s+", " ");
    }

    @Test
    void timesOfOneUnitAreNotPrintedAsOfAnother() {
        assertThat(reason("os-weeks"))
                .isEqualTo("the times of OS are in months (PARAM, AVALU), which `unit: weeks` would print as"
                        + " weeks: write `unit: months`, or leave it out; times are not converted");
        assertThat(reason("km-os")).isEqualTo(reason("os-weeks"));
        assertThat(reason("ttr-years")).contains("the times of TTR are in weeks or days");
    }

    @Test
    void unitMayBeWrittenInAnotherSpellingOrGivenWhereTheDataHaveNone() {
        assertThat(heading("os-months")).isEqualTo("Time to event (mo)");
        assertThat(heading("ttx-weeks")).isEqualTo("Time to event (weeks)");
        assertThat(heading("ttx")).isEqualTo("Time to event");
    }

    /// "(PFS)" is no unit; AVALU is.
    @Test
    void abbreviationInBracketsIsNoUnit() {
        assertThat(heading("pfs")).isEqualTo("Time to event (days)");
    }

    @Test
    void unitThatTheDataSayInTwoWaysIsNotPrintedUnlessTheShellSettlesIt() {
        assertThat(heading("ttr")).isEqualTo("Time to event");
        assertThat(printed("ttr")).contains("The unit of the times is not known: the data say weeks and days.");
        assertThat(heading("ttr-days")).isEqualTo("Time to event (Days)");
        assertThat(printed("ttr-days")).doesNotContain("is not known");
    }

    /// U-3 has CNSR 1.5 and U-4 −1: neither is the event or censoring. U-6 has none and U-8 no record.
    @Test
    void censoringThatIsNoWholeNumberIsLeftOut() {
        assertThat(row("pfs", "n")).containsExactly("n", "2", "2");
        assertThat(row("pfs", "Censored, n (%)")).containsExactly("Censored, n (%)", "1 (50.0%)", "1 (50.0%)");
        assertThat(printed("pfs")).contains("2 subjects have no time or no censoring indicator and are left out.",
                "2 subjects have a censoring indicator that is neither 0 (the event) nor a whole number above 0, and are left out.");
    }

    /// Of the women U-6 has no CNSR, of the men U-8 no record; all women have a time of OS.
    @Test
    void whomTheFilterLeavesOutIsNotMissed() {
        assertThat(printed("pfs-women")).contains("1 subject has no time or no censoring indicator and is left out.")
                .doesNotContain("neither 0");
        assertThat(printed("pfs-men")).contains("1 subject has no time or no censoring indicator and is left out.",
                "2 subjects have a censoring indicator");
        assertThat(printed("os-women")).doesNotContain("left out");
    }

    /// West has nobody of placebo, North nobody of the drug: U-4, U-6 and U-7. Of the impression U-4 and U-6 have one.
    @Test
    void strataOfOneArmAloneAreCounted() {
        assertThat(printed("os-months")).contains("1 subject without a stratum (REGION1) is left out of the comparison.",
                "Drug versus Placebo: 3 subjects are in strata (REGION1) with nobody of another arm compared, and have no part in"
                        + " the comparison.");
        assertThat(printed("global"))
                .contains("All arms: 2 subjects are in strata (REGION1) with nobody of another arm compared");
        assertThat(printed("sexes")).contains("1 subject without a stratum (REGION1) is left out of the comparison.",
                "All arms: 3 subjects are in strata (REGION1) with nobody of another arm compared");
        assertThat(printed("events")).contains("Drug versus Placebo: 3 subjects are in strata (REGION1) with nobody")
                .doesNotContain("strata (Sex)");
    }

    /// At week 4 the values are of East but for U-7's, at week 8 U-4 is of West and U-7 of North.
    @Test
    void strataOfOneArmAreThoseOfARowsOwnSubjects() {
        assertThat(printed("responses")).contains(
                "Drug versus Placebo: up to 2 subjects are in strata (REGION1) with nobody of another arm compared");
    }
}
