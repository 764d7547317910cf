package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfName;
import org.tabularium.render.Wrap;

/// Paragraphs that flow over pages: the contents and the findings.
final class TextFlow {

    /// No display: the paragraph is no entry of the contents.
    static final int NONE = -1;

    private static final double NUMBER_ROOM = 36;
    private static final double HANG = 10;

    /// A line and its place on its page.
    ///
    /// @param y of the baseline
    record Line(String text, double x, double y) {}

    /// What of a paragraph stands on one page.
    ///
    /// @param type what it is in the file's structure
    /// @param target index of the display that the entry leads to, or NONE; leader and page number follow its last line
    record Piece(PdfName type, Typeface.Style style, int target, List<Line> lines) {

        boolean isEntry() {
            return target != NONE;
        }

        double top() {
            return lines.getFirst().y() + style.size();
        }

        double bottom() {
            return lines.getLast().y() - style.size() * 0.25;
        }

        double left() {
            return lines.getFirst().x();
        }
    }

    private final PageFrame frame;
    private final Typeface typeface;
    private final List<List<Piece>> pages = new ArrayList<>();
    private double y;

    TextFlow(PageFrame frame, Typeface typeface) {
        this.frame = frame;
        this.typeface = typeface;
        newPage();
    }

    List<List<Piece>> pages() {
        return pages;
    }

    void gap(double height) {
        y -= height;
    }

    void heading(String text, Typeface.Style style) {
        piece(PdfName.H1, text, style, 0);
    }

    void paragraph(String text, Typeface.Style style) {
        piece(PdfName.P, text, style, 0);
    }

    /// A paragraph indented by so much.
    void indented(String text, Typeface.Style style, double indent) {
        piece(PdfName.P, text, style, indent);
    }

    private void piece(PdfName type, String text, Typeface.Style style, double indent) {
        List<String> lines = wrap(text, style, indent, frame.contentWidth());
        List<Line> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (y - style.lineHeight() < frame.bottom()) {
                add(new Piece(type, style, NONE, placed));
                placed = new ArrayList<>();
                newPage();
            }
            placed.add(new Line(lines.get(i), frame.left() + indent + (i > 0 && indent == 0 ? HANG : 0), y - style.size()));
            y -= style.lineHeight();
        }
        add(new Piece(type, style, NONE, placed));
    }

    /// An entry of the contents: a label, a text beside it that wraps, the page's number.
    void entry(String label, double labelRoom, String text, Typeface.Style style, int target) {
        List<String> lines = Wrap.balanced(typeface.printable(text), frame.contentWidth() - NUMBER_ROOM - labelRoom,
                part -> typeface.width(part, style));
        if (y - lines.size() * style.lineHeight() < frame.bottom()) {
            newPage();
        }
        List<Line> placed = new ArrayList<>();
        if (!label.isEmpty()) {
            placed.add(new Line(typeface.printable(label), frame.left(), y - style.size()));
        }
        for (String line : lines) {
            placed.add(new Line(line, frame.left() + labelRoom, y - style.size()));
            y -= style.lineHeight();
        }
        add(new Piece(PdfName.TOCI, style, target, placed));
        y -= style.size() * 0.3;
    }

    private void add(Piece piece) {
        if (!piece.lines().isEmpty()) {
            pages.getLast().add(piece);
        }
    }

    private List<String> wrap(String text, Typeface.Style style, double indent, double right) {
        return Wrap.lines(typeface.printable(text), right - indent, right - indent - (indent > 0 ? 0 : HANG),
                part -> typeface.width(part, style));
    }

    /// Goes on on the next page.
    void newPage() {
        pages.add(new ArrayList<>());
        y = frame.top();
    }

    /// Draws a paragraph as an element within another.
    void draw(Ink ink, StructureTree tree, StructureTree.Element within, Piece piece) throws IOException {
        StructureTree.Element element = tree.open(within, piece.type());
        ink.begin(element);
        for (Line line : piece.lines()) {
            ink.text(typeface, line.text(), piece.style(), line.x(), line.y());
        }
        ink.end();
        tree.close(element);
    }

    /// Draws an entry in blue, its dots and its page's number, as a link.
    void drawEntry(Ink ink, StructureTree.Element link, Piece piece, int page) {
        Typeface.Style style = piece.style();
        Line last = piece.lines().getLast();
        String number = Integer.toString(page);
        double numberLeft = frame.right() - typeface.width(number, style);
        ink.begin(link);
        for (Line line : piece.lines()) {
            ink.blueText(typeface, line.text(), style, line.x(), line.y());
        }
        ink.end();
        double dot = typeface.width(" .", style);
        // Dots stand on a grid counted from the right margin, so that they line up from entry to entry.
        int dots = (int) Math.max(0, Math.floor((numberLeft - 8 - last.x() - typeface.width(last.text(), style)) / dot) - 1);
        double dotsRight = frame.right() - Math.ceil((frame.right() - numberLeft + 4) / dot) * dot;
        ink.beginRepeated();
        ink.text(typeface, " .".repeat(dots), style, dotsRight - dots * dot, last.y());
        ink.end();
        ink.begin(link);
        ink.blueText(typeface, number, style, numberLeft, last.y());
        ink.end();
    }
}
