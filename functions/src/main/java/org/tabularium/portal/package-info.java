/// Takes requests of people with a browser; gives pages of the studies that they may see, short links to files, and uploads.
/// Never: knows
/// AWS, or shows a study to whom no grant names it.
@NullMarked
@Room(takes = "requests of people", gives = "pages, short links and uploads of the studies they may see", never = "knows AWS; shows what no grant names", uses = {
    "finding", "publication", "publication.catalogue", "run", "run.folder", "snapshot", "store", "study", "table.display"})
package org.tabularium.portal;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
