package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.List;
import org.openpdf.text.pdf.PdfName;
import org.tabularium.figure.drawing.Drawing;

/// Draws a figure: titles, the drawing (each part of it) as one element of the structure with its text alternative, footnotes.
final class FigurePainter implements DisplayPainter {

    private final PrintedFigure layout;
    private final StructureTree tree;
    private final StructureTree.Element section;
    private Ink ink;
    private double y;

    FigurePainter(PrintedFigure layout, StructureTree tree, Ink ink) {
        this.layout = layout;
        this.tree = tree;
        this.ink = ink;
        this.section = tree.open(tree.document(), PdfName.SECT);
    }

    @Override
    public void draw(int number, Ink onPage, double top) throws IOException {
        ink = onPage;
        y = top;
        boolean first = number == 0;
        paragraph(PdfName.H1, layout.titleLines(!first), layout.title, !first, 0);
        if (!layout.populationLines().isEmpty()) {
            paragraph(PdfName.P, layout.populationLines(), layout.body, !first, 0);
        }
        y = top - layout.titleHeight();
        if (number < layout.parts.size()) {
            y -= PrintedFigure.GAP;
            draw(layout.parts.get(number));
            y -= PrintedFigure.GAP;
        }
        for (List<String> note : layout.notesOn(number)) {
            paragraph(PdfName.P, note, layout.note, false, PrintedTable.HANG);
        }
        if (number == layout.pageCount() - 1) {
            tree.close(section);
        }
    }

    private void draw(Drawing drawing) throws IOException {
        double width = drawing.width() * layout.scale;
        double height = drawing.height() * layout.scale;
        double left = layout.frame().left();
        StructureTree.Element figure = tree.open(section, PdfName.FIGURE).alternative(drawing.alternative())
                .within(left, y - height, left + width, y);
        ink.begin(figure);
        ink.draw(drawing, layout.typeface, left, y, layout.scale);
        ink.end();
        tree.close(figure);
        y -= height;
    }

    private void paragraph(PdfName type, List<String> lines, Typeface.Style style, boolean repeated, double hanging)
            throws IOException {
        StructureTree.Element element = repeated ? null : tree.open(section, type);
        if (element == null) {
            ink.beginRepeated();
        } else {
            ink.begin(element);
        }
        for (int i = 0; i < lines.size(); i++) {
            y -= style.lineHeight();
            ink.text(layout.typeface, lines.get(i), style, layout.frame().left() + (i > 0 ? hanging : 0),
                    y + style.lineHeight() * 0.22);
        }
        ink.end();
        if (element != null) {
            tree.close(element);
        }
    }
}
