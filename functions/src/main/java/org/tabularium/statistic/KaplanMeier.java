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
/// | interval of S | log(−log): S^exp(±z √Σ / log S); SAS's default, R's `conf.type = "log-log"` (R's default is `"log"`) |
/// | quantile p of the time | the first t with S(t) < 1 − p; where S is 1 − p (within 1e-9) between two event times, their
/// midpoint |
/// | limits of the quantile | R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29-41, on the log(−log) scale: the same rule
/// on the lower and the upper limits of S |
///
/// Not estimable: everything without a subject; the interval of S while S is 1 and once it is 0; a quantile or limit that its
/// curve does not reach. Where S stays
/// at 1 − p from the last event to the end of observation, there is no quantile, as in SAS; R gives the midpoint up to the
/// longest censored time.
public final class KaplanMeier {

    private static final double SAME = 1e-9;
    private static final Estimate NOBODY = new Estimate.NotEstimable("there are no subjects");

    private final EventTimes follow;
    private final double longest;
    private final List<Step> steps;

    /// The curve from an event time on.
    ///
    /// @param greenwood Σ dᵢ / (nᵢ (nᵢ − dᵢ)); infinite once S is 0
    private record Step(double time, double survival, double greenwood) {}

    private KaplanMeier(EventTimes follow, double longest, List<Step> steps) {
        this.follow = follow;
        this.longest = longest;
        this.steps = steps;
    }

    /// The curve of these subjects.
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
        return new KaplanMeier(follow, distinct.length == 0 ? 0 : distinct[distinct.length - 1], List.copyOf(steps));
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

    private static Estimate limit(Step step, double z) {
        if (step.survival == 1 || step.survival == 0) {
            return new Estimate.NotEstimable(
                    step.survival == 1 ? "no event has occurred by then" : "no interval exists where survival is 0");
        }
        double log = StrictMath.log(step.survival);
        return RoundedProbability.of(StrictMath.exp(log * StrictMath.exp(-z * Math.sqrt(step.greenwood) / log)));
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
