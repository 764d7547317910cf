package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tabularium.figure.Sheet.Arm;
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

/// A panel an arm: the lines of its subjects, thin, with their names at their ends; the median, thick, with the quartiles;
/// below each visit how many have a value.
final class TrajectoriesPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final String PARAMETER = "parameter";
    private static final double GAP = 18;
    /// The name of a panel.
    private static final double HEADING = SIZE + 0.5;
    private static final double HEADING_LINE = 10;
    private static final int HEADING_LINES = 3;
    private static final int MOST_NAMES = 14;
    private static final int FEWEST_FOR_MEDIAN = 3;
    private static final double MOST_NAME = 46;
    private static final Look SUBJECT = new Look(Shade.SILVER, List.of(), Mark.CIRCLE, false).weighing(Look.Weight.THIN);
    private static final Look MEDIAN = new Look(Shade.BLUE, List.of(), Mark.SQUARE, false).weighing(Look.Weight.THICK);

    private final Sheet sheet;
    private final List<Arm> arms;
    private final VisitTicks visits;
    private final Thresholds thresholds;
    private final double least;
    private final double greatest;

    TrajectoriesPicture(Sheet sheet) {
        this.sheet = sheet;
        this.arms = sheet.arms().stream()
                .filter(arm -> sheet.of(Layer.GROUP_POINT, arm.key()).stream().anyMatch(row -> row.number(Statistic.N) > 0))
                .toList();
        this.visits = VisitTicks.of(sheet);
        this.thresholds = Thresholds.of(sheet);
        double[] all = DoubleStream.concat(
                sheet.of(Layer.SUBJECT_POINT).stream().mapToDouble(row -> row.row().number(Statistic.VALUE)),
                thresholds.heights()).sorted().toArray();
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
        legend.line(SUBJECT, 0.9, FigureWords.subject());
        if (arms.stream().anyMatch(arm -> hasMedian(subjects(arm)))) {
            legend.line(MEDIAN, 2, FigureWords.medianQuartiles());
        }
        thresholds.explain(legend);
        return legend;
    }

    private static boolean hasMedian(Map<String, List<FigureRow>> subjects) {
        return subjects.size() >= FEWEST_FOR_MEDIAN;
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
        int headings = arms.stream().mapToInt(of -> heading(of, width).size()).max().orElse(1);
        Axis y = sheet.heights().linear(least, greatest, bottom, top + 32 + (headings - 1) * HEADING_LINE + Axes.higher(title));
        double base = top + 6;
        for (String line : heading(arm, width)) {
            canvas.text(line, left, base, Anchor.START, HEADING, true, Shade.BLACK);
            base += HEADING_LINE;
        }
        thresholds.draw(canvas, y, x.start(), x.end());
        List<List<Point>> lines = new ArrayList<>();
        for (List<FigureRow> points : subjects.values()) {
            List<Point> line = points.stream().map(p -> new Point(x.at(p.at()), y.at(p.number(Statistic.VALUE)))).toList();
            lines.add(line);
            canvas.path(line, SUBJECT.stroke(0.8));
            line.forEach(p -> canvas.mark(Mark.CIRCLE, p.x(), p.y(), 1.4, SUBJECT.shade(), false));
        }
        List<Point> ends = lines.stream().map(List::getLast).toList();
        if (hasMedian(subjects)) {
            median(canvas, arm, x, y, lines);
        }
        if (named) {
            thresholds.heights().forEach(at -> lines.add(List.of(new Point(x.start(), y.at(at)), new Point(x.end(), y.at(at)))));
            new LineNames(lines, SIZE).write(canvas, List.copyOf(subjects.keySet()), ends, x, y, Math.min(MOST_NAME, names));
        }
        Axes.left(canvas, y, x.start(), title);
        double below = Axes.below(canvas, x, bottom, visits.title(), VisitTicks.labels());
        canvas.text(FigureWords.counted(), left + 4, below + 13, Anchor.START, SIZE, true, Shade.BLACK);
        counts(canvas, arm, x, below + 13);
    }

    private static List<String> heading(Arm arm, double width) {
        return Lines.of(arm.label(), width, HEADING, true, HEADING_LINES);
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

    /// @param lines gets what is drawn
    private void median(Canvas canvas, Arm arm, Axis x, Axis y, List<List<Point>> lines) {
        List<Point> line = new ArrayList<>();
        for (FigureRow row : sheet.of(Layer.GROUP_POINT, arm.key())) {
            if (!Double.isNaN(row.number(Statistic.MEDIAN))) {
                double at = x.at(row.at());
                line.add(new Point(at, y.at(row.number(Statistic.MEDIAN))));
                List<Point> quartiles = List.of(new Point(at, y.at(row.number(Statistic.Q1))),
                        new Point(at, y.at(row.number(Statistic.Q3))));
                canvas.path(quartiles, Stroke.solid(1, MEDIAN.shade()));
                lines.add(quartiles);
            }
        }
        canvas.path(line, MEDIAN.stroke(2));
        line.forEach(p -> canvas.mark(MEDIAN.mark(), p.x(), p.y(), 2.2, MEDIAN.shade(), false));
        lines.add(line);
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

    private static Point point(FigureRow row) {
        return new Point(row.at(), row.number(Statistic.VALUE));
    }

    @Override
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        Axis y = sheet.heights().linear(least, greatest, 1, 0);
        Axis x = visits.axis(0, 1);
        for (Arm arm : arms) {
            List<Chart.Series> series = new ArrayList<>();
            Map<String, List<FigureRow>> subjects = subjects(arm);
            series.add(Chart.Series.entry(FigureWords.subject(), SUBJECT, x.from()));
            subjects.forEach((name, points) -> series.add(new Chart.Series(name.replace("\0", ""), false,
                    points.size() > 1 ? Chart.Form.LINE : Chart.Form.LINE_AND_POINTS, SUBJECT,
                    points.stream().map(TrajectoriesPicture::point).toList())));
            if (hasMedian(subjects)) {
                List<FigureRow> medians = sheet.of(Layer.GROUP_POINT, arm.key());
                series.add(new Chart.Series(FigureWords.medianQuartiles(), true, Chart.Form.LINE_AND_POINTS, MEDIAN,
                        medians.stream().map(p -> new Point(p.at(), p.number(Statistic.MEDIAN))).toList())
                        .within(medians.stream()
                                .map(p -> new Chart.Limits(p.number(Statistic.Q1), p.number(Statistic.Q3))).toList()));
            }
            series.addAll(thresholds.series(List.of(x.from(), x.to())));
            if (areNamed(subjects) && !subjects.isEmpty()) {
                series.add(Chart.Series.lineNames(FigureWords.subject(),
                        subjects.values().stream().map(points -> point(points.getLast())).toList(),
                        subjects.keySet().stream().map(name -> Lines.end(name, MOST_NAME, SIZE)).toList()));
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
