/// Word documents that a writer has made: their content controls renewed from a run, and two runs' documents compared. Takes the
/// bytes of a document, gives the same with tracked changes; every byte that is not changed stays as the writer's program wrote
/// it, so the markup is edited where it stands and never written anew.
@NullMarked
@Room(takes = "a writer's document and a run", gives = "the document with tracked changes", never = "touches what no control holds", uses = {
    "render.office", "run", "run.folder", "table.number"})
package org.tabularium.manuscript.word;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
