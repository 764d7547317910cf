package org.tabularium.statistic.repeated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.LinearEstimate;

/// Mixed model for repeated measures (MMRM): groups compared at each visit by a linear model of all visits, with a mean for each
/// group at each visit and whatever else is adjusted for.
///
/// The least squares (LS) mean of a group at a visit is the model's value at the mean of every covariate over all values that are
/// analysed (of all visits, as SAS's LSMEANS and R's emmeans do) and at an average of the levels of every factor: each level with
/// the same weight (equal margins) or with its share of the values (observed margins: SAS's OM, emmeans' `weights =
/// "proportional"`). A difference does not depend on the margins. Errors and degrees of freedom are those of [RepeatedModel];
/// intervals and p-values are Student's, without adjustment for multiplicity.
///
/// Visits without any value are left out of the model. Not estimable: what concerns a group without a value at the visit, what
/// the data cannot tell apart, and everything where the model could not be fitted ([#outcome]).
public final class Mmrm {

    private static final LinearEstimate EMPTY = LinearEstimate.none("the group has no values at the visit");

    private final TreeMap<Integer, TreeMap<Integer, Integer>> cells = new TreeMap<>(); // columns by group and visit
    private final List<double[]> design = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final RepeatedModel model;

    /// What is analysed, row by row.
    ///
    /// @param response without missing values
    /// @param subject the number of its subject
    /// @param visit the number of its visit, in the order of time; at most once a subject
    /// @param group the number of its group
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Values(double[] response, int[] subject, int[] visit, int[] group) {}

    /// What the groups are adjusted for.
    public sealed interface Term {

        /// A number, which acts by its slope.
        ///
        /// @param values one a row
        /// @param byVisit whether each visit has its own slope
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Covariate(double[] values, boolean byVisit) implements Term {}

        /// A variable with levels.
        ///
        /// @param levels for each row its level's number, from 0
        /// @param byVisit whether each visit has its own effects
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Factor(int[] levels, boolean byVisit) implements Term {}
    }

    /// How errors are modelled.
    ///
    /// @param covariance of a subject's values
    /// @param method of errors and degrees of freedom
    public record Errors(Covariance covariance, FreedomMethod method) {}

    /// A column that is 1 at a level of a factor, at one visit or at all.
    ///
    /// @param column its number
    /// @param visit its visit; −1 for all
    /// @param equal the weight of the level where all weigh the same
    /// @param observed its share of the values
    private record Level(int column, int visit, double equal, double observed) {}

    private Mmrm(Values values, List<Term> terms, Errors errors) {
        int rows = values.response.length;
        for (int row = 0; row < rows; row++) {
            TreeMap<Integer, Integer> ofGroup = cells.computeIfAbsent(values.group[row], g -> new TreeMap<>());
            ofGroup.putIfAbsent(values.visit[row], 0);
        }
        cells.forEach((group, ofGroup) -> ofGroup.replaceAll((visit, none) -> {
            design.add(indicator(rows, row -> values.group[row] == group && values.visit[row] == visit));
            return design.size() - 1;
        }));
        int[] visits = Arrays.stream(values.visit).sorted().distinct().toArray();
        for (Term term : terms) {
            switch (term) {
                case Term.Covariate(double[] numbers, boolean byVisit) -> {
                    double[] centred = centred(numbers);
                    for (int visit : byVisit ? visits : new int[]{-1}) {
                        design.add(at(visit, values.visit, centred));
                    }
                }
                case Term.Factor(int[] numbers, boolean byVisit) -> {
                    for (int visit : byVisit ? visits : new int[]{-1}) {
                        addFactor(numbers, visit, values.visit);
                    }
                }
            }
        }
        this.model = RepeatedModel.of(design, values.response, values.subject, values.visit, errors.covariance, errors.method);
    }

    /// Fits the model.
    ///
    /// @param values may be empty
    /// @param terms what is adjusted for, each as long as the response
    public static Mmrm of(Values values, List<Term> terms, Errors errors) {
        return new Mmrm(values, terms, errors);
    }

    private interface Condition {
        boolean holds(int row);
    }

    private static double[] indicator(int rows, Condition condition) {
        return IntStream.range(0, rows).mapToDouble(row -> condition.holds(row) ? 1 : 0).toArray();
    }

    /// A column at one visit, 0 at the others; at all for −1.
    private static double[] at(int visit, int[] visits, double[] column) {
        return IntStream.range(0, column.length)
                .mapToDouble(row -> visit < 0 || visits[row] == visit ? column[row] : 0)
                .toArray();
    }

    private static double[] centred(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private void addFactor(int[] numbers, int visit, int[] visits) {
        int[] present = Arrays.stream(numbers).sorted().distinct().toArray();
        for (int i = 1; i < present.length; i++) {
            int level = present[i];
            double[] all = indicator(numbers.length, row -> numbers[row] == level);
            levels.add(new Level(design.size(), visit, 1.0 / present.length, Arrays.stream(all).sum() / numbers.length));
            design.add(at(visit, visits, all));
        }
    }

    /// Whether the model is fitted; if not, nothing is estimable.
    public FitOutcome outcome() {
        return model.outcome();
    }

    /// The estimated covariance of the visits that have a value.
    public double[][] covariance() {
        return model.covariance();
    }

    /// The LS mean of a group at a visit.
    public LinearEstimate lsMean(int group, int visit, Margins margins) {
        int cell = cell(group, visit);
        if (cell < 0) {
            return EMPTY;
        }
        double[] weights = new double[design.size()];
        weights[cell] = 1;
        for (Level level : levels) {
            if (level.visit < 0 || level.visit == visit) {
                weights[level.column] = margins == Margins.EQUAL ? level.equal : level.observed;
            }
        }
        return model.estimate(weights);
    }

    /// The difference of the LS means of two groups at a visit, first minus second.
    public LinearEstimate difference(int first, int second, int visit) {
        int one = cell(first, visit);
        int other = cell(second, visit);
        if (one < 0 || other < 0) {
            return EMPTY;
        }
        double[] weights = new double[design.size()];
        weights[one] += 1;
        weights[other] -= 1;
        return model.estimate(weights);
    }

    /// The column of a group at a visit; −1 where it has no values.
    private int cell(int group, int visit) {
        return cells.getOrDefault(group, new TreeMap<>()).getOrDefault(visit, -1);
    }
}
