package org.tabularium.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.result.Result;
import org.tabularium.run.Place;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

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
                    String header = i < display.columns().size() ? header(display.columns().get(i)) : "";
                    Shown cells = new Shown(cell.text(), new Place(path, header));
                    cell.results().forEach(result -> shown.put(result, cells));
                } else if (i > 0 && display.kind() == Display.Kind.TABLE && isLabel(display, i) && !cell.text().isEmpty()) {
                    path = Stream.concat(path.stream(), Stream.of(cell.text())).toList();
                }
            }
        }
        return shown;
    }

    /// Whether a column holds labels of rows beside the first: levels at baseline in a matrix, visits in a table by visit.
    private static boolean isLabel(Display display, int column) {
        return column < display.columns().size() && display.columns().get(column).align() == Align.LEFT;
    }

    /// What stands above a column: the header that it shares with its neighbours, such as the arm, and its own.
    private static String header(TableColumn column) {
        return column.span().isEmpty() ? column.header() : column.span() + "\n" + column.header();
    }

    /// The labels that lead to a row. A label left blank is that of the row above.
    ///
    /// @param labels those of the rows above, by indentation; changed to those of this row
    private static List<String> path(TableRow row, List<String> labels) {
        while (labels.size() > row.indent() + 1) {
            labels.removeLast();
        }
        while (labels.size() < row.indent() + 1) {
            labels.add("");
        }
        String own = row.cells().isEmpty() ? "" : row.cells().getFirst().text();
        if (!own.isEmpty()) {
            labels.set(row.indent(), own);
        }
        return labels.stream().filter(label -> !label.isEmpty()).toList();
    }
}
