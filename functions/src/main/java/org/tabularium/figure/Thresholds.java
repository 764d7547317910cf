package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// Lines across a figure at limits, told apart by their dashes.
record Thresholds(List<Line> lines) {

    private static final double WIDTH = 0.7;
    private static final List<List<Double>> DASHES = List.of(List.of(4.0, 3.0), List.of(1.4, 2.0), List.of(10.0, 3.0),
            List.of(7.0, 2.0, 1.4, 2.0));

    /// A line.
    ///
    /// @param name with its number
    /// @param at its height
    private record Line(String name, double at, Look look) {}

    /// Those of a figure; limits of the same number are one line.
    static Thresholds of(Sheet sheet) {
        Map<Double, List<String>> names = new LinkedHashMap<>();
        for (WordedRow row : sheet.of(Layer.REFERENCE)) {
            names.computeIfAbsent(row.row().at(), at -> new ArrayList<>()).add(row.what());
        }
        List<Line> lines = new ArrayList<>();
        names.forEach((at, of) -> lines.add(new Line(
                FigureWords.threshold(sheet.number(at), of.stream().filter(name -> !name.isEmpty()).distinct().toList()), at,
                new Look(Shade.GREY, DASHES.get(lines.size() % DASHES.size()), Mark.TICK, false))));
        return new Thresholds(lines);
    }

    DoubleStream heights() {
        return lines.stream().mapToDouble(Line::at);
    }

    void explain(Legend legend) {
        lines.forEach(line -> legend.line(line.look, WIDTH, line.name));
    }

    void draw(Canvas canvas, Axis y, double from, double to) {
        lines.forEach(line -> canvas.line(from, y.at(line.at), to, y.at(line.at), line.look.stroke(WIDTH)));
    }

    /// The same in a chart.
    ///
    /// @param places of the horizontal axis at which each has a point
    List<Chart.Series> series(List<Double> places) {
        return lines.stream().map(line -> Chart.Series.level(line.name, line.look, places, line.at)).toList();
    }
}
