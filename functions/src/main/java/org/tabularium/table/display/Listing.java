package org.tabularium.table.display;

import java.util.List;
import org.tabularium.shell.PageLayout;

/// A listing: a row a record. The components are those of [Display].
public record Listing(
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
        return Kind.LISTING;
    }

    @Override
    public Listing with(String otherNumber, String otherTitle, String otherPopulation, List<TableColumn> otherColumns,
            List<TableRow> otherRows, List<String> otherFootnotes) {
        return new Listing(id, otherNumber, otherTitle, otherPopulation, otherColumns, stubColumns, otherRows, otherFootnotes,
                layout);
    }
}
