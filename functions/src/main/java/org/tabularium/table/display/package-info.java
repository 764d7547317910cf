/// What a reader sees, as data: displays with their columns, rows and cells of text. Laying them out is [org.tabularium.table]'s.
@NullMarked
@Room(takes = "a laid-out shell", gives = "tables, listings, figures and texts as text", never = "decides a word or a number", uses = {
    "figure.drawing", "result", "shell"})
package org.tabularium.table.display;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
