package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.FileContent;
import org.tabularium.store.StudyFolder;

/// `--ars EVENT.json`: what a reporting event declares is made of the data.
class DeclaredEventTest {

    private static final Path EVENT = Path.of("src/test/resources/ars/adverse-events.json");
    private static final Pattern DECIMALS = Pattern.compile("\\.[0-9X]+");
    private static final List<String> ARMS = List.of("Placebo", "Xanomeline Low Dose", "Xanomeline High Dose");

    private static Report report(Path study, Path event) throws IOException, RejectedException {
        return ReportRun.report(StudySnapshot.of(new StudyFolder(study)),
                new ReportOptions(List.of("csv"), List.of("populations"), null, List.of())
                        .withEvent(StudySnapshot.File.of("event.json", FileContent.of(event))),
                Progress.NONE);
    }

    /// The expected numbers are those of CDISC's example, as the reference material has them.
    @Test
    void eventOfAdverseEventsGivesThePublishedNumbersOfThePilot() throws IOException, RejectedException {
        JsonNode expected = ResultRecords.tree(Files.readAllBytes(Places.reference("expected/ars_teae_overview.json")));
        Report report = report(Places.reference("data/cdiscpilot01"), EVENT);
        JsonNode made = ResultRecords.tree(requireNonNull(report.files().get("ars-event.json")));
        Map<String, JsonNode> results = new HashMap<>();
        for (JsonNode analysis : made.path("analyses")) {
            for (JsonNode result : analysis.path("results")) {
                results.put(analysis.path("id").asText() + result.path("operationId").asText()
                        + result.path("resultGroups").path(0).path("groupId").asText(), result);
            }
        }
        int compared = 0;
        for (JsonNode cell : expected.path("cells")) {
            JsonNode result = requireNonNull(results.get(key(cell.path("row").asText(), cell.path("column").asText())));
            compared++;
            assertThat(result.path("rawValue").asDouble()).as(cell.toString())
                    .isCloseTo(cell.path("raw").asDouble(), Offset.offset(1e-6));
            assertThat(result.path("formattedValue").asText()).isEqualTo(cell.path("text").asText());
        }
        assertThat(compared).isEqualTo(38);
    }

    private static String key(String row, String column) {
        if (row.startsWith("Comparison")) {
            return (row.contains("Low") ? "low" : "high") + "M_fisher_1";
        }
        String analysis = (row.contains("Related") ? "related-" : "") + (row.contains("Serious") ? "serious-" : "")
                + (row.contains("Death") ? "death-" : "");
        int arm = ARMS.indexOf(ARMS.stream().filter(column::startsWith).findFirst().orElseThrow()) + 1;
        return (analysis.isEmpty() ? "any" : analysis.substring(0, analysis.length() - 1))
                + (column.contains("Percent") ? "M_np_2" : "M_np_1") + "G_arm_" + arm;
    }

    @Test
    void whatNobodyKnowsIsNotMadeAndSaysWhy() throws IOException, RejectedException {
        Report report = report(Places.testData("sa-or088"), EVENT);
        JsonNode made = ResultRecords.tree(requireNonNull(report.files().get("ars-event.json")));

        assertThat(report.findings().listed()).filteredOn(f -> f.code().equals("ARS_ANALYSIS_NOT_MADE"))
                .extracting(Finding::message)
                .contains("the analysis whim is not made: the operation \"Weighted whim\" is not known");
        for (JsonNode analysis : made.path("analyses")) {
            String id = analysis.path("id").asText();
            assertThat(analysis.has("results")).as(id).isEqualTo(isMade(report, id));
        }
    }

