/// Takes a snapshot; gives every byte of its report: the story in one method. Never: touches a disk, a clock or a network.
@NullMarked
@Room(takes = "a snapshot", gives = "every byte of its report: the story in one method", never = "touches a disk, a clock or a network", uses = {
    "analysis", "ars", "ars.event", "dataset", "edition", "endpoint", "figure", "finding", "reconciliation", "render",
    "render.csv", "render.docx", "result", "result.display", "result.obstacle", "run", "selection", "selection.bds",
    "selection.unknown", "shell", "shell.rows", "snapshot", "store", "study", "study.define", "study.records", "study.settings",
    "table", "table.display", "table.wording", "text", "validation", "validation.rule", "yaml"})
package org.tabularium.report;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
