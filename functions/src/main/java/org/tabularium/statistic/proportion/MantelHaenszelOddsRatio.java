package org.tabularium.statistic.proportion;

import java.util.List;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The odds ratio common to all strata by N. Mantel and W. Haenszel (1959), Σ Rᵢ / Σ Sᵢ with R = ad/n and S = bc/n, and the
/// interval of its logarithm with the variance of J. Robins, N. Breslow and S. Greenland (Biometrics 42 (1986) 311-323):
/// Σ PR / 2(ΣR)² + Σ(PS + QR) / 2ΣRΣS + Σ QS / 2(ΣS)² with P = (a + d)/n and Q = (b + c)/n.
///
/// R's `mantelhaen.test` has both, as have SAS PROC FREQ's CMH option and tern's `or_cmh`. Of one stratum it is [OddsRatio].
/// Strata without subjects of one group say nothing. Not estimable where it is 0 or has no upper bound.
///
/// @param strata each the groups in one stratum
public record MantelHaenszelOddsRatio(List<Pair> strata) implements Contrast {

    public MantelHaenszelOddsRatio {
        strata = List.copyOf(strata);
    }

    @Override
    public Estimate estimate() {
        Sums sums = Sums.of(strata);
        return Bounds.reason(sums.r == 0, sums.s == 0).<Estimate>map(Estimate.NotEstimable::new)
                .orElseGet(() -> RoundedProbability.of(sums.r / sums.s));
    }

    @Override
    public ConfidenceInterval interval(double confidence) {
        return LogLimits.of(estimate(), Sums.of(strata).variance(), confidence);
    }

    private record Sums(double r, double s, double pr, double mixed, double qs) {

        static Sums of(List<Pair> strata) {
            ExactSum r = new ExactSum();
            ExactSum s = new ExactSum();
            ExactSum pr = new ExactSum();
            ExactSum mixed = new ExactSum();
            ExactSum qs = new ExactSum();
            for (Pair pair : strata) {
                double n = pair.total();
                if (pair.hasBoth()) {
                    long[][] t = pair.table();
                    double above = (double) t[0][0] * t[1][1] / n;
                    double below = (double) t[0][1] * t[1][0] / n;
                    double p = (t[0][0] + t[1][1]) / n;
                    double q = (t[0][1] + t[1][0]) / n;
                    r.add(above);
                    s.add(below);
                    pr.add(p * above);
                    mixed.add(p * below + q * above);
                    qs.add(q * below);
                }
            }
            return new Sums(r.value(), s.value(), pr.value(), mixed.value(), qs.value());
        }

        double variance() {
            return pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s);
        }
    }
}
