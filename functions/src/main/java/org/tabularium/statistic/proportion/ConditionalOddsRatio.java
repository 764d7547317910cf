package org.tabularium.statistic.proportion;

import java.util.List;
import java.util.Optional;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The odds ratio common to all strata by conditional logistic regression on the group: the ψ at which the likelihood of the
/// numbers of group 1 with the property, given the margins of each stratum, is largest; Wald's interval of its logarithm.
///
/// Given its margins a stratum's a is non-central hypergeometric, so that the score is Σ (aᵢ − Eᵢ(ψ)) and the information
/// Σ Varᵢ(ψ); Newton's iteration, kept between bounds since the score falls with ln ψ, ends below the digits that are published.
///
/// R's `survival::clogit` with its exact method, and so tern's `or_clogit` of two arms; SAS PROC LOGISTIC with STRATA. (With more
/// arms tern fits one model of all of them: its ratios then differ a little from these, which are of two arms alone.) The
/// estimate is also that of R's `mantelhaen.test(exact = TRUE)`, whose limits are exact ones. Strata without subjects of one
/// group, or in which all or none have the property, say nothing. Not estimable where ψ is 0 or has no upper bound (R gives a
/// large number with a warning).
///
/// @param strata each the groups in one stratum
public record ConditionalOddsRatio(List<Pair> strata) implements Contrast {

    private static final int STEPS = 200;
    private static final double SMALL = 1e-15;
    /// ln ψ beyond this overflows.
    private static final double FAR = 700;

    public ConditionalOddsRatio {
        strata = List.copyOf(strata);
    }

    @Override
    public Estimate estimate() {
        return reason().<Estimate>map(Estimate.NotEstimable::new)
                .orElseGet(() -> RoundedProbability.of(StrictMath.exp(logarithm())));
    }

    @Override
    public ConfidenceInterval interval(double confidence) {
        Estimate ratio = estimate();
        double variance = ratio instanceof Estimate.Value ? 1 / moments(logarithm()).variance() : Double.NaN;
        return LogLimits.of(ratio, variance, confidence);
    }

    private Optional<String> reason() {
        long observed = strata.stream().mapToLong(pair -> pair.group().count()).sum();
        return Bounds.reason(observed == strata.stream().mapToLong(ConditionalOddsRatio::least).sum(),
                observed == strata.stream().mapToLong(ConditionalOddsRatio::greatest).sum());
    }

    private static long with(Pair pair) {
        return (long) pair.group().count() + pair.reference().count();
    }

    private static long least(Pair pair) {
        return Math.max(0, with(pair) - pair.reference().n());
    }

    private static long greatest(Pair pair) {
        return Math.min(pair.group().n(), with(pair));
    }

    /// The root of the score.
    private double logarithm() {
        long observed = strata.stream().mapToLong(pair -> pair.group().count()).sum();
        double low = -FAR;
        double high = FAR;
        double at = 0;
        for (int step = 0; step < STEPS; step++) {
            Moments moments = moments(at);
            double score = observed - moments.mean();
            if (score > 0) {
                low = at;
            } else {
                high = at;
            }
            double next = at + score / moments.variance();
            double bounded = next > low && next < high ? next : low + (high - low) / 2;
            if (Math.abs(bounded - at) <= SMALL * Math.max(1, Math.abs(at))) {
                return bounded;
            }
            at = bounded;
        }
        return at;
    }

    /// Sums over the strata of the expected number and its variance.
    private record Moments(double mean, double variance) {}

    private Moments moments(double logarithm) {
        double ratio = StrictMath.exp(logarithm);
        ExactSum mean = new ExactSum();
        ExactSum variance = new ExactSum();
        for (Pair pair : strata) {
            double[] weights = weights(pair, ratio);
            long least = least(pair);
            double total = 0;
            double first = 0;
            for (int i = 0; i < weights.length; i++) {
                total += weights[i];
                first += weights[i] * i;
            }
            double centre = first / total;
            double square = 0;
            for (int i = 0; i < weights.length; i++) {
                square += weights[i] * (i - centre) * (i - centre);
            }
            mean.add(least + centre);
            variance.add(square / total);
        }
        return new Moments(mean.value(), variance.value());
    }

    /// The probabilities of every possible a, lowest first, relative to the largest of them.
    private static double[] weights(Pair pair, double ratio) {
        long least = least(pair);
        double[] weights = new double[Math.toIntExact(greatest(pair) - least + 1)];
        int top = 0;
        while (top + 1 < weights.length && step(pair, least + top) * ratio > 1) {
            top++;
        }
        weights[top] = 1;
        for (int i = top; i + 1 < weights.length; i++) {
            weights[i + 1] = weights[i] * step(pair, least + i) * ratio;
        }
        for (int i = top; i > 0; i--) {
            weights[i - 1] = weights[i] / (step(pair, least + i - 1) * ratio);
        }
        return weights;
    }

    /// P(x + 1) / P(x) where the odds ratio is 1.
    private static double step(Pair pair, long x) {
        long with = with(pair);
        return (double) (pair.group().n() - x) / (x + 1) * ((double) (with - x) / (pair.reference().n() - with + x + 1));
    }
}
