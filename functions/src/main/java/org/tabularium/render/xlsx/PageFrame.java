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

    private PageFrame() {}

    static void around(Sheet sheet, Document document, PageLayout layout, boolean landscape) {
        sheet.pages(
                layout.paper() == PageLayout.Paper.A4 ? A4 : LETTER,
                landscape,
                part("&L", HeaderFooterText.of(document.head())) + part("&R", HeaderFooterText.of(document.status())),
                part("&L", HeaderFooterText.of("Run " + document.run())) + part("&C", HeaderFooterText.of(document.software()))
                        + part("&R", "Page &P of &N"));
    }

    private static String part(String place, String text) {
        return text.isEmpty() ? "" : place + SMALL + text;
    }
}
