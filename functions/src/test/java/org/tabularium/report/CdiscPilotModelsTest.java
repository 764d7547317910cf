package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The CDISC pilot study's models against published tables, cell by cell, and against what R's survival package and lifelines
/// compute of the same data (the reference
/// material's `independent_computation`).
@Shows(Requirement.STATISTICS_RIGHT)
class CdiscPilotModelsTest {

    private static final String LOW = "Xanomeline Low Dose";
    private static final String HIGH = "Xanomeline High Dose";
    private static final List<String> MEDIAN = List.of("Median");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Map<String, String> VARIABLES = Map.of("Baseline", "BASE", "Week 24", "AVAL");
    private static final Map<String, List<String>> ANCOVA_ROWS = Map.of(
            "n", List.of("n"),
            "Mean (SD)", List.of("mean", "sd"),
            "Median (Range)", List.of("median", "min", "max"),
            "p-value(Dose Response)", List.of("p-value"),
            "p-value", List.of("p-value"),
            "Diff of LS Means (SE)", List.of("difference", "se"),
            "95% CI", List.of("ci-lower", "ci-upper"));

    @TempDir
    static Path temp;

    private static @Nullable MadeReport times;
    private static @Nullable MadeReport models;

    @BeforeAll
    static void makeReports() throws IOException {
        times = report("cdisc-times",
                Map.of("data/cdiscpilot01_tdf/adsl.xpt", "adsl.xpt", "data/cdiscpilot01_tdf/adtte.xpt", "adtte.xpt"));
        models = report("cdisc-models",
                Map.of("data/cdiscpilot01/adsl.xpt", "adsl.xpt", "data/cdiscpilot01/adqsadas_actot.xpt", "adqsadas.xpt"));
    }

