package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.Optional;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Apart;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
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
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// The course of a parameter: a line an arm with its limits, side by side where they stand at one visit, its name at its end; the
/// lines of subjects behind; below each visit how many have a value.
final class CoursePicture implements Picture {

    /// LibreOffice leaves out what stands at the very end of a logarithmic axis.
    private static final double WITHIN = 1.001;
    private static final String PARAMETER = "parameter";
    private static final double SIZE = 8.5;
    private static final double LINE = 12;
    private static final double PLOT = 250;
    private static final double DODGE = 3.2;
    /// From the first arm of a visit to the last, at most, and of what is between two visits.
    private static final double MOST_DODGED = 14;
    private static final double OF_VISIT = 0.7;
    private static final int MOST_SAID = 3;
    private static final double MOST_LABEL = 110;
    private static final int LABEL_LINES = 3;
    private static final double LABEL_LINE = 9.5;
    /// Dots that lead from a line's end to its name: a line would look like values.
    /// Room for the name of the vertical axis.
    private static final double TOP = 18;
    private static final Look SUBJECT = new Look(Shade.SILVER, List.of(), Mark.CIRCLE, false).weighing(Look.Weight.THIN);
    private static final Look LIMIT = new Look(Shade.GREY, List.of(4.0, 3.0), Mark.TICK, false);
    private static final double THIN = 0.5;
    /// The mark of a subject with one value.
    private static final double ONLY = 1.6;

    private final Sheet sheet;
    private final DeclaredFigure.Course declared;
    private final List<Arm> arms;
    private final VisitTicks visits;

    CoursePicture(Sheet sheet, DeclaredFigure.Course declared) {
        this.sheet = sheet;
        this.declared = declared;
        this.arms = sheet.arms().stream()
                .filter(arm -> sheet.of(Layer.GROUP_POINT, arm.key()).stream().anyMatch(row -> row.number(Statistic.N) > 0))
                .toList();
        this.visits = VisitTicks.of(sheet);
    }

    private double centre(FigureRow row) {
        return row.number(declared.mean() ? Statistic.MEAN : Statistic.MEDIAN);
    }

    private double lower(FigureRow row) {
        return declared.mean() ? centre(row) - error(row) : row.number(Statistic.Q1);
    }

    private double upper(FigureRow row) {
        return declared.mean() ? centre(row) + error(row) : row.number(Statistic.Q3);
    }

    private static double error(FigureRow row) {
        return row.number(Statistic.SD) / Math.sqrt(row.number(Statistic.N));
    }

    /// A value below the limit of quantification stands on it.
    private double shown(double value) {
        return Double.isNaN(declared.limit()) ? value : Math.max(declared.limit(), value);
    }

