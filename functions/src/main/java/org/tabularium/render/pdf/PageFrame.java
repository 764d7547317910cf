package org.tabularium.render.pdf;

import org.openpdf.text.pdf.PdfContentByte;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// The paper and what is on each page around its content: sponsor, protocol, study, status and cut-off above; run, software and
/// page number below. Lengths in points.
///
/// @param width the paper's width
/// @param height the paper's height
record PageFrame(double width, double height) {

    /// Three quarters of an inch, what binding and regulators ask.
    private static final double MARGIN = 54;
    private static final double LINE = 36;
    private static final Typeface.Style SMALL = new Typeface.Style(false, 7.5);

    static PageFrame of(PageLayout.Paper paper, boolean landscape) {
        double shorter = paper == PageLayout.Paper.A4 ? 595.28 : 612;
        double longer = paper == PageLayout.Paper.A4 ? 841.89 : 792;
        return landscape ? new PageFrame(longer, shorter) : new PageFrame(shorter, longer);
    }

    double left() {
        return MARGIN;
    }

    double right() {
        return width - MARGIN;
    }

    double top() {
        return height - MARGIN;
    }

    double bottom() {
        return MARGIN;
    }

    double contentWidth() {
        return right() - left();
    }

    double contentHeight() {
        return top() - bottom();
    }

    void draw(PdfContentByte canvas, Typeface typeface, Document document, int page, int pages) {
        double above = height - LINE - SMALL.size() / 2;
        double below = LINE - SMALL.size() / 2;
        String status = fitted(typeface, document.status(), contentWidth() / 2);
        String head = fitted(typeface, document.head(), contentWidth() - 24 - typeface.width(status, SMALL));
        typeface.draw(canvas, head, SMALL, left(), above);
        typeface.draw(canvas, status, SMALL, right() - typeface.width(status, SMALL), above);
        typeface.draw(canvas, fitted(typeface, "Run " + document.run(), contentWidth() / 3), SMALL, left(), below);
        String software = fitted(typeface, document.software(), contentWidth() / 3);
        typeface.draw(canvas, software, SMALL, (width - typeface.width(software, SMALL)) / 2, below);
        String number = "Page " + page + " of " + pages;
        typeface.draw(canvas, number, SMALL, right() - typeface.width(number, SMALL), below);
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
