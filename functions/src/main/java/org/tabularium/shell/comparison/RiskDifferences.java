package org.tabularium.shell.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Differences of the percentages of a row, of each arm against one.
///
/// @param method how their intervals are made
/// @param against the arm that the others are compared with; null for that of the table
/// @param strata variables of ADSL; empty for none
public record RiskDifferences(Method method, @Nullable String against, List<String> strata) {

    public RiskDifferences {
        strata = List.copyOf(strata);
    }

    /// Without strata.
    public RiskDifferences(Method method, @Nullable String against) {
        this(method, against, List.of());
    }

    /// Method of the interval.
    public enum Method {
        MIETTINEN_NURMINEN, NEWCOMBE, WALD,
        /// Wald's with continuity correction.
        WALD_CORRECTED,
        /// Over strata with Cochran–Mantel–Haenszel weights.
        CMH,
        /// The same with the variance of T. Sato.
        CMH_SATO;
    }
}
