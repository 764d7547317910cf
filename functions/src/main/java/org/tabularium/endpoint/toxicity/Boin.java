package org.tabularium.endpoint.toxicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// The Bayesian optimal interval design (BOIN) of dose escalation: what follows at each dose level from the number of evaluable
/// subjects and of those with a dose-limiting toxicity (DLT).
///
/// With the target φ, φ₁ = 0.6 φ and φ₂ = 1.4 φ the dose is raised where the share with a DLT is at most
/// λe = ln((1 − φ₁) / (1 − φ)) / ln(φ (1 − φ₁) / (φ₁ (1 − φ))), lowered where it is at least
/// λd = ln((1 − φ) / (1 − φ₂)) / ln(φ₂ (1 − φ) / (φ (1 − φ₂))), else kept. From three evaluable subjects on a level is
/// eliminated, with every level above it, where the probability of a true share above the target is more than 0.95, by a
/// uniform prior. Nobody is raised from the top level or to an eliminated one, nor lowered from the lowest: such a level is
/// kept.
///
/// Source: Liu and Yuan, Journal of the Royal Statistical Society C 2015;64:507–523. The boundaries are those of the authors' R
/// package BOIN with its defaults. The maximum tolerated dose is chosen at the end by isotonic regression, which is not done
/// here.
///
/// @param target the share with a DLT that is aimed at, above 0 and below 0.7
public record Boin(double target) {

    private static final double TOO_LOW = 0.6;
    private static final double TOO_HIGH = 1.4;
    private static final double ELIMINATED = 0.95;
    private static final int FEWEST = 3;

    /// What the design says of a level.
    public enum Decision {
        ESCALATE, STAY, DE_ESCALATE, ELIMINATE, PENDING;

        /// As printed: `escalate`, `de-escalate`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @throws IllegalArgumentException where the target leaves no room for 1.4 times itself
    public Boin {
        if (!(target > 0 && TOO_HIGH * target < 1)) {
            throw new IllegalArgumentException("a target is above 0 and below 0.7, not " + target);
        }
    }

    /// The greatest share at which the dose is raised.
    public double escalation() {
        double low = TOO_LOW * target;
        return StrictMath.log((1 - low) / (1 - target)) / StrictMath.log(target * (1 - low) / (low * (1 - target)));
    }

    /// The least share at which the dose is lowered.
    public double deEscalation() {
        double high = TOO_HIGH * target;
        return StrictMath.log((1 - target) / (1 - high)) / StrictMath.log(high * (1 - target) / (target * (1 - high)));
    }

    /// The decision of each level.
    ///
    /// @param levels all planned levels, from the lowest dose; a level without subjects has 0 of 0
    public List<Decision> decisions(List<Level> levels) {
        List<Decision> decisions = new ArrayList<>(levels.stream().map(this::alone).toList());
        int eliminated = decisions.indexOf(Decision.ELIMINATE);
        int last = eliminated < 0 ? decisions.size() - 1 : eliminated - 1;
        for (int level = 0; level < decisions.size(); level++) {
            if (level > last) {
                decisions.set(level, Decision.ELIMINATE);
            } else
                if ((level == last && decisions.get(level) == Decision.ESCALATE)
                        || (level == 0 && decisions.get(level) == Decision.DE_ESCALATE)) {
                            decisions.set(level, Decision.STAY);
                        }
        }
        return List.copyOf(decisions);
    }

    /// The decision of a level whose neighbours are not looked at.
    public Decision alone(Level level) {
        if (level.evaluable() == 0) {
            return Decision.PENDING;
        }
        if (level.evaluable() >= FEWEST && aboveTarget(level) > ELIMINATED) {
            return Decision.ELIMINATE;
        }
        double share = (double) level.toxic() / level.evaluable();
        if (share <= escalation()) {
            return Decision.ESCALATE;
        }
        return share >= deEscalation() ? Decision.DE_ESCALATE : Decision.STAY;
    }

    /// The probability of a true share above the target by a uniform prior: that of a beta distribution with y + 1 and n − y
    /// + 1, which is that of at most y of n + 1 where each has the target.
    private double aboveTarget(Level level) {
        int n = level.evaluable() + 1;
        double term = StrictMath.pow(1 - target, n);
        double sum = term;
        for (int k = 1; k <= level.toxic(); k++) {
            term *= (n - k + 1.0) / k * target / (1 - target);
            sum += term;
        }
        return sum;
    }
}
