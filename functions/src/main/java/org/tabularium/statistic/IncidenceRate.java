package org.tabularium.statistic;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/// How many events in how much time under observation, as a Poisson count.
///
/// | statistic | definition | R, SAS |
/// | --- | --- | --- |
/// | rate | events / time | |
/// | interval of the rate | exact (F. Garwood, Biometrika 28 (1936) 437-442): the quantiles α/2 of Gamma(x) and 1 − α/2 of
/// Gamma(x + 1), divided by the time; 0 below at x = 0 | `poisson.test` |
/// | rate ratio | first rate / second rate | |
/// | interval of the ratio | exact, given the sum of the events: Clopper and Pearson's limits of x₁ of x₁ + x₂, p/(1 − p) ·
/// t₂/t₁ | `poisson.test` |
/// | rate difference | first rate − second rate; Wald's interval with the variance x₁/t₁² + x₂/t₂² | `PROC STDRATE` |
///
/// @param events 0 or more
/// @param time in the unit of which the rate is to be; 0 makes everything not estimable
public record IncidenceRate(long events, double time) {

    private static final Estimate NO_TIME = new Estimate.NotEstimable("nobody was under observation");

    public IncidenceRate {
        if (events < 0 || !(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("a rate is of a count and a time from 0 on, not of " + events + " and " + time);
        }
    }

    /// Events by unit of time.
    public Estimate rate() {
        return time == 0 ? NO_TIME : Estimate.of(events / time);
    }

    /// The exact interval of the rate.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(double confidence) {
        double alpha = 1 - ConfidenceInterval.checkedConfidence(confidence);
        if (time == 0) {
            return new ConfidenceInterval(NO_TIME, NO_TIME, confidence);
        }
        double lower = events == 0 ? 0 : GammaDistribution.of((double) events, 1).inverseCumulativeProbability(alpha / 2);
        double upper = GammaDistribution.of(events + 1.0, 1).inverseSurvivalProbability(alpha / 2);
        return new ConfidenceInterval(RoundedProbability.of(lower / time), RoundedProbability.of(upper / time), confidence);
    }

    /// This rate divided by another; not estimable where the other has no events.
    public Estimate ratio(IncidenceRate other) {
        if (time == 0 || other.time == 0) {
            return NO_TIME;
        }
        if (other.events == 0) {
            return new Estimate.NotEstimable(events == 0 ? "neither group has an event" : "the rate it is compared with is 0");
        }
        return Estimate.of(events / time / (other.events / other.time));
    }

    /// The exact interval of the ratio. Where this rate has no events it begins at 0; where the other has none it has no upper
    /// limit.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval ratioInterval(IncidenceRate other, double confidence) {
        double alpha = 1 - ConfidenceInterval.checkedConfidence(confidence);
        Estimate none = time == 0 || other.time == 0 ? NO_TIME : new Estimate.NotEstimable("neither group has an event");
        if (none.equals(NO_TIME) || events + other.events == 0) {
            return new ConfidenceInterval(none, none, confidence);
        }
        Estimate lower = events == 0
                ? new Estimate.Value(0)
                : odds(BetaDistribution.of((double) events, other.events + 1.0).inverseCumulativeProbability(alpha / 2), other);
        Estimate upper = other.events == 0
                ? new Estimate.NotEstimable("the rate it is compared with is 0")
                : odds(BetaDistribution.of(events + 1.0, (double) other.events).inverseSurvivalProbability(alpha / 2), other);
        return new ConfidenceInterval(lower, upper, confidence);
    }

    private Estimate odds(double share, IncidenceRate other) {
        return RoundedProbability.of(share / (1 - share) * (other.time / time));
    }

    /// This rate less another.
    public Estimate difference(IncidenceRate other) {
        return time == 0 || other.time == 0 ? NO_TIME : Estimate.of(events / time - other.events / other.time);
    }

    /// Wald's interval of the difference; not estimable where neither has an event.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval differenceInterval(IncidenceRate other, double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        if (!(difference(other) instanceof Estimate.Value(double difference))) {
            return new ConfidenceInterval(NO_TIME, NO_TIME, confidence);
        }
        if (events + other.events == 0) {
            Estimate none = new Estimate.NotEstimable("neither group has an event");
            return new ConfidenceInterval(none, none, confidence);
        }
        double error = Math.sqrt(events / time / time + other.events / other.time / other.time);
        return new ConfidenceInterval(RoundedProbability.of(difference - z * error),
                RoundedProbability.of(difference + z * error), confidence);
    }
}
