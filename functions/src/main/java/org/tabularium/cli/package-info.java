/// The command line: parses, calls [org.tabularium.ReportRun], answers. Takes arguments and folders, gives files, messages and an
/// exit code; must never
/// compute anything of a report, and never show a stack trace.
@NullMarked
@Room(takes = "a command", gives = "calls of `report`, messages, an exit code", never = "holds logic", uses = {"dataset",
    "finding", "manuscript", "manuscript.word", "report", "run", "run.folder", "shell", "snapshot",
    "store", "store.s3", "yaml"})
package org.tabularium.cli;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
