package org.tabularium.render.pdf;

import java.util.Optional;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

/// A display cut into pages.
sealed interface Printed permits PrintedFigure, PrintedTable {

    static Printed of(Display display) {
        return display instanceof Figure figure ? new PrintedFigure(figure) : PrintedTable.of(display);
    }

    /// The display with the texts that the fonts can print.
    Display display();

    PageFrame frame();

    int pageCount();

    /// How high all is that stands on a page, from 0.
    double height(int page);

    /// The same on pages of another frame, where the display leaves it open how they lie and its columns fit; empty where not.
    Optional<Printed> on(PageFrame other);
}
