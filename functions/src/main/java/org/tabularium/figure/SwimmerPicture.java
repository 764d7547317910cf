package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Apart;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.statistic.RoundSteps;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A lane a subject, the longest first within its arm: infusions, responses and events on a bar as long as the follow-up.
final class SwimmerPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double HEAD = 15;
    private static final double TALLEST = 17;
    /// As low as a thousand lanes on a page need it: the drawing is never scaled, which would scale its words.
    private static final double LOWEST = 0.4;
    private static final double LEAST_FOR_NAMES = 9.4;
    private static final double LEAST_FOR_GRADES = 11.5;
    private static final double RADIUS = 4;
    /// Below that nobody tells a dagger from a triangle; marks of the lanes beside it may be touched.
    private static final double LEAST_RADIUS = 2.2;
    /// The size of a mark with a grade, as a share of its lane.
    private static final double GRADED = 0.44;
    /// Between marks.
    private static final double APART = 1;
    private static final double INSET = 10;
    private static final int MOST_TICKS = 12;
    /// Of a chart's lane, how far lines go up and down.
    private static final double UPRIGHT = 0.4;
    /// How many marks stand side by side in a chart.
    private static final double WIDTH_IN_MARKS = 45;
    /// More lanes of a chart have thin lines, which would touch otherwise.
    private static final int MOST_WIDE = 40;
    private static final Set<Layer> HAPPENED = EnumSet.of(Layer.MARK, Layer.EVENT, Layer.DEATH);
    private static final Stroke CUT_OFF = new Stroke(0.9, List.of(2.0, 1.5), Shade.BLACK);
    private static final List<Mark> MARKS = List.of(Mark.TRIANGLE, Mark.CIRCLE, Mark.STAR, Mark.CROSS, Mark.SQUARE, Mark.DOWN);
    private static final List<Shade> SHADES = List.of(Shade.BLACK, Shade.BLACK, Shade.BLACK, Shade.BLACK, Shade.GREY, Shade.GREY);

    private final Sheet sheet;
    private final DeclaredFigure.Swimmer declared;
    private final List<Lane> lanes = new ArrayList<>();
    private final double longest;
    private final String unit;

    /// All that is drawn of a subject.
    private record Lane(Arm arm, String name, double end, List<WordedRow> rows) {}

    SwimmerPicture(Sheet sheet, DeclaredFigure.Swimmer declared) {
        this.sheet = sheet;
        this.declared = declared;
        this.unit = sheet.placeholder("unit");
        List<Arm> arms = sheet.arms();
        for (WordedRow row : sheet.rows()) {
            if (row.row().layer() == Layer.BAR) {
                Arm arm = arms.stream().filter(a -> a.key().equals(row.row().arm())).findFirst().orElseThrow();
                lanes.add(new Lane(arm, row.item(), row.row().at(), new ArrayList<>()));
            }
            lanes.getLast().rows.add(row);
        }
        double last = sheet.rows().stream().mapToDouble(row -> row.row().at()).max().orElse(1);
        this.longest = last > 0 ? last : 1;
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        double top = legend().draw(canvas, 0, sheet.width(), 0) + 8;
        long heads = lanes.stream().map(Lane::arm).distinct().count();
        double room = sheet.height() + 40 - top - 40 - heads * HEAD;
        double height = Math.clamp(room / Math.max(1, lanes.size()), LOWEST, TALLEST);
        boolean named = height >= LEAST_FOR_NAMES;
        double names = named ? lanes.stream().mapToDouble(lane -> FontWidths.of(lane.name, SIZE, false)).max().orElse(0) : 0;
        double left = names > 0 ? names + INSET : INSET;
        double right = sheet.width() - 18;
        double bottom = top + heads * HEAD + lanes.size() * height + 4;
        Axis x = axis(left, right);
        x.ticks().forEach(
                tick -> canvas.line(x.at(tick.value()), top + 4, x.at(tick.value()), bottom, Stroke.solid(0.5, Shade.MIST)));
        double y = top;
        Arm before = null;
        for (Lane lane : lanes) {
            if (!lane.arm.equals(before)) {
                y += HEAD;
                canvas.text(lane.arm.label(), left, y - 4, Anchor.START, SIZE + 0.5, true, Shade.BLACK);
                before = lane.arm;
            }
            if (named) {
                canvas.text(lane.name, left - INSET + 2, y + height / 2 + SIZE * 0.35, Anchor.END, SIZE);
            }
            lane(canvas, lane, x, y + height / 2, height);
            y += height;
        }
        double end = Axes.below(canvas, x, bottom, sinceZero());
        return canvas.drawing(sheet.width(), end + 4, alternative());
    }

    private String sinceZero() {
        return FigureWords.sinceInfusion(unit, sheet.placeholder("zero"));
    }

    private Axis axis(double left, double right) {
        double step = RoundSteps.ofTime(unit, longest, MOST_TICKS);
        return new Axis(0, longest, left, right, Axis.Scale.LINEAR, RoundSteps.multiples(0, longest, step).stream()
                .map(tick -> new Axis.Tick(tick, sheet.number(tick))).toList());
    }

    private void lane(Canvas canvas, Lane lane, Axis x, double middle, double height) {
        double thick = height * 0.62;
        canvas.rectangle(x.at(0), middle - thick / 2, x.at(Math.max(0, lane.end)) - x.at(0), thick, Shade.MIST);
        for (WordedRow row : lane.rows) {
            double at = x.at(Math.max(0, row.row().at()));
            switch (row.row().layer()) {
                case STRETCH -> canvas.rectangle(at, middle - thick / 2,
                        x.at(Math.min(lane.end, row.row().number(Statistic.MAX))) - at, thick, Shade.SKY);
                case CUT_OFF -> canvas.line(at, middle - height / 2, at, middle + height / 2, CUT_OFF);
                case INFUSION ->
                    canvas.line(at, middle - thick / 2 - 1.5, at, middle + thick / 2 + 1.5, Stroke.solid(1.1, Shade.GREY));
                default -> {}
            }
        }
        marks(canvas, lane, x, middle, height);
    }

    /// Responses and events, moved apart where they fall together.
    private void marks(Canvas canvas, Lane lane, Axis x, double middle, double height) {
        double radius = Math.clamp(height * 0.42, LEAST_RADIUS, RADIUS);
        double widest = lane.rows.stream().anyMatch(row -> isGraded(row.row(), height)) ? height * GRADED : radius;
        List<WordedRow> marks = lane.rows.stream()
                .filter(row -> HAPPENED.contains(row.row().layer())).toList();
        double last = lane.rows.stream().map(WordedRow::row).filter(row -> row.layer() == Layer.ONGOING)
                .mapToDouble(row -> x.at(row.at())).max().orElse(Double.NaN);
        double least = x.start() + widest + APART;
        double gap = Math.max(radius * 2.5, widest * 2 + APART);
        double[] places = Apart.by(gap, least, farthest(lane, x, widest, least + gap * (marks.size() - 1)),
                marks.stream().mapToDouble(row -> x.at(Math.max(0, row.row().at()))).toArray());
        if (!Double.isNaN(last)) {
            double cut = lane.rows.stream().map(WordedRow::row).filter(row -> row.layer() == Layer.CUT_OFF)
                    .mapToDouble(row -> x.at(row.at()) + APART / 2).filter(at -> Math.abs(at - last) < 2 * radius).max()
                    .orElse(last);
            double beyond = Math.max(cut, Arrays.stream(places).map(place -> place + radius * 1.3)
                    .filter(place -> place > last).max().orElse(last));
            canvas.mark(Mark.ARROW, beyond + 1.5, middle, radius, Shade.GREY, false);
        }
        for (int i = 0; i < marks.size(); i++) {
            FigureRow row = marks.get(i).row();
            if (row.layer() == Layer.DEATH) {
                canvas.mark(Mark.DAGGER, places[i], middle, radius, Shade.BLACK, false);
                continue;
            }
            if (row.layer() == Layer.MARK) {
                int kind = response(row);
                canvas.mark(MARKS.get(kind), places[i], middle, radius, SHADES.get(kind), false);
                continue;
            }
            boolean graded = isGraded(row, height);
            canvas.mark(Mark.DIAMOND, places[i], middle, graded ? height * GRADED : radius, Shade.BLUE, term(row) > 0);
            if (graded) {
                canvas.text(ValueText.number(row.number(Statistic.GRADE)), places[i], middle + SIZE * 0.35, Anchor.MIDDLE, SIZE,
                        true, term(row) > 0 ? Shade.BLUE : Shade.WHITE);
            }
        }
    }

    /// Whether its mark has its grade.
    private static boolean isGraded(FigureRow row, double height) {
        return row.layer() == Layer.EVENT && height >= LEAST_FOR_GRADES && !Double.isNaN(row.number(Statistic.GRADE));
    }

    /// Up to where marks stand: before the cut-off, which they would hide, unless one is of a later date or they have no room.
    ///
    /// @param needed by all of them
    private static double farthest(Lane lane, Axis x, double widest, double needed) {
        double cut = lane.rows.stream().map(WordedRow::row).filter(row -> row.layer() == Layer.CUT_OFF)
                .mapToDouble(FigureRow::at).min().orElse(Double.NaN);
        boolean later = lane.rows.stream().map(WordedRow::row)
                .anyMatch(row -> HAPPENED.contains(row.layer()) && row.at() > cut);
        double before = x.at(Math.max(0, cut)) - widest - APART;
        return Double.isNaN(cut) || later || before < needed ? x.end() + widest : before;
    }

    private int response(FigureRow row) {
        String code = row.results().getFirst().groups().getOrDefault("PARAMCD", "");
        return Math.max(0, declared.parameters().indexOf(code)) % MARKS.size();
    }

    private int term(FigureRow row) {
        return declared.terms().indexOf(row.results().getFirst().level().get(1));
    }

    private Legend legend() {
        Legend legend = new Legend();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int kind = 0; kind < declared.parameters().size(); kind++) {
            int of = kind;
            sheet.of(Layer.MARK).stream().filter(row -> response(row.row()) == of).findFirst().ifPresent(
                    row -> legend.mark(MARKS.get(of), SHADES.get(of), false, row.what()));
        }
        sheet.of(Layer.EVENT).forEach(row -> {
            if (seen.add(term(row.row()))) {
                legend.mark(Mark.DIAMOND, Shade.BLUE, term(row.row()) > 0, FigureWords.withGrade(row.what()));
            }
        });
        if (!sheet.of(Layer.INFUSION).isEmpty()) {
            legend.mark(Mark.TICK, Shade.GREY, false, infusion());
        }
        sheet.of(Layer.DEATH).stream().findFirst()
                .ifPresent(row -> legend.mark(Mark.DAGGER, Shade.BLACK, false, row.what()));
        if (!sheet.of(Layer.CUT_OFF).isEmpty()) {
            legend.upright(CUT_OFF, FigureWords.cutOff());
        }
        if (!sheet.of(Layer.STRETCH).isEmpty()) {
            legend.area(Shade.SKY, FigureWords.steroidFree());
        }
        if (!sheet.of(Layer.ONGOING).isEmpty()) {
            legend.mark(Mark.ARROW, Shade.GREY, false, FigureWords.ongoing());
        }
        return legend;
    }

    private String infusion() {
        long treated = sheet.of(Layer.INFUSION).stream().map(WordedRow::item).distinct().count();
        return FigureWords.infusion(sheet.of(Layer.INFUSION).size() > treated);
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (Lane lane : lanes) {
            List<String> happened = new ArrayList<>();
            for (WordedRow row : lane.rows) {
                if (HAPPENED.contains(row.row().layer())) {
                    happened.add(FigureWords.happened(row.what(), row.row().number(Statistic.GRADE), row.row().at(), unit));
                }
            }
            sentences.add(FigureWords.lane(lane.name, lane.arm.label(), lane.end, unit, happened));
        }
        return FigureWords.swimmer(sheet.title(), sentences);
    }

    @Override
    public List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        for (Arm arm : sheet.arms()) {
            List<Point> ends = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                if (lanes.get(i).arm.equals(arm)) {
                    ends.add(new Point(0, lanes.size() - i));
                    ends.add(new Point(lanes.get(i).end, lanes.size() - i));
                    ends.add(new Point(lanes.get(i).end, Double.NaN));
                }
            }
            if (!ends.isEmpty()) {
                series.add(new Chart.Series(arm.label(), true, Chart.Form.LINE, Look.of(arm.place())
                        .weighing(lanes.size() > MOST_WIDE ? Look.Weight.THIN : Look.Weight.USUAL), ends));
            }
        }
        for (int kind = 0; kind < declared.parameters().size(); kind++) {
            int of = kind;
            addMarks(series, Layer.MARK, row -> response(row) == of, new Look(SHADES.get(kind % SHADES.size()), List.of(),
                    MARKS.get(kind % MARKS.size()), false));
        }
        for (int term = 0; term < declared.terms().size(); term++) {
            int of = term;
            addMarks(series, Layer.EVENT, row -> term(row) == of, new Look(Shade.BLUE, List.of(), Mark.DIAMOND, term > 0));
        }
        addMarks(series, Layer.DEATH, row -> true, new Look(Shade.BLACK, List.of(), Mark.DAGGER, false));
        addMarks(series, Layer.ONGOING, FigureWords.ongoing(), new Look(Shade.GREY, List.of(), Mark.ARROW, false));
        addUpright(series, Layer.INFUSION, infusion(), new Look(Shade.GREY, List.of(), Mark.TICK, false));
        addUpright(series, Layer.CUT_OFF, FigureWords.cutOff(), new Look(CUT_OFF.shade(), CUT_OFF.dash(), Mark.TICK, false));
        if (lanes.stream().noneMatch(lane -> lane.name.isEmpty())) {
            series.add(Chart.Series.rows(FigureWords.subject(), 0, lanes.stream().map(Lane::name).toList()));
        }
        return List.of(new Chart("", new Chart.Side(sinceZero(), 0, longest,
                RoundSteps.ofTime(unit, longest, MOST_TICKS), false),
                new Chart.Side(FigureWords.subject(), 0, lanes.size() + 1.0, 1, false),
                series));
    }

    /// What happened as points on the lanes.
    private void addMarks(List<Chart.Series> series, Layer layer, Predicate<FigureRow> which, Look look) {
        sheet.of(layer).stream().filter(row -> which.test(row.row())).findFirst()
                .ifPresent(row -> series.add(new Chart.Series(row.what(), true, Chart.Form.POINTS, look, points(layer, which))));
    }

    private void addMarks(List<Chart.Series> series, Layer layer, String name, Look look) {
        if (!sheet.of(layer).isEmpty()) {
            series.add(new Chart.Series(name, true, Chart.Form.POINTS, look, points(layer, row -> true)));
        }
    }

    /// The same as lines upright across the lanes, as no mark of a chart is one.
    private void addUpright(List<Chart.Series> series, Layer layer, String name, Look look) {
        List<Point> ends = points(layer, row -> true).stream().flatMap(point -> Stream.of(
                new Point(point.x(), point.y() - UPRIGHT), new Point(point.x(), point.y() + UPRIGHT),
                new Point(point.x(), Double.NaN))).toList();
        if (!ends.isEmpty()) {
            series.add(new Chart.Series(name, true, Chart.Form.LINE, look, ends));
        }
    }

    private List<Point> points(Layer layer, Predicate<FigureRow> which) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<FigureRow> marks = lanes.get(i).rows.stream().map(WordedRow::row)
                    .filter(row -> HAPPENED.contains(row.layer()) == HAPPENED.contains(layer)).toList();
            double[] lifts = HAPPENED.contains(layer)
                    ? Lifts.of(longest / WIDTH_IN_MARKS, marks.stream().mapToDouble(row -> Math.max(0, row.at())).toArray())
                    : new double[marks.size()];
            for (int mark = 0; mark < lifts.length; mark++) {
                FigureRow row = marks.get(mark);
                if (row.layer() == layer && which.test(row)) {
                    points.add(new Point(Math.max(0, row.at()), lanes.size() - i + lifts[mark]));
                }
            }
        }
        return points;
    }
}
