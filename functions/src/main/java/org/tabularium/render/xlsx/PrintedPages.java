package org.tabularium.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;

/// Where the printed pages of a sheet begin, so that rows of a block stay together: the pages that [Paginator] makes of the
/// sheet's own measures. Excel repeats the header and nothing else, so the label that says what goes on is a row of the sheet.
/// Heights differ a little from printer to printer.
final class PrintedPages {

    /// Points in an inch.
    private static final double INCH = 72;
    /// What a digit of Arial 10 takes in print, in points: LibreOffice makes columns as wide as that, Excel a little narrower.
    private static final double DIGIT = 5.62;
    private static final double MILLIMETRE = INCH / 25.4;
    /// What is left for the difference of printers.
    private static final double CAREFUL = 0.97;
    private static final double A4_WIDTH = 595.3;
    private static final double A4_HEIGHT = 841.9;
    private static final double LETTER_WIDTH = 8.5 * INCH;
    private static final double LETTER_HEIGHT = 11 * INCH;
    /// At this size the footnotes, whose letters are smaller, still have more than 8 points; those of listings have a style of
    /// their own.
    private static final double SMALLEST_BODY = 9;
    private static final double LARGEST_BODY = 12;
    /// In per cent.
    static final int WHOLE = 100;

    /// A page but the first.
    ///
    /// @param row its first row; the number of rows where it has footnotes only
    /// @param over the rows that stand over the first one, from the outermost
    /// @param counts the row of n that stands below their label again; [RowGroups#NONE] for none
    record Start(int row, List<Integer> over, int counts) {}

    private PrintedPages() {}

    /// The least scale of a display, in per cent, at which its letters are as large as its layout wants them.
    static int leastScale(Display display) {
        boolean records = display.kind() == Display.Kind.LISTING;
        double size = Math.clamp(display.layout().fontSize(), records ? PageLayout.SMALLEST : SMALLEST_BODY, LARGEST_BODY);
        return (int) Math.ceil(WHOLE * size / NamedStyle.CELL.points);
    }

    /// The room for columns on a page, in digits of the sheet.
    ///
    /// @param scale in per cent
    static double across(PageLayout layout, boolean landscape, int scale) {
        return across(layout, landscape, scale, layout.margins());
    }

    /// The same between these margins, in millimetres.
    static double across(PageLayout layout, boolean landscape, int scale, double margins) {
        return (paper(layout, !landscape) - 2 * margins * MILLIMETRE) * WHOLE / scale / DIGIT;
    }

    /// The margins at the sides, in inches, between which so many digits stand, where those of the layout leave less.
    static double sides(PageLayout layout, boolean landscape, double digits) {
        double free = (paper(layout, !landscape) - digits * DIGIT) / 2;
        return Math.max(0, Math.min(layout.margins() * MILLIMETRE, free)) / INCH;
    }

    /// The room for rows on a page, in points of the sheet.
    ///
    /// @param scale in per cent
    static double down(PageLayout layout, boolean landscape, int scale) {
        return (paper(layout, landscape) - 2 * layout.margins() * MILLIMETRE) * WHOLE / scale * CAREFUL;
    }

    private static double paper(PageLayout layout, boolean shorter) {
        return switch (layout.paper()) {
            case A4 -> shorter ? A4_WIDTH : A4_HEIGHT;
            case LETTER -> shorter ? LETTER_WIDTH : LETTER_HEIGHT;
        };
    }

    /// The pages but the first.
    ///
    /// @param lines of each row
    /// @param continuedLines of the label made of these rows
    /// @param closingLines of the footnotes
    /// @param room for rows on a page
    static List<Start> starts(Display table, List<Integer> lines, ToIntFunction<List<Integer>> continuedLines, int closingLines,
            double room) {
        NamedStyle body = NamedStyle.CELL;
        double lineHeight = body.lineHeight();
        List<Double> widths = table.columns().stream().map(column -> 0.0).toList();
        Paginator.Measures measures = new Paginator.Measures(widths, lines, continuedLines, lineHeight,
                SheetWriter.ROW_GAP, 0, closingLines, SheetWriter.height(1, NamedStyle.note(table.kind())));
        List<Start> starts = new ArrayList<>();
        List<Paginator.Page> pages = Paginator.paginateWhole(table, measures, new Paginator.Room(1, room));
        for (Paginator.Page page : pages.subList(1, pages.size())) {
            if (page.rows().isEmpty()) {
                starts.add(new Start(table.rows().size(), List.of(), RowGroups.NONE));
                return starts;
            }
            // Where a page begins within a row the program parts the row, and the next one begins a page.
            page.rows().stream().filter(placed -> !placed.repeated() && placed.fromLine() == 0).findFirst()
                    .ifPresent(placed -> starts.add(new Start(placed.row(), over(page), counts(page))));
        }
        return starts;
    }

    private static List<Integer> over(Paginator.Page page) {
        return page.rows().stream().filter(Paginator.Placed::isLabel).findFirst().map(Paginator.Placed::over).orElse(List.of());
    }

    private static int counts(Paginator.Page page) {
        return page.rows().stream().filter(placed -> placed.repeated() && !placed.isLabel()).mapToInt(Paginator.Placed::row)
                .findFirst().orElse(RowGroups.NONE);
    }
}
