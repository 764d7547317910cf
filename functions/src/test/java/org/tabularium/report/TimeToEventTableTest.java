package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.run.DisplayStatus;

/// The corners of a time-to-event table, by hand: arm A has events at 5 and 8, arm B is censored at 10 and 12, arm C has nobody
/// with a time.
class TimeToEventTableTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(TimeToEventTableTest.class.getResource("/report/time-to-event")).toURI()));
    }

    private static List<String> row(String table, String label) {
        return report.rows(table).stream().filter(row -> row.getFirst().equals(label)).findFirst().orElseThrow();
    }

    private static @Nullable String reason(String table) {
        return report.report().displays().stream().filter(t -> t.name().equals(table)).map(DisplayStatus::reason).findFirst()
                .orElseThrow();
    }

    @Test
    void subjectsAreCountedWhereTimeAndCensoringAreKnown() {
        assertThat(row("time-to-event", "n")).containsExactly("n", "2", "2", "0");
        assertThat(row("time-to-event", "Events, n (%)")).containsExactly("Events, n (%)", "2 (100%)", "0", "0");
        assertThat(row("time-to-event", "Censored, n (%)")).containsExactly("Censored, n (%)", "0", "2 (100%)", "0");
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " "))
                .contains("2 subjects have no time or no censoring indicator and are left out.");
    }

    /// S is 1/2 from 5 and 0 from 8 on. Its limits at 5 are 0.5^exp(±1.96 √0.5 / log 2): 0.006 and 0.910.
    @Test
    void quantilesOfTwoEventsAndOfNone() {
        assertThat(row("time-to-event", "25th percentile (95% CI)")).endsWith("5.0 (5.0, NE)", "NE", "NE");
        assertThat(row("time-to-event", "Median (95% CI)")).endsWith("6.5 (5.0, NE)", "NE", "NE");
        assertThat(row("time-to-event", "75th percentile (95% CI)")).endsWith("8.0 (5.0, NE)", "NE", "NE");
        assertThat(row("time-to-event", "Time to event (weeks)").getFirst()).isEqualTo("Time to event (weeks)");
    }

    @Test
    void landmarksShowNumbersAtRiskAndSurvival() {
        List<List<String>> rows = report.rows("time-to-event");
        assertThat(rows.stream().filter(r -> r.getFirst().equals("At 6 weeks"))).containsExactly(
                List.of("At 6 weeks", "1", "2", "0"),
                List.of("At 6 weeks", "0.500 (0.006, 0.910)", "1.000 (NE, NE)", "NE"));
        assertThat(rows.stream().filter(r -> r.getFirst().equals("At 8 weeks"))).containsExactly(
                List.of("At 8 weeks", "1", "2", "0"),
                List.of("At 8 weeks", "0.000 (NE, NE)", "1.000 (NE, NE)", "NE"));
        assertThat(rows.stream().filter(r -> r.getFirst().equals("At 20 weeks"))).containsExactly(
                List.of("At 20 weeks", "0", "0", "0"),
                List.of("At 20 weeks", "0.000 (NE, NE)", "NE", "NE"));
    }

    /// Log-rank: at 5, expected 1/2, variance 1/4; at 8, expected 1/3, variance 2/9. χ² = (2 − 5/6)² / (17/36) = 2.882, p =
    /// 0.0896.
    @Test
    void separationHasATestButNoHazardRatio() {
        assertThat(row("time-to-event", "Hazard ratio (95% CI)")).containsExactly("Hazard ratio (95% CI)", "", "NE", "NE");
        assertThat(row("time-to-event", "p-value, log-rank")).containsExactly("p-value, log-rank", "", "0.0896", "NE");
        Map<String, String> groups = Map.of("TRT01A", "B", "PARAMCD", "TTA");
        assertThat(report.results().value("time-to-event", groups, "AVAL", List.of("Hazard ratio"), "hazard-ratio")).isNull();
        assertThat(report.results().value("time-to-event", groups, "AVAL", List.of("Log-rank"), "p-value"))
                .isCloseTo(0.08956, within(5e-6));
    }

    /// All four are 2 events of 4. Limits without transformation: at 6 in A 0.5 ± 1.96 · 0.3536, cut off at 0 and 1, in all
    /// 0.75 ± 1.96 · 0.2165.
    @Test
    void curvesHaveATotalOtherQuantilesAndARangeWithMarks() {
        assertThat(row("curves", "n")).containsExactly("n", "2", "2", "0", "4");
        assertThat(row("curves", "10th percentile (95% CI)")).endsWith("5.0 (5.0, NE)", "NE", "NE", "5.0 (5.0, NE)");
        assertThat(row("curves", "Range")).containsExactly("Range", "5 to 8", "10+ to 12+", "NE", "5 to 12+");
        assertThat(report.rows("curves").stream().map(List::getFirst)).doesNotContain("75th percentile (95% CI)");
        assertThat(
                report.rows("curves").stream().filter(r -> r.getFirst().equals("At 6 weeks")).skip(1).findFirst().orElseThrow())
                .endsWith("0.500 (0.000, 1.000)", "1.000 (NE, NE)", "NE", "0.750 (0.326, 1.000)");
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " ")).contains("both without transformation.",
                "+ marks a censored time.", "Differences of event-free probabilities are from those of A;");
    }

    /// At 6: 1 − 0.5 with the error 0.3536 of A alone, z = 1.414. At 8 A is at 0, at 20 B is not known.
    @Test
    void armsAreComparedAtLandmarks() {
        List<List<String>> rows = report.rows("curves");
        assertThat(rows.stream().filter(r -> r.getFirst().startsWith("At ")).skip(6)).containsExactly(
                List.of("At 6 weeks", "", "0.500 (−0.193, 1.193)", "NE", ""),
                List.of("At 8 weeks", "", "1.000 (NE, NE)", "NE", ""),
                List.of("At 20 weeks", "", "NE", "NE", ""));
        assertThat(rows.stream().filter(r -> r.getFirst().equals("p-value"))).containsExactly(
                List.of("p-value", "", "0.1573", "NE", ""),
                List.of("p-value", "", "NE", "NE", ""),
                List.of("p-value", "", "NE", "NE", ""));
        Map<String, String> groups = Map.of("TRT01A", "B", "PARAMCD", "TTA");
        assertThat(report.results().value("curves", groups, "AVAL", List.of("Difference of event-free probability", "6"),
                "difference")).isEqualTo(0.5);
    }

    @Test
    void oneColumnHasNoComparison() {
        assertThat(report.rows("one-arm").stream().map(List::getFirst))
                .containsSequence("At 6", "Event-free probability (Kaplan–Meier) (95% CI)", "At 6")
                .doesNotContain("p-value, log-rank");
        assertThat(row("one-arm", "n")).containsExactly("n", "4");
    }

    /// In stratum F only T-2 (A, censored at 1.5), T-1 (A, event at 2.5) and T-4 (B, event at 3) are compared; in M nobody of A.
    /// T-6 has no stratum.
    /// At 2.5 one of A and one of B are at risk: expected 1/2, variance 1/4, χ² = 1, p = 0.3173.
    @Test
    void strataAreComparedWithinThemselves() {
        assertThat(row("stratified", "p-value, log-rank")).containsExactly("p-value, log-rank", "", "0.3173", "NE");
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " ")).contains("stratified by Sex",
                "1 subject without a stratum (Sex) is left out of the comparison.");
        assertThat(row("stratified", "Time to event (months)").getFirst()).isEqualTo("Time to event (months)");
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        assertThat(reason("twice")).isEqualTo("ADTTE has more than one TTC record of a subject: rows 11 and 12. "
                + "Keep one of them, or flag the one that counts (ANL01FL)");
        assertThat(reason("unknown-stratum")).isEqualTo("neither ADTTE nor ADSL has NOSUCH");
        assertThat(reason("nowhere")).isEqualTo("it is to compare arms at landmarks and names none; name them as "
                + "`landmarks: [30, 60]` beside `differences`");
        assertThat(reason("absent")).isEqualTo("no dataset with CNSR has the parameter NOSUCH");
    }

    @Test
    void openParameterIsATableAParameterFound() {
        assertThat(report.report().displays().stream().map(DisplayStatus::name))
                .contains("time-to-event-open-tta", "time-to-event-open-ttb", "time-to-event-open-ttc");
    }
}
