package org.tabularium.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.tabularium.result.Result;
import org.tabularium.run.Place;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.TableRow;

/// What a reader sees of a result.
///
/// @param text the cell that shows it
/// @param place where the cell stands
record Shown(String text, Place place) {

    /// The cells of a display by the results that they show; results that are no cell's have none.
    static IdentityHashMap<Result, Shown> in(Display display) {
        IdentityHashMap<Result, Shown> shown = new IdentityHashMap<>();
        List<String> labels = new ArrayList<>();
        for (TableRow row : display.rows()) {
            List<String> path = display.kind() == Display.Kind.LISTING ? List.of() : path(row, labels);
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                if (!cell.results().isEmpty()) {
                    String header = i < display.columns().size() ? display.columns().get(i).header() : "";
                    Shown cells = new Shown(cell.text(), new Place(path, header));
                    cell.results().forEach(result -> shown.put(result, cells));
                }
            }
        }
        return shown;
    }

    /// The labels that lead to a row.
    ///
    /// @param labels those of the rows above, by indentation; changed to those of this row
    private static List<String> path(TableRow row, List<String> labels) {
        while (labels.size() > row.indent()) {
            labels.removeLast();
        }
        while (labels.size() < row.indent()) {
            labels.add("");
        }
        labels.add(row.cells().isEmpty() ? "" : row.cells().getFirst().text());
        return labels.stream().filter(label -> !label.isEmpty()).toList();
    }
}
