package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shape;

import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.display.Figure;

/// What would lie on something else in a figure is still seen, or said. The study is written here, so that its curves, shares and
/// lines are known by hand.
@Shows(Requirement.DISPLAYS_RIGHT)
class FiguresToldApartTest {

    /// Arms A and B have the same curve up to week 8, A and C up to week 4; each has a headache in one of two subjects.
    private static final Map<String, String> FILES = Map.of("adsl.csv", """
            USUBJID,SUBJID,TRT01A,TRT01P,TRT01AN,TRT01PN,SAFFL,ITTFL,FASFL,TRTSDT,SEX
            1,1,A,A,1,1,Y,Y,Y,2025-01-01,F
            2,2,A,A,1,1,Y,Y,Y,2025-01-01,M
            3,3,B,B,2,2,Y,Y,Y,2025-01-01,F
            4,4,B,B,2,2,Y,Y,Y,2025-01-01,M
            5,5,C,C,3,3,Y,Y,Y,2025-01-01,F
            6,6,C,C,3,3,Y,Y,Y,2025-01-01,M
            """, "adtte.csv", """
            USUBJID,PARAMCD,PARAM,AVAL,CNSR
            1,TTREL,Time to relapse (weeks),10,1
            2,TTREL,Time to relapse (weeks),10,1
            3,TTREL,Time to relapse (weeks),8,0
            4,TTREL,Time to relapse (weeks),9,1
            5,TTREL,Time to relapse (weeks),4,0
            6,TTREL,Time to relapse (weeks),4,1
            """, "adae.csv", """
            USUBJID,AEDECOD,AEBODSYS,TRTEMFL,ASTDT
            1,Headache,Nervous system disorders,Y,2025-01-02
            3,Headache,Nervous system disorders,Y,2025-01-02
            5,Headache,Nervous system disorders,Y,2025-01-02
            """, "adqs.csv", """
            USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ABLFL
            1,PGA,PGA,Baseline,0,2025-01-01,2,Y
            1,PGA,PGA,Week 4,4,2025-01-29,1,
            2,PGA,PGA,Baseline,0,2025-01-01,2,Y
            2,PGA,PGA,Week 4,4,2025-01-29,1,
            2,PGA,PGA,Week 12,12,2025-03-26,0.5,
            3,PGA,PGA,Baseline,0,2025-01-01,3,Y
            3,PGA,PGA,Week 12,12,2025-03-26,1,
            1,CARCOPY,CAR copies (copies/µg),Day 1,1,2025-01-01,0,
            1,CARCOPY,CAR copies (copies/µg),Day 7,7,2025-01-07,100,
            1,CARCOPY,CAR copies (copies/µg),Day 14,14,2025-01-14,0,
            1,CARCOPY,CAR copies (copies/µg),Day 28,28,2025-01-28,10,
            3,CARCOPY,CAR copies (copies/µg),Day 7,7,2025-01-07,100,
            """, "study.yaml", """
            study: APART
            cutoff: 2025-06-30
            treatment: {control: A}
            tables:
              - km: {parameter: TTREL}
              - trajectories: {parameter: PGA, by: none}
              - course: {parameter: CARCOPY, log: true}
              - forest: {parameter: TTREL, subgroups: [SEX]}
              - ae-profile
            """);

    @TempDir
    static Path temp;

    private static List<Figure> figures = List.of();
    private static Map<String, byte[]> files = Map.of();

