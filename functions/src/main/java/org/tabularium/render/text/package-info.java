/// Takes texts; gives Markdown. Never: changes a sentence.
@NullMarked
@Room(takes = "texts", gives = "Markdown", never = "changes a sentence", uses = {"render", "table.display"})
package org.tabularium.render.text;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
