package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.RejectedException;
import org.tabularium.render.pdf.Validated;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.Figure;

/// Figures of whole studies: what they show, that their labels can be read, and that their files are what they say.
class FiguresTest {

    private static List<Figure> figures(Path folder, String... named) throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of(), List.of(named), null, List.of());
        return ReportRun.displays(StudySnapshot.of(new StudyFolder(folder)), options).stream().filter(Figure.class::isInstance)
                .map(Figure.class::cast).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "kn5601-iit", "lancet-2025", "ran-101", "sa-or088", "sa-po0659"})
    void labelsOfFiguresNeverOverlapAndStayInside(String study) throws IOException, RejectedException {
        List<Figure> figures = figures(Places.testData(study), "km", "swimmer", "trajectories", "course", "waterfall", "flow",
                "forest",
                "ae-profile");
        assertThat(figures).isNotEmpty();
        for (Figure figure : figures) {
            assertThat(UnreadableTexts.of(figure)).as(figure.id()).isEmpty();
            assertThat(figure.drawing().alternative()).startsWith(figure.title().replace('\n', ' '));
        }
    }

    /// Abstract SA-OR088: "this patient attained SRI-4 at 3M, LLDAS at 4M, and DORIS remission at 6M."
    @Test
    void swimmerTellsOfThePatientWhoAttainedAllThree() throws IOException, RejectedException {
        Figure swimmer = figures(Places.testData("sa-or088"), "swimmer").getFirst();
        assertThat(swimmer.drawing().alternative()).contains(
                "SRI-4 Response at 3.0 months, Lupus low disease activity state at 4.0 months, DORIS Remission at 6.0 months");
    }

    @Test
    void figureIsTaggedTextIsTextAndSvgIsXml() throws Exception {
        ReportOptions options = new ReportOptions(List.of("pdf", "svg", "csv"), List.of("swimmer"), null, List.of());
        Map<String, byte[]> files = ReportRun.report(
                StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options, Progress.NONE).files();
        byte[] pdf = requireNonNull(files.get("figures/swimmer.pdf"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Months since first treatment", "DORIS Remission");
        }
        assertThat(Validated.failures(pdf)).isEmpty();
        byte[] svg = requireNonNull(files.get("figures/swimmer.svg"));
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg))
                .getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(new String(requireNonNull(files.get("figures/swimmer.csv")), StandardCharsets.UTF_8))
                .startsWith("Drawn as,Arm,Item,What,At,Shown");
    }

    /// RConsortium/submissions-pilot1, tlf-kmplot: 33 numbers at risk as published; medians by R's survfit (conf.type log-log).
    @Test
    void curvesOfThePilotHaveItsNumbersAtRiskAndMedians(@TempDir Path folder) throws IOException, RejectedException {
        Path published = Places.reference("expected/rcpilot1_tlf-kmplot_atrisk.json");
        for (String file : List.of("adsl.xpt", "adtte.xpt")) {
            Files.copy(Places.reference("data/cdiscpilot01_tdf/" + file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("study.yaml"), """
                tables:
                  - km: {parameter: TTDE, population: safety, by: TRT01A, landmarks: [0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]}
                """);
        Figure figure = figures(folder).getFirst();
        JsonNode cells = new ObjectMapper().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
                .readTree(Files.readString(published)).path("cells");
        assertThat(cells).hasSize(33).allSatisfy(cell -> assertThat(value(figure, "at-risk", cell.path("row").asText(),
                cell.path("column").asText().replace("at risk day ", ""), "at-risk")).isEqualTo(cell.path("text").asText()));
        assertThat(value(figure, "summary", "Xanomeline Low Dose", "", "median-time")).isEqualTo("33");
        assertThat(value(figure, "summary", "Xanomeline High Dose", "", "median-time")).isEqualTo("36");
        assertThat(value(figure, "summary", "Placebo", "", "median-time")).isEqualTo("NE");
    }

    /// Oracle: the tables beside it, of the same parameter and subgroups.
    @Test
    void forestAndProfileSayWhatTheTablesBesideThemSay(@TempDir Path folder) throws IOException {
        for (String file : List.of("adsl.xpt", "adtte.xpt", "adae.xpt")) {
            Files.copy(Places.reference("data/cdiscpilot01_tdf/" + file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("study.yaml"), """
                treatment: {control: Placebo}
                tables:
                  - forest: {parameter: TTDE, population: safety, subgroups: [SEX, AGEGR1]}
                  - time-to-event: {parameter: TTDE, population: safety, subgroups: [SEX, AGEGR1]}
                  - ae-profile: {threshold: 5}
                  - ae-common: {threshold: 5, risk-difference: true}
                """);
        MadeReport pilot = MadeReport.of(folder);
        assertThat(differences(pilot, "forest", "time-to-event")).isEmpty();
        assertThat(differences(pilot, "ae-profile", "ae-common")).isEmpty();
        Path response = Files.createDirectories(folder.resolve("response"));
        for (Path file : files(Places.testData("ran-101"))) {
            Files.copy(file, response.resolve(file.getFileName()));
        }
        Files.writeString(response.resolve("study.yaml"), """
                cutoff: 2025-06-30
                tables:
                  - forest: {parameter: SRI4, subgroups: [SEX, RACE], risk-difference: newcombe}
                  - response: {parameters: SRI4, subgroups: [SEX, RACE], risk-difference: newcombe, total: false}
                """);
        assertThat(differences(MadeReport.of(response), "forest", "response")).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("study.yaml")).toList();
        }
    }

    /// The results of a figure that a table lacks or has otherwise; the figure must have some.
    private static List<String> differences(MadeReport report, String figure, String table) {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode node : ResultRecords.tree(report.file("results.json"))) {
            ResultRecord of = ResultRecord.of(node);
            if (of.table().equals(figure)) {
                compared++;
                List<ResultRecord> same = report.results().find(table, of.groups(), of.variable(), of.level(), of.statistic());
                if (same.isEmpty() || same.stream().anyMatch(other -> !Objects.equals(other.value(), of.value()))) {
                    differences.add(of + " is not " + same);
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
        return differences;
    }

    /// The value of a statistic in the data of a figure.
    private static String value(Display figure, String layer, String arm, String at, String statistic) {
        int column = figure.columns().stream().map(c -> c.header()).toList().indexOf(statistic);
        return figure.rows().stream().map(row -> row.cells())
                .filter(cells -> cells.get(0).text().equals(layer) && cells.get(1).text().equals(arm)
                        && cells.get(4).text().equals(at)
                        && !cells.get(column).equals(Cell.EMPTY))
                .map(cells -> cells.get(column).text()).findFirst().orElse("");
    }
}
