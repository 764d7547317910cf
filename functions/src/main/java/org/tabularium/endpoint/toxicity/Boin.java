package org.tabularium.endpoint.toxicity;

import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// The Bayesian optimal interval design (BOIN).
///
/// With the target φ, φ₁ = 0.6 φ and φ₂ = 1.4 φ the dose is raised where the share with a DLT is at most
/// λe = ln((1 − φ₁) / (1 − φ)) / ln(φ (1 − φ₁) / (φ₁ (1 − φ))), lowered where it is at least
/// λd = ln((1 − φ) / (1 − φ₂)) / ln(φ₂ (1 − φ) / (φ (1 − φ₂))), else kept.
///
/// Source: Liu and Yuan, Journal of the Royal Statistical Society C 2015;64:507–523. The boundaries are those of the authors' R
/// package BOIN with its defaults.
///
/// @param target the share with a DLT that is aimed at, above 0 and below 0.7
public record Boin(double target) implements IntervalDesign {

    private static final double TOO_LOW = 0.6;
    private static final double TOO_HIGH = 1.4;

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

    @Override
    public Decision ofCounts(Level level) {
        double share = (double) level.toxic() / level.evaluable();
        if (share <= escalation()) {
            return Decision.ESCALATE;
        }
        return share >= deEscalation() ? Decision.DE_ESCALATE : Decision.STAY;
    }
}
