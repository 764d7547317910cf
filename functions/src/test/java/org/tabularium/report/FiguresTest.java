package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.finding.RejectedException;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.render.pdf.Validated;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

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

    /// The grades are those of the abstract: I in three subjects, II in one.
    @Test
    void nativeSwimmerHasTheGradesOfItsEvents() throws IOException, RejectedException {
        Figure swimmer = figures(Places.testData("sa-or088"), "swimmer").getFirst();
        assertThat(swimmer.charts().getFirst().series()).filteredOn(series -> series.name().endsWith(", grade"))
                .flatExtracting(Chart.Series::labels).containsExactlyInAnyOrder("1", "1", "1", "2");
    }

    /// 114 subjects in two arms, of whom a page holds the names in columns.
    @Test
    void swimmerOfManyLanesNamesItsSubjects() throws IOException, RejectedException {
        Figure swimmer = figures(Places.testData("ran-101"), "swimmer").getFirst();
        assertThat(swimmer.drawing().shapes()).filteredOn(Shape.Text.class::isInstance)
                .extracting(shape -> ((Shape.Text) shape).text()).filteredOn(text -> text.startsWith("RAN-101-"))
                .hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /// Abstract SA-OR088: "this patient attained SRI-4 at 3M, LLDAS at 4M, and DORIS remission at 6M."
    @Test
    void swimmerTellsOfThePatientWhoAttainedAllThree() throws IOException, RejectedException {
        Figure swimmer = figures(Places.testData("sa-or088"), "swimmer").getFirst();
        assertThat(swimmer.drawing().alternative()).contains(
                "SRI-4 response at 3.0 months, Lupus low disease activity state at 4.0 months, DORIS remission at 6.0 months");
    }

    @Test
    void figureIsTaggedTextIsTextAndSvgIsXml() throws Exception {
        ReportOptions options = new ReportOptions(List.of("pdf", "svg", "csv"), List.of("swimmer"), null, List.of());
        Map<String, byte[]> files = ReportRun.report(
                StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options, Progress.NONE).files();
        byte[] pdf = requireNonNull(files.get("figures/swimmer.pdf"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Months since first treatment", "DORIS remission");
        }
        assertThat(Validated.failures(pdf)).isEmpty();
        byte[] svg = requireNonNull(files.get("figures/swimmer.svg"));
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg))
                .getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(new String(requireNonNull(files.get("figures/swimmer.csv")), StandardCharsets.UTF_8))
                .startsWith("Drawn as,Arm,Item,What,At,Shown");
    }

    /// As the pictures do: a reader of the workbook knows whose line it is.
    @Test
    void linesOfSubjectsHaveTheirNamesAtTheirEndsInChartsToo() throws IOException, RejectedException {
        Figure figure = figures(Places.testData("kn5601-iit"), "trajectories").stream()
                .filter(of -> of.id().equals("trajectories-sledai2k")).findFirst().orElseThrow();
        Chart chart = ChartMarkup.at(new ChartMarkup.Size(480, 270), figure.charts().getFirst());
        Chart.Series names = chart.lineNames().orElseThrow();
        assertThat(names.labels()).containsExactly("L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08");
        List<Double> places = names.points().stream().map(Point::y).sorted().toList();
        // Letters of eight points, on an axis from 0 to 20 that is less than 230 points high.
        double high = 8 * 20 / 230.0;
        // Each at the last visit of its line.
        assertThat(names.points().stream().map(Point::x)).containsExactlyElementsOf(names.labels().stream()
                .map(name -> chart.series().stream().filter(of -> of.name().equals(name)).findFirst().orElseThrow().points()
                        .getLast().x())
                .toList());
        assertThat(chart.y().from()).isZero();
        assertThat(chart.y().to()).isEqualTo(20);
        // A visit of 12 weeks is about 90 of 360 points, more than a name is long.
        for (Point name : names.points()) {
            assertThat(names.points()).filteredOn(other -> !other.equals(name) && other.x() == name.x())
                    .allSatisfy(other -> assertThat(Math.abs(other.y() - name.y())).isGreaterThan(high));
        }
        assertThat(places.getFirst()).isNotNegative();
        assertThat(places.getLast()).isLessThanOrEqualTo(20);
        String markup = ChartMarkup.of(chart, new Anywhere(), new ChartMarkup.Size(480, 270));
        assertThat(markup).contains("<a:t>\u00a0\u00a0L08</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val=\"r\"/>");
        assertThat(ChartMarkup.at(new ChartMarkup.Size(480, 130), figure.charts().getFirst()).lineNames())
                .as("names that would lie over each other").isEmpty();
    }

    /// The cells of a chart whose sheet nobody sees.
    private static final class Anywhere implements ChartMarkup.Cells {

        @Override
        public String name(int series) {
            return "Data!$A$1";
        }

        @Override
        public String x(int series) {
            return "Data!$A$2:$A$9";
        }

        @Override
        public String y(int series) {
            return "Data!$B$2:$B$9";
        }
    }

    /// Where the rows of a figure have names, its charts have them too.
    @Test
    void forestAndProfileHoldAsPdfAndTheirChartsNameTheirRows(@TempDir Path folder) throws Exception {
        for (String file : List.of("adsl.xpt", "adtte.xpt", "adae.xpt")) {
            Files.copy(Places.reference("data/cdiscpilot01_tdf/" + file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("study.yaml"), """
                treatment: {control: Placebo}
                tables:
                  - km: {parameter: TTDE, population: safety}
                  - forest: {parameter: TTDE, population: safety, subgroups: [SEX, AGEGR1]}
                  - ae-profile: {threshold: 5}
                """);
        ReportOptions options = new ReportOptions(List.of("pdf", "xlsx", "docx"), List.of(), null, List.of());
        Map<String, byte[]> files = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), options, Progress.NONE).files();
        for (String figure : List.of("km", "forest", "ae-profile")) {
            assertThat(Validated.failures(requireNonNull(files.get("figures/" + figure + ".pdf")))).as(figure).isEmpty();
        }
        assertThat(part(files, "figures/forest.xlsx", "xl/charts/chart1.xml")).contains(">Female\u00a0\u00a0<",
                ">Male\u00a0\u00a0<",
                ">65–80\u00a0\u00a0<");
        assertThat(part(files, "figures/forest.docx", "word/charts/chart1.xml")).contains(">Female\u00a0\u00a0<",
                ">65–80\u00a0\u00a0<");
        for (String chart : List.of("1", "2")) {
            assertThat(part(files, "figures/ae-profile.xlsx", "xl/charts/chart" + chart + ".xml"))
                    .contains(">PRURITUS\u00a0\u00a0<");
            assertThat(part(files, "figures/ae-profile.docx", "word/charts/chart" + chart + ".xml"))
                    .contains(">PRURITUS\u00a0\u00a0<");
        }
    }

    @Test
    void otherKindsHoldAsPdf() throws Exception {
        ReportOptions options = new ReportOptions(List.of("pdf"), List.of("flow", "course-cd19", "trajectories-pga", "waterfall"),
                null, List.of());
        Map<String, byte[]> files = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("kn5501"))), options,
                Progress.NONE).files();
        for (String figure : options.tables()) {
            assertThat(Validated.failures(requireNonNull(files.get("figures/" + figure + ".pdf")))).as(figure).isEmpty();
        }
    }

    @Test
    void visitsHaveTheirNamesInCharts() throws IOException, RejectedException {
        Chart chart = figures(Places.testData("kn5501"), "course").getFirst().charts().getFirst();
        assertThat(chart.columnsAreNamed()).isTrue();
        assertThat(chart.series().getLast().labels()).startsWith("Baseline", "Day 0", "Day 7").hasSize(10);
        assertThat(chart.series().getLast().named()).isFalse();
    }

    /// Numbers below the axis stand in a table of the sheet; a dash of the flow stands before its words, not above them.
    @Test
    void sheetsSayWhatStandsBelowAChartAndInBoxes() throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of("xlsx"), List.of("course-cd19", "flow", "waterfall"), null, List.of());
        Map<String, byte[]> files = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("kn5501"))), options,
                Progress.NONE).files();
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(requireNonNull(files.get("figures/course-cd19.xlsx"))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Row head = StreamSupport.stream(sheet.spliterator(), false)
                    .filter(row -> row.getCell(0) != null && row.getCell(0).toString().equals("Visit")).findFirst().orElseThrow();
            assertThat(sheet.getRow(head.getRowNum() - 1).getCell(0).toString()).isEqualTo("n");
            assertThat(head.getCell(2).toString()).isEqualTo("Baseline");
            // Oracle: ADLB has a baseline of CD19 of the three subjects of the first dose.
            assertThat(sheet.getRow(head.getRowNum() + 1).getCell(2).getNumericCellValue()).isEqualTo(3);
        }
        assertThat(part(files, "figures/course-cd19.xlsx", "xl/charts/chart1.xml"))
                .contains("<a:t>CD19+ B Cells (cells/µL), median (quartiles)</a:t>");
        assertThat(part(files, "figures/course-cd19.xlsx", "xl/drawings/drawing1.xml"))
                .as("what the chart shows, for those who do not see it")
                .containsPattern("<xdr:cNvPr [^>]*descr=\"[^\"]*[Oo]ver [Tt]ime[^\"]{40,}\"");
        assertThat(part(files, "figures/flow.xlsx", "xl/drawings/drawing1.xml")).contains("<a:t>–</a:t>")
                .doesNotContain("<a:t>–</a:t></a:r></a:p>");
        String waterfall = part(files, "figures/waterfall.xlsx", "xl/charts/chart1.xml");
        assertThat(waterfall.substring(waterfall.indexOf("<c:lineChart>"))).contains("<c:v>DORIS Remission</c:v>",
                "<c:symbol val=\"star\"/>");
    }

    /// What stands beside the curves and rows of the drawing stands in cells of the sheet; a decimal mark other than the point is
    /// printed at the axes of charts too, and half ratios have their numbers there.
    @ParameterizedTest
    @ValueSource(strings = {"regulatory", "lancet"})
    void sheetsSayWhatStandsBesideCurvesAndRows(String style, @TempDir Path folder) throws Exception {
        for (String file : List.of("adsl.xpt", "adtte.xpt")) {
            Files.copy(Places.reference("data/cdiscpilot01_tdf/" + file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("study.yaml"), """
                treatment: {control: Placebo}
                style: %s
                tables:
                  - km: {parameter: TTDE, population: safety}
                  - forest: {parameter: TTDE, population: safety, subgroups: [SEX, AGEGR1]}
                """.formatted(style));
        ReportOptions options = new ReportOptions(List.of("xlsx"), List.of(), null, List.of());
        Map<String, byte[]> files = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), options, Progress.NONE).files();
        // Oracle: what is drawn in the same report.
        for (Figure figure : figures(folder)) {
            List<String> drawn = figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance)
                    .map(shape -> ((Shape.Text) shape).text()).filter(text -> text.matches("\\d+/\\d+|\\d.*\\(.*[,–].*\\)"))
                    .toList();
            assertThat(drawn).hasSizeGreaterThan(4);
            assertThat(texts(requireNonNull(files.get("figures/" + figure.id() + ".xlsx")))).as(figure.id()).containsAll(drawn);
        }
        String mark = style.equals("lancet") ? "·" : ".";
        assertThat(part(files, "figures/km.xlsx", "xl/charts/chart1.xml").contains("<a:t>0" + mark + "2</a:t>"))
                .isEqualTo(style.equals("lancet"));
        assertThat(part(files, "figures/forest.xlsx", "xl/charts/chart1.xml")).contains("<a:t>0" + mark + "5</a:t>",
                "<a:t>2</a:t>");
    }

    private static List<String> texts(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false)).map(Object::toString).toList();
        }
    }

    /// A star on a black bar would not be seen; each bar has its value. Oracle: the bars of the drawing.
    @Test
    void barsOfChartsHaveTheirValuesAndMarksBeyondThem() throws IOException, RejectedException {
        Figure figure = figures(Places.testData("kn5501"), "waterfall").getFirst();
        Chart chart = figure.charts().getFirst();
        List<Chart.Series> bars = chart.series().stream().filter(series -> series.form() == Chart.Form.BARS).toList();
        Chart.Series stars = chart.series().stream().filter(series -> series.name().equals("DORIS Remission")).findFirst()
                .orElseThrow();
        List<String> drawn = figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text()).toList();
        int marked = 0;
        for (int i = 0; i < stars.points().size(); i++) {
            int place = i;
            Chart.Series own = bars.stream().filter(series -> !series.ends().get(place).isEmpty()).findFirst().orElseThrow();
            double change = own.points().get(i).y();
            assertThat(drawn).contains(own.ends().get(i));
            if (!Double.isNaN(stars.points().get(i).y())) {
                marked++;
                assertThat(Math.abs(stars.points().get(i).y())).isGreaterThan(Math.abs(change) + 1);
                assertThat(stars.points().get(i).y()).isBetween(chart.y().from(), chart.y().to());
            }
        }
        assertThat(marked).isPositive();
    }

    /// The pilot has no responses; a study of some has.
    @Test
    void titleOfLanesNamesWhatIsDrawn(@TempDir Path folder) throws IOException, RejectedException {
        Files.copy(Places.reference("data/cdiscpilot01/adsl.xpt"), folder.resolve("adsl.xpt"));
        assertThat(figures(folder, "swimmer").getFirst().title()).doesNotContain("Responses").startsWith("Follow-up")
                .endsWith(" by Subject");
        assertThat(figures(Places.testData("sa-or088"), "swimmer").getFirst().title())
                .isEqualToIgnoringCase("Follow-up, Responses and Events by Subject");
    }

    private static String part(Map<String, byte[]> files, String file, String part) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(requireNonNull(files.get(file))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    @Test
    void filesOfFiguresAreTheSameBytesTwice() throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of("pdf", "svg", "csv", "xlsx", "docx"), List.of("swimmer"), null,
                List.of());
        Map<String, byte[]> once = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options,
                Progress.NONE).files();
        Map<String, byte[]> twice = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options,
                Progress.NONE).files();
        assertThat(once).containsKeys("figures/swimmer.svg", "figures/swimmer.pdf", "figures/swimmer.xlsx",
                "figures/swimmer.docx");
        assertThat(once.keySet()).isEqualTo(twice.keySet());
        once.forEach((name, bytes) -> assertThat(twice.get(name)).as(name).isEqualTo(bytes));
    }

    /// openpyxl reads the charts of the workbook, python-docx the document with its charts.
    @Test
    void chartsAreReadBackByOtherLibraries(@TempDir Path folder) throws Exception {
        ReportOptions options = new ReportOptions(List.of("xlsx", "docx"), List.of("swimmer"), null, List.of());
        Map<String, byte[]> files = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options,
                Progress.NONE).files();
        Path workbook = Files.write(folder.resolve("swimmer.xlsx"), requireNonNull(files.get("figures/swimmer.xlsx")));
        Path document = Files.write(folder.resolve("swimmer.docx"), requireNonNull(files.get("figures/swimmer.docx")));
        assertThat(python("""
                import sys, openpyxl
                chart = openpyxl.load_workbook(sys.argv[1]).worksheets[0]._charts[0]
                print(type(chart).__name__, len(chart.series), chart.x_axis.scaling.min, chart.series[0].smooth)
                """, "openpyxl", workbook)).isEqualTo("ScatterChart 12 0.0 False");
        assertThat(python("""
                import sys, docx
                parts = [p.partname for p in docx.Document(sys.argv[1]).part.package.iter_parts()]
                print(sorted(p for p in parts if 'chart' in p))
                """, "docx", document)).isEqualTo("['/word/charts/chart1.xml', '/word/embeddings/chart1.xlsx']");
    }

    /// What a program of Python prints; the test is skipped where Python or the library is not there.
    private static String python(String program, String library, Path file) throws IOException, InterruptedException {
        assumeTrue(printed("import " + library + "; print('there')", file).equals("there"),
                "python3 with " + library + " is not there");
        return printed(program, file);
    }

    private static String printed(String program, Path file) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", program, file.toString()).redirectError(
                    ProcessBuilder.Redirect.DISCARD).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return text;
        } catch (IOException e) {
            return "no python3: " + e.getMessage();
        }
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
        assertThat(cells).allSatisfy(cell -> assertThat(below(figure, cell.path("row").asText(),
                cell.path("column").asText().replace("at risk day ", ""))).startsWith(cell.path("text").asText() + " ("));
        assertThat(value(figure, "summary", "Xanomeline Low Dose", "", "median-time")).isEqualTo("33");
        assertThat(value(figure, "summary", "Xanomeline High Dose", "", "median-time")).isEqualTo("36");
        assertThat(value(figure, "summary", "Placebo", "", "median-time")).isEqualTo("NE");
        // Oracle: ADSL. Whoever is not at risk any more has had the event or is censored.
        Map.of("Placebo", 86, "Xanomeline Low Dose", 84, "Xanomeline High Dose", 84).forEach((arm, subjects) -> assertThat(
                List.of("0", "20", "40", "60", "80", "100", "120", "140", "160", "180")).allSatisfy(
                        day -> assertThat(
                                whole(figure, arm, day, "at-risk") + whole(figure, arm, day, "censored")
                                        + eventsBefore(figure, arm, day))
                                .isEqualTo(subjects)));
    }

    /// As the native chart has it below its axis.
    private static String below(Figure figure, String arm, String day) {
        Chart.Below below = figure.charts().getFirst().below().orElseThrow();
        return below.rows().stream().filter(row -> row.label().equals(arm)).findFirst().orElseThrow().numbers()
                .get(below.at().indexOf(day));
    }

    private static int whole(Figure figure, String arm, String at, String statistic) {
        return Integer.parseInt(value(figure, "at-risk", arm, at, statistic));
    }

    private static int eventsBefore(Figure figure, String arm, String day) {
        int column = figure.columns().stream().map(c -> c.header()).toList().indexOf("events");
        return figure.rows().stream().map(row -> row.cells())
                .filter(cells -> cells.get(0).text().equals("step") && cells.get(1).text().equals(arm)
                        && Double.parseDouble(cells.get(4).text()) < Double.parseDouble(day)
                        && !cells.get(column).equals(Cell.EMPTY))
                .mapToInt(cells -> Integer.parseInt(cells.get(column).text())).sum();
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
        MadeReport trial = MadeReport.of(response);
        assertThat(differences(trial, "forest", "response")).isEmpty();
        // 84 of the 111 subjects are due at week 24, 80 of them with a race; the fifth without one is not due.
        assertThat(trial.pdf("figures/forest.pdf")).contains("4 subjects have no value of");
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
