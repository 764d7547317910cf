package org.tabularium.shell;

import org.jspecify.annotations.Nullable;

/// Differences of the percentages of a row, of each arm against one.
///
/// @param method how their intervals are made
/// @param against the arm that the others are compared with; null for the first
public record RiskDifferences(Method method, @Nullable String against) {

    /// Method of the interval.
    public enum Method {
        MIETTINEN_NURMINEN, NEWCOMBE, WALD
    }
}
