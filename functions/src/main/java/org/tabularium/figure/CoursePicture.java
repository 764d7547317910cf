package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final double MOST_LABEL = 110;
    /// Room for the name of the vertical axis.
    private static final double TOP = 18;
    private static final Look SUBJECT = new Look(Shade.SILVER, List.of(), Mark.CIRCLE, false);
    private static final double THIN = 0.5;

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
        Map<String, List<FigureRow>> subjects = subjects();
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
            canvas.line(left, at, x.end(), at, new Stroke(0.8, List.of(4.0, 3.0), Shade.GREY));
            // Nothing lies below the line, on which lower values are drawn.
            double below = at + Drawing.SMALLEST + 1;
            canvas.text(FigureWords.limit(), x.end(), below < y.start() - 2 ? below : at - 3, Anchor.END, Drawing.SMALLEST, false,
                    Shade.GREY);
        }
        subjects.values().forEach(points -> canvas.path(points.stream()
                .filter(p -> drawable(shown(p.number(Statistic.VALUE))))
                .map(p -> new Point(x.at(p.at()), y.at(shown(p.number(Statistic.VALUE))))).toList(),
                SUBJECT.stroke(THIN)));
        List<Arm> ended = new ArrayList<>();
        List<Point> ends = new ArrayList<>();
        for (Arm arm : arms) {
            List<Point> line = line(canvas, arm, x, y);
            if (!line.isEmpty()) {
                ended.add(arm);
                ends.add(line.getLast());
            }
        }
        double[] places = Apart.by(SIZE + 2, top + 2, top + plot, ends.stream().mapToDouble(Point::y).toArray());
        for (int i = 0; i < ended.size() && arms.size() > 1; i++) {
            Look look = Look.of(ended.get(i).place());
            canvas.line(ends.get(i).x() + 4, ends.get(i).y(), x.end() + 11, places[i], Stroke.solid(0.4, look.shade()));
            canvas.text(Lines.cut(ended.get(i).label(), label, SIZE), x.end() + 13, places[i] + SIZE * 0.35, Anchor.START, SIZE,
                    false,
                    look.shade() == Shade.SKY ? Shade.BLUE : look.shade());
        }
        double below = Axes.below(canvas, x, top + plot, visits.title(), VisitTicks.labels());
        return canvas.drawing(sheet.width(), counts(canvas, x, left, below + 14), alternative());
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

    private boolean drawable(double value) {
        return !Double.isNaN(value) && (!declared.log() || value > 0);
    }

    private List<Point> line(Canvas canvas, Arm arm, Axis x, Axis y) {
        Look look = Look.of(arm.place());
        double aside = (arm.place() - (arms.size() - 1) / 2.0) * DODGE;
        List<Point> line = new ArrayList<>();
        for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
            if (drawable(shown(centre(row)))) {
                double at = x.at(row.at()) + aside;
                line.add(new Point(at, y.at(shown(centre(row)))));
                if (drawable(shown(lower(row))) && drawable(shown(upper(row)))) {
                    double low = y.at(shown(lower(row)));
                    double high = y.at(shown(upper(row)));
                    canvas.line(at, low, at, high, Stroke.solid(0.9, look.shade()));
                    canvas.line(at - 2, low, at + 2, low, Stroke.solid(0.9, look.shade()));
                    canvas.line(at - 2, high, at + 2, high, Stroke.solid(0.9, look.shade()));
                }
            }
        }
        canvas.path(line, look.stroke(1.4));
        line.forEach(p -> canvas.mark(look.mark(), p.x(), p.y(), 2.8, look.shade(), look.open()));
        return line;
    }

    private double counts(Canvas canvas, Axis x, double left, double top) {
        double y = top;
        canvas.text(FigureWords.counted(), 0, y, Anchor.START, SIZE, true, Shade.BLACK);
        for (Arm arm : arms) {
            y += LINE;
            canvas.text(Lines.cut(arm.label(), left - 12, SIZE), 0, y, Anchor.START, SIZE);
            for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
                if (x.ticks().stream().anyMatch(tick -> tick.value() == row.at() && !tick.label().isEmpty())) {
                    canvas.text(ValueText.number(row.number(Statistic.N)), x.at(row.at()), y, Anchor.MIDDLE, SIZE);
                }
            }
        }
        return y + LINE / 2;
    }

    private Map<String, List<FigureRow>> subjects() {
        Map<String, List<FigureRow>> subjects = new LinkedHashMap<>();
        sheet.of(Layer.SUBJECT_POINT).forEach(row -> subjects
                .computeIfAbsent(row.row().results().getFirst().level().getFirst(), s -> new ArrayList<>()).add(row.row()));
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
        for (Arm arm : arms) {
            List<FigureRow> points = sheet.of(Layer.GROUP_POINT, arm.key());
            series.add(new Chart.Series(arm.label(), true, Chart.Form.LINE_AND_POINTS, Look.of(arm.place()),
                    points.stream().map(p -> new Point(p.at(), shown(centre(p)))).toList())
                    .within(points.stream().map(p -> new Chart.Limits(shown(lower(p)), shown(upper(p)))).toList()));
        }
        Axis x = visits.axis(0, 1);
        Axis y = heights(1, 0);
        List<WordedRow> limits = sheet.of(Layer.REFERENCE);
        limits.forEach(
                line -> series.add(Chart.Series.level(FigureWords.limit(), line.equals(limits.getFirst()), x.from(), x.to(),
                        line.row().at())));
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
