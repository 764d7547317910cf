package org.tabularium.statistic.proportion;

import java.util.Optional;

/// Why an odds ratio over strata has no value.
final class Bounds {

    private Bounds() {}

    /// The reason; empty where there is a value between the bounds.
    ///
    /// @param least whether no smaller ratio fits the data better
    /// @param greatest whether no greater one does
    static Optional<String> reason(boolean least, boolean greatest) {
        if (least && greatest) {
            return Optional.of("an odds ratio needs a stratum with both groups, and subjects with and without the property");
        }
        if (least) {
            return Optional.of("the odds ratio over the strata is 0");
        }
        return greatest ? Optional.of("the odds ratio over the strata has no upper bound") : Optional.empty();
    }
}
