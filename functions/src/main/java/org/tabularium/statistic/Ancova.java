package org.tabularium.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tabularium.statistic.sample.ExactSum;

/// Analysis of covariance: groups compared by a linear model that adjusts for covariates and factors, without interactions.
///
/// The least squares (LS) mean of a group is the model's value at the mean of every covariate and at an average of the levels of
/// every factor: each level with
/// the same weight (equal margins, the default of SAS's LSMEANS and of R's emmeans) or with its share of the analysed values
/// (observed margins: SAS's OM,
/// emmeans' `weights = "proportional"`). A difference of LS means does not depend on the margins. Intervals and p-values are
/// Student's with the residual degrees
/// of freedom, without adjustment for multiplicity.
///
/// Groups and levels without a value are left out of the model. Not estimable: what concerns a group without a value, what the
/// data cannot tell apart (a group
/// that is alone in a level of a factor), standard errors where there are as many coefficients as values; p-values where the
/// model fits without a residual.
public final class Ancova {

    /// What the groups are adjusted for.
    public sealed interface Term {

        /// A number, which acts by its slope.
        ///
        /// @param values one a response
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Covariate(double[] values) implements Term {}

        /// A variable with levels.
        ///
        /// @param levels for each response its level's number, from 0
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Factor(int[] levels) implements Term {}
    }

    /// How the levels of factors are weighted in LS means.
    public enum Margins {
        EQUAL, OBSERVED
    }

    private static final LinearEstimate EMPTY = LinearEstimate.none("the group has no values");

    private final int[] filled;
    private final List<Integer> factorColumns = new ArrayList<>();
    private final List<double[]> shares = new ArrayList<>();
    private final List<double[]> design = new ArrayList<>();
    private final LeastSquares fit;

    private Ancova(double[] response, int[] group, List<Term> terms) {
        this.filled = Arrays.stream(group).sorted().distinct().toArray();
        design.add(ones(response.length));
        for (int i = 1; i < filled.length; i++) {
            design.add(indicator(group, filled[i]));
        }
        for (Term term : terms) {
            switch (term) {
                case Term.Covariate(double[] values) -> design.add(centred(values));
                case Term.Factor(int[] levels) -> {
                    int[] present = Arrays.stream(levels).sorted().distinct().toArray();
                    factorColumns.add(design.size());
                    shares.add(Arrays.stream(present).mapToDouble(l -> share(levels, l)).toArray());
                    for (int i = 1; i < present.length; i++) {
                        design.add(indicator(levels, present[i]));
                    }
                }
            }
        }
        this.fit = new LeastSquares(design, response);
    }

    /// Fits the model.
    ///
    /// @param response without missing values; may be empty
    /// @param group for each response its group's number, from 0
    /// @param terms what is adjusted for, each as long as the response
    public static Ancova of(double[] response, int[] group, List<Term> terms) {
        return new Ancova(response, group, terms);
    }

    /// The slope of a number that stands in place of the groups, such as the dose: its test is that of a linear dose response.
    ///
    /// @param response without missing values
    /// @param dose one a response
    /// @param terms what is adjusted for
    public static LinearEstimate slope(double[] response, double[] dose, List<Term> terms) {
        if (Arrays.stream(dose).distinct().count() < 2) {
            return LinearEstimate.none("a slope needs two different doses");
        }
        List<Term> all = new ArrayList<>();
        all.add(new Term.Covariate(dose));
        all.addAll(terms);
        Ancova model = new Ancova(response, new int[response.length], all);
        double[] weights = new double[model.design.size()];
        weights[1] = 1;
        return model.fit.estimate(weights);
    }

    /// The root mean square error of the model, SAS's Root MSE and R's residual standard error: the square root of the residual
    /// sum of squares divided by its degrees of freedom. Not estimable where there are as many coefficients as values.
    public Estimate rootMeanSquareError() {
        return fit.rootMeanSquareError();
    }

    /// The LS mean of a group.
    public LinearEstimate lsMean(int group, Margins margins) {
        int at = Arrays.binarySearch(filled, group);
        if (at < 0) {
            return EMPTY;
        }
        double[] weights = new double[design.size()];
        weights[0] = 1;
        if (at > 0) {
            weights[at] = 1;
        }
        for (int f = 0; f < shares.size(); f++) {
            double[] observed = shares.get(f);
            for (int level = 1; level < observed.length; level++) {
                weights[factorColumns.get(f) + level - 1] = margins == Margins.EQUAL ? 1.0 / observed.length : observed[level];
            }
        }
        return fit.estimate(weights);
    }

    /// The difference of the LS means of two groups, first minus second.
    public LinearEstimate difference(int first, int second) {
        int one = Arrays.binarySearch(filled, first);
        int other = Arrays.binarySearch(filled, second);
        if (one < 0 || other < 0) {
            return EMPTY;
        }
        double[] weights = new double[design.size()];
        weights[one] += one > 0 ? 1 : 0;
        weights[other] -= other > 0 ? 1 : 0;
        return fit.estimate(weights);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] indicator(int[] values, int level) {
        return Arrays.stream(values).mapToDouble(v -> v == level ? 1 : 0).toArray();
    }

    private static double share(int[] values, int level) {
        return (double) Arrays.stream(values).filter(v -> v == level).count() / values.length;
    }

    private static double[] centred(double[] values) {
        ExactSum sum = new ExactSum();
        Arrays.stream(values).forEach(sum::add);
        double mean = values.length == 0 ? 0 : sum.dividedBy(values.length);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }
}
