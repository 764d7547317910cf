package org.tabularium.render.xlsx;

import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// What stands around a printed sheet: the study and its status above, the run and the page's number below.
final class PageFrame {

    /// The size of the text; LibreOffice takes digits right behind it for part of it.
    private static final String SMALL = "&8 ";
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
        sheet.pages(
                layout.paper() == PageLayout.Paper.A4 ? A4 : LETTER,
                landscape,
                scale,
                part("&L", HeaderFooterText.of(page.head())) + part("&R", HeaderFooterText.of(page.status())),
                part("&L", HeaderFooterText.of(page.foot())) + part("&R", page.numbered() ? "Page &P of &N" : ""));
        sheet.margins(layout.margins() / MILLIMETRES);
    }

    /// Sets up the pages of a sheet that is no display's: on the paper of the first one.
    static void around(Sheet sheet, Document document, boolean landscape) {
        around(sheet, document, usual(document), landscape, PrintedPages.WHOLE);
    }

    /// The room for columns on such a page, in digits.
    static double across(Document document, boolean landscape) {
        return PrintedPages.across(usual(document), landscape, PrintedPages.WHOLE);
    }

    private static PageLayout usual(Document document) {
        return document.displays().isEmpty() ? PageLayout.DEFAULT : document.displays().getFirst().layout();
    }

    private static String part(String place, String text) {
        return text.isEmpty() ? "" : place + SMALL + text;
    }
}
