package org.tabularium.statistic.proportion;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The test of the hypothesis that the odds ratio of 2 × 2 tables is the same in every stratum (N. E. Breslow and N. E. Day,
/// Statistical methods in cancer research
/// 1 (1980) 142).
///
/// ψ is the Mantel–Haenszel odds ratio Σ aᵢdᵢ/nᵢ / Σ bᵢcᵢ/nᵢ. Eᵢ solves Eᵢ(n₂ᵢ − mᵢ + Eᵢ) = ψ (mᵢ − Eᵢ)(n₁ᵢ − Eᵢ) within the
/// margins of the stratum, and
/// Vᵢ = 1 / (1/Eᵢ + 1/(mᵢ − Eᵢ) + 1/(n₁ᵢ − Eᵢ) + 1/(n₂ᵢ − mᵢ + Eᵢ)). X² = Σ (aᵢ − Eᵢ)²/Vᵢ has a χ² distribution with one degree
/// of freedom less than strata that have no
/// empty row or column; the others say nothing of the odds ratio.
///
/// Without adjustment by default, as SAS PROC FREQ prints it (its CMH option) and R's `DescTools::BreslowDayTest`; [#tarone]
/// subtracts (Σ aᵢ − Σ Eᵢ)²/Σ Vᵢ, as R. E. Tarone (Biometrika
/// 72 (1985) 91-95) and SAS's BDT option do.
///
/// Not estimable with fewer than two strata that say something, and where the Mantel–Haenszel odds ratio is 0 or has no upper
/// bound.
public final class BreslowDay {

    private final double square;
    private final double adjustment;
    private final int freedom;
    private final String reason;

    private BreslowDay(double square, double adjustment, int freedom, String reason) {
        this.square = square;
        this.adjustment = adjustment;
        this.freedom = freedom;
        this.reason = reason;
    }

    /// The test of these counts.
    ///
    /// @param strata for each stratum a 2 × 2 table: `{{a, b}, {c, d}}`
    public static BreslowDay of(List<long[][]> strata) {
        List<long[][]> used = new ArrayList<>();
        ExactSum above = new ExactSum();
        ExactSum below = new ExactSum();
        for (long[][] t : strata) {
            double n = (double) t[0][0] + t[0][1] + t[1][0] + t[1][1];
            if (t[0][0] + t[0][1] > 0 && t[1][0] + t[1][1] > 0 && t[0][0] + t[1][0] > 0 && t[0][1] + t[1][1] > 0) {
                used.add(t);
                above.add((double) t[0][0] * t[1][1] / n);
                below.add((double) t[0][1] * t[1][0] / n);
            }
        }
        if (used.size() < 2) {
            return new BreslowDay(0, 0, 0, "the test needs two strata with both groups and both levels");
        }
        if (above.value() == 0 || below.value() == 0) {
            return new BreslowDay(0, 0, 0,
                    above.value() == 0 ? "the common odds ratio is 0" : "the common odds ratio has no upper bound");
        }
        double ratio = above.value() / below.value();
        ExactSum square = new ExactSum();
        ExactSum excess = new ExactSum();
        ExactSum variance = new ExactSum();
        for (long[][] t : used) {
            double first = (double) t[0][0] + t[0][1];
            double second = (double) t[1][0] + t[1][1];
            double with = (double) t[0][0] + t[1][0];
            double expected = expected(first, second, with, ratio);
            double v = 1 / (1 / expected + 1 / (with - expected) + 1 / (first - expected) + 1 / (second - with + expected));
            square.add((t[0][0] - expected) * (t[0][0] - expected) / v);
            excess.add(t[0][0] - expected);
            variance.add(v);
        }
        return new BreslowDay(square.value(), excess.value() * excess.value() / variance.value(), used.size() - 1, "");
    }

    /// The root within the margins of (1 − ψ) E² + (n₂ − m + ψ (m + n₁)) E − ψ m n₁ = 0.
    private static double expected(double first, double second, double with, double ratio) {
        double a = 1 - ratio;
        double b = second - with + ratio * (with + first);
        double c = -ratio * with * first;
        // For b > 0 this form of the root loses no digits as a goes to 0; for b ≤ 0, a is positive and the other form has no
        // cancellation.
        double root = Math.sqrt(b * b - 4 * a * c);
        return b > 0 ? -2 * c / (b + root) : (root - b) / (2 * a);
    }

    /// The p-value without adjustment.
    public Estimate pValue() {
        return p(square);
    }

    /// The p-value with Tarone's adjustment.
    public Estimate tarone() {
        return p(Math.max(0, square - adjustment));
    }

    private Estimate p(double value) {
        return freedom == 0 ? new Estimate.NotEstimable(reason) : RoundedProbability.chiSquareTail(value, freedom);
    }
}
