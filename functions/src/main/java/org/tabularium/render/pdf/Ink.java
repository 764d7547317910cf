package org.tabularium.render.pdf;

import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.tabularium.figure.drawing.Drawing;

/// What draws on a page. All that is drawn is either some element's or an artifact, which those who listen to the page do not
/// hear: rules, and what stands there again.
final class Ink {

    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName PAGINATION = new PdfName("Pagination");
    private static final PdfName LAYOUT = new PdfName("Layout");
    private static final int[] BLUE = {0x05, 0x63, 0xC1};

    private final PdfContentByte canvas;
    private final StructureTree tree;
    private boolean tagged;

    Ink(PdfContentByte canvas, StructureTree tree) {
        this.canvas = canvas;
        this.tree = tree;
    }

    /// Text drawn from here to [#end] is the element's.
    void begin(StructureTree.Element element) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.MCID, new PdfNumber(tree.mark(element)));
        tagged = true;
        canvas.beginMarkedContentSequence(element.type, properties, true);
    }

    /// Text drawn from here to [#end] is there again, or belongs to the page alone.
    void beginRepeated() {
        artifact(PAGINATION);
    }

    private void artifact(PdfName kind) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.TYPE, kind);
        canvas.beginMarkedContentSequence(ARTIFACT, properties, true);
    }

    void end() {
        tagged = false;
        canvas.endMarkedContentSequence();
    }

    /// Letters that are read from right to left are drawn in the order of the page; the order in which they are read stands
    /// beside.
    void text(Typeface typeface, String line, Typeface.Style style, double x, double y) {
        boolean turned = tagged && Typeface.isTurned(line);
        if (turned) {
            PdfDictionary properties = new PdfDictionary();
            properties.put(PdfName.ACTUALTEXT, new PdfString(line, PdfObject.TEXT_UNICODE));
            canvas.beginMarkedContentSequence(PdfName.SPAN, properties, true);
        }
        typeface.draw(canvas, line, style, x, y);
        if (turned) {
            canvas.endMarkedContentSequence();
        }
    }

    /// As [#text], in the blue of links.
    void blueText(Typeface typeface, String line, Typeface.Style style, double x, double y) {
        canvas.setRGBColorFill(BLUE[0], BLUE[1], BLUE[2]);
        typeface.draw(canvas, line, style, x, y);
        canvas.setRGBColorFill(0, 0, 0);
    }

    /// A drawing with its upper left corner at a place; what has begun holds it.
    void draw(Drawing drawing, Typeface typeface, double left, double top, double scale) {
        new DrawnShapes(canvas, typeface, left, top, scale).draw(drawing);
    }

    /// A horizontal line; not while something has begun.
    void rule(double weight, double from, double to, double y) {
        artifact(LAYOUT);
        canvas.setLineWidth((float) weight);
        canvas.moveTo((float) from, (float) y);
        canvas.lineTo((float) to, (float) y);
        canvas.stroke();
        canvas.endMarkedContentSequence();
    }
}
