/// The command line: parses, calls [org.tabularium.ReportRun], answers. Takes arguments and folders, gives files, messages and an exit code; must never
/// compute anything of a report, and never show a stack trace.
@NullMarked
package org.tabularium.cli;

import org.jspecify.annotations.NullMarked;
