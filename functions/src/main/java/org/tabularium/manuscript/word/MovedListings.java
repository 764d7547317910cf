package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordXml.Element;

/// Listings of a document whose records stand at other rows of their dataset in a run. A record is told by its subject and its
/// row: where one was added or taken away, what the run says of a row is of the subject's next record or the one before, and of
/// the last one it says nothing. Put in cell by cell, that would show one record twice and another not at all.
final class MovedListings {

    private static final List<String> LISTED = List.of("value");

    private MovedListings() {}

    /// The cells of each table of records of which the run lacks some.
    ///
    /// @param controls of the part
    static List<List<Control>> of(WordXml xml, List<Control> controls, RunNumbers numbers) {
        Map<Element, List<Control>> listings = new LinkedHashMap<>();
        for (Control control : controls) {
            Element table = control.statistics().equals(LISTED) ? table(xml, control) : null;
            if (table != null) {
                listings.computeIfAbsent(table, t -> new ArrayList<>()).add(control);
            }
        }
        return listings.values().stream()
                .filter(listing -> listing.stream().anyMatch(numbers::lacks) && listing.stream().anyMatch(numbers::isOfRecord))
                .toList();
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
