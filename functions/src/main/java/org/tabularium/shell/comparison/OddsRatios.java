package org.tabularium.shell.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Odds ratios of a row, of each arm against one.
///
/// @param method how they are estimated
/// @param against the arm that the others are compared with; null for that of the table
/// @param strata variables of ADSL; empty for none
public record OddsRatios(Method method, @Nullable String against, List<String> strata) {

    public OddsRatios {
        strata = List.copyOf(strata);
    }

    /// How an odds ratio is estimated.
    public enum Method {
        /// Without strata, with Wald's limits of its logarithm: logistic regression on the arm.
        WALD,
        /// By conditional logistic regression within strata.
        CONDITIONAL,
        /// By Mantel and Haenszel's estimate over strata.
        MANTEL_HAENSZEL
    }
}
