package org.tabularium.analysis.frame;

import java.util.List;
import org.tabularium.shell.SummaryLine;

/// What a table computes where its shell leaves it open; the house style says so.
///
/// @param continuous statistics of a continuous variable
/// @param yesOnly whether a Y/N variable is one row, the share of Y
public record Defaults(List<SummaryLine> continuous, boolean yesOnly) {}