    private static MadeReport report(String study, Map<String, String> datasets) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(study));
        for (Map.Entry<String, String> dataset : datasets.entrySet()) {
            Files.copy(Places.reference(dataset.getKey()), folder.resolve(dataset.getValue()));
        }
        try (InputStream in = CdiscPilotModelsTest.class.getResourceAsStream("/report/" + study + "/study.yaml")) {
            Files.copy(requireNonNull(in, study), folder.resolve("study.yaml"));
        }
        return MadeReport.of(folder);
    }

    private static Map<String, String> ttde(String arm) {
        return Map.of("TRT01A", arm, "PARAMCD", "TTDE");
    }

    private static @Nullable Double time(String table, String arm, @Nullable List<String> level, String statistic) {
        return requireNonNull(times).results().value(table, ttde(arm), "AVAL", level, statistic);
    }

    @TestFactory
    Stream<DynamicTest> numbersAtRiskOfTheKaplanMeierPlot() {
        return PublishedTable.of("rcpilot1_tlf-kmplot_atrisk").cells().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    String day = cell.column().replace("at risk day ", "");
                    ResultRecord found = requireNonNull(times).results()
                            .one("time-to-event", ttde(cell.row()), "AVAL", List.of(day), "at-risk");
                    Printed.assertRoundsTo(found, cell.text());
                    assertThat(found.text()).isEqualTo(cell.text());
                }));
    }

    /// The displayed cell is the published one but for spacing and the signs within brackets: 21.0 (5;61) is 21.0 (5–61),
    /// (-2.1;1.1) is (-2.1, 1.1). p-values
    /// are published with three decimals.
    @TestFactory
    Stream<DynamicTest> table14_3_01AnalysisOfCovariance() {
        return PublishedTable.of("csr_14-3.01_adas_wk24_ancova").cells().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    List<String> statistics = requireNonNull(ANCOVA_ROWS.get(cell.row()), cell.row());
                    List<String> printed = Printed.numbers(cell.text());
                    assertThat(printed).hasSameSizeAs(statistics);
                    String variable = VARIABLES.getOrDefault(cell.group(), "CHG");
                    for (int i = 0; i < statistics.size(); i++) {
                        ResultRecord found = requireNonNull(models).results()
                                .one("ancova", ancovaKeys(cell), variable, level(cell), statistics.get(i));
                        Printed.assertRoundsTo(found, NUMBER.matcher(cell.text()).results().toList().get(i).group());
                        if (!statistics.get(i).equals("p-value")) {
                            assertThat(Printed.numbers(requireNonNull(found.text()).replace("–", " "))).isEqualTo(printed);
                        }
                    }
                }));
    }

    private static Map<String, String> ancovaKeys(PublishedTable.Cell cell) {
        if (cell.row().equals("p-value(Dose Response)")) {
            return Map.of("PARAMCD", "ACTOT", "AVISIT", "Week 24");
        }
        String arm = switch (cell.column()) {
            case "L-P" -> LOW;
            case "H-P", "H-L" -> HIGH;
            default -> cell.column();
        };
        return Map.of("TRT01P", arm, "PARAMCD", "ACTOT", "AVISIT", "Week 24");
    }

    private static @Nullable List<String> level(PublishedTable.Cell cell) {
        return switch (cell.column()) {
            case "L-P", "H-P" -> List.of("Difference from Placebo");
            case "H-L" -> List.of("Difference from " + LOW);
            default -> cell.row().equals("p-value(Dose Response)") ? List.of("Dose response") : null;
        };
    }

    @Test
    void mediansAndTheirLimitsAreThoseOfR() {
        assertThat(time("time-to-event", "Placebo", MEDIAN, "median-time")).isNull();
        assertThat(time("time-to-event", LOW, MEDIAN, "median-time")).isEqualTo(33);
        assertThat(time("time-to-event", LOW, MEDIAN, "ci-lower")).isEqualTo(27);
        assertThat(time("time-to-event", LOW, MEDIAN, "ci-upper")).isEqualTo(48);
        assertThat(time("time-to-event", HIGH, MEDIAN, "median-time")).isEqualTo(36);
        assertThat(time("time-to-event", HIGH, MEDIAN, "ci-lower")).isEqualTo(23);
        assertThat(time("time-to-event", HIGH, MEDIAN, "ci-upper")).isEqualTo(46);
        assertThat(time("time-to-event", "Placebo", List.of("25th percentile"), "q1-time")).isEqualTo(70);
        assertThat(time("time-to-event", HIGH, List.of("75th percentile"), "q3-time")).isEqualTo(58);
        assertThat(time("time-to-event", "Placebo", List.of("Events"), "count")).isEqualTo(29);
    }

    @Test
    void comparisonsWithPlaceboAreThoseOfR() {
        List<String> ratio = List.of("Hazard ratio");
        assertThat(time("time-to-event", LOW, List.of("Log-rank"), "p-value")).isCloseTo(8.491891617314982e-11, within(1e-17));
        // lifelines; R prints 4.698464e-13, the difference of a number near 1 from 1.
        assertThat(time("time-to-event", HIGH, List.of("Log-rank"), "p-value")).isCloseTo(4.698686116445947e-13, within(1e-21));
        assertThat(time("time-to-event", LOW, ratio, "hazard-ratio")).isCloseTo(4.077027, within(5e-7));
        assertThat(time("time-to-event", LOW, ratio, "ci-lower")).isCloseTo(2.588921, within(5e-7));
        assertThat(time("time-to-event", LOW, ratio, "ci-upper")).isCloseTo(6.420495, within(5e-7));
        assertThat(time("time-to-event", LOW, ratio, "p-value")).isCloseTo(1.316103e-09, within(5e-16));
        assertThat(time("time-to-event", HIGH, ratio, "hazard-ratio")).isCloseTo(4.920218, within(5e-7));
        assertThat(time("breslow", LOW, ratio, "hazard-ratio")).isCloseTo(4.049758, within(5e-7));
        assertThat(time("breslow", HIGH, ratio, "hazard-ratio")).isCloseTo(4.878202, within(5e-7));
        assertThat(requireNonNull(times).rows("time-to-event")).contains(
                List.of("Hazard ratio (95% CI)", "", "4.08 (2.59, 6.42)", "4.92 (3.08, 7.85)"));
    }
}
