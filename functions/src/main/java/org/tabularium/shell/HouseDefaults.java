package org.tabularium.shell;

import java.util.List;

/// What a table computes where its shell leaves it open; the house style says so.
///
/// @param continuous lines of statistics of a continuous variable, by the words of the schema
/// @param byVisit those of values by visit and their change
/// @param yesOnly whether a Y/N variable is one row, the share of Y
public record HouseDefaults(List<String> continuous, List<String> byVisit, boolean yesOnly) {}
