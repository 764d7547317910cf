package org.tabularium.render.xlsx;

import java.io.IOException;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.table.display.Display;

/// The sheets around the tables of a report: the contents with their links, and the findings.
final class FrontSheets {

    /// The width of the numbers, and of the titles where all of them fit upright: LibreOffice does not wrap links.
    private static final double NUMBERS = 18;
    private static final double TITLES = 76;
    /// What stands before titles none of which has a number.
    private static final double NO_NUMBERS = 1;
    /// At it letters are of 8.5 points.
    private static final int LEAST_SCALE = 85;
    private static final Look HEADING = NamedStyle.NUMBER.look().ruled(Look.Rule.NONE, Look.Rule.THIN);

    private FrontSheets() {}

    /// What the report is and what it holds.
    ///
    /// @param names the sheets' names, one a table
    static void contents(Document document, List<String> names, Sheet sheet, Styles styles) throws IOException {
        double upright = Math.min(TITLES, titles(document, false));
        boolean wide = document.displays().stream().anyMatch(display -> CharacterWidth.of(display.title()) > upright);
        boolean numbered = document.displays().stream().anyMatch(display -> !display.numbered().isEmpty());
        double[] widths = {numbered || !document.notProduced().isEmpty() ? NUMBERS : NO_NUMBERS,
            wide ? titles(document, true) : upright};
        SheetWriter writer = new SheetWriter(sheet, styles, widths);
        writer.line(document.study(), NamedStyle.TITLE.look());
        for (String line : List.of(document.title(), document.cutOff(), document.page().foot())) {
            if (!line.isEmpty()) {
                writer.line(line, NamedStyle.LINE.look());
            }
        }
        writer.blankRow();
        writer.line("Contents", HEADING);
        for (int i = 0; i < names.size(); i++) {
            entry(writer, widths, document.displays().get(i), names.get(i));
        }
        if (!document.notProduced().isEmpty()) {
            writer.blankRow();
            writer.line("Not produced", HEADING);
            for (Document.NotProduced missing : document.notProduced()) {
                pair(writer, widths, missing.id(), missing.title() + "\n" + missing.reason(), NamedStyle.TEXT.look());
            }
        }
        PageFrame.around(sheet, document, wide, scale(document, wide, writer.used()));
        sheet.finish();
    }

    /// Smaller where that saves a page, which would hold a few entries.
    private static int scale(Document document, boolean landscape, double height) {
        double pages = Math.ceil(height / PageFrame.down(document, landscape, PrintedPages.WHOLE));
        for (int scale = PrintedPages.WHOLE - 1; scale >= LEAST_SCALE; scale--) {
            if (height / PageFrame.down(document, landscape, scale) <= pages - 1) {
                return scale;
            }
        }
        return PrintedPages.WHOLE;
    }

    private static double titles(Document document, boolean landscape) {
        return PageFrame.across(document, landscape) - NUMBERS - 2 * SheetWriter.PADDING;
    }

    static void findings(Document document, Sheet sheet, Styles styles) throws IOException {
        SheetWriter writer = new SheetWriter(sheet, styles,
                new double[]{PageFrame.across(document, false) - SheetWriter.PADDING});
        writer.line("Findings", NamedStyle.TITLE.look());
        writer.blankRow();
        for (String finding : document.findings()) {
            writer.line(finding, NamedStyle.LINE.look());
        }
        PageFrame.around(sheet, document, false, PrintedPages.WHOLE);
        sheet.finish();
    }

    private static void entry(SheetWriter writer, double[] widths, Display table, String sheetName) throws IOException {
        SheetRows.Row row = pair(writer, widths, table.numbered(), table.title(),
                NamedStyle.LINK.look());
        writer.sheet().link(row.number(), 1, sheetName);
    }

    private static SheetRows.Row pair(SheetWriter writer, double[] widths, String left, String right, Look rightLook)
            throws IOException {
        SheetRows.Row row = writer.row();
        writer.text(row, 0, left, NamedStyle.TEXT.look());
        writer.text(row, 1, right, rightLook);
        int lines = Math.max(CharacterWidth.lines(left, widths[0]), CharacterWidth.lines(right, widths[1]));
        writer.height(row, lines, NamedStyle.TEXT);
        writer.write(row);
        return row;
    }
}
