package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A display with the marks of its footnotes in its texts, in characters that the fonts have.
final class PrintableDisplay {

    private PrintableDisplay() {}

    static Display of(Display display, Typeface typeface) {
        List<TableColumn> columns = display.columns().stream()
                .map(column -> new TableColumn(typeface.printable(column.marked()), typeface.printable(column.span()),
                        column.align()))
                .toList();
        return display.with(typeface.printable(display.number()), typeface.printable(display.title()),
                typeface.printable(display.population()), columns, display.rows().stream().map(row -> of(row, typeface)).toList(),
                display.footnotes().stream().map(typeface::printable).toList());
    }

    /// The row itself where it can be printed as it is.
    private static TableRow of(TableRow row, Typeface typeface) {
        List<Cell> cells = new ArrayList<>();
        boolean same = true;
        for (Cell cell : row.cells()) {
            String shown = typeface.printable(cell.marked());
            same &= shown.equals(cell.text());
            cells.add(new Cell(shown, cell.number(), List.of()));
        }
        return same ? row : row.with(cells);
    }
}
