package org.tabularium.statistic.proportion;

import java.util.List;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The difference of two proportions over strata with Cochran–Mantel–Haenszel weights: Σ wᵢ(p₁ᵢ − p₂ᵢ) / Σ wᵢ with
/// wᵢ = n₁ᵢn₂ᵢ / (n₁ᵢ + n₂ᵢ), and its interval ± z √v.
///
/// | variance | v | R, SAS |
/// | --- | --- | --- |
/// | standard | Σ wᵢ²(p₁ᵢ(1 − p₁ᵢ)/n₁ᵢ + p₂ᵢ(1 − p₂ᵢ)/n₂ᵢ) / (Σ wᵢ)² | tern's `prop_diff_cmh`; of one stratum Wald's |
/// | Sato | (δ Σ Pᵢ + Σ Qᵢ) / (Σ wᵢ)², δ the difference, P = (n₁²x₂ − n₂²x₁ + n₁n₂(n₂ − n₁)/2) / (n₁ + n₂)², Q = (x₁(n₂ − x₂) +
/// x₂(n₁ − x₁)) / 2(n₁ + n₂) (T. Sato, Biometrics 45 (1989) 1323-1324) | PROC FREQ's RISKDIFF(COMMON); tern's `diff_se = "sato"`
/// |
///
/// Strata without subjects of one group have no weight (SAS and tern leave them out too). Limits beyond ±1 are cut off there.
/// Not estimable where no stratum has subjects of both groups; no limits where the variance is estimated as 0, as where all
/// proportions are 0 or 1.
///
/// @param strata each the groups in one stratum
/// @param variance how the limits are made
public record StratifiedDifference(List<Pair> strata, Variance variance) implements Contrast {

    /// The variance of the difference.
    public enum Variance {
        STANDARD, SATO
    }

    private static final double NOISE = 1e-14;
    private static final Estimate NONE = new Estimate.NotEstimable(
            "a difference over strata needs a stratum with subjects of both groups");

    public StratifiedDifference {
        strata = List.copyOf(strata);
    }

    @Override
    public Estimate estimate() {
        return used().isEmpty() ? NONE : RoundedProbability.of(difference());
    }

    @Override
    public ConfidenceInterval interval(double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        if (used().isEmpty()) {
            return new ConfidenceInterval(NONE, NONE, confidence);
        }
        double difference = difference();
        double weights = sum(StratifiedDifference::weight);
        double square = switch (variance) {
            case STANDARD -> sum(StratifiedDifference::spread);
            case SATO -> difference * sum(StratifiedDifference::p) + sum(StratifiedDifference::q);
        };
        if (Math.abs(square) <= NOISE * weights * weights) {
            return ConfidenceInterval.withoutVariance(confidence);
        }
        if (square < 0) {
            Estimate negative = new Estimate.NotEstimable("the estimate of the variance is negative");
            return new ConfidenceInterval(negative, negative, confidence);
        }
        double half = z * Math.sqrt(square) / weights;
        return new ConfidenceInterval(RoundedProbability.of(Math.max(-1, difference - half)),
                RoundedProbability.of(Math.min(1, difference + half)), confidence);
    }

    private List<Pair> used() {
        return strata.stream().filter(Pair::hasBoth).toList();
    }

    private double difference() {
        return sum(pair -> ((double) pair.group().count() * pair.reference().n()
                - (double) pair.reference().count() * pair.group().n()) / pair.total()) / sum(StratifiedDifference::weight);
    }

    @FunctionalInterface
    private interface Term {
        double of(Pair pair);
    }

    private double sum(Term term) {
        ExactSum sum = new ExactSum();
        used().forEach(pair -> sum.add(term.of(pair)));
        return sum.value();
    }

    private static double weight(Pair pair) {
        return (double) pair.group().n() * pair.reference().n() / pair.total();
    }

    private static double spread(Pair pair) {
        double weight = weight(pair);
        return weight * weight * (spread(pair.group()) + spread(pair.reference()));
    }

    private static double spread(Proportion of) {
        return (double) of.count() * (of.n() - of.count()) / ((double) of.n() * of.n() * of.n());
    }

    private static double p(Pair pair) {
        double n1 = pair.group().n();
        double n2 = pair.reference().n();
        double total = pair.total();
        return (n1 * n1 * pair.reference().count() - n2 * n2 * pair.group().count() + n1 * n2 * (n2 - n1) / 2) / (total * total);
    }

    private static double q(Pair pair) {
        double x1 = pair.group().count();
        double x2 = pair.reference().count();
        return (x1 * (pair.reference().n() - x2) + x2 * (pair.group().n() - x1)) / (2 * pair.total());
    }
}
