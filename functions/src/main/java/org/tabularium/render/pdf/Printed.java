package org.tabularium.render.pdf;

import org.tabularium.table.display.Display;

/// A display cut into pages.
sealed interface Printed permits PrintedFigure, PrintedTable {

    /// The display with the texts that the fonts can print.
    Display display();

    PageFrame frame();

    int pageCount();

    /// How high all is that stands on the first page.
    double height();
}
