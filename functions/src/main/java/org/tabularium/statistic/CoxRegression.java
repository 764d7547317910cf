package org.tabularium.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tabularium.statistic.sample.ExactSum;

/// Proportional hazards regression (D. R. Cox, Journal of the Royal Statistical Society B 34 (1972) 187-220) of two groups,
/// stratified where there are several
/// strata: the logarithm β of the hazard ratio of the second group to the first.
///
/// With x = 1 in the second group and 0 in the first, n₀ and n₁ subjects at risk and d = d₀ + d₁ events at a time, of which d₁ in
/// the second group, the log partial
/// likelihood adds at that time
///
///     d₁ β − Σ log(n₀ − cₗ d₀ + (n₁ − cₗ d₁) e^β),  l = 0 … d − 1
///
/// with cₗ = l / d for Efron's approximation to tied times (the default; R's) and cₗ = 0 for Breslow's (SAS's default). It is
/// maximised by Newton's method with
/// step halving from β = 0, until a step is below 1e-12. The variance is the inverse of the information at the maximum; interval
/// and p-value are Wald's, as in R's
/// `summary.coxph` and SAS PROC PHREG.
///
/// Not estimable where all the events that occur while both groups are at risk are in one of them, since the likelihood then has
/// no maximum (separation: R gives
/// a huge coefficient with a warning, SAS a huge standard error), and where no event occurs while both are at risk.
public final class CoxRegression {

    /// What is done where several events have one time.
    public enum Ties {
        EFRON, BRESLOW
    }

    private static final int STEPS = 100;
    private static final double CLOSE = 1e-12;

    private final Estimate coefficient;
    private final Estimate error;
    private final boolean separated;

    private CoxRegression(Estimate coefficient, Estimate error, boolean separated) {
        this.coefficient = coefficient;
        this.error = error;
        this.separated = separated;
    }

    /// Subjects at risk and events of both groups at one time of a stratum.
    private record Moment(int atRisk0, int atRisk1, int events0, int events1) {}

    /// One stratum's subjects.
    ///
    /// @param reference the first group
    /// @param other the second group
    public record Stratum(EventTimes reference, EventTimes other) {}

    /// Fits the model.
    public static CoxRegression of(List<Stratum> strata, Ties ties) {
        List<Moment> moments = strata.stream().flatMap(s -> moments(s).stream()).toList();
        if (moments.isEmpty()) {
            return none("no event occurs while both groups are at risk", false);
        }
        if (moments.stream().allMatch(m -> m.events0 == 0)) {
            return none("all events that compare the groups are in the second one: the hazard ratio has no upper bound", true);
        }
        if (moments.stream().allMatch(m -> m.events1 == 0)) {
            return none("all events that compare the groups are in the first one: the hazard ratio has no lower bound", true);
        }
        double beta = 0;
        Likelihood at = Likelihood.of(moments, beta, ties);
        for (int step = 0; step < STEPS; step++) {
            double change = at.score / at.information;
            Likelihood next = Likelihood.of(moments, beta + change, ties);
            for (int halving = 0; halving < STEPS && !(next.value >= at.value - CLOSE * Math.abs(at.value)); halving++) {
                change /= 2;
                next = Likelihood.of(moments, beta + change, ties);
            }
            beta += change;
            at = next;
            if (Math.abs(change) < CLOSE) {
                return new CoxRegression(RoundedProbability.of(beta), RoundedProbability.of(1 / Math.sqrt(at.information)),
                        false);
            }
        }
        return none("the iteration did not come to a maximum", false);
    }

    private static CoxRegression none(String reason, boolean separated) {
        Estimate none = new Estimate.NotEstimable(reason);
        return new CoxRegression(none, none, separated);
    }

    /// The event times of a stratum at which both groups are at risk; the others say nothing of β.
    private static List<Moment> moments(Stratum stratum) {
        List<Moment> moments = new ArrayList<>();
        for (double time : Arrays.stream(concatenated(stratum)).sorted().distinct().toArray()) {
            Moment moment = new Moment(
                    stratum.reference.atRisk(time),
                    stratum.other.atRisk(time),
                    stratum.reference.eventsAt(time),
                    stratum.other.eventsAt(time));
            if (moment.events0 + moment.events1 > 0 && moment.atRisk0 > 0 && moment.atRisk1 > 0) {
                moments.add(moment);
            }
        }
        return moments;
    }

    private static double[] concatenated(Stratum stratum) {
        double[] all = Arrays.copyOf(stratum.reference.times(), stratum.reference.n() + stratum.other.n());
        System.arraycopy(stratum.other.times(), 0, all, stratum.reference.n(), stratum.other.n());
        return all;
    }

    /// The log partial likelihood with its first and its negative second derivative.
    private record Likelihood(double value, double score, double information) {

        static Likelihood of(List<Moment> moments, double beta, Ties ties) {
            double ratio = StrictMath.exp(beta);
            ExactSum value = new ExactSum();
            ExactSum score = new ExactSum();
            ExactSum information = new ExactSum();
            for (Moment m : moments) {
                int events = m.events0 + m.events1;
                value.add(m.events1 * beta);
                score.add(m.events1);
                for (int l = 0; l < events; l++) {
                    double gone = ties == Ties.EFRON ? (double) l / events : 0;
                    double first = m.atRisk0 - gone * m.events0;
                    double second = (m.atRisk1 - gone * m.events1) * ratio;
                    double share = second / (first + second);
                    value.add(-StrictMath.log(first + second));
                    score.add(-share);
                    information.add(share * (1 - share));
                }
            }
            return new Likelihood(value.value(), score.value(), information.value());
        }
    }

    /// Whether there is no hazard ratio because all the events that compare the groups are in one of them (a monotone
    /// likelihood).
    public boolean isSeparated() {
        return separated;
    }

    /// β, the logarithm of the hazard ratio.
    public Estimate coefficient() {
        return coefficient;
    }

    /// The standard error of β.
    public Estimate standardError() {
        return error;
    }

    /// The hazard ratio of the second group to the first, exp β.
    public Estimate hazardRatio() {
        return coefficient instanceof Estimate.Value(double beta) ? RoundedProbability.of(StrictMath.exp(beta)) : coefficient;
    }

    /// Wald's interval of the hazard ratio, exp(β ± z · standard error).
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        return new ConfidenceInterval(limit(-z), limit(z), confidence);
    }

    private Estimate limit(double z) {
        return coefficient instanceof Estimate.Value(double beta)
                ? RoundedProbability.of(StrictMath.exp(beta + z * error.orNaN()))
                : coefficient;
    }

    /// Wald's p-value of the hypothesis that the hazard ratio is 1.
    public Estimate pValue() {
        return coefficient instanceof Estimate.Value(double beta)
                ? RoundedProbability.normalTails(beta / error.orNaN())
                : coefficient;
    }
}
