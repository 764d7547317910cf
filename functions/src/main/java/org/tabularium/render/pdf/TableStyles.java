package org.tabularium.render.pdf;

import java.util.List;
import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.Text;

/// The fonts of a table's parts and the space between its rows, in points.
///
/// @param note of footnotes
/// @param rowGap below each row
record TableStyles(Typeface typeface, Typeface.Style body, Typeface.Style head, Typeface.Style title, Typeface.Style note,
        double rowGap) {

    private static final double ROW_GAP = 0.05;
    /// Records have several lines each and are told apart by more.
    private static final double RECORD_GAP = 0.15;

    static TableStyles of(Display table, Typeface typeface) {
        double size = Math.clamp(table.layout().fontSize(), PageLayout.SMALLEST, 12);
        double gap = switch (table) {
            case Table _,Figure _,Text _ -> ROW_GAP;
            case Listing _ -> RECORD_GAP;
        };
        return new TableStyles(typeface, new Typeface.Style(false, size), new Typeface.Style(true, size),
                new Typeface.Style(true, size + 1), new Typeface.Style(false, PageLayout.SMALLEST), size * gap);
    }

    /// The lines of a text in a room, however small.
    ///
    /// @param hanging indentation of the second and following lines
    List<String> wrap(String text, double room, double hanging, Typeface.Style style) {
        double least = 2 * style.size();
        return Wrap.lines(text, Math.max(least, room), Math.max(least, room - hanging), part -> typeface.width(part, style));
    }
}
