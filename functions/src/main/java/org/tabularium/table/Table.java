package org.tabularium.table;

import java.util.List;
import org.tabularium.shell.PageLayout;

/// A laid-out shell: everything a renderer needs, as text. Knows nothing of any file format.
///
/// @param id the name in files, `[a-z0-9][a-z0-9-]{0,63}`
/// @param number the table's number such as `14.1.1`; empty for none
/// @param title without number
/// @param population the line under the title such as "Safety population"; empty for none
/// @param columns from left to right; the first `stubColumns` are repeated where a wide table is split by columns
/// @param stubColumns how many columns on the left are row labels (1 for a summary table, the identifying columns of a listing)
/// @param rows the body
/// @param footnotes in the order they are printed, the source line last
/// @param layout what the shell asks of the page
public record Table(
        String id,
        String number,
        String title,
        String population,
        List<TableColumn> columns,
        int stubColumns,
        List<TableRow> rows,
        List<String> footnotes,
        PageLayout layout) {

    /// Number and title as one line, as a table of contents prints them.
    public String heading() {
        return number.isEmpty() ? title : "Table " + number + "  " + title;
    }
}
