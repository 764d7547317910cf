package org.tabularium.endpoint.toxicity;

import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// The modified toxicity probability interval design, second version (mTPI-2; the keyboard design decides the same).
///
/// The shares from 0 to 1 are cut into intervals as wide as the equivalence interval around the target: that one, those below it
/// and those above it, the outermost as wide as is left. The interval with the greatest unit probability mass, the posterior
/// probability ([ToxicityPosterior]) divided by its width, decides: below the equivalence interval the dose is raised, in it
/// kept, above it lowered. Of two intervals with the same mass the more toxic one decides.
///
/// Source: Guo, Wang, Yang, Lynn and Ji, Contemporary Clinical Trials 2017;58:23–33.
///
/// @param target the share with a DLT that is aimed at
/// @param low the lower end of the equivalence interval, above 0
/// @param high its upper end, below 1
public record Mtpi2(double target, double low, double high) implements IntervalDesign {

    /// What is narrower is no interval but a difference of binary fractions.
    private static final double SLACK = 1e-9;

    /// @throws IllegalArgumentException where the target does not lie in the interval, or this not between 0 and 1
    public Mtpi2 {
        if (!(low > 0 && low < target && target < high && high < 1)) {
            throw new IllegalArgumentException("0 < " + low + " < " + target + " < " + high + " < 1 does not hold");
        }
    }

    @Override
    public Decision ofCounts(Level level) {
        ToxicityPosterior posterior = new ToxicityPosterior(level);
        double width = high - low;
        double below = 0;
        for (double to = low; to > SLACK; to -= width) {
            below = Math.max(below, mass(posterior, to - width < SLACK ? 0 : to - width, to));
        }
        double above = 0;
        for (double from = high; from < 1 - SLACK; from += width) {
            above = Math.max(above, mass(posterior, from, from + width > 1 - SLACK ? 1 : from + width));
        }
        double within = mass(posterior, low, high);
        if (above >= within && above >= below) {
            return Decision.DE_ESCALATE;
        }
        return within >= below ? Decision.STAY : Decision.ESCALATE;
    }

    /// The unit probability mass of an interval.
    private static double mass(ToxicityPosterior posterior, double from, double to) {
        return (posterior.above(from) - posterior.above(to)) / (to - from);
    }
}
