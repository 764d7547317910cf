package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;

/// The numbers below the axis of a native chart, where no label can stand at its place: the same as in the drawing.
final class Counts {

    private Counts() {}

    /// @param title what they are
    /// @param layer that has them
    /// @param places of the axis with their names
    /// @param shown a number as it is printed
    static Optional<Chart.Below> below(Sheet sheet, String title, Layer layer, List<Arm> arms, Map<Double, String> places,
            Function<FigureRow, String> shown) {
        List<Chart.Below.Numbers> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Map<Double, String> numbers = new LinkedHashMap<>();
            sheet.of(layer, arm.key()).forEach(row -> numbers.put(row.at(), shown.apply(row)));
            rows.add(new Chart.Below.Numbers(arm.label(),
                    places.keySet().stream().map(at -> numbers.getOrDefault(at, "")).toList()));
        }
        return places.isEmpty() || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Below(title, List.copyOf(places.values()), rows));
    }

    /// How many have a value.
    static String subjects(FigureRow row) {
        return ValueText.number(row.number(Statistic.N));
    }

    /// Places with their names, in order.
    static Collector<Double, ?, Map<Double, String>> places(Function<Double, String> name) {
        return Collectors.toMap(at -> at, name, (first, _) -> first, LinkedHashMap::new);
    }
}
