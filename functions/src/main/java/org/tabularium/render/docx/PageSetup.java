package org.tabularium.render.docx;

import org.jspecify.annotations.Nullable;
import org.tabularium.shell.PageLayout;

/// The paper of a section. Lengths in points.
record PageSetup(boolean landscape, double width, double height, Edges edges) {

    /// Twentieths of a point, Word's unit, in a point.
    static final int TWIPS = 20;

    /// What is left free at the sides of a page, and how far from its edge its head and foot stand.
    record Edges(double top, double right, double bottom, double left, double head, double foot) {

        private static Edges of(double margin) {
            return new Edges(margin, margin, margin, margin, margin / 2, margin / 2);
        }

        /// As they are when the page is turned: what is bound stays bound, and head and foot stay within the margins.
        private Edges turned(boolean toLandscape) {
            return toLandscape
                    ? new Edges(/* top= */ left, /* right= */ top, /* bottom= */ right, /* left= */ bottom,
                            Math.min(head, left / 2), Math.min(foot, right / 2))
                    : new Edges(/* top= */ right, /* right= */ bottom, /* bottom= */ left, /* left= */ top,
                            Math.min(head, right / 2), Math.min(foot, left / 2));
        }
    }

    double contentWidth() {
        return width - edges.left - edges.right;
    }

    double contentHeight() {
        return height - edges.top - edges.bottom;
    }

    static int twips(double points) {
        return (int) Math.round(points * TWIPS);
    }

    /// The properties of a section.
    ///
    /// @param around references to head and foot
    String section(String around) {
        return "<w:sectPr>" + around + "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\""
                + twips(width) + "\" w:h=\"" + twips(height) + "\"" + (landscape ? " w:orient=\"landscape\"" : "")
                + "/><w:pgMar w:top=\"" + twips(edges.top) + "\" w:right=\"" + twips(edges.right) + "\" w:bottom=\""
                + twips(edges.bottom) + "\" w:left=\"" + twips(edges.left) + "\" w:header=\"" + twips(edges.head)
                + "\" w:footer=\"" + twips(edges.foot) + "\" w:gutter=\"0\"/></w:sectPr>";
    }

    /// Where sections have their paper from: from the sponsor's template, if it says one and the study asks for nothing but what
    /// is usual, else from the layout of the display.
    ///
    /// @param template null for none
    record Papers(@Nullable PageSetup template) {

        static final Papers OWN = new Papers(null);

        /// The paper of a display that stands like that.
        PageSetup of(PageLayout layout, boolean landscape) {
            if (template == null || !isUsual(layout)) {
                boolean a4 = layout.paper() == PageLayout.Paper.A4;
                double shorter = a4 ? 595.3 : 612;
                double longer = a4 ? 841.9 : 792;
                return new PageSetup(landscape, landscape ? longer : shorter, landscape ? shorter : longer,
                        Edges.of(layout.margin()));
            }
            return landscape == template.landscape
                    ? template
                    : new PageSetup(landscape, /* width= */ template.height, /* height= */ template.width,
                            template.edges.turned(landscape));
        }

        /// How a display wants to stand: as its layout says; where that leaves it open and the template's page is landscape, so.
        PageLayout.Orientation orientation(PageLayout layout) {
            return layout.orientation() == PageLayout.Orientation.AUTO && template != null && template.landscape
                    && isUsual(layout)
                            ? PageLayout.Orientation.LANDSCAPE
                            : layout.orientation();
        }

        /// The paper of pages that are no display's.
        PageSetup usual(PageLayout layout) {
            return of(layout, template != null && template.landscape && isUsual(layout));
        }

        private static boolean isUsual(PageLayout layout) {
            return layout.paper() == PageLayout.DEFAULT.paper() && layout.margins() == PageLayout.DEFAULT.margins();
        }
    }
}
