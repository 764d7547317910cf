/// The functions on AWS: each parses what it was called with, calls, and answers. Takes notices, gives what the stores hold
/// afterwards; must never compute
/// anything of a report, never trust a notice for content, and never log, measure or announce a value or a subject.
@NullMarked
@Room(takes = "a notice", gives = "calls of `report` and `publication`, log, metrics, announcement", never = "holds logic; shows a value or a subject", uses = {
    "finding", "lambda.deadline", "portal", "publication", "publication.catalogue", "report", "run", "snapshot",
    "store", "store.s3"})
package org.tabularium.lambda;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
