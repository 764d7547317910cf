package org.tabularium.statistic.proportion;

import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;

/// The difference of two proportions, p₁ − p₂ with pᵢ = xᵢ/nᵢ, and its confidence interval. z is the 1 − α/2 quantile of the
/// standard normal distribution.
///
/// | method | limits | R, SAS |
/// | --- | --- | --- |
/// | Wald | p₁ − p₂ ± z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂) | `prop.test(correct = FALSE)`; RISKDIFF(CL=WALD), SAS's default |
/// | Wald, corrected | the same, wider by ½(1/n₁ + 1/n₂) on either side | RISKDIFF(CL=WALD(CORRECT)); tern's
/// `prop_diff_wald(correct = TRUE)`; `prop.test`, where it is wider by no more
/// than the difference |
/// | Newcombe | d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²) with Wilson's limits lᵢ, uᵢ (R. G. Newcombe,
/// Statistics in Medicine 17 (1998) 873-890, method 10) | RISKDIFF(CL=NEWCOMBE); `ratesci::moverci` |
/// | Miettinen–Nurminen | the Δ at which (p₁ − p₂ − Δ)² is z² times (p̃₁(1 − p̃₁)/n₁ + p̃₂(1 − p̃₂)/n₂) · N/(N − 1), p̃ being
/// the maximum likelihood estimates under p̃₁ − p̃₂ = Δ (O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985)
/// 213-226) | RISKDIFF(CL=MN); `ratesci::scoreci`; SciPy has none |
///
/// Miettinen and Nurminen's is the default. Wald's is not estimable where both proportions are 0 or 1, since the variance is
/// estimated as 0 there; SAS and R print limits without width. Wald's limits beyond ±1 are cut off there, as SAS and R do.
///
/// Not estimable where one of the groups has no subjects.
///
/// @param group x₁ of n₁
/// @param reference x₂ of n₂
public record RiskDifference(Proportion group, Proportion reference) {

    /// How the interval is made.
    public enum Method {
        MIETTINEN_NURMINEN, NEWCOMBE, WALD, WALD_CORRECTED
    }

    private static final Estimate NOBODY = new Estimate.NotEstimable("a difference of proportions needs subjects in both groups");
    private static final int STEPS = 100;

    /// p₁ − p₂, from −1 to 1.
    public Estimate estimate() {
        return group.n() == 0 || reference.n() == 0
                ? NOBODY
                // One division: the difference of two quotients would lose digits where they are nearly equal.
                : Estimate.of(((double) group.count() * reference.n() - (double) reference.count() * group.n())
                        / ((double) group.n() * reference.n()));
    }

    /// The interval.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(Method method, double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        if (!(estimate() instanceof Estimate.Value(double difference))) {
            return new ConfidenceInterval(NOBODY, NOBODY, confidence);
        }
        double p1 = (double) group.count() / group.n();
        double p2 = (double) reference.count() / reference.n();
        return switch (method) {
            case WALD, WALD_CORRECTED -> {
                double more = method == Method.WALD ? 0 : 0.5 / group.n() + 0.5 / reference.n();
                double half = z * Math.sqrt(p1 * (1 - p1) / group.n() + p2 * (1 - p2) / reference.n()) + more;
                yield half == 0
                        ? ConfidenceInterval.withoutVariance(confidence)
                        : limits(Math.max(-1, difference - half), Math.min(1, difference + half), confidence);
            }
            case NEWCOMBE -> {
                ConfidenceInterval first = ProportionInterval.WILSON.of(group, confidence);
                ConfidenceInterval second = ProportionInterval.WILSON.of(reference, confidence);
                yield limits(difference - root(p1 - first.lower().orNaN(), second.upper().orNaN() - p2),
                        difference + root(first.upper().orNaN() - p1, p2 - second.lower().orNaN()), confidence);
            }
            case MIETTINEN_NURMINEN ->
                limits(limit(difference, -1, z), limit(difference, 1, z), confidence);
        };
    }

    private static ConfidenceInterval limits(double lower, double upper, double confidence) {
        return new ConfidenceInterval(RoundedProbability.of(lower), RoundedProbability.of(upper), confidence);
    }

    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    /// The Δ between the estimate and an end (−1 or 1) at which the score is z: by bisection, since the score grows with the
    /// distance from the estimate.
    private double limit(double difference, double end, double z) {
        if (difference == end) {
            return end;
        }
        double inside = difference;
        double outside = end;
        for (int step = 0; step < STEPS; step++) {
            double middle = inside + (outside - inside) / 2;
            if (exceeds(difference, middle, z)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    private boolean exceeds(double difference, double delta, double z) {
        double total = (double) group.n() + reference.n();
        double p2 = restricted(delta);
        double p1 = Math.clamp(p2 + delta, 0, 1);
        double variance = (p1 * (1 - p1) / group.n() + p2 * (1 - p2) / reference.n()) * total / (total - 1);
        double distance = difference - delta;
        return distance * distance > z * z * variance;
    }

    /// The maximum likelihood estimate of p₂ under p₁ − p₂ = Δ: the root of a cubic, in closed form (Miettinen and Nurminen's
    /// appendix; C. P. Farrington and
    /// G. Manning, Statistics in Medicine 9 (1990) 1447-1454).
    private double restricted(double delta) {
        double n1 = group.n();
        double n2 = reference.n();
        double x1 = group.count();
        double x2 = reference.count();
        double n = n1 + n2;
        double l2 = (n1 + 2 * n2) * delta - n - (x1 + x2);
        double l1 = (n2 * delta - n - 2 * x2) * delta + x1 + x2;
        double l0 = x2 * delta * (1 - delta);
        double q = l2 * l2 * l2 / (27 * n * n * n) - l1 * l2 / (6 * n * n) + l0 / (2 * n);
        double square = l2 * l2 / (9 * n * n) - l1 / (3 * n);
        double p = Math.copySign(Math.sqrt(Math.max(0, square)), q);
        double ratio = p == 0 ? 0 : Math.clamp(q / (p * p * p), -1, 1);
        double angle = (Math.PI + StrictMath.acos(ratio)) / 3;
        return Math.clamp(2 * p * StrictMath.cos(angle) - l2 / (3 * n), Math.max(0, -delta), Math.min(1, 1 - delta));
    }
}
