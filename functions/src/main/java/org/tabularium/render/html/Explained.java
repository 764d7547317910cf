package org.tabularium.render.html;

import java.util.List;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;

/// A cell that has an explanation.
///
/// @param number of the explanation in the page, which its link and its own place have in their names
/// @param row its row
/// @param column its column's header
/// @param text what it shows
/// @param results what it shows, not empty
record Explained(int number, Row row, String column, String text, List<Result> results) {

    /// A row whose cells share what can be said of them together.
    ///
    /// @param display the heading of the display
    /// @param population the line under its title
    /// @param place its place in the display
    /// @param labels what leads to it
    record Row(String display, String population, int place, String labels) {}

    /// What cells of a row have in common: whose and which records but for the arm, and how they are computed.
    record Common(Row row, String dataset, Selection selection, List<String> how) {}

    /// What rows of a display have in common that are computed alike.
    record Shared(String display, String population, List<String> how) {}

    Common common() {
        Result first = results.getFirst();
        return new Common(row, first.dataset(), first.selection().withoutArm(), how());
    }

    Shared shared() {
        return new Shared(row.display(), row.population(), how());
    }

    private List<String> how() {
        return results.stream().map(result -> result.statistic().word() + " " + result.method()).toList();
    }
}
