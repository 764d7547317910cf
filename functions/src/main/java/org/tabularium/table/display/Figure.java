package org.tabularium.table.display;

import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.shell.PageLayout;

/// A figure: what is drawn, and as columns and rows exactly the data it is drawn of. The other components are those of [Display].
///
/// @param drawing what every format shows
/// @param charts the same in the numbers of its axes; empty where it is no chart
public record Figure(
        String id,
        String number,
        String title,
        String population,
        List<TableColumn> columns,
        int stubColumns,
        List<TableRow> rows,
        List<String> footnotes,
        PageLayout layout,
        Drawing drawing,
        List<Chart> charts) implements Display {

    @Override
    public Kind kind() {
        return Kind.FIGURE;
    }

    /// The same figure as drawn.
    public Figure drawn(Drawing drawn, List<Chart> asCharts) {
        return new Figure(id, number, title, population, columns, stubColumns, rows, footnotes, layout, drawn, asCharts);
    }

    @Override
    public Figure with(String otherNumber, String otherTitle, String otherPopulation, List<TableColumn> otherColumns,
            List<TableRow> otherRows, List<String> otherFootnotes) {
        return new Figure(id, otherNumber, otherTitle, otherPopulation, otherColumns, stubColumns, otherRows, otherFootnotes,
                layout, drawing, charts);
    }
}