    /// The event that a run writes is made again by rules that know nothing of tables, arms or visits: its sets, subsets and
    /// groups alone decide which records count. So they say exactly which ones the tables counted, or say nothing.
    @ParameterizedTest
    @CsvSource({"kn5501,16000", "kn5601-iit,7000", "ran-101,3000", "saf-202,3000", "sa-po0659,700", "sa-or088,1800"})
    void eventOfARunIsMadeAgainWithTheSameNumbers(String study, int least) throws IOException, RejectedException {
        JsonNode written = ResultRecords.tree(MadeReport.ofTestData(study).file("ars.json"));
        Path event = Files.createTempFile("event", ".json");
        Files.write(event, written.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, JsonNode> results = new HashMap<>();
        JsonNode made = ResultRecords.tree(requireNonNull(report(Places.testData(study), event).files().get("ars-event.json")));
        made.path("analyses").forEach(analysis -> analysis.path("results")
                .forEach(result -> results.put(key(analysis, result), result)));
        Files.delete(event);
        int compared = 0;
        for (JsonNode analysis : written.path("analyses")) {
            for (JsonNode result : analysis.path("results")) {
                JsonNode again = results.get(key(analysis, result));
                if (again != null) {
                    compared++;
                    assertThat(number(again)).as(analysis.path("name") + " " + result).usingComparator(
                            (one, other) -> Math.abs(one - other) <= 1e-9 * Math.abs(other) ? 0 : Double.compare(one, other))
                            .isEqualTo(number(result));
                }
            }
        }
        assertThat(compared).isGreaterThan(least);
    }

    /// NaN for NE: not estimable.
    private static double number(JsonNode result) {
        String raw = result.path("rawValue").asText();
        return raw.equals("NE") ? Double.NaN : Double.parseDouble(raw);
    }

    private static boolean isMade(Report report, String analysis) {
        return report.findings().listed().stream().noneMatch(f -> f.message().startsWith("the analysis " + analysis + " is"));
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThatThrownBy(() -> report(Places.testData("sa-or088"), Places.testData("sa-or088").resolve("study.yaml")))
                .isInstanceOfSatisfying(RejectedException.class,
                        e -> assertThat(e.findings()).extracting(Finding::code).contains("ARS_EVENT_REFUSED"));
    }

    /// CDISC's example events on the pilot's data, where a folder has both (`-Dtabularium.ars=`): events as `*.json`, data in
    /// `study`. Nothing of their results is there when they are made.
    @Test
    void examplesOfCdiscComeOutWithTheirOwnResults() throws IOException, RejectedException {
        String folder = System.getProperty("tabularium.ars");
        Assumptions.assumeTrue(folder != null, "no folder of examples is named");
        try (Stream<Path> events = Files.list(Path.of(requireNonNull(folder)))) {
            for (Path event : events.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                compare(event, Path.of(folder, "study"));
            }
        }
    }

    private static void compare(Path event, Path study) throws IOException, RejectedException {
        JsonNode expected = ResultRecords.tree(Files.readAllBytes(event));
        JsonNode emptied = expected.deepCopy();
        emptied.path("analyses").forEach(analysis -> ((ObjectNode) analysis).remove("results"));
        Path without = Files.createTempFile("event", ".json");
        Files.write(without, emptied.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, JsonNode> results = new HashMap<>();
        JsonNode made = ResultRecords.tree(requireNonNull(report(study, without).files().get("ars-event.json")));
        made.path("analyses").forEach(analysis -> analysis.path("results")
                .forEach(result -> results.put(key(analysis, result), result)));
        Files.delete(without);
        Map<String, String> patterns = new HashMap<>();
        expected.path("methods").forEach(method -> method.path("operations").forEach(operation -> patterns
                .put(operation.path("id").asText(), operation.path("resultPattern").asText())));
        int all = 0;
        int equal = 0;
        int broken = 0;
        int formatted = 0;
        for (JsonNode analysis : expected.path("analyses")) {
            for (JsonNode result : analysis.path("results")) {
                JsonNode ours = results.get(key(analysis, result));
                all++;
                equal += ours != null && isEqual(result.path("rawValue").asText(), ours.path("rawValue").asText()) ? 1 : 0;
                String shown = result.path("formattedValue").asText();
                if (breaks(shown, requireNonNull(patterns.get(result.path("operationId").asText())))) {
                    broken++;
                } else {
                    formatted += ours != null && shown.equals(ours.path("formattedValue").asText()) ? 1 : 0;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d of %d equal; formatted %d of %d, %d that break their pattern set aside%n",
                event.getFileName(), equal, all, formatted, all - broken, broken);
        assertThat(equal).as(event.toString()).isGreaterThanOrEqualTo((int) Math.ceil(0.75 * all));
    }

    /// A blank after the minus sign, or other decimals than the pattern's run of X has. Nothing is written where there is no
    /// number.
    private static boolean breaks(String shown, String pattern) {
        return shown.isEmpty() || shown.startsWith("- ") || (pattern.contains("X") && decimals(shown) != decimals(pattern));
    }

    private static int decimals(String text) {
        Matcher decimals = DECIMALS.matcher(text);
        return decimals.find() ? decimals.group().length() - 1 : 0;
    }

    /// Within half a unit of the expected number's last digit.
    private static boolean isEqual(String expected, String made) {
        if (expected.isEmpty() || made.equals("NE")) {
            return false;
        }
        BigDecimal number = new BigDecimal(expected);
        BigDecimal half = BigDecimal.ONE.movePointLeft(number.scale()).divide(BigDecimal.TWO);
        return number.subtract(new BigDecimal(made)).abs().compareTo(half) <= 0;
    }

    private static String key(JsonNode analysis, JsonNode result) {
        JsonNode groups = result.path("resultGroups");
        return analysis.path("id").asText() + result.path("operationId").asText() + (groups.isEmpty() ? "" : groups);
    }
}
