/// Reconciliation: the results of all tables of a report compared with each other and with the data they are of. Takes results
/// and gives findings: an identity that fails is an
/// error, since a number of the report is wrong; what may differ for a good reason is a warning. Never changes a result, never
/// guesses: cells are compared only where their
/// filters in words, or the shells they come from, say that they must agree.
@NullMarked
@Room(takes = "the results of all displays", gives = "findings where they contradict each other or the data", never = "changes a result; compares what need not agree", uses = {
    "dataset", "finding", "result", "result.display", "selection.bds", "shell", "shell.rows", "study",
    "study.records"})
package org.tabularium.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
