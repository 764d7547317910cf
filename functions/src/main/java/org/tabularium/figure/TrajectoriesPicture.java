package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A panel an arm: the lines of its subjects, thin, with their names at their ends; the median, thick, with the quartiles; below
/// each
/// visit how many have a value.
final class TrajectoriesPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final String PARAMETER = "parameter";
    private static final double GAP = 18;
    private static final int MOST_NAMES = 14;
    private static final int FEWEST_FOR_MEDIAN = 3;
    private static final double MOST_NAME = 46;
    private static final Stroke DASHED = new Stroke(0.7, List.of(4.0, 3.0), Shade.GREY);

    private static final Stroke LEADER = new Stroke(0.5, List.of(0.8, 2.2), Shade.SILVER);

    private final Sheet sheet;
    private final List<Arm> arms;
    private final VisitTicks visits;
    private final double least;
    private final double greatest;

    TrajectoriesPicture(Sheet sheet) {
        this.sheet = sheet;
        this.arms = sheet.arms().stream()
                .filter(arm -> sheet.of(Layer.GROUP_POINT, arm.key()).stream().anyMatch(row -> row.number(Statistic.N) > 0))
                .toList();
        this.visits = VisitTicks.of(sheet);
        double[] all = DoubleStream.concat(
                sheet.of(Layer.SUBJECT_POINT).stream().mapToDouble(row -> row.row().number(Statistic.VALUE)),
                sheet.of(Layer.REFERENCE).stream().mapToDouble(row -> row.row().at())).sorted().toArray();
        this.least = all.length == 0 ? 0 : all[0];
        this.greatest = all.length == 0 ? 1 : all[all.length - 1];
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        int across = arms.size() == 4 ? 2 : Math.clamp(arms.size(), 1, 3);
        int down = (arms.size() + across - 1) / Math.max(1, across);
        double width = (sheet.width() - (across - 1) * GAP) / across;
        double legend = legend().draw(canvas, 0, sheet.width(), 0);
        double height = Math.clamp((sheet.height() - legend) / Math.max(1, down), 150, 250);
        for (int i = 0; i < arms.size(); i++) {
            panel(canvas, arms.get(i), i % across * (width + GAP), legend + 12 + Math.floorDiv(i, across) * height, width,
                    height - GAP);
        }
        return canvas.drawing(sheet.width(), legend + 12 + down * height, alternative());
    }

    private Legend legend() {
        Legend legend = new Legend();
        legend.line(new Look(Shade.SILVER, List.of(), Mark.CIRCLE, false), 0.9, FigureWords.subject());
        legend.line(new Look(Shade.BLUE, List.of(), Mark.CIRCLE, false), 2, FigureWords.medianQuartiles());
        if (!sheet.of(Layer.REFERENCE).isEmpty()) {
            legend.line(new Look(Shade.GREY, DASHED.dash(), Mark.CIRCLE, false), 0.7,
                    FigureWords.thresholds(List.copyOf(thresholds().keySet())));
        }
        return legend;
    }

    /// What the lines across the figure are called, and where they lie.
    private Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        sheet.of(Layer.REFERENCE).forEach(
                row -> thresholds.put(FigureWords.limitOf(sheet.number(row.row().at()), row.what()), row.row().at()));
        return thresholds;
    }

    private void panel(Canvas canvas, Arm arm, double left, double top, double width, double height) {
        Map<String, List<FigureRow>> subjects = subjects(arm);
        boolean named = areNamed(subjects);
        double names = named
                ? Math.min(MOST_NAME, subjects.keySet().stream().mapToDouble(n -> FontWidths.of(n, SIZE, false)).max().orElse(0))
                        + 8
                : 6;
        double bottom = top + height - 46;
        Axis x = visits.axis(left + 26, left + width - names);
        List<String> title = Axes.title(sheet.named(PARAMETER), left + width - x.start());
        Axis y = sheet.heights().linear(least, greatest, bottom, top + 32 + Axes.higher(title));
        canvas.text(Lines.cut(arm.label(), width, SIZE + 0.5, true), left, top + 6, Anchor.START, SIZE + 0.5, true, Shade.BLACK);
        for (WordedRow line : sheet.of(Layer.REFERENCE)) {
            canvas.line(x.start(), y.at(line.row().at()), x.end(), y.at(line.row().at()), DASHED);
        }
        subjects.values().forEach(points -> {
            List<Point> line = points.stream().map(p -> new Point(x.at(p.at()), y.at(p.number(Statistic.VALUE)))).toList();
            canvas.path(line, Stroke.solid(0.8, Shade.SILVER));
            line.forEach(p -> canvas.mark(Mark.CIRCLE, p.x(), p.y(), 1.4, Shade.SILVER, false));
        });
        if (subjects.size() >= FEWEST_FOR_MEDIAN) {
            median(canvas, arm, x, y);
        }
        if (named) {
            names(canvas, subjects, x, y, Math.min(MOST_NAME, names));
        }
        Axes.left(canvas, y, x.start(), title);
        double below = Axes.below(canvas, x, bottom, visits.title(), VisitTicks.labels());
        canvas.text(FigureWords.counted(), left + 4, below + 13, Anchor.START, SIZE, true, Shade.BLACK);
        counts(canvas, arm, x, below + 13);
    }

    /// How many have a value below those visits that are labelled.
    private void counts(Canvas canvas, Arm arm, Axis x, double y) {
        for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
            boolean labelled = x.ticks().stream().anyMatch(tick -> tick.value() == row.at() && !tick.label().isEmpty());
            if (labelled) {
                canvas.text(ValueText.number(row.number(Statistic.N)), x.at(row.at()), y, Anchor.MIDDLE, SIZE);
            }
        }
    }

    private void median(Canvas canvas, Arm arm, Axis x, Axis y) {
        List<Point> line = new ArrayList<>();
        for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
            if (!Double.isNaN(row.number(Statistic.MEDIAN))) {
                double at = x.at(row.at());
                line.add(new Point(at, y.at(row.number(Statistic.MEDIAN))));
                canvas.line(at, y.at(row.number(Statistic.Q1)), at, y.at(row.number(Statistic.Q3)), Stroke.solid(1, Shade.BLUE));
            }
        }
        canvas.path(line, Stroke.solid(2, Shade.BLUE));
        line.forEach(p -> canvas.mark(Mark.SQUARE, p.x(), p.y(), 2.2, Shade.BLUE, false));
    }

    private static void names(Canvas canvas, Map<String, List<FigureRow>> subjects, Axis x, Axis y, double room) {
        List<String> names = List.copyOf(subjects.keySet());
        List<FigureRow> lasts = subjects.values().stream().map(List::getLast).toList();
        double[] ends = lasts.stream().mapToDouble(last -> y.at(last.number(Statistic.VALUE))).toArray();
        double[] places = Apart.by(SIZE + 0.8, y.end() + 3, y.start() - 2, ends);
        for (int i = 0; i < names.size(); i++) {
            double from = x.at(lasts.get(i).at());
            canvas.line(from + 2, ends[i], x.end() + 5, places[i], LEADER);
            canvas.text(Lines.end(names.get(i), room, SIZE), x.end() + 7, places[i] + SIZE * 0.35, Anchor.START, SIZE);
        }
    }

    private static boolean areNamed(Map<String, List<FigureRow>> subjects) {
        return subjects.size() <= MOST_NAMES && subjects.keySet().stream().noneMatch(name -> name.startsWith("\0"));
    }

    /// The points of each subject; subjects without names are told apart by their keys.
    private Map<String, List<FigureRow>> subjects(Arm arm) {
        Map<String, List<FigureRow>> subjects = new LinkedHashMap<>();
        for (WordedRow row : sheet.of(Layer.SUBJECT_POINT)) {
            if (row.row().arm().equals(arm.key())) {
                String name = row.item().isEmpty() ? "\0" + row.row().results().getFirst().level().getFirst() : row.item();
                subjects.computeIfAbsent(name, n -> new ArrayList<>()).add(row.row());
            }
        }
        return subjects;
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (Arm arm : arms) {
            List<FigureRow> points = sheet.of(Layer.GROUP_POINT, arm.key()).stream()
                    .filter(row -> !Double.isNaN(row.number(Statistic.MEDIAN))).toList();
            if (!points.isEmpty()) {
                sentences.add(FigureWords.fromTo(arm.label(), subjects(arm).size(), points.getFirst().number(Statistic.MEDIAN),
                        points.getLast().number(Statistic.MEDIAN)));
            }
        }
        return FigureWords.trajectories(sheet.title(), sentences);
    }

    @Override
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        Axis y = sheet.heights().linear(least, greatest, 1, 0);
        Axis x = visits.axis(0, 1);
        for (Arm arm : arms) {
            List<Chart.Series> series = new ArrayList<>();
            subjects(arm).forEach((name, points) -> series.add(new Chart.Series(name.replace("\0", ""), false, Chart.Form.LINE,
                    new Look(Shade.SILVER, List.of(), Mark.CIRCLE, false),
                    points.stream().map(p -> new Point(p.at(), p.number(Statistic.VALUE))).toList())));
            if (subjects(arm).size() >= FEWEST_FOR_MEDIAN) {
                List<FigureRow> medians = sheet.of(Layer.GROUP_POINT, arm.key());
                series.add(new Chart.Series(FigureWords.medianQuartiles(), true, Chart.Form.LINE_AND_POINTS,
                        new Look(Shade.BLUE, List.of(), Mark.SQUARE, false),
                        medians.stream().map(p -> new Point(p.at(), p.number(Statistic.MEDIAN))).toList())
                        .within(medians.stream()
                                .map(p -> new Chart.Limits(p.number(Statistic.Q1), p.number(Statistic.Q3))).toList()));
            }
            thresholds().forEach((limit, at) -> series.add(Chart.Series.level(FigureWords.thresholds(List.of(limit)), true,
                    x.from(), x.to(), at)));
            if (areNamed(subjects(arm)) && !subjects(arm).isEmpty()) {
                series.add(Chart.Series.lineNames(FigureWords.subject(), x.to(),
                        subjects(arm).values().stream().map(points -> points.getLast().number(Statistic.VALUE)).toList(),
                        subjects(arm).keySet().stream().map(name -> Lines.end(name, MOST_NAME, SIZE)).toList()));
            }
            series.addAll(visits.named(y.from(), arms.size() < 2));
            series.addAll(PrintedTicks.left(sheet.named(PARAMETER), y, x.from()));
            charts.add(new Chart(arm.label(), new Chart.Side(visits.title(), x.from(), x.to(), 0, false),
                    new Chart.Side(sheet.named(PARAMETER), y.from(), y.to(), PrintedTicks.step(y), false), series,
                    Counts.below(sheet, FigureWords.counted(), Layer.GROUP_POINT, List.of(arm), visits.visits(),
                            Counts::subjects),
                    Optional.empty()));
        }
        return charts;
    }
}
