package org.tabularium.render.pdf;

import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

/// A display cut into pages.
sealed interface Printed permits PrintedFigure, PrintedTable {

    static Printed of(Display display) {
        return display instanceof Figure figure ? new PrintedFigure(figure) : new PrintedTable(display);
    }

    /// The display with the texts that the fonts can print.
    Display display();

    PageFrame frame();

    int pageCount();

    /// How high all is that stands on the first page.
    double height();
}
