package org.tabularium.table.display;

import java.util.List;
import org.tabularium.shell.PageLayout;

/// A summary table: numbers of groups of subjects. The components are those of [Display].
public record Table(
        String id,
        String number,
        String title,
        String population,
        List<TableColumn> columns,
        int stubColumns,
        List<TableRow> rows,
        List<String> footnotes,
        PageLayout layout) implements Display {

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public Table with(String otherNumber, String otherTitle, String otherPopulation, List<TableColumn> otherColumns,
            List<TableRow> otherRows, List<String> otherFootnotes) {
        return new Table(id, otherNumber, otherTitle, otherPopulation, otherColumns, stubColumns, otherRows, otherFootnotes,
                layout);
    }
}
