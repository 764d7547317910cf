package org.tabularium.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tabularium.statistic.sample.ExactSum;

/// The product-limit estimate of survival (E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958)
/// 457-481).
///
/// S(t) = Π (1 − dᵢ/nᵢ) over the event times tᵢ ≤ t, where dᵢ subjects have the event and nᵢ are at risk: those whose time is not
/// before tᵢ, so that a subject
/// censored at tᵢ still counts. Beyond the longest time S is not estimable unless it has fallen to 0 (SAS; R's `summary.survfit`
/// too, unless `extend = TRUE`).
///
/// | statistic | definition |
/// | --- | --- |
/// | standard error | Greenwood: S √(Σ dᵢ / (nᵢ (nᵢ − dᵢ))) |
/// | interval of S | on one of the scales of [Scale] |
/// | quantile p of the time | the first t with S(t) < 1 − p; where S is 1 − p (within 1e-9) between two event times, their
/// midpoint |
/// | limits of the quantile | R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29-41, on the same scale: the same rule
/// on the lower and the upper limits of S |
///
/// Not estimable: everything without a subject; the interval of S while it is 1 and once it is 0, since the variance is
/// estimated as 0 or not at all (while it is 1, R's and SAS's scales other than log(−log) print 1 to 1); a quantile or
/// limit that its curve does not reach. Where S stays
/// at 1 − p from the last event to the end of observation, there is no quantile, as in SAS; R gives the midpoint up to the
/// longest censored time.
public final class KaplanMeier {

    private static final double SAME = 1e-9;
    private static final Estimate NOBODY = new Estimate.NotEstimable("there are no subjects");

    /// The scale on which limits lie as far from the estimate on either side. With σ = √Σ:
    public enum Scale {
        /// S^exp(±zσ / log S): SAS's default (CONFTYPE=LOGLOG), R's `conf.type = "log-log"`.
        LOG_LOG,
        /// S exp(±zσ), at most 1: CONFTYPE=LOG, R's default.
        LOG,
        /// S ± zSσ, from 0 to 1: CONFTYPE=LINEAR, R's `"plain"`.
        PLAIN
    }

    private final EventTimes follow;
    private final double longest;
    private final List<Step> steps;
    private final Scale scale;

    /// The curve from an event time on.
    ///
    /// @param greenwood Σ dᵢ / (nᵢ (nᵢ − dᵢ)); infinite once S is 0
    private record Step(double time, double survival, double greenwood) {}

    private KaplanMeier(EventTimes follow, double longest, List<Step> steps, Scale scale) {
        this.follow = follow;
        this.longest = longest;
        this.steps = steps;
        this.scale = scale;
    }

    /// The curve of these subjects, with limits on the log(−log) scale.
    public static KaplanMeier of(EventTimes follow) {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        ExactSum greenwood = new ExactSum();
        double[] distinct = Arrays.stream(follow.times()).sorted().distinct().toArray();
        for (double time : distinct) {
            double events = follow.eventsAt(time);
            double atRisk = follow.atRisk(time);
            if (events > 0) {
                boolean over = events == atRisk;
                survival *= (atRisk - events) / atRisk;
                greenwood.add(over ? 0 : events / (atRisk * (atRisk - events)));
                steps.add(new Step(time, survival, over ? Double.POSITIVE_INFINITY : greenwood.value()));
            }
        }
        return new KaplanMeier(follow, distinct.length == 0 ? 0 : distinct[distinct.length - 1], List.copyOf(steps),
                Scale.LOG_LOG);
    }

    /// The same curve with limits on another scale.
    public KaplanMeier on(Scale other) {
        return new KaplanMeier(follow, longest, steps, other);
    }

    /// How many subjects are at risk just before a time.
    public int atRisk(double time) {
        return follow.atRisk(time);
    }

    /// S(t), 0 to 1.
    public Estimate survival(double time) {
        return unknown(time) instanceof Estimate.NotEstimable none ? none : RoundedProbability.of(step(time).survival);
    }

    /// Greenwood's standard error of S(t); 0 before the first event, not estimable once S is 0 (R gives NaN).
    public Estimate standardError(double time) {
        if (unknown(time) instanceof Estimate.NotEstimable none) {
            return none;
        }
        Step step = step(time);
        return step.survival == 0
                ? new Estimate.NotEstimable("survival is 0")
                : RoundedProbability.of(step.survival * Math.sqrt(step.greenwood));
    }

    /// The interval of S(t).
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(double time, double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        Estimate lower = unknown(time);
        Estimate upper = lower;
        if (lower instanceof Estimate.Value) {
            lower = limit(step(time), z);
            upper = limit(step(time), -z);
        }
        return new ConfidenceInterval(lower, upper, confidence);
    }