    private Axis heights(double bottom, double top) {
        List<Double> all = new ArrayList<>();
        for (WordedRow row : sheet.rows()) {
            switch (row.row().layer()) {
                case SUBJECT_POINT -> all.add(shown(row.row().number(Statistic.VALUE)));
                case GROUP_POINT -> {
                    for (double value : new double[]{centre(row.row()), lower(row.row()), upper(row.row())}) {
                        all.add(shown(value));
                    }
                }
                case REFERENCE -> all.add(row.row().at());
                default -> {}
            }
        }
        double[] known = all.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v))
                .filter(v -> !declared.log() || v > 0).sorted().toArray();
        double least = known.length == 0 ? 1 : known[0];
        double greatest = known.length == 0 ? 10 : known[known.length - 1];
        return declared.log()
                ? sheet.heights().logarithmic(least, greatest, bottom, top)
                : sheet.heights().linear(least, greatest, bottom, top);
    }

    @Override
    public Drawing drawing() {
        return sheet.fitted(PLOT, this::drawing);
    }

    private Drawing drawing(double plot) {
        Canvas canvas = new Canvas();
        Map<String, List<WordedRow>> subjects = subjects();
        double label = Math.min(MOST_LABEL,
                arms.stream().mapToDouble(arm -> FontWidths.of(arm.label(), SIZE, false)).max().orElse(0));
        double left = Math.max(38, label + 14);
        List<String> title = Axes.title(title(), sheet.width() - left);
        double top = TOP + Axes.higher(title) + (subjects.isEmpty() ? 0 : legend().draw(canvas, 0, sheet.width(), 0) + 6);
        Axis x = visits.axis(left + 8, sheet.width() - label - 16);
        Axis y = heights(top + plot, top);
        Axes.left(canvas, y, left, title);
        for (WordedRow line : sheet.of(Layer.REFERENCE)) {
            double at = y.at(line.row().at());
            canvas.line(left, at, x.end(), at, LIMIT.stroke(0.8));
            // Nothing lies below the line, on which lower values are drawn.
            double below = at + Drawing.SMALLEST + 1;
            canvas.text(FigureWords.limit(), x.end(), below < y.start() - 2 ? below : at - 3, Anchor.END, Drawing.SMALLEST, false,
                    Shade.GREY);
        }
        for (List<WordedRow> points : subjects.values()) {
            List<Point> line = points.stream().map(WordedRow::row)
                    .map(p -> place(x.at(p.at()), charted(p.number(Statistic.VALUE)), y)).toList();
            drawn(canvas, line, SUBJECT.stroke(THIN),
                    p -> canvas.mark(SUBJECT.mark(), p.x(), p.y(), ONLY, SUBJECT.shade(), false));
        }
        List<Arm> ended = new ArrayList<>();
        List<Point> ends = new ArrayList<>();
        for (Arm arm : arms) {
            List<Point> line = line(canvas, arm, x, y);
            if (!line.isEmpty() && arms.size() > 1) {
                ended.add(arm);
                ends.add(line.getLast());
            }
        }
        names(canvas, ended, ends, x.end(), label, top + 2, top + plot);
        double below = Axes.below(canvas, x, top + plot, visits.title(), VisitTicks.labels());
        return canvas.drawing(sheet.width(), counts(canvas, x, left, below + 14), alternative());
    }

    /// The names of arms at the ends of their lines.
    private static void names(Canvas canvas, List<Arm> arms, List<Point> ends, double edge, double room, double top,
            double bottom) {
        List<List<String>> names = arms.stream().map(arm -> Lines.of(arm.label(), room, SIZE, LABEL_LINES)).toList();
        int most = names.stream().mapToInt(List::size).max().orElse(1);
        double[] places = Apart.by(2 + SIZE + (most - 1) * LABEL_LINE, top, bottom,
                ends.stream().mapToDouble(Point::y).toArray());
        for (int i = 0; i < places.length; i++) {
            Look look = Look.of(arms.get(i).place());
            canvas.line(ends.get(i).x() + 4, ends.get(i).y(), edge + 11, places[i], LineNames.LEADER);
            double first = places[i] + SIZE * 0.35 - (names.get(i).size() - 1) * LABEL_LINE / 2;
            for (String line : names.get(i)) {
                canvas.text(line, edge + 13, first, Anchor.START, SIZE, false,
                        look.shade() == Shade.SKY ? Shade.BLUE : look.shade());
                first += LABEL_LINE;
            }
        }
    }

    /// What the lines behind are.
    private static Legend legend() {
        Legend legend = new Legend();
        legend.line(SUBJECT, THIN, FigureWords.subject());
        return legend;
    }

    private String title() {
        return FigureWords.axis(sheet.named(PARAMETER), FigureWords.course(declared.mean()));
    }

    /// Programs refuse logarithmic axes with numbers at or below zero.
    private double charted(double value) {
        return drawable(shown(value)) ? shown(value) : Double.NaN;
    }

    private boolean drawable(double value) {
        return !Double.isNaN(value) && (!declared.log() || value > 0);
    }

    private static Point place(double x, double value, Axis y) {
        return new Point(x, Double.isNaN(value) ? Double.NaN : y.at(value));
    }

    /// A line that is broken where it has no place; what stands alone between its breaks is a mark.
    private static void drawn(Canvas canvas, List<Point> line, Stroke stroke, Consumer<Point> alone) {
        List<Point> piece = new ArrayList<>();
        for (int i = 0; i <= line.size(); i++) {
            if (i < line.size() && !Double.isNaN(line.get(i).y())) {
                piece.add(line.get(i));
                continue;
            }
            canvas.path(piece, stroke);
            if (piece.size() == 1) {
                alone.accept(piece.getFirst());
            }
            piece.clear();
        }
    }

    /// From one arm to the next at a visit: those of a visit stay nearer to each other than to those of the next one.
    private double dodge(Axis x) {
        double[] at = visits.visits().keySet().stream().mapToDouble(x::at).toArray();
        double nearest = IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).min().orElse(Double.MAX_VALUE);
        return Math.min(DODGE, Math.min(MOST_DODGED, OF_VISIT * nearest) / Math.max(1, arms.size() - 1));
    }

    /// Which arms have the same value at which visits.
    @Override
    public List<String> notes() {
        Map<List<String>, Set<String>> visitsOf = new LinkedHashMap<>();
        Map<Double, Map<Double, List<WordedRow>>> same = new TreeMap<>();
        sheet.of(Layer.GROUP_POINT).stream().filter(row -> !Double.isNaN(charted(centre(row.row()))))
                .forEach(row -> same.computeIfAbsent(row.row().at(), at -> new TreeMap<>())
                        .computeIfAbsent(charted(centre(row.row())), value -> new ArrayList<>()).add(row));
        same.values().stream().flatMap(at -> at.values().stream()).filter(rows -> rows.size() > 1)
                .forEach(rows -> visitsOf
                        .computeIfAbsent(rows.stream().map(WordedRow::arm).toList(), arms -> new LinkedHashSet<>())
                        .add(rows.getFirst().what()));
        if (visitsOf.isEmpty()) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        visitsOf.forEach((of, at) -> said.add(FigureWords.pointsAt(of, List.copyOf(at))));
        return List.of(said.size() > MOST_SAID ? FigureWords.pointsCoincideInParts() : FigureWords.pointsCoincide(said));
    }

    /// The places of an arm's marks.
    private List<Point> line(Canvas canvas, Arm arm, Axis x, Axis y) {
        Look look = Look.of(arm.place());
        double aside = (arms.indexOf(arm) - (arms.size() - 1) / 2.0) * dodge(x);
        List<Point> line = new ArrayList<>();
        for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
            double at = x.at(row.at()) + aside;
            if (!Double.isNaN(centre(row))) {
                line.add(place(at, charted(centre(row)), y));
            }
            if (drawable(shown(upper(row))) && !Double.isNaN(shown(lower(row)))) {
                limits(canvas, at, shown(lower(row)), y.at(shown(upper(row))), y, Stroke.solid(0.9, look.shade()));
            }
        }
        drawn(canvas, line, look.stroke(1.4), _ -> {});
        List<Point> marks = line.stream().filter(p -> !Double.isNaN(p.y())).toList();
        marks.forEach(p -> canvas.mark(look.mark(), p.x(), p.y(), 2.8, look.shade(), look.open()));
        return marks;
    }

    /// An upright line; where a logarithmic axis has no place for its lower end, it goes on to the axis and has no end there.
    private void limits(Canvas canvas, double at, double lower, double high, Axis y, Stroke stroke) {
        double low = drawable(lower) ? y.at(lower) : y.start();
        canvas.line(at, low, at, high, stroke);
        canvas.line(at - 2, high, at + 2, high, stroke);
        if (drawable(lower)) {
            canvas.line(at - 2, low, at + 2, low, stroke);
        }
    }

    private double counts(Canvas canvas, Axis x, double left, double top) {
        double y = top;
        canvas.text(FigureWords.counted(), 0, y, Anchor.START, SIZE, true, Shade.BLACK);
        for (Arm arm : arms) {
            y += LINE;
            List<String> label = Lines.of(arm.label(), left - 12, SIZE, LABEL_LINES);
            canvas.lines(label, 0, y, Anchor.START, SIZE, LABEL_LINE);
            for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
                if (x.ticks().stream().anyMatch(tick -> tick.value() == row.at() && !tick.label().isEmpty())) {
                    canvas.text(ValueText.number(row.number(Statistic.N)), x.at(row.at()), y, Anchor.MIDDLE, SIZE);
                }
            }
            y += (label.size() - 1) * LABEL_LINE;
        }
        return y + LINE / 2;
    }

    private Map<String, List<WordedRow>> subjects() {
        Map<String, List<WordedRow>> subjects = new LinkedHashMap<>();
        sheet.of(Layer.SUBJECT_POINT).forEach(row -> subjects
                .computeIfAbsent(row.row().results().getFirst().level().getFirst(), s -> new ArrayList<>()).add(row));
        return subjects;
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (Arm arm : arms) {
            List<FigureRow> points = sheet.of(Layer.GROUP_POINT, arm.key()).stream().filter(row -> !Double.isNaN(centre(row)))
                    .toList();
            if (!points.isEmpty()) {
                sentences.add(
                        FigureWords.fromTo(arm.label(), (int) points.getFirst().number(Statistic.N), centre(points.getFirst()),
                                centre(points.getLast())));
            }
        }
        return FigureWords.courses(sheet.title(), declared.mean(), sentences);
    }

    @Override
    public List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        Axis x = visits.axis(0, 1);
        Axis y = heights(1, 0);
        Map<String, List<WordedRow>> subjects = subjects();
        if (!subjects.isEmpty()) {
            series.add(Chart.Series.entry(FigureWords.subject(), SUBJECT, x.from()));
        }
        subjects.values().forEach(points -> series.add(new Chart.Series(points.getFirst().item(), false,
                points.size() > 1 ? Chart.Form.LINE : Chart.Form.LINE_AND_POINTS, SUBJECT,
                points.stream().map(p -> new Point(p.row().at(), charted(p.row().number(Statistic.VALUE)))).toList())));
        for (Arm arm : arms) {
            List<FigureRow> points = sheet.of(Layer.GROUP_POINT, arm.key());
            series.add(new Chart.Series(arm.label(), true, Chart.Form.LINE_AND_POINTS, Look.of(arm.place()),
                    points.stream().map(p -> new Point(p.at(), charted(centre(p)))).toList())
                    .within(points.stream().map(p -> new Chart.Limits(charted(lower(p)), charted(upper(p)))).toList()));
        }
        List<Double> limits = sheet.of(Layer.REFERENCE).stream().map(line -> line.row().at()).distinct().toList();
        limits.forEach(limit -> series.add(Chart.Series.level(FigureWords.limit(), LIMIT, List.of(x.from(), x.to()), limit)));
        Chart.Side side = declared.log()
                ? Chart.Side.logarithmic(title(), y.from(), y.to())
                : new Chart.Side(title(), y.from(), y.to(), PrintedTicks.step(y), false);
        series.addAll(PrintedTicks.left(title(), y, x.from()));
        series.addAll(visits.named(declared.log() ? side.from() * WITHIN : side.from(), true));
        return List.of(new Chart("", new Chart.Side(visits.title(), x.from(), x.to(), 0, false),
                side, series,
                Counts.below(sheet, FigureWords.counted(), Layer.GROUP_POINT, arms, visits.visits(), Counts::subjects),
                Optional.empty()));
    }
}
