package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A swimmer plot in the numbers of its axes: lines as long as the follow-ups, and on them what happened.
record SwimmerChart(Sheet sheet, SwimmerLanes swimmer) {

    /// Of a chart's lane, how far lines go up and down.
    private static final double UPRIGHT = 0.4;
    /// How many marks stand side by side in a chart.
    private static final double WIDTH_IN_MARKS = 45;
    /// More lanes of a chart have thin lines, which would touch otherwise.
    private static final int MOST_WIDE = 40;

    List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        for (Arm arm : sheet.arms()) {
            List<Point> ends = new ArrayList<>();
            for (int i = 0; i < swimmer.lanes().size(); i++) {
                if (swimmer.lanes().get(i).arm().equals(arm)) {
                    ends.add(new Point(0, swimmer.lanes().size() - i));
                    ends.add(new Point(swimmer.lanes().get(i).end(), swimmer.lanes().size() - i));
                    ends.add(new Point(swimmer.lanes().get(i).end(), Double.NaN));
                }
            }
            if (!ends.isEmpty()) {
                series.add(new Chart.Series(arm.label(), true, Chart.Form.LINE, Look.of(arm.place())
                        .weighing(swimmer.lanes().size() > MOST_WIDE ? Look.Weight.THIN : Look.Weight.USUAL), ends));
            }
        }
        for (int i = 0; i < swimmer.responses(); i++) {
            int kind = i;
            addMarks(series, Layer.MARK, row -> swimmer.response(row) == kind, SwimmerLanes.lookOfResponse(kind));
        }
        for (int i = 0; i < swimmer.terms(); i++) {
            int kind = i;
            addEvents(series, row -> swimmer.term(row) == kind, SwimmerLanes.lookOfTerm(kind));
        }
        addMarks(series, Layer.DEATH, row -> true, new Look(Shade.BLACK, List.of(), Mark.DAGGER, false));
        addMarks(series, Layer.ONGOING, FigureWords.ongoing(), new Look(Shade.GREY, List.of(), Mark.ARROW, false));
        addUpright(series, Layer.INFUSION, swimmer.infusion(), new Look(Shade.GREY, List.of(), Mark.TICK, false));
        addUpright(series, Layer.CUT_OFF, FigureWords.cutOff(),
                new Look(SwimmerLanes.CUT_OFF.shade(), SwimmerLanes.CUT_OFF.dash(), Mark.TICK, false));
        if (swimmer.lanes().stream().noneMatch(lane -> lane.name().isEmpty())) {
            series.add(
                    Chart.Series.rows(FigureWords.subject(), 0, swimmer.lanes().stream().map(SwimmerLanes.Lane::name).toList()));
        }
        return List.of(new Chart("", new Chart.Side(swimmer.sinceZero(), 0, swimmer.longest(),
                swimmer.step(), false),
                new Chart.Side(FigureWords.subject(), 0, swimmer.lanes().size() + 1.0, 1, false),
                series));
    }

    /// What happened as points on the lanes.
    private void addMarks(List<Chart.Series> series, Layer layer, Predicate<FigureRow> which, Look look) {
        sheet.of(layer).stream().filter(row -> which.test(row.row())).findFirst()
                .ifPresent(row -> series.add(new Chart.Series(row.what(), true, Chart.Form.POINTS, look, points(layer, which))));
    }

    /// Events with their grades beside them, where lanes are high enough to read them.
    private void addEvents(List<Chart.Series> series, Predicate<FigureRow> which, Look look) {
        List<Placed> placed = placed(Layer.EVENT, which);
        Optional<WordedRow> first = sheet.of(Layer.EVENT).stream().filter(row -> which.test(row.row())).findFirst();
        boolean graded = swimmer.lanes().size() <= MOST_WIDE
                && placed.stream().anyMatch(of -> !Double.isNaN(of.row.number(Statistic.GRADE)));
        first.ifPresent(row -> series.add(new Chart.Series(graded ? FigureWords.withGrade(row.what()) : row.what(), true,
                Chart.Form.POINTS, look, placed.stream().map(Placed::point).toList(),
                graded ? placed.stream().map(of -> grade(of.row)).toList() : List.of())));
    }

    private static String grade(FigureRow row) {
        double grade = row.number(Statistic.GRADE);
        return Double.isNaN(grade) ? "" : ValueText.number(grade);
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

    /// What happened, and where it stands.
    private record Placed(FigureRow row, Point point) {}

    private List<Point> points(Layer layer, Predicate<FigureRow> which) {
        return placed(layer, which).stream().map(Placed::point).toList();
    }

    private List<Placed> placed(Layer layer, Predicate<FigureRow> which) {
        List<Placed> points = new ArrayList<>();
        for (int i = 0; i < swimmer.lanes().size(); i++) {
            List<FigureRow> marks = swimmer.lanes().get(i).rows().stream().map(WordedRow::row)
                    .filter(row -> SwimmerLanes.HAPPENED.contains(row.layer()) == SwimmerLanes.HAPPENED.contains(layer)).toList();
            double[] lifts = SwimmerLanes.HAPPENED.contains(layer)
                    ? Lifts.of(swimmer.longest() / WIDTH_IN_MARKS,
                            marks.stream().mapToDouble(row -> Math.max(0, row.at())).toArray())
                    : new double[marks.size()];
            for (int mark = 0; mark < lifts.length; mark++) {
                FigureRow row = marks.get(mark);
                if (row.layer() == layer && which.test(row)) {
                    points.add(new Placed(row, new Point(Math.max(0, row.at()), swimmer.lanes().size() - i + lifts[mark])));
                }
            }
        }
        return points;
    }
}
