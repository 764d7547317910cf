package org.tabularium.render.pdf;

import java.io.IOException;

/// Draws the pages of a display, one after the other.
sealed interface DisplayPainter permits FigurePainter, TablePainter {

    /// Draws a page.
    ///
    /// @param top where the display begins
    void draw(int number, Ink onPage, double top) throws IOException;
}
