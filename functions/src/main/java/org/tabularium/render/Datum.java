package org.tabularium.render;

import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;

/// A result as a format shows it that has a row a result.
///
/// @param display the id of its display
/// @param result the result
/// @param text the displayed cell that shows it; null where none does
/// @param key the result's name in the run
public record Datum(String display, Result result, @Nullable String text, String key) {}
