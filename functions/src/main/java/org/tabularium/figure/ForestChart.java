package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Statistic;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A forest in the numbers of its axes: the estimates with their intervals, and beside them what stands in the drawing's columns.
record ForestChart(Sheet sheet, ForestRows rows) {

    /// LibreOffice leaves out what stands at the very end of a logarithmic axis.
    private static final double WITHIN = 1.001;

    List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < rows.compared().size(); i++) {
            List<Point> estimates = new ArrayList<>();
            List<Point> limits = new ArrayList<>();
            for (int at = 0; at < rows.lines().size(); at++) {
                ForestRows.Line line = rows.lines().get(at);
                if (line.arm().equals(rows.compared().get(i).key()) && line.effect().isPresent()) {
                    FigureRow row = line.effect().get().row();
                    double y = rows.lines().size() - at;
                    if (!Double.isNaN(rows.estimate(row))) {
                        estimates.add(new Point(rows.estimate(row), y));
                    }
                    if (!Double.isNaN(row.number(Statistic.CI_LOWER)) && !Double.isNaN(row.number(Statistic.CI_UPPER))) {
                        limits.add(new Point(row.number(Statistic.CI_LOWER), y));
                        limits.add(new Point(row.number(Statistic.CI_UPPER), y));
                        limits.add(new Point(row.number(Statistic.CI_UPPER), Double.NaN));
                    }
                }
            }
            Look of = rows.looks(rows.compared().get(i).key());
            boolean several = rows.several();
            Look look = new Look(of.shade(), List.of(), several ? of.mark() : Mark.SQUARE, several && of.open());
            series.add(new Chart.Series(rows.compared().get(i).label(), true, Chart.Form.POINTS, look, estimates));
            series.add(
                    new Chart.Series(FigureWords.limitsOf(rows.compared().get(i).label()), false, Chart.Form.LINE, look, limits));
        }
        Axis x = rows.axis(0, 1);
        String title = FigureWords.effectAxis(rows.ratio());
        series.add(Chart.Series.across(FigureWords.noEffect(), rows.none(), rows.lines().size()));
        String sides = FigureWords.between(rows.side(true), title, rows.side(false));
        Chart.Side side = rows.ratio()
                ? Chart.Side.logarithmic(sides, x.from(), x.to())
                : new Chart.Side(sides, x.from(), x.to(), PrintedTicks.step(x), false);
        series.addAll(PrintedTicks.below(title, x, 0));
        series.add(Chart.Series.rows(FigureWords.subgroup(), rows.ratio() ? side.from() * WITHIN : side.from(),
                rows.lines().stream().map(ForestRows.Line::label).toList()));
        return List.of(new Chart("", side,
                new Chart.Side(FigureWords.subgroup(), 0, rows.lines().size() + 1.0, 1, false), series, Optional.empty(),
                Optional.of(beside())));
    }

    /// What stands left and right of the estimates.
    private Chart.Beside beside() {
        boolean several = rows.several();
        List<String> heads = new ArrayList<>(several ? List.of(FigureWords.arm()) : List.of());
        heads.addAll(
                List.of(rows.ofSubjects(rows.comparedArm()), rows.ofSubjects(rows.controlArm()),
                        rows.effects()));
        return new Chart.Beside(FigureWords.subgroup(), heads, rows.lines().stream().map(line -> {
            if (line.heading()) {
                return new Chart.Beside.Line(line.label(), true, List.of());
            }
            List<String> cells = new ArrayList<>(several ? List.of(rows.label(line.arm())) : List.of());
            cells.addAll(List.of(rows.counted(line), rows.ofControl(line), line.effect().map(WordedRow::shown).orElse("")));
            return new Chart.Beside.Line(line.label(), false, cells);
        }).toList());
    }
}
