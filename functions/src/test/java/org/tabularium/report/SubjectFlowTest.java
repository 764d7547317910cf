package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.analysis.SmallStudy;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

/// Who came how far, in the figure and in the table of disposition. Counts by hand from the few rows shown; the boxes are those of
/// the CONSORT 2010 flow diagram (Schulz, Altman, Moher, BMJ 2010;340:c332).
class SubjectFlowTest {

    @TempDir
    private Path folder;

    /// Twelve screened. Of five in Active two were not treated, one of whom is ongoing; in Placebo one who discontinued gives no reason
    /// and one has no status.
    private static final String ADSL = """
            USUBJID,TRT01P,SCRFFL,ENRLFL,SAFFL,ITTFL,EFFFL,TRTSDT,RANDDT,EOSSTT,DCSREAS
            01,Active,N,Y,Y,Y,Y,2025-01-01,2025-01-01,COMPLETED,
            02,Active,N,Y,Y,Y,Y,2025-01-02,2025-01-01,ONGOING,
            03,Active,N,Y,Y,Y,N,2025-01-03,2025-01-01,DISCONTINUED,ADVERSE EVENT
            04,Active,N,Y,N,Y,N,,2025-01-01,DISCONTINUED,WITHDRAWAL BY SUBJECT
            05,Active,N,Y,N,Y,N,,2025-01-01,ONGOING,
            06,Placebo,N,Y,Y,Y,Y,2025-01-01,2025-01-01,COMPLETED,
            07,Placebo,N,Y,Y,Y,Y,2025-01-01,2025-01-01,DISCONTINUED,
            08,Placebo,N,Y,Y,Y,Y,2025-01-01,2025-01-01,DISCONTINUED,LOST TO FOLLOW-UP
            09,Placebo,N,Y,Y,Y,Y,2025-01-01,2025-01-01,,
            10,,Y,N,N,N,N,,,,
            11,,Y,N,N,N,N,,,,
            12,,Y,N,N,N,N,,,,
            """;

    /// All criteria that were asked: an inclusion criterion with Y and an exclusion criterion with N were satisfied.
    private static final String ADIE = """
            USUBJID,IECAT,IETESTCD,IETEST,AVALC
            01,INCLUSION,INCL01,Age 18 or more,Y
            01,EXCLUSION,EXCL01,Active infection,N
            10,INCLUSION,INCL01,Age 18 or more,N
            10,EXCLUSION,EXCL01,Active infection,Y
            11,INCLUSION,INCL01,Age 18 or more,Y
            11,EXCLUSION,EXCL01,Active infection,Y
            """;

    @Test
    void partsOfABoxAddUpToTheBoxBefore() throws IOException, RejectedException {
        assertThat(flow(ADSL, ADIE)).containsExactly(
                "box|||Screened|12",
                "box|||Screen failures|3",
                "reason||Screen failures|Not met: Age 18 or more|1",
                "reason||Screen failures|Exclusion met: Active infection|2",
                "reason||Screen failures|No criterion recorded|1",
                "box|||Enrolled and randomised|9",
                "box|Active||Active|5",
                "box|Active|Active|Not treated|2",
                "reason|Active|Not treated|Withdrawal by subject|1",
                "reason|Active|Not treated|Ongoing|1",
                "box|Active||Treated|3",
                "box|Active|Study status|Completed|1",
                "box|Active|Study status|Ongoing|1",
                "box|Active|Study status|Discontinued|1",
                "reason|Active|Discontinued|Adverse event|1",
                "box|Active|Analysis sets|Intent-to-treat population|5",
                "box|Active|Analysis sets|Safety population|3",
                "box|Active|Analysis sets|Efficacy population|2",
                "box|Placebo||Placebo|4",
                "box|Placebo||Treated|4",
                "box|Placebo|Study status|Completed|1",
                "box|Placebo|Study status|Discontinued|2",
                "reason|Placebo|Discontinued|Lost to follow-up|1",
                "reason|Placebo|Discontinued|No reason recorded|1",
                "box|Placebo|Study status|No status recorded|1",
                "box|Placebo|Analysis sets|Intent-to-treat population|4",
                "box|Placebo|Analysis sets|Safety population|4",
                "box|Placebo|Analysis sets|Efficacy population|4");
    }

