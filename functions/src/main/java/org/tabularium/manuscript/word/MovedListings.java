package org.tabularium.manuscript.word;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordXml.Element;

/// Listings of a document whose records stand at other rows of their dataset in a run. A record is told by its subject and its
/// row: where one was added or taken away, what the run says of a row is of the subject's next record or the one before, and of
/// the last one it says nothing. Put in cell by cell, that would show one record twice and another not at all.
final class MovedListings {

    private static final List<String> LISTED = List.of("value");

    private MovedListings() {}

    /// The cells of records in tables of which the run lacks some.
    ///
    /// @param controls of the part
    static Set<Control> cells(WordXml xml, List<Control> controls, RunNumbers numbers) {
        Set<Element> lacking = new HashSet<>();
        for (Control control : controls) {
            Element table = table(xml, control);
            if (table != null && control.statistics().equals(LISTED) && numbers.lacks(control)) {
                lacking.add(table);
            }
        }
        Set<Control> moved = new HashSet<>();
        for (Control control : controls) {
            Element table = table(xml, control);
            if (table != null && lacking.contains(table) && numbers.isOfRecord(control)) {
                moved.add(control);
            }
        }
        return moved;
    }

    /// The table that a control stands in; null where it stands in none.
    private static @Nullable Element table(WordXml xml, Control control) {
        Element at = control.element().parent();
        while (at != null && !xml.is(at, "tbl")) {
            at = at.parent();
        }
        return at;
    }
}
