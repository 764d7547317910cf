package org.tabularium.render.xlsx;

import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// What stands around a printed sheet: the study and its status above, the run and the page's number below.
final class PageFrame {

    /// The size of the text on paper, in points.
    private static final double SMALL = 8;
    /// Paper sizes by SpreadsheetML's numbers.
    private static final int LETTER = 1;
    private static final int A4 = 9;
    /// In an inch.
    static final double MILLIMETRES = 25.4;

    private PageFrame() {}

    /// Sets up the pages of a display's sheet.
    ///
    /// @param scale in per cent
    static void around(Sheet sheet, Document document, PageLayout layout, boolean landscape, int scale) {
        Document.AroundPage page = document.page();
        String size = size(scale);
        sheet.pages(
                layout.paper() == PageLayout.Paper.A4 ? A4 : LETTER,
                landscape,
                scale,
                part("&L", size, HeaderFooterText.of(page.head())) + part("&R", size, HeaderFooterText.of(page.status())),
                part("&L", size, HeaderFooterText.of(page.foot())) + part("&R", size, page.numbered() ? "Page &P of &N" : ""));
        sheet.margins(layout.margins() / MILLIMETRES);
    }

    /// Sets up the pages of a sheet that is no display's: on the paper of the first one.
    ///
    /// @param scale in per cent
    static void around(Sheet sheet, Document document, boolean landscape, int scale) {
        around(sheet, document, usual(document), landscape, scale);
    }

    /// The room for columns on such a page, in digits.
    static double across(Document document, boolean landscape) {
        return PrintedPages.across(usual(document), landscape, PrintedPages.WHOLE);
    }

    /// The room for rows on it, in points.
    static double down(Document document, boolean landscape, int scale) {
        return PrintedPages.down(usual(document), landscape, scale);
    }

    private static PageLayout usual(Document document) {
        return document.displays().isEmpty() ? PageLayout.DEFAULT : document.displays().getFirst().layout();
    }

    /// Programs print what stands around a page as small as the sheet itself: LibreOffice whatever the sheet says, Excel unless
    /// it says otherwise. So the size is what the scale makes the wanted one of.
    private static String size(int scale) {
        // LibreOffice takes digits right behind the size for part of it.
        return "&" + (int) Math.ceil(SMALL * PrintedPages.WHOLE / scale) + " ";
    }

    private static String part(String place, String size, String text) {
        return text.isEmpty() ? "" : place + size + text;
    }
}
