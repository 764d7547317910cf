package org.tabularium.endpoint.toxicity;

import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// What is known of the true share with a dose-limiting toxicity at a level by a uniform prior: with y of n it has the beta
/// distribution with y + 1 and n − y + 1. Its parameters are whole numbers, so that its distribution function is a finite sum:
/// the share is above p with the probability that at most y of n + 1 have a toxicity where each has it with p.
record ToxicityPosterior(Level level) {

    /// The probability that the true share is above one.
    ///
    /// @param share from 0 to 1
    double above(double share) {
        if (share <= 0 || share >= 1) {
            return share <= 0 ? 1 : 0;
        }
        int n = level.evaluable() + 1;
        double term = StrictMath.pow(1 - share, n);
        double sum = term;
        for (int k = 1; k <= level.toxic(); k++) {
            term *= (n - k + 1.0) / k * share / (1 - share);
            sum += term;
        }
        return sum;
    }
}