    @Test
    void footnotesSayWhyNumbersDifferFromOthers() {
        assertThat(SmallStudy.of(ADSL).with("adie.csv", ADIE).footnotes("flow")).contains("A subject may fail several criteria.",
                "Subjects not treated are shown above with their reasons and are not counted in the study status.");
        String oneEach = ADIE.replace("10,EXCLUSION,EXCL01,Active infection,Y\n", "");
        assertThat(SmallStudy.of(ADSL).with("adie.csv", oneEach).footnotes("flow")).noneMatch(note -> note.contains("several"));
    }

    @Test
    void dispositionHasThoseNotTreatedAndTheirReasons() {
        assertThat(SmallStudy.of(ADSL).rows("disposition")).contains(
                "Not treated, n (%)|2 (40.0%)|0|2 (22.2%)",
                "  Withdrawal by subject|1 (20.0%)|0|1 (11.1%)",
                "  Discontinued|2 (40.0%)|2 (50.0%)|4 (44.4%)");
        String infused = ADSL.replace("EFFFL", "INFFL").replace("04,Active,N,Y,N,Y,N", "04,Active,N,Y,N,Y,Y");
        assertThat(SmallStudy.of(infused).rows("disposition")).contains("Not infused, n (%)|2 (40.0%)|0|2 (22.2%)");
        String treated = ADSL.replace("N,,2025-01-01", "N,2025-01-01,2025-01-01");
        assertThat(SmallStudy.of(treated).rows("disposition")).noneMatch(row -> row.startsWith("Not "));
    }

    /// A record without the code of its criterion has its text: 10 and 11 both met the exclusion.
    @Test
    void aCriterionWithoutItsCodeGoesByItsText() {
        String nameless = ADIE.replace("11,EXCLUSION,EXCL01,Active infection,Y", "11,EXCLUSION,,Pregnancy,Y");
        assertThat(SmallStudy.of(ADSL).with("adie.csv", nameless).rows("eligibility")).contains(
                "    Active infection|1 (8.3%)", "    Pregnancy|1 (8.3%)", "  No criterion recorded|1 (8.3%)");
    }

    @Test
    void aVariableWithoutAnyValueHasNoHeading() {
        String open = ADSL.replaceAll("(COMPLETED|ONGOING|DISCONTINUED),", ",");
        assertThat(SmallStudy.of(open).rows("disposition")).noneMatch(row -> row.startsWith("End of Study Status"));
    }

    /// A dose is given to a subject when there is one: who left before has no arm.
    @Test
    void whoLeftBeforeThereWasAnArmStandsBesideThoseEnrolled() throws IOException, RejectedException {
        assertThat(flow("""
                USUBJID,TRT01A,SCRFFL,INFFL,EOSSTT,DCSREAS
                1,1*10^9,N,Y,ONGOING,
                2,2*10^9,N,Y,ONGOING,
                3,,N,N,DISCONTINUED,WITHDRAWAL BY SUBJECT
                4,,N,Y,ONGOING,
                """, "").subList(0, 4)).containsExactly(
                "box|||Enrolled|4",
                "box|||Not infused|1",
                "reason||Not infused|Withdrawal by subject|1",
                "box|||No treatment arm|1");
    }

    @Test
    void withoutTheFlagOfThoseEnrolledAFootnoteSaysWhoIs() throws IOException, RejectedException {
        String without = ADSL.replace("ENRLFL", "OTHERFL");
        SmallStudy study = SmallStudy.of(without);
        assertThat(flow(without, "")).contains("box|||Screen failures|3", "box|||Enrolled and randomised|9");
        assertThat(study.footnotes("flow")).contains(
                "The data have no enrolled subjects flag: all subjects except screen failures are counted as enrolled.");
    }

    @Test
    void whoIsEnrolledAndNotRandomisedStandsBeside() throws IOException, RejectedException {
        String waiting = ADSL.replace("05,Active,N,Y,N,Y,N,,2025-01-01,ONGOING,",
                "05,,N,Y,N,N,N,,,DISCONTINUED,PHYSICIAN DECISION");
        assertThat(flow(waiting, "").subList(2, 7)).containsExactly("box|||Enrolled|9", "box|||Not randomised|1",
                "reason||Not randomised|Physician decision|1", "box|||Randomised|8", "box|Active||Active|4");
    }

