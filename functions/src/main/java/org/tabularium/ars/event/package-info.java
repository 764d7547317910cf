/// Takes a reporting event of CDISC ARS v1 and a study's data; gives the event with the results of its analyses, computed anew.
/// Never: copies a result of the event, or guesses what an operation means.
@NullMarked
@Room(takes = "a reporting event of CDISC ARS v1 and data", gives = "the event with its results", never = "copies a result; guesses what an operation means", uses = {
    "finding", "run", "selection", "statistic", "statistic.proportion", "study", "study.settings", "table.number"})
package org.tabularium.ars.event;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
