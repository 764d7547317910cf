package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A row a preferred term: dots of the arms at their shares of subjects, and beside them the differences from the control with
/// their intervals.
final class ProfilePicture implements Picture {

    private static final double SIZE = 8.5;
    private static final double LEAST_ROW = 11;
    private static final double MOST_ROW = 20;
    private static final double MOST_TERM = 225;
    private static final double GAP = 26;
    private static final double AROUND = 50;
    /// From the mark of an arm to that of the next in its row, and what is free between them.
    private static final double APART = 6;
    private static final double BETWEEN = 0.4;
    private static final double RADIUS = 2.8;
    private static final double LEAST_RADIUS = 1.2;
    /// Of the axis: marks that are nearer than this would hide each other.
    private static final double NEAR = 0.02;
    /// Of a chart's row, what marks take, and how high one is in points.
    private static final double OF_ROW = 0.8;
    private static final double CHART_MARK = 6;
    private static final Stroke GUIDE = new Stroke(0.5, List.of(0.8, 2.2), Shade.SILVER);

    private final Sheet sheet;
    private final List<Arm> arms;
    private final List<Arm> compared;
    private final List<WordedRow> terms = new ArrayList<>();

    ProfilePicture(Sheet sheet) {
        this.sheet = sheet;
        this.arms = sheet.arms();
        this.compared = arms.stream().filter(arm -> !sheet.of(Layer.INTERVAL, arm.key()).isEmpty()).toList();
        for (WordedRow row : sheet.of(Layer.DOT)) {
            if (terms.isEmpty() || terms.getLast().row().at() != row.row().at()) {
                terms.add(row);
            }
        }
    }

    private Axis shares(double start, double end) {
        double most = sheet.of(Layer.DOT).stream().mapToDouble(row -> row.row().number(Statistic.PERCENT))
                .filter(value -> !Double.isNaN(value)).max().orElse(0);
        return sheet.heights().linear(0, Math.max(most, 1), start, end);
    }

    private Axis differences(double start, double end) {
        double[] all = sheet.of(Layer.INTERVAL).stream().map(WordedRow::row)
                .flatMap(row -> Stream.of(Statistic.DIFFERENCE, Statistic.CI_LOWER, Statistic.CI_UPPER).map(row::number))
                .mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sheet.heights().linear(Math.min(-1, all.length == 0 ? 0 : all[0]),
                Math.max(1, all.length == 0 ? 0 : all[all.length - 1]),
                start, end);
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        if (terms.isEmpty()) {
            canvas.text(FigureWords.nothingToDraw(), 0, SIZE + 4, Anchor.START, SIZE);
            return canvas.drawing(sheet.width(), 2 * SIZE + 6, FigureWords.profile(sheet.title(), List.of(
                    FigureWords.nothingToDraw())));
        }
        Legend legend = new Legend();
        arms.forEach(arm -> legend.mark(look(arm).mark(), look(arm).shade(), look(arm).open(), arm.label()));
        double top = legend.draw(canvas, 0, sheet.width(), 0) + 10;
        double most = Math.max(MOST_ROW, (arms.size() + 0.5) * APART);
        double row = Math.clamp((sheet.height() - top - AROUND) / terms.size(), LEAST_ROW, most);
        double bottom = top + terms.size() * row;
        double label = Math.min(MOST_TERM, terms.stream().mapToDouble(term -> FontWidths.of(term.item(), SIZE, false)).max()
                .orElse(0));
        double left = label + 14;
        double right = sheet.width() - 14;
        double middle = compared.isEmpty() ? right : left + (right - left - GAP) * 0.48;
        Axis share = shares(left + 6, middle);
        for (int i = 0; i < terms.size(); i++) {
            double y = top + (i + 0.5) * row;
            canvas.text(Lines.cut(terms.get(i).item(), label, SIZE), label, y + SIZE * 0.35, Anchor.END, SIZE);
            canvas.line(share.start(), y, share.end(), y, GUIDE);
        }
        for (Arm arm : arms) {
            dots(canvas, arm, share, top, row);
        }
        double below = Axes.below(canvas, share, bottom, FigureWords.percentOfSubjects());
        if (!compared.isEmpty()) {
            differences(canvas, differences(middle + GAP, right), top, row, bottom);
        }
        return canvas.drawing(sheet.width(), below + 6, alternative());
    }

    private Look look(Arm arm) {
        return Look.of(arm.place());
    }

    /// Arms stand below each other, so that none hides another; smaller where a row is too low for that.
    private static double aside(int place, int of, double row) {
        return (place - (of - 1) / 2.0) * apart(of, row);
    }

    private static double apart(int of, double row) {
        return Math.min(APART, row / (of + 0.5));
    }

    private static double radius(int of, double row) {
        return Math.clamp(apart(of, row) / 2 - BETWEEN / 2, LEAST_RADIUS, RADIUS);
    }

    /// Whether two arms have about the same share in a row, so that their marks need to stand aside.
    @Override
    public List<String> notes() {
        double near = shares(0, 1).to() * NEAR;
        Map<Double, List<Double>> rows = new LinkedHashMap<>();
        sheet.of(Layer.DOT).stream().map(WordedRow::row).filter(row -> !Double.isNaN(row.number(Statistic.PERCENT)))
                .forEach(row -> rows.computeIfAbsent(row.at(), at -> new ArrayList<>()).add(row.number(Statistic.PERCENT)));
        boolean hiding = rows.values().stream().anyMatch(shares -> {
            double[] sorted = shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return IntStream.range(1, sorted.length).anyMatch(i -> sorted[i] - sorted[i - 1] < near);
        });
        return hiding ? List.of(FigureWords.below()) : List.of();
    }

