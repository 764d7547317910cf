/// Displays as an Excel workbook, by Apache POI. Takes a document, gives a workbook of text and displayed numbers; never writes a
/// formula, asks no screen fonts, keeps nothing between documents. POI makes the parts; its rows are written as they come, and
/// its package is packed here, so that the same content gives the same bytes.
@NullMarked
@Room(takes = "displays", gives = "Excel workbooks", never = "changes a cell's text", uses = {"figure.drawing", "render",
    "render.office", "result", "shell", "table.display"})
package org.tabularium.render.xlsx;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
