/// Displays as tagged PDF (PDF/A-2a and PDF/UA-1), by OpenPDF, the only place that uses it. Takes a document, lays it out
/// with the
/// fonts that are embedded, draws it; never asks the machine for a font, the time or the locale, never drops a character without
/// showing that.
@NullMarked
@Room(takes = "displays", gives = "PDF", never = "changes a cell's text", uses = {"figure.drawing", "render", "shell",
    "table.display"})
package org.tabularium.render.pdf;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
