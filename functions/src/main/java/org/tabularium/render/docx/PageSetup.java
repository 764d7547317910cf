package org.tabularium.render.docx;

import org.tabularium.shell.PageLayout;

/// The paper of a section. Lengths in points.
///
/// @param margin of all four sides
record PageSetup(boolean landscape, double width, double height, double margin) {

    /// Twentieths of a point, Word's unit, in a point.
    static final int TWIPS = 20;

    private static final double MILLIMETRE = 72 / 25.4;

    static PageSetup of(PageLayout layout, boolean landscape) {
        boolean a4 = layout.paper() == PageLayout.Paper.A4;
        double shorter = a4 ? 595.3 : 612;
        double longer = a4 ? 841.9 : 792;
        double margin = layout.margins() * MILLIMETRE;
        return landscape
                ? new PageSetup(true, longer, shorter, margin)
                : new PageSetup(false, shorter, longer, margin);
    }

    double contentWidth() {
        return width - 2 * margin;
    }

    double contentHeight() {
        return height - 2 * margin;
    }

    static int twips(double points) {
        return (int) Math.round(points * TWIPS);
    }

    /// The properties of a section.
    ///
    /// @param around references to head and foot
    String section(String around) {
        int edge = twips(margin);
        return "<w:sectPr>" + around + "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\""
                + twips(width) + "\" w:h=\"" + twips(height) + "\"" + (landscape ? " w:orient=\"landscape\"" : "")
                + "/><w:pgMar w:top=\"" + edge + "\" w:right=\"" + edge + "\" w:bottom=\"" + edge + "\" w:left=\"" + edge
                + "\" w:header=\"" + edge / 2 + "\" w:footer=\"" + edge / 2 + "\" w:gutter=\"0\"/></w:sectPr>";
    }
}
