package org.tabularium.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Paginator;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.Display;

/// Where the printed pages of a sheet end, so that rows of a block stay together: the pages that [Paginator] makes of the sheet's
/// own measures. Excel repeats the header and nothing else, and its heights differ a little from printer to printer.
final class PrintedPages {

    /// Points in an inch.
    private static final double INCH = 72;
    /// What a digit of Arial 10 takes, in points.
    private static final double DIGIT = 5.25;
    private static final double MILLIMETRE = INCH / 25.4;
    /// What is left for the difference of printers.
    private static final double CAREFUL = 0.95;
    private static final double A4_WIDTH = 595.3;
    private static final double A4_HEIGHT = 841.9;
    private static final double LETTER_WIDTH = 8.5 * INCH;
    private static final double LETTER_HEIGHT = 11 * INCH;

    private PrintedPages() {}

    /// The room for rows on a page, in points of the sheet.
    ///
    /// @param width the sheet's, in digits
    static double room(PageLayout layout, boolean landscape, double width) {
        boolean letter = layout.paper() == PageLayout.Paper.LETTER;
        double paperWidth = letter ? LETTER_WIDTH : A4_WIDTH;
        double paperHeight = letter ? LETTER_HEIGHT : A4_HEIGHT;
        double margins = 2 * layout.margins() * MILLIMETRE;
        double across = (landscape ? paperHeight : paperWidth) - margins;
        double down = (landscape ? paperWidth : paperHeight) - margins;
        double scale = Math.min(1, across / (width * DIGIT));
        return down / scale * CAREFUL;
    }

    /// The last row of each page but the last, counted in the table; one less than the number of rows stands before the
    /// footnotes.
    ///
    /// @param lines of each row
    /// @param closingLines of the footnotes
    /// @param room for rows on a page
    static List<Integer> ends(Display table, List<Integer> lines, int closingLines, double room) {
        NamedStyle body = NamedStyle.CELL;
        double lineHeight = body.lineHeight();
        List<Double> widths = table.columns().stream().map(column -> 0.0).toList();
        Paginator.Measures measures = new Paginator.Measures(widths, lines, rows -> 0, lineHeight, Sheet.ROW_HEIGHT - lineHeight,
                0,
                closingLines, SheetWriter.height(1, NamedStyle.NOTE));
        List<Integer> ends = new ArrayList<>();
        int last = -1;
        for (Paginator.Page page : Paginator.paginate(table, measures, new Paginator.Room(1, room))) {
            boolean further = page.rows().stream().anyMatch(row -> !row.repeated() && row.fromLine() == 0);
            if (last >= 0 && (further || (page.fromClosing() < page.toClosing() && page.rows().isEmpty()))) {
                ends.add(last);
            }
            for (Paginator.Placed row : page.rows()) {
                last = row.repeated() ? last : row.row();
            }
        }
        return ends.stream().distinct().toList();
    }
}