    /// How much S(t) of this curve is above that of another: S₁ − S₂ with the standard error √(se₁² + se₂²) of both of
    /// Greenwood's, its interval and its test by the normal distribution (as tern's `surv_timepoint`). The scale of either
    /// curve has no part in it.
    public Difference minus(KaplanMeier other, double time) {
        if (!(survival(time) instanceof Estimate.Value(double own))) {
            return new Difference(survival(time), survival(time));
        }
        if (!(other.survival(time) instanceof Estimate.Value(double others))) {
            return new Difference(other.survival(time), other.survival(time));
        }
        return new Difference(RoundedProbability.of(own - others), error(other, time));
    }

    private Estimate error(KaplanMeier other, double time) {
        if (step(time).survival == 0 || other.step(time).survival == 0) {
            return new Estimate.NotEstimable("no interval exists where survival is 0");
        }
        double own = step(time).survival * Math.sqrt(step(time).greenwood);
        double others = other.step(time).survival * Math.sqrt(other.step(time).greenwood);
        return own == 0 && others == 0
                ? new Estimate.NotEstimable("no event has occurred by then in either group")
                : RoundedProbability.of(Math.sqrt(own * own + others * others));
    }

    /// A difference of two curves at a time.
    ///
    /// @param value S₁ − S₂, −1 to 1
    /// @param standardError not estimable where one of the curves is at 0 or both are at 1: R gives NaN, or an interval
    ///     without width
    public record Difference(Estimate value, Estimate standardError) {

        /// value ± z · standard error; not cut off at ±1.
        ///
        /// @param confidence above 0 and below 1: 0.95
        public ConfidenceInterval interval(double confidence) {
            double z = RoundedProbability.normalQuantile(confidence);
            return value instanceof Estimate.Value(double centre) && standardError instanceof Estimate.Value(double error)
                    ? new ConfidenceInterval(RoundedProbability.of(centre - z * error),
                            RoundedProbability.of(centre + z * error), confidence)
                    : new ConfidenceInterval(standardError, standardError, confidence);
        }

        /// The two-sided p-value of the hypothesis that there is no difference.
        public Estimate pValue() {
            return value instanceof Estimate.Value(double centre) && standardError instanceof Estimate.Value(double error)
                    ? RoundedProbability.normalTails(centre / error)
                    : standardError;
        }
    }

    /// The time by which a share p of the subjects has the event.
    ///
    /// @param p above 0 and below 1: 0.5 for the median
    public Estimate quantile(double p) {
        return follow.n() == 0 ? NOBODY : crossing(steps.stream().mapToDouble(Step::survival).toArray(), checked(p));
    }

    /// The interval of a quantile.
    ///
    /// @param p above 0 and below 1: 0.5 for the median
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval quantileInterval(double p, double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        return follow.n() == 0
                ? new ConfidenceInterval(NOBODY, NOBODY, confidence)
                : new ConfidenceInterval(crossing(limits(z), checked(p)), crossing(limits(-z), checked(p)), confidence);
    }

    private double[] limits(double z) {
        return steps.stream().mapToDouble(step -> limit(step, z).orNaN()).toArray();
    }

    /// The first event time at which a curve is below 1 − p, or the middle of the interval on which it is 1 − p. NaN, where the
    /// curve does not exist, is never
    /// below.
    private Estimate crossing(double[] curve, double p) {
        for (int i = 0; i < curve.length; i++) {
            if (Math.abs(curve[i] - (1 - p)) <= SAME && i + 1 < curve.length && curve[i + 1] < curve[i]) {
                return Estimate.of((steps.get(i).time + steps.get(i + 1).time) / 2);
            }
            if (curve[i] < 1 - p - SAME) {
                return Estimate.of(steps.get(i).time);
            }
        }
        return new Estimate.NotEstimable("not reached by the end of observation");
    }

    /// @param z above 0 for the lower limit, below 0 for the upper one
    private Estimate limit(Step step, double z) {
        if (step.survival == 0) {
            return new Estimate.NotEstimable("no interval exists where survival is 0");
        }
        if (step.survival == 1) {
            return new Estimate.NotEstimable("no event has occurred by then");
        }
        double error = Math.sqrt(step.greenwood);
        double log = StrictMath.log(step.survival);
        return switch (scale) {
            case LOG_LOG -> RoundedProbability.of(StrictMath.exp(log * StrictMath.exp(-z * error / log)));
            case LOG -> RoundedProbability.of(Math.min(1, StrictMath.exp(log - z * error)));
            case PLAIN -> RoundedProbability.of(Math.clamp(step.survival - z * step.survival * error, 0, 1));
        };
    }

    /// Not estimable where nothing is known of S at this time, else any value.
    private Estimate unknown(double time) {
        if (follow.n() == 0) {
            return NOBODY;
        }
        return time > longest && step(time).survival > 0
                ? new Estimate.NotEstimable("nobody was under observation for so long")
                : new Estimate.Value(1);
    }

    private Step step(double time) {
        Step last = new Step(Double.NEGATIVE_INFINITY, 1, 0);
        for (Step step : steps) {
            if (step.time <= time) {
                last = step;
            }
        }
        return last;
    }

    private static double checked(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a quantile of survival is above 0 and below 1, not " + p);
        }
        return p;
    }
}
