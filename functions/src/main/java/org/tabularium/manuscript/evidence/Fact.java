package org.tabularium.manuscript.evidence;

import org.jspecify.annotations.Nullable;

/// One number that a run holds.
///
/// @param key of its result
/// @param value at full precision
/// @param text the cell that shows it; null where none does
public record Fact(String key, double value, @Nullable String text) {}
