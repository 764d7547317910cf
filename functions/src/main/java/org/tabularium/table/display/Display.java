package org.tabularium.table.display;

import java.util.List;
import org.tabularium.shell.PageLayout;

/// A laid-out shell: everything a renderer needs, as text. Knows nothing of any file format; every format shows the same.
public sealed interface Display permits Table, Listing, Figure, Text {

    /// What a display is.
    enum Kind {
        TABLE("table", "Table"), LISTING("listing", "Listing"), FIGURE("figure", "Figure"), TEXT("text", "Text");

        private final String word;
        private final String label;

        Kind(String word, String label) {
            this.word = word;
            this.label = label;
        }

        /// The word in files.
        public String word() {
            return word;
        }

        /// What stands before its number.
        public String label() {
            return label;
        }
    }

    Kind kind();

    /// The name in files, `[a-z0-9][a-z0-9-]{0,63}`.
    String id();

    /// The number such as `14.1.1`; empty for none.
    String number();

    /// The title without number.
    String title();

    /// The line under the title such as "Safety population"; empty for none.
    String population();

    /// From left to right; the first [#stubColumns] are repeated where a wide display is split by columns.
    List<TableColumn> columns();

    /// How many columns on the left are row labels: 1 for a table, the identifying columns of a listing.
    int stubColumns();

    /// The body.
    List<TableRow> rows();

    /// In the order they are printed, the source line last.
    List<String> footnotes();

    /// What the shell asks of the page.
    PageLayout layout();

    /// The same display with other texts, such as those that a font can print.
    Display with(String otherNumber, String otherTitle, String otherPopulation, List<TableColumn> otherColumns,
            List<TableRow> otherRows,
            List<String> otherFootnotes);

    /// The same display with footnotes.
    default Display withFootnotes(List<String> notes) {
        return with(number(), title(), population(), columns(), rows(), notes);
    }

    /// "Table 14.1.1", "Listing 16.2.7.1"; empty without a number.
    default String numbered() {
        return number().isEmpty() ? "" : kind().label() + " " + number();
    }

    /// Number and title as one line, as a table of contents prints them.
    default String heading() {
        return number().isEmpty() ? title() : numbered() + "  " + title();
    }
}