    private void dots(Canvas canvas, Arm arm, Axis share, double top, double row) {
        double aside = aside(arms.indexOf(arm), arms.size(), row);
        for (FigureRow dot : sheet.of(Layer.DOT, arm.key())) {
            double percent = dot.number(Statistic.PERCENT);
            if (!Double.isNaN(percent)) {
                canvas.mark(look(arm).mark(), share.at(percent), top + (dot.at() + 0.5) * row + aside,
                        radius(arms.size(), row), look(arm).shade(),
                        look(arm).open());
            }
        }
    }

    private void differences(Canvas canvas, Axis axis, double top, double row, double bottom) {
        for (int i = 0; i < terms.size(); i++) {
            canvas.line(axis.start(), top + (i + 0.5) * row, axis.end(), top + (i + 0.5) * row, GUIDE);
        }
        canvas.line(axis.at(0), top, axis.at(0), bottom, Stroke.solid(0.8, Shade.GREY));
        for (Arm arm : compared) {
            double aside = aside(compared.indexOf(arm), compared.size(), row);
            for (FigureRow of : sheet.of(Layer.INTERVAL, arm.key())) {
                double y = top + (of.at() + 0.5) * row + aside;
                double lower = of.number(Statistic.CI_LOWER);
                double upper = of.number(Statistic.CI_UPPER);
                if (!Double.isNaN(lower) && !Double.isNaN(upper)) {
                    canvas.line(axis.at(lower), y, axis.at(upper), y, Stroke.solid(1, look(arm).shade()));
                }
                double at = of.number(Statistic.DIFFERENCE);
                if (!Double.isNaN(at)) {
                    canvas.mark(look(arm).mark(), axis.at(at), y, radius(compared.size(), row), look(arm).shade(),
                            look(arm).open());
                }
            }
        }
        Axes.below(canvas, axis, bottom, FigureWords.effectAxis(false));
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (WordedRow term : terms) {
            sentences.add(FigureWords.term(term.item(), of(Layer.DOT, term), of(Layer.INTERVAL, term)));
        }
        return FigureWords.profile(sheet.title(), sentences);
    }

    private List<String> of(Layer layer, WordedRow term) {
        return sheet.of(layer).stream().filter(row -> row.row().at() == term.row().at())
                .map(row -> FigureWords.ofArm(row.arm(), row.shown())).toList();
    }

    @Override
    public List<Chart> charts() {
        Chart.Side rows = new Chart.Side(FigureWords.preferredTerm(), 0, terms.size() + 1.0, 1, false);
        List<Chart.Series> dots = new ArrayList<>();
        for (Arm arm : arms) {
            dots.add(new Chart.Series(arm.label(), true, Chart.Form.POINTS, look(arm), sheet.of(Layer.DOT, arm.key()).stream()
                    .map(row -> new Point(row.number(Statistic.PERCENT), height(row, arms.indexOf(arm), arms.size()))).toList()));
        }
        Axis share = shares(0, 1);
        List<String> names = terms.stream().map(WordedRow::item).toList();
        dots.add(Chart.Series.rows(FigureWords.preferredTerm(), share.from(), names));
        dots.addAll(PrintedTicks.below(FigureWords.percentOfSubjects(), share, 0));
        List<Chart> charts = new ArrayList<>();
        charts.add(
                new Chart("", new Chart.Side(FigureWords.percentOfSubjects(), share.from(), share.to(), PrintedTicks.step(share),
                        false), rows, dots).withRows(arms.size() * CHART_MARK / OF_ROW));
        if (!compared.isEmpty()) {
            List<Chart.Series> effects = new ArrayList<>();
            for (Arm arm : compared) {
                List<FigureRow> of = sheet.of(Layer.INTERVAL, arm.key());
                int place = compared.indexOf(arm);
                Look line = new Look(look(arm).shade(), List.of(), look(arm).mark(), look(arm).open());
                effects.add(new Chart.Series(arm.label(), true, Chart.Form.POINTS, look(arm), of.stream()
                        .map(row -> new Point(row.number(Statistic.DIFFERENCE), height(row, place, compared.size()))).toList()));
                effects.add(new Chart.Series(FigureWords.limitsOf(arm.label()), false, Chart.Form.LINE, line, of.stream()
                        .flatMap(row -> Stream.of(new Point(row.number(Statistic.CI_LOWER), height(row, place, compared.size())),
                                new Point(row.number(Statistic.CI_UPPER), height(row, place, compared.size())),
                                new Point(row.number(Statistic.CI_UPPER), Double.NaN)))
                        .toList()));
            }
            Axis axis = differences(0, 1);
            effects.add(Chart.Series.across(FigureWords.noEffect(), 0, terms.size()));
            effects.add(Chart.Series.rows(FigureWords.preferredTerm(), axis.from(), names));
            effects.addAll(PrintedTicks.below(FigureWords.effectAxis(false), axis, 0));
            charts.add(new Chart("",
                    new Chart.Side(FigureWords.effectAxis(false), axis.from(), axis.to(), PrintedTicks.step(axis), false),
                    rows, effects).withRows(compared.size() * CHART_MARK / OF_ROW));
        }
        return charts;
    }

    /// Where an arm of a row stands in a chart: the lowest row at 1.
    private double height(FigureRow row, int place, int of) {
        return terms.size() - row.at() - (place - (of - 1) / 2.0) * OF_ROW / of;
    }
}
