package org.tabularium.render.pdf;

import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// The paper and what is on each page around its content: sponsor, protocol, study, status and cut-off above; run, software and
/// page number below. Lengths in points.
///
/// @param width the paper's width
/// @param height the paper's height
/// @param margin of all four sides
record PageFrame(double width, double height, double margin) {

    /// Head and foot stand so much into their margin.
    private static final double INTO_MARGIN = 2 / 3.0;
    private static final Typeface.Style SMALL = new Typeface.Style(false, PageLayout.SMALLEST);

    static PageFrame of(PageLayout layout, boolean landscape) {
        return landscape
                ? new PageFrame(layout.longer(), layout.shorter(), layout.margin())
                : new PageFrame(layout.shorter(), layout.longer(), layout.margin());
    }

    double left() {
        return margin;
    }

    double right() {
        return width - margin;
    }

    double top() {
        return height - margin;
    }

    double bottom() {
        return margin;
    }

    double contentWidth() {
        return right() - left();
    }

    double contentHeight() {
        return top() - bottom();
    }

    /// Draws what stands around a page.
    ///
    /// @param ofDisplay the display's own page, such as "Table page 2 of 5"; empty for none
    void draw(Ink ink, Typeface typeface, Document.AroundPage around, String ofDisplay, int page, int pages) {
        double above = height - margin * INTO_MARGIN - SMALL.size() / 2;
        double below = margin * INTO_MARGIN - SMALL.size() / 2;
        String status = fitted(typeface, around.status(), contentWidth() / 2);
        String head = fitted(typeface, around.head(), contentWidth() - 24 - typeface.width(status, SMALL));
        ink.text(typeface, head, SMALL, left(), above);
        ink.text(typeface, status, SMALL, right() - typeface.width(status, SMALL), above);
        ink.text(typeface, fitted(typeface, around.foot(), contentWidth() / 3), SMALL, left(), below);
        if (around.numbered()) {
            ink.text(typeface, ofDisplay, SMALL, (width - typeface.width(ofDisplay, SMALL)) / 2, below);
            String number = "Page " + page + " of " + pages;
            ink.text(typeface, number, SMALL, right() - typeface.width(number, SMALL), below);
        }
    }

    private static String fitted(Typeface typeface, String text, double room) {
        String line = typeface.printable(text.replace('\n', ' '));
        if (typeface.width(line, SMALL) <= room) {
            return line;
        }
        int end = line.length();
        while (end > 0 && typeface.width(line.substring(0, end) + "…", SMALL) > room) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end) + "…";
    }
}
