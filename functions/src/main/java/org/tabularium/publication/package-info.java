/// Takes a report; gives its files in a bucket, by the publishing protocol. Never: leaves a half-written run.
@NullMarked
@Room(takes = "a report", gives = "its files in a bucket, by the publishing protocol", never = "leaves a half-written run", uses = {
    "finding", "run", "snapshot", "store", "study", "study.settings"})
package org.tabularium.publication;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