    /// Two periods: by treatment each would stand in two columns, and the boxes would not add up.
    @Test
    void subjectsOfACrossoverStandInTheSequenceTheyWereAllocatedTo() throws IOException, RejectedException {
        assertThat(flow("""
                USUBJID,TRTSEQP,TRT01P,TRT02P,SCRFFL,ENRLFL,TRTSDT,EOSSTT
                1,A-B,A,B,N,Y,2025-01-01,COMPLETED
                2,B-A,B,A,N,Y,2025-01-01,COMPLETED
                3,B-A,B,A,N,Y,,DISCONTINUED
                4,,,,Y,N,,
                """, "")).containsExactly("box|||Screened|4", "box|||Screen failures|1", "box|||Enrolled|3", "box|A-B||A-B|1",
                "box|A-B||Treated|1", "box|A-B|Study status|Completed|1", "box|B-A||B-A|2", "box|B-A|B-A|Not treated|1",
                "box|B-A||Treated|1", "box|B-A|Study status|Completed|1");
    }

    @Test
    void withoutArmsEverybodyStandsInOneColumn() throws IOException, RejectedException {
        assertThat(flow("""
                USUBJID,SCRFFL,SAFFL,TRTSDT,EOSSTT,DCSREAS
                1,N,Y,2025-01-01,COMPLETED,
                2,N,Y,2025-01-01,DISCONTINUED,DEATH
                3,N,N,,DISCONTINUED,WITHDRAWAL BY SUBJECT
                4,Y,N,,,
                """, "")).containsExactly("box|||Screened|4", "box|||Screen failures|1", "box|||Enrolled|3",
                "box|||Not treated|1",
                "reason||Not treated|Withdrawal by subject|1", "box|||Treated|2", "box||Study status|Completed|1",
                "box||Study status|Discontinued|1", "reason||Discontinued|Death|1", "box||Analysis sets|Safety population|2");
    }

    /// SDTM's IE holds exceptions only. Where they are all marked Y, which is no result of a criterion, each still is one.
    @Test
    void recordsOfExceptionsCountWhateverTheirResult() throws IOException, RejectedException {
        String marked = """
                USUBJID,IECAT,IETESTCD,IETEST,AVALC
                10,INCLUSION,INCL01,Age 18 or more,Y
                11,EXCLUSION,EXCL01,Active infection,Y
                """;
        SmallStudy study = SmallStudy.of(ADSL).with("adie.csv", marked);
        assertThat(flow(ADSL, marked)).contains("reason||Screen failures|Not met: Age 18 or more|1",
                "reason||Screen failures|Exclusion met: Active infection|1");
        assertThat(study.rows("eligibility")).contains("    Age 18 or more|1 (8.3%)");
        assertThat(SmallStudy.of(ADSL).with("adie.csv", ADIE).rows("eligibility")).contains("    Age 18 or more|1 (8.3%)",
                "    Active infection|2 (16.7%)", "  No criterion recorded|1 (8.3%)");
    }

    @Test
    void manyCriteriaStandTogetherByTheirKind() throws IOException, RejectedException {
        String many = "USUBJID,IECAT,IETESTCD,IETEST\n"
                + IntStream.rangeClosed(1, 7).mapToObj(i -> "10,INCLUSION,INCL0" + i + ",Asked "
                        + i + "\n11,EXCLUSION,EXCL0" + i + ",Feared " + i + "\n").collect(Collectors.joining());
        SmallStudy study = SmallStudy.of(ADSL).with("adie.csv", many);
        assertThat(flow(ADSL, many)).contains("reason||Screen failures|Inclusion criteria not met|1",
                "reason||Screen failures|Exclusion criteria met|1").noneMatch(row -> row.contains("Asked"));
        assertThat(study.footnotes("flow")).contains(
                "Reasons are shown by kind of criterion, a subject once; the subjects failed 14 different criteria.");
    }

