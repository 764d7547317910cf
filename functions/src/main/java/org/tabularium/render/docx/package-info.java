/// Displays as Word documents. Takes a document, gives text in named styles with a content control around every displayed number;
/// Apache POI keeps the package and reads a sponsor's template. Never decides what a number looks like, keeps nothing between
/// documents.
@NullMarked
@Room(takes = "displays", gives = "Word documents", never = "changes a cell's text", uses = {"figure.drawing", "render",
    "render.office", "result", "shell", "table.display"})
package org.tabularium.render.docx;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
