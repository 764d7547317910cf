package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/// Lines of text that flow over pages: the contents and the findings.
final class TextFlow {

    /// No table: the line is no entry of the contents.
    static final int NONE = -1;

    private static final double NUMBER_ROOM = 36;
    private static final double HANG = 10;

    /// A line, its place on its page, and the table it leads to; only the last line of an entry has the page number.
    ///
    /// @param y of the baseline
    /// @param target index of the table, or NONE
    /// @param numbered whether leader and page number follow
    record Line(String text, Typeface.Style style, double x, double y, int target, boolean numbered) {}

    private final PageFrame frame;
    private final Typeface typeface;
    private final List<List<Line>> pages = new ArrayList<>();
    private double y;

    TextFlow(PageFrame frame, Typeface typeface) {
        this.frame = frame;
        this.typeface = typeface;
        newPage();
    }

    List<List<Line>> pages() {
        return pages;
    }

    void gap(double height) {
        y -= height;
    }

    void paragraph(String text, Typeface.Style style) {
        List<String> lines = wrap(text, style, 0, frame.contentWidth());
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), style, i > 0 ? HANG : 0, NONE, false);
        }
    }

    /// A paragraph indented by so much.
    void indented(String text, Typeface.Style style, double indent) {
        for (String line : wrap(text, style, indent, frame.contentWidth())) {
            add(line, style, indent, NONE, false);
        }
    }

    /// A line of the contents: a label, a text beside it that wraps, the page number.
    void entry(String label, double labelRoom, String text, Typeface.Style style, int target) {
        List<String> lines = wrap(text, style, labelRoom, frame.contentWidth() - NUMBER_ROOM);
        if (y - lines.size() * style.lineHeight() < frame.bottom()) {
            newPage();
        }
        if (!label.isEmpty()) {
            pages.getLast().add(new Line(typeface.printable(label), style, frame.left(), y - style.size(), target, false));
        }
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), style, labelRoom, target, i == lines.size() - 1);
        }
        y -= style.size() * 0.3;
    }

    private List<String> wrap(String text, Typeface.Style style, double indent, double right) {
        return Wrap.lines(typeface.printable(text), right - indent, right - indent - (indent > 0 ? 0 : HANG),
                part -> typeface.width(part, style));
    }

    private void add(String text, Typeface.Style style, double indent, int target, boolean numbered) {
        if (y - style.lineHeight() < frame.bottom()) {
            newPage();
        }
        pages.getLast().add(new Line(text, style, frame.left() + indent, y - style.size(), target, numbered));
        y -= style.lineHeight();
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        y = frame.top();
    }

    /// Draws one line; `page` is the number of the page that it leads to.
    void draw(PdfContentByte canvas, Line line, int page) {
        typeface.draw(canvas, line.text(), line.style(), line.x(), line.y());
        if (line.numbered()) {
            String number = Integer.toString(page);
            double numberLeft = frame.right() - typeface.width(number, line.style());
            double dot = typeface.width(" .", line.style());
            // Dots stand on a grid counted from the right margin, so that they line up from entry to entry.
            int dots = (int) Math.max(0,
                    Math.floor((numberLeft - 4 - line.x() - typeface.width(line.text(), line.style()) - 4) / dot));
            double dotsRight = frame.right() - Math.ceil((frame.right() - numberLeft + 4) / dot) * dot;
            typeface.draw(canvas, " .".repeat(Math.max(0, dots - 1)), line.style(), dotsRight - Math.max(0, dots - 1) * dot,
                    line.y());
            typeface.draw(canvas, number, line.style(), numberLeft, line.y());
        }
    }
}