    /// Drawn as the lines of one frame, which no arrow parts.
    @Test
    void alternativesStandInOneBoxAndNoTextIsCut() throws IOException, RejectedException {
        List<String> boxes = boxes(drawn(ADSL, ADIE.replace("Active infection", "Active infection ".repeat(15).strip())));
        assertThat(boxes).contains(
                "Active (n = 5) / – / Not treated (n = 2) / – / Withdrawal by subject (n = 1) / – / Ongoing (n = 1)",
                "Study status / – / Completed (n = 1) / – / Ongoing (n = 1) / – / Discontinued (n = 1) / – / Adverse event (n = 1)",
                "Treated (n = 3)", "Treated (n = 4)");
        assertThat(boxes.get(1)).contains("… / (n = 2)");
    }

    @Test
    void armsWhoseWordsDoNotFitSideBySideStandBelowEachOther() throws IOException, RejectedException {
        Figure figure = drawn("USUBJID,TRT01A,SAFFL,EOSSTT\n" + IntStream.rangeClosed(1, 9)
                .mapToObj(i -> i + "," + i + " mg,Y,DISCONTINUED\n").collect(Collectors.joining()), "");
        assertThat(boxes(figure).stream().filter(box -> box.matches("Study status / – / Discontinued.*\\(n = 1\\)"))).hasSize(9);
        assertThat(figure.drawing().shapes()).noneMatch(shape -> shape instanceof Shape.Text text && text.text().contains("…"));
        assertThat(UnreadableTexts.of(figure)).isEmpty();
    }

    /// On a low page footnotes stood on a second one for want of a few lines.
    @Test
    void boxesStandCloserWhereThePageIsLow() throws IOException, RejectedException {
        assertThat(leastGap(drawn(ADSL, ADIE))).isEqualTo(16);
        assertThat(leastGap(drawn(ADSL, ADIE, "page: {paper: letter, orientation: landscape, margins: 50}\n"))).isEqualTo(10);
    }

    /// Between a box and the next one below it.
    private static double leastGap(Figure figure) {
        List<Shape.Path> frames = figure.drawing().shapes().stream().filter(Shape.Path.class::isInstance)
                .map(Shape.Path.class::cast)
                .filter(path -> Shade.WHITE.equals(path.fill())).toList();
        return frames.stream().flatMap(above -> frames.stream()
                .filter(below -> below.points().getFirst().x() == above.points().getFirst().x())
                .map(below -> below.points().getFirst().y() - above.points().get(2).y())).filter(gap -> gap > 0)
                .mapToDouble(gap -> gap).min().orElseThrow();
    }

    private Figure drawn(String adsl, String adie) throws IOException, RejectedException {
        return drawn(adsl, adie, "");
    }

    private Figure drawn(String adsl, String adie, String page) throws IOException, RejectedException {
        Files.writeString(folder.resolve("adsl.csv"), adsl);
        Files.writeString(folder.resolve("study.yaml"), "study: S\n" + page);
        if (!adie.isEmpty()) {
            Files.writeString(folder.resolve("adie.csv"), adie);
        }
        List<Display> displays = ReportRun.displays(StudySnapshot.of(new StudyFolder(folder)),
                new ReportOptions(List.of(), List.of("flow"), null, List.of()));
        return (Figure) displays.getFirst();
    }

    /// The texts in each frame.
    private static List<String> boxes(Figure figure) {
        List<String> boxes = new ArrayList<>();
        for (Shape shape : figure.drawing().shapes()) {
            if (shape instanceof Shape.Path frame && Shade.WHITE.equals(frame.fill())) {
                Point start = frame.points().getFirst();
                Point end = frame.points().get(2);
                boxes.add(figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast)
                        .filter(text -> text.at().x() >= start.x() && text.at().x() <= end.x() && text.at().y() >= start.y()
                                && text.at().y() <= end.y())
                        .map(text -> text.text().replace('\u00A0', ' ')).collect(Collectors.joining(" / ")));
            }
        }
        return boxes;
    }

    /// What is drawn: as what, of which arm, in which box, of what, how many.
    private List<String> flow(String adsl, String adie) throws IOException, RejectedException {
        return drawn(adsl, adie).rows().stream().map(row -> row.cells().stream().map(cell -> cell.text()).toList())
                .map(cells -> Stream.of(0, 1, 3, 2, 6).map(cells::get).collect(Collectors.joining("|"))).toList();
    }
}
