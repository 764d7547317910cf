package org.tabularium.statistic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The log-rank test of the hypothesis that several groups have one survival curve, stratified where there are several strata.
///
/// In each stratum and at each event time tᵢ, with nᵢ subjects at risk, nᵢⱼ of them in group j, and dᵢ events: the group expects
/// dᵢ nᵢⱼ / nᵢ events, and the
/// observed ones have the hypergeometric covariance dᵢ (nᵢ − dᵢ) / (nᵢ − 1) · nᵢⱼ/nᵢ (δⱼₖ − nᵢₖ/nᵢ). With U = Σ (observed −
/// expected) and V = Σ covariance over
/// times and strata, χ² = Uᵀ V⁻ U; its degrees of freedom are the rank of V. It is R's `survdiff` with `strata()`, and SAS PROC
/// LIFETEST's STRATA with GROUP=.
///
/// Not estimable where fewer than two groups have subjects or no event tells groups apart.
public final class LogRank {

    private LogRank() {}

    /// The p-value.
    ///
    /// @param strata for each stratum the groups' subjects, in one order of the groups; a group without subjects in a stratum is
    ///     empty there
    public static Estimate pValue(List<List<EventTimes>> strata) {
        int groups = strata.isEmpty() ? 0 : strata.getFirst().size();
        long filled = IntStream.range(0, groups)
                .filter(g -> strata.stream().anyMatch(s -> s.get(g).n() > 0))
                .count();
        if (filled < 2) {
            return new Estimate.NotEstimable("the log-rank test needs two groups with subjects");
        }
        double[] scores = new double[groups];
        double[][] covariance = new double[groups][groups];
        for (List<EventTimes> stratum : strata) {
            double[] eventTimes = stratum.stream()
                    .flatMapToDouble(g -> IntStream.range(0, g.n()).filter(i -> g.events()[i])
                            .mapToDouble(i -> g.times()[i]))
                    .sorted().distinct().toArray();
            for (double time : eventTimes) {
                add(time, stratum, scores, covariance);
            }
        }
        QuadraticForm form = QuadraticForm.of(scores, covariance);
        return form.rank() == 0
                ? new Estimate.NotEstimable("no event occurs while two groups are at risk")
                : RoundedProbability.chiSquareTail(form.value(), form.rank());
    }

    private static void add(double time, List<EventTimes> stratum, double[] scores, double[][] covariance) {
        double[] atRisk = stratum.stream().mapToDouble(g -> g.atRisk(time)).toArray();
        double all = Arrays.stream(atRisk).sum();
        double events = stratum.stream().mapToDouble(g -> g.eventsAt(time)).sum();
        double factor = all > 1 ? events * (all - events) / (all - 1) : 0;
        for (int j = 0; j < scores.length; j++) {
            double share = atRisk[j] / all;
            scores[j] += stratum.get(j).eventsAt(time) - events * share;
            for (int k = 0; k < scores.length; k++) {
                covariance[j][k] += factor * share * ((j == k ? 1 : 0) - atRisk[k] / all);
            }
        }
    }
}
