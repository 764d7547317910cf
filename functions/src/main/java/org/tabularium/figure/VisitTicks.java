package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// The axis of visits: their numbers where they are planned times, else their names; labels that would touch
/// stand on two lines or are left out. In
/// charts too they stand at the visits alone: how many have a value is known nowhere else.
///
/// @param zero the variable of another day than that of first treatment that planned times count from; empty for none
/// @param counted how wide the numbers below the visits are
record VisitTicks(Map<Double, String> visits, String unit, String zero, double counted) {

    private static final double BETWEEN = 5;
    private static final int LINES = 2;
    private static final double NUMBERS_APART = 2;
    /// Of a chart, at least; of one beside another.
    private static final double WIDTH = 380;
    private static final double BESIDE = 170;

    static VisitTicks of(Sheet sheet) {
        String unit = sheet.placeholder("unit");
        Map<Double, String> visits = new TreeMap<>();
        for (WordedRow row : sheet.of(Layer.GROUP_POINT)) {
            visits.put(row.row().at(), unit.isEmpty() ? row.what() : sheet.number(row.row().at()));
        }
        return new VisitTicks(visits, unit, sheet.placeholder("zero"), sheet.of(Layer.GROUP_POINT).stream()
                .mapToDouble(row -> FontWidths.of(Counts.subjects(row.row()), Axes.SIZE, false)).max().orElse(0));
    }

    Axis axis(double start, double end) {
        return axis(start, end, labels());
    }

    /// Where the labels stand, below which numbers stand.
    static Axes.Labels labels() {
        return new Axes.Labels(LINES, BETWEEN);
    }

    private Axis axis(double start, double end, Axes.Labels labels) {
        double from = visits.isEmpty() ? 0 : visits.keySet().iterator().next();
        double to = from;
        for (double at : visits.keySet()) {
            to = at;
        }
        double far = to > from ? to : from + 1;
        Axis bare = new Axis(from, far, start, end, Axis.Scale.LINEAR, List.of());
        List<Axis.Tick> ticks = new ArrayList<>();
        Axes.Labels numbers = new Axes.Labels(1, NUMBERS_APART);
        for (Map.Entry<Double, String> visit : visits.entrySet()) {
            double at = bare.at(visit.getKey());
            boolean fits = numbers.place(at, counted) >= 0
                    && labels.place(at, FontWidths.of(visit.getValue(), Axes.SIZE, false)) >= 0;
            ticks.add(new Axis.Tick(visit.getKey(), fits ? visit.getValue() : ""));
        }
        return new Axis(from, far, start, end, Axis.Scale.LINEAR, ticks);
    }

    /// The names of the visits for a chart.
    ///
    /// @param from where the vertical axis begins
    /// @param alone whether the chart is as wide as its page
    List<Chart.Series> named(double from, boolean alone) {
        SequencedMap<Double, String> names = new TreeMap<>();
        axis(0, alone ? WIDTH : BESIDE, new Axes.Labels(1, BETWEEN)).ticks().stream().filter(tick -> !tick.label().isEmpty())
                .forEach(tick -> names.put(tick.value(), tick.label()));
        return names.isEmpty() ? List.of() : List.of(Chart.Series.columns(title(), from, names));
    }

    String title() {
        return unit.isEmpty() ? FigureWords.visit() : FigureWords.sinceInfusion(unit, zero);
    }
}
