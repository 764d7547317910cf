/// Rules over datasets that give findings. Takes the columns it asked for, as tables do; gives findings that name file, row and
/// variable in the study's own
/// words. Changes nothing, stops at nothing, and passes over the rows once.
@NullMarked
@Room(takes = "a study's data", gives = "every rule, in the order their findings are read", never = "changes data", uses = {
    "finding", "study", "validation.define", "validation.event", "validation.record", "validation.rule",
    "validation.score", "validation.structure", "validation.subject"})
package org.tabularium.validation;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
