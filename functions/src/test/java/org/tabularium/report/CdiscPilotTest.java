package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The CDISC pilot study, cell by cell, against five published tables of it. Oracle: the publications, as JSON cells in the
/// reference material. Each cell's
/// value in results.json rounds to what is printed; the displayed cell equals the printed one but for spacing, save where
/// `docs/statistics.md`,
/// "Against published tables", says why not.
@Shows(Requirement.STATISTICS_RIGHT)
class CdiscPilotTest {

    private static final String ARM = "TRT01A";
    private static final String PLANNED = "TRT01P";
    private static final Pattern COUNT_PERCENT = Pattern.compile("(\\d+)(?: \\( *([<>]?[\\d.]+)%\\))?(?: \\[(\\d+)\\])?");

    /// The statistic that a row of the tables 14-2.01 shows.
    private static final Map<String, String> STATISTICS = Map.of("n", "n", "Mean", "mean", "SD", "sd", "Median", "median", "Min",
            "min", "Max", "max");

    /// What group of 14-2.01 is which variable: numbers, then levels.
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "Age (y)", List.of("AGE", "AGEGR1"),
            "Sex", List.of("SEX", "SEX"),
            "MMSE", List.of("MMSETOT"),
            "Duration of disease", List.of("DURDIS", "DURDSGR1"),
            "Years of education", List.of("EDUCLVL"),
            "Baseline weight(kg)", List.of("WEIGHTBL"),
            "Baseline height(cm)", List.of("HEIGHTBL"),
            "Baseline BMI", List.of("BMIBL", "BMIBLGR1"));

    private static final Map<String, String> PILOT_1_VARIABLES = Map.of("Age", "AGE", "Pooled Age Group 1", "AGEGR1", "Race",
            "RACE",
            "Baseline Height (cm)", "HEIGHTBL", "Baseline Weight (kg)", "WEIGHTBL", "Baseline BMI (kg/m^2)", "BMIBL",
            "MMSE Total",
            "MMSETOT");

    private static final Map<String, String> OVERVIEW_ROWS = Map.of(
            "At Least One TEAE", "Any adverse event",
            "At Least One Related TEAE", "Treatment-related adverse event",
            "At Least One Serious TEAE", "Serious adverse event",
            "At Least One Related Serious TEAE", "Treatment-related serious adverse event",
            "At Least One TEAE Leading to Death", "Adverse event leading to death",
            "At Least One Related TEAE Leading to Death", "Treatment-related adverse event leading to death");

    @TempDir
    static Path temp;

    private static @Nullable MadeReport pilot;
    private static @Nullable MadeReport tdf;

    @BeforeAll
    static void makeReports() throws IOException {
        pilot = report("cdisc-pilot", Map.of("data/cdiscpilot01/adsl.xpt", "adsl.xpt", "data/cdiscpilot01/adae.xpt", "adae.xpt",
                "data/cdiscpilot01/adqsadas_actot.xpt", "adqsadas.xpt"), List.of("study.yaml", "templates/race-origin.yaml"));
        tdf = report("cdisc-tdf",
                Map.of("data/cdiscpilot01_tdf/adsl.xpt", "adsl.xpt", "data/cdiscpilot01_tdf/adae.xpt", "adae.xpt"),
                List.of("study.yaml"));
    }

    private static MadeReport report(String study, Map<String, String> datasets, List<String> settings) throws IOException {
        Path folder = temp.resolve(study);
        Files.createDirectories(folder.resolve("templates"));
        for (Map.Entry<String, String> dataset : datasets.entrySet()) {
            Files.copy(Places.reference(dataset.getKey()), folder.resolve(dataset.getValue()));
        }
        for (String name : settings) {
            try (InputStream in = CdiscPilotTest.class.getResourceAsStream("/report/" + study + "/" + name)) {
                Files.copy(requireNonNull(in, name), folder.resolve(name));
            }
        }
        return MadeReport.of(folder);
    }

    @TestFactory
    Stream<DynamicTest> table14_2_01DemographicAndBaselineCharacteristics() {
        return each("csr_14-2.01_demographics", cell -> {
            if (cell.column().equals("p-value")) {
                pValue(cell);
                return;
            }
            Map<String, String> groups = arm(PLANNED, cell.column());
            if (cell.group().equals("Race (Origin)")) {
                if (cell.row().equals("n")) {
                    assertThat(results(pilot).value("race-origin", groups, null, List.of(cell.group()), "n"))
                            .isEqualTo(Double.valueOf(cell.text()));
                } else {
                    countPercent(results(pilot), "race-origin", groups, null, List.of(cell.group(), cell.row()), cell.text());
                }
                return;
            }
            List<String> variables = requireNonNull(VARIABLES.get(cell.group()), cell.group());
            String statistic = STATISTICS.get(cell.row());
            if (statistic == null) {
                countPercent(results(pilot), "baseline", groups, variables.getLast(), List.of(level(cell.row())), cell.text());
                return;
            }
            ResultRecord result = results(pilot).one("baseline", groups, variables.getFirst(), null, statistic);
            Printed.assertRoundsTo(result, cell.text());
            if (!cell.group().equals("Sex")) { // n of a text variable is a result that no row shows
                assertThat(result.text()).isEqualTo(cell.text());
            }
        });
    }

    /// The row of the number's n has the analysis of variance, the first row of the levels the chi-square test; for variables
    /// with levels alone the row n has it.
    private static void pValue(PublishedTable.Cell cell) {
        boolean origin = cell.group().equals("Race (Origin)");
        List<String> variables = VARIABLES.getOrDefault(cell.group(), List.of(""));
        ResultRecord found = origin
                ? results(pilot).one("race-origin", Map.of(), null, List.of(cell.group()), "p-value")
                : results(pilot).one("baseline", Map.of(), cell.row().equals("n") ? variables.getFirst() : variables.getLast(),
                        null,
                        "p-value");
        Printed.assertRoundsTo(found, cell.text());
        assertThat(found.text()).isEqualTo(cell.text());
    }

    @TestFactory
    Stream<DynamicTest> table14_1_01Populations() {
        Map<String, String> flags = Map.of("Intent-To-Treat (ITT)", "ITTFL", "Safety", "SAFFL", "Efficacy", "EFFFL",
                "Complete Week 24", "COMP24FL");
        return each("csr_14-1.01_populations", cell -> {
            Map<String, String> groups = arm(PLANNED, cell.column());
            if (cell.row().equals("Complete Study")) {
                countPercent(results(pilot), "disposition", groups, null, List.of("COMPLETED"), cell.text());
            } else {
                countPercent(results(pilot), "populations", groups, requireNonNull(flags.get(cell.row()), cell.row()), null,
                        cell.text());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> table14_5_02SeriousTreatmentEmergentAdverseEvents() {
        return each("csr_14-5.02_serious_teae", cell -> {
            boolean test = cell.column().startsWith("p ");
            Map<String, String> groups = test
                    ? Map.of(ARM, cell.column().endsWith("Low") ? "Xanomeline Low Dose" : "Xanomeline High Dose")
                    : arm(ARM, cell.column());
            String variable = null;
            List<String> level = List.of("Any serious adverse event");
            if (!cell.group().isEmpty()) {
                variable = "AEDECOD";
                level = List.of(cell.group(), term(cell));
            } else if (!cell.row().equals("ANY BODY SYSTEM")) {
                variable = "AEBODSYS";
                level = List.of(cell.row());
            }
            if (!test) {
                countPercent(results(pilot), "ae-serious", groups, variable, level, cell.text());
            } else if (cell.text().isEmpty()) {
                assertThat(results(pilot).value("ae-serious", groups, variable, level, "p-value")).isNull();
            } else {
                Printed.assertRoundsTo(results(pilot).one("ae-serious", groups, variable, level, "p-value"), cell.text());
            }
        });
    }

    /// The publication's rows in the publication's order.
    @TestFactory
    Stream<DynamicTest> seriousEventsStandInThePublishedOrder() {
        List<String> published = PublishedTable.of("csr_14-5.02_serious_teae").cells().stream()
                .map(cell -> cell.group().isEmpty() ? cell.row() : term(cell)).distinct().toList();
        List<String> ours = requireNonNull(pilot).rows("ae-serious").stream().skip(1).map(List::getFirst)
                .map(row -> row.toUpperCase(Locale.ROOT).replace("ANY SERIOUS ADVERSE EVENT", "ANY BODY SYSTEM"))
                .toList();
        return Stream.of(DynamicTest.dynamicTest("order of rows", () -> assertThat(ours).isEqualTo(published)));
    }

    /// The publication cuts terms off; which one is meant is found by its beginning.
    private static String term(PublishedTable.Cell cell) {
        return requireNonNull(pilot).results()
                .find("ae-serious", Map.of(), "AEDECOD", null, "count").stream()
                .map(found -> requireNonNull(found.level()).getLast())
                .filter(term -> term.startsWith(cell.row())).findFirst()
                .orElseThrow(() -> new AssertionError("no term begins with " + cell.row()));
    }

    @TestFactory
    Stream<DynamicTest> pilot1Demographics() {
        return each("rcpilot1_tlf-demographic", cell -> {
            Map<String, String> groups = arm(PLANNED, cell.column());
            String variable = requireNonNull(PILOT_1_VARIABLES.get(cell.group()), cell.group());
            List<String> statistics = switch (cell.row()) {
                case "Mean (sd)" -> List.of("mean", "sd");
                case "Median" -> List.of("median");
                case "Min - Max" -> List.of("min", "max");
                default -> List.of();
            };
            List<String> printed = Printed.numbers(cell.text().replace(" - ", " "));
            if (statistics.isEmpty()) {
                ResultRecord count = results(tdf).one("baseline", groups, variable, List.of(cell.row()), "count");
                Printed.assertRoundsTo(count, cell.text());
                // The publication shows no percentages: ours stand behind the count.
                assertThat(Printed.numbers(requireNonNull(count.text())).getFirst()).isEqualTo(cell.text());
                return;
            }
            for (int i = 0; i < statistics.size(); i++) {
                ResultRecord result = results(tdf).one("baseline", groups, variable, null, statistics.get(i));
                Printed.assertRoundsTo(result, printed.get(i));
                // The publication drops trailing zeros and has a dash between minimum and maximum.
                assertThat(Printed.numbers(requireNonNull(result.text()))).isEqualTo(printed);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> overviewOfTreatmentEmergentAdverseEvents() {
        return each("ars_teae_overview", cell -> {
            if (cell.row().startsWith("Comparison")) {
                String arm = cell.row().endsWith("Low Dose") ? "Xanomeline Low Dose" : "Xanomeline High Dose";
                ResultRecord result = results(tdf).one("ae-overview", Map.of(ARM, arm), null, List.of("Any adverse event"),
                        "p-value");
                Printed.assertRoundsTo(result, cell.text());
                assertThat(result.value()).isCloseTo(requireNonNull(cell.raw()), within(1e-9));
                assertThat(result.text()).isEqualTo(cell.text());
                return;
            }
            boolean percent = cell.column().endsWith(" Percent of subjects");
            String arm = cell.column().replaceFirst(" (Count|Percent) of subjects$", "");
            String label = requireNonNull(
                    OVERVIEW_ROWS.get(cell.row().replace("Summary of Subjects with ", "").replace(", by Treatment", "")),
                    cell.row());
            ResultRecord result = results(tdf).one("ae-overview", Map.of(ARM, arm), null, List.of(label),
                    percent ? "percent" : "count");
            String printed = cell.text().replaceAll("[() ]", "");
            Printed.assertRoundsTo(result, printed);
            assertThat(result.value()).isCloseTo(requireNonNull(cell.raw()), within(1e-8));
            List<String> shown = Printed.numbers(requireNonNull(result.text()));
            if (percent && printed.equals("0.0")) { // the publication has 0 ( 0.0), we have 0
                assertThat(result.text()).isEqualTo("0");
            } else {
                assertThat(percent ? shown.getLast() : shown.getFirst()).isEqualTo(Printed.numbers(printed).getFirst());
            }
        });
    }

    private static Stream<DynamicTest> each(String table, Consumer<PublishedTable.Cell> check) {
        return PublishedTable.of(table).cells().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check.accept(cell)));
    }

    private static ResultRecords results(@Nullable MadeReport report) {
        return requireNonNull(report).results();
    }

    private static Map<String, String> arm(String variable, String column) {
        return column.equals("Total") ? Map.of() : Map.of(variable, column);
    }

    private static String level(String row) {
        return switch (row) {
            case "Male" -> "M";
            case "Female" -> "F";
            default -> row.replaceFirst(" (yrs|months)$", "");
        };
    }

    /// `12 ( 45%) [6]`: count, percentage and events by value, and the cell but for spacing.
    private static void countPercent(
            ResultRecords results,
            String table,
            Map<String, String> groups,
            @Nullable String variable,
            @Nullable List<String> level,
            String printed) {
        Matcher parts = COUNT_PERCENT.matcher(printed);
        assertThat(parts.matches()).as(printed).isTrue();
        ResultRecord count = results.one(table, groups, variable, level, "count");
        Printed.assertRoundsTo(count, parts.group(1));
        if (parts.group(2) == null) {
            assertThat(results.value(table, groups, variable, level, "percent")).isZero();
        } else {
            Printed.assertRoundsTo(results.one(table, groups, variable, level, "percent"), parts.group(2));
        }
        if (parts.group(3) != null) {
            Printed.assertRoundsTo(results.one(table, groups, variable, level, "events"), parts.group(3));
        }
        String shown = requireNonNull(count.text());
        // The number of events has a column of its own.
        assertThat(Printed.unspaced(parts.group(3) == null ? shown : shown + "[" + parts.group(3) + "]"))
                .isEqualTo(Printed.unspaced(printed));
    }
}