    @BeforeAll
    static void draw() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(temp.resolve(file.getKey()), file.getValue());
        }
        StudySnapshot study = StudySnapshot.of(new StudyFolder(temp));
        figures = ReportRun.displays(study, ReportOptions.DEFAULT).stream().filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
        files = ReportRun.report(study, new ReportOptions(List.of("xlsx"), List.of(), null, List.of()), Progress.NONE).files();
    }

    private static Figure figure(String kind) {
        return figures.stream().filter(of -> of.id().startsWith(kind)).findFirst().orElseThrow();
    }

    private static List<Shape.Path> lines(Figure figure) {
        return figure.drawing().shapes().stream().filter(Shape.Path.class::isInstance).map(Shape.Path.class::cast)
                .filter(path -> !path.closed()).toList();
    }

    @Test
    void curvesThatCoincideAreSaidAndLieBesideEachOther() {
        assertThat(figure("km").footnotes())
                .contains("Curves coincide: A, B and C from 0 to 4 weeks; A and B from 4 to 8 weeks.");
        // The curves begin left, at the axis, and no two of them at the same height.
        List<Shape.Path> curves = lines(figure("km")).stream().filter(path -> requireNonNull(path.stroke()).width() > 1)
                .filter(path -> path.points().size() > 2 || path.points().getFirst().x() < path.points().getLast().x() - 100)
                .toList();
        assertThat(curves).hasSize(3);
        assertThat(curves.stream().map(path -> path.points().getFirst().y()).distinct()).hasSize(3);
        // What can be edited has the values themselves.
        assertThat(figure("km").charts().getFirst().series().stream().filter(Chart.Series::named))
                .allSatisfy(series -> assertThat(series.points().getFirst()).isEqualTo(new Point(0, 1)));
    }

    /// A curve drawn below its value is misread where nothing says so: the style without footnotes of ours says it too.
    @Test
    void everyStyleSaysWhatIsDrawnBesideItsValue() throws Exception {
        ReportOptions inAbstract = new ReportOptions(List.of(), List.of(), "abstract", List.of());
        List<String> said = ReportRun.displays(StudySnapshot.of(new StudyFolder(temp)), inAbstract).stream()
                .filter(Figure.class::isInstance).map(Figure.class::cast).flatMap(of -> of.footnotes().stream()).toList();
        assertThat(said).contains("Curves coincide: A, B and C from 0 to 4 weeks; A and B from 4 to 8 weeks.",
                "Points coincide: A and B at Day 7.", "Marks of a row stand below each other in the order of the arms.");
    }

    @Test
    void marksOfEqualSharesDoNotTouch() {
        List<Point> marks = new ArrayList<>();
        double legend = figure("ae-profile").drawing().shapes().stream().filter(Shape.Text.class::isInstance)
                .map(Shape.Text.class::cast).filter(text -> text.text().equals("Headache")).findFirst().orElseThrow().at().y()
                - 20;
        for (Shape shape : figure("ae-profile").drawing().shapes()) {
            switch (shape) {
                case Shape.Circle circle -> marks.add(circle.centre());
                case Shape.Path path when path.closed() && path.fill() != null -> marks.add(middle(path.points()));
                default -> {}
            }
        }
        List<Point> shares = marks.stream().filter(mark -> mark.y() > legend).sorted((a, b) -> Double.compare(a.x(), b.x()))
                .limit(3).toList();
        assertThat(shares.getLast().x() - shares.getFirst().x()).isLessThan(1);
        double[] heights = shares.stream().mapToDouble(Point::y).sorted().toArray();
        assertThat(heights[1] - heights[0]).isGreaterThan(5);
        assertThat(heights[2] - heights[1]).isGreaterThan(5);
        assertThat(figure("ae-profile").footnotes()).contains("Marks of a row stand below each other in the order of the arms.");
    }

    private static Point middle(List<Point> points) {
        return new Point(points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    @Test
    void thresholdsHaveTheirOwnDashesAndSubjectsThinnerLinesThanTheirMedian() {
        Chart chart = figure("trajectories").charts().getFirst();
        List<Chart.Series> thresholds = chart.series().stream().filter(of -> of.name().startsWith("Threshold: ")).toList();
        assertThat(thresholds.stream().map(Chart.Series::name)).containsExactly("Threshold: 0.5 (DORIS)", "Threshold: 1 (LLDAS)");
        assertThat(thresholds.stream().map(of -> of.look().dash()).distinct()).hasSize(2);
        assertThat(lines(figure("trajectories")).stream().map(path -> requireNonNull(path.stroke()).dash())
                .filter(dash -> !dash.isEmpty()).distinct()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(chart.series().stream().filter(Chart.Series::named).map(of -> of.name() + " " + of.look().weight()))
                .startsWith("Subject THIN", "Median (quartiles) THICK");
        assertThat(Look.of(0).weight()).isEqualTo(Look.Weight.USUAL);
        // 12700 units of DrawingML are a point.
        assertThat(part("figures/trajectories.xlsx", "xl/charts/chart1.xml"))
                .containsSubsequence("<c:v>Subject</c:v>", "<a:ln w=\"9525\"", "<c:v>Median (quartiles)</c:v>",
                        "<a:ln w=\"31750\"");
    }

    /// The control's subjects are said by their arm; those compared have a sign each.
    @Test
    void headsOfAForestSayWhatTheyCount() {
        assertThat(texts(figure("forest"))).contains("Events/n").noneMatch(text -> text.contains("Events/n Arm"));
        Chart.Beside beside = figure("forest").charts().getFirst().beside().orElseThrow();
        assertThat(beside.heads()).startsWith("Arm", "Events/n", "A, events/n");
    }

    /// 0 at days 1 and 14 has no place on a logarithmic axis: the value of day 28 stands alone, and no line leads over day 14.
    @Test
    void whatALogarithmicAxisHasNoPlaceForIsSaid() {
        Figure course = figure("course");
        assertThat(course.footnotes()).contains(
                "2 values of zero or below are not drawn, since the axis is logarithmic; lines are broken there.");
        Chart.Series armA = course.charts().getFirst().series().stream().filter(of -> of.named() && of.name().equals("A"))
                .findFirst().orElseThrow();
        assertThat(armA.points().stream().map(Point::y)).containsExactly(Double.NaN, 100.0, Double.NaN, 10.0);
        assertThat(lines(course)).noneMatch(path -> requireNonNull(path.stroke()).width() > 1.3);
        // What leads from the value of day 7 to B's name beyond day 28 is dots.
        assertThat(lines(course)).filteredOn(path -> Math.abs(path.points().getLast().x() - path.points().getFirst().x()) > 150
                && requireNonNull(path.stroke()).dash().isEmpty()).hasSize(1);
        assertThat(course.footnotes()).contains("Points coincide: A and B at Day 7.");
    }

    /// Arms whose names begin alike differ in what stands on later lines; what is counted stands below the arm.
    @Test
    void longNamesAreBrokenNotCut(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            String text = file.getKey().equals("adsl.csv")
                    ? file.getValue().replaceAll(",([ABC]),[ABC],", ",Infusion after lymphodepletion in the dose level $1,"
                            + "Infusion after lymphodepletion in the dose level $1,")
                    : file.getValue().replace("control: A", "control: Infusion after lymphodepletion in the dose level A");
            Files.writeString(folder.resolve(file.getKey()), text);
        }
        List<Figure> named = ReportRun.displays(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT).stream()
                .filter(Figure.class::isInstance).map(Figure.class::cast).toList();
        for (Figure figure : named) {
            assertThat(UnreadableTexts.of(figure)).as(figure.id()).isEmpty();
        }
        List<String> curves = texts(named.getFirst());
        assertThat(curves).noneMatch(text -> text.endsWith("…"));
        assertThat(curves.stream().filter(text -> text.endsWith("level A") || text.equals("A"))).isNotEmpty();
        assertThat(texts(named.stream().filter(of -> of.id().equals("forest")).findFirst().orElseThrow()))
                .containsSequence("Events/n");
    }

    private static List<String> texts(Figure figure) {
        return figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance).map(shape -> ((Shape.Text) shape).text())
                .toList();
    }

    private static String part(String file, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(requireNonNull(files.get(file))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no part " + name);
    }
}
