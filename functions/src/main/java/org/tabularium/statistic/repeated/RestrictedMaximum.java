package org.tabularium.statistic.repeated;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.linear.Cholesky;

/// The maximum of the restricted likelihood over the parameters of a covariance.
///
/// Newton's method with the observed second derivatives, as much of the expected ones (Fisher's scoring) added as makes them
/// positive definite, and with step halving until the likelihood rises. It ends where a step would raise it by less than
/// 5e-11; one more step is then taken. A covariance that has become singular is no maximum: the likelihood only approaches it
/// there.
final class RestrictedMaximum {

    private static final int STEPS = 200;
    private static final int HALVINGS = 40;
    private static final double CLOSE = 1e-10;
    private static final double PRECISION = 1e-12; // of the likelihood
    private static final double RIDGE = 1e-3;
    private static final double SINGULAR = 1e-8; // of a variance that the visits before leave unexplained
    private static final double ENOUGH = 1e-4; // of the rise that the slope promises
    private static final double NOISE = 1e-13; // of the likelihood

    private final CovarianceFunction function;
    private final List<Pattern> patterns;
    private final int visits;
    private final int coefficients;

    /// A point on the way.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(double[] theta, RestrictedLikelihood likelihood) {}

    /// Where the maximum is.
    ///
    /// @param theta the parameters
    /// @param likelihood there
    /// @param slopes there, by pairs of visits
    /// @param variances the covariance matrix of the estimated elements of Σ, by pairs of visits
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(double[] theta, RestrictedLikelihood likelihood, LikelihoodSlopes slopes, double[][] variances) {}

    /// What came of the search.
    ///
    /// @param outcome fitted or why not
    /// @param found the maximum where there is one
    record Search(FitOutcome outcome, @Nullable Found found) {}

    RestrictedMaximum(CovarianceFunction function, List<Pattern> patterns, int visits, int coefficients) {
        this.function = function;
        this.patterns = patterns;
        this.visits = visits;
        this.coefficients = coefficients;
    }

    Search search(double[] start) {
        Point at = point(start);
        if (at == null) {
            return new Search(FitOutcome.UNDETERMINED, null);
        }
        for (int step = 0; step < STEPS; step++) {
            LikelihoodSlopes slopes = LikelihoodSlopes.of(at.likelihood, visits, coefficients);
            double[][] jacobian = function.slopes(at.theta);
            double[] gradient = times(jacobian, slopes.gradient());
            double[][] second = second(at.theta, jacobian, slopes);
            Cholesky observed = Cholesky.of(second);
            Cholesky curvature = observed == null ? scoring(around(jacobian, slopes.mean()), second) : observed;
            if (curvature == null) {
                return new Search(FitOutcome.UNDETERMINED, null);
            }
            double[] change = curvature.solved(gradient);
            double rise = RestrictedLikelihood.dot(change, gradient);
            if (rise < CLOSE + PRECISION * Math.abs(at.likelihood.value())) {
                return observed == null ? new Search(FitOutcome.UNDETERMINED, null) : last(at, change);
            }
            Point next = descended(at, change, rise);
            if (next == null) {
                return new Search(FitOutcome.NO_MAXIMUM, null);
            }
            at = next;
        }
        return new Search(FitOutcome.NO_MAXIMUM, null);
    }

    private Search last(Point at, double[] change) {
        Point end = point(moved(at.theta, change, 1));
        if (end == null) {
            return new Search(FitOutcome.NO_MAXIMUM, null);
        }
        LikelihoodSlopes slopes = LikelihoodSlopes.of(end.likelihood, visits, coefficients);
        double[][] jacobian = function.slopes(end.theta);
        Cholesky observed = Cholesky.of(second(end.theta, jacobian, slopes));
        Cholesky covariance = Cholesky.of(function.matrix(end.theta));
        if (observed == null || covariance == null || covariance.leastShare() < SINGULAR) {
            return new Search(FitOutcome.UNDETERMINED, null);
        }
        return new Search(FitOutcome.FITTED, new Found(end.theta, end.likelihood, slopes, variances(jacobian, observed)));
    }

    /// What stands for the observed second derivatives where they are not positive definite: they and as much of the expected
    /// ones as is needed, else these alone, else these with some more on the diagonal, which shortens the step.
    static @Nullable Cholesky scoring(double[][] mean, double[][] second) {
        for (double share = 1.0 / 64; share < 10; share *= 4) {
            double[][] sum = new double[mean.length][];
            for (int k = 0; k < mean.length; k++) {
                sum[k] = second[k].clone();
                RestrictedLikelihood.add(sum[k], mean[k], share);
            }
            Cholesky scoring = Cholesky.of(sum);
            if (scoring != null) {
                return scoring;
            }
        }
        Cholesky scoring = Cholesky.of(mean);
        if (scoring == null) {
            for (int k = 0; k < mean.length; k++) {
                mean[k][k] *= 1 + RIDGE;
            }
            scoring = Cholesky.of(mean);
        }
        return scoring;
    }

    private @Nullable Point point(double[] theta) {
        RestrictedLikelihood likelihood = RestrictedLikelihood.at(function.matrix(theta), patterns, coefficients);
        return likelihood == null ? null : new Point(theta, likelihood);
    }

    private @Nullable Point descended(Point at, double[] change, double rise) {
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            Point next = point(moved(at.theta, change, share));
            double value = at.likelihood.value();
            if (next != null && next.likelihood.value() <= value - ENOUGH * share * rise + NOISE * Math.abs(value)) {
                return next;
            }
            share /= 2;
        }
        return null;
    }

    private static double[] moved(double[] theta, double[] change, double share) {
        double[] moved = theta.clone();
        RestrictedLikelihood.add(moved, change, -share);
        return moved;
    }

    /// By the parameters.
    private double[][] second(double[] theta, double[][] jacobian, LikelihoodSlopes slopes) {
        double[][] second = around(jacobian, slopes.second());
        double[][] curvature = function.curvature(theta, slopes.gradient());
        for (int k = 0; k < second.length; k++) {
            RestrictedLikelihood.add(second[k], curvature[k], 1);
        }
        return second;
    }

    /// J M Jᵀ.
    private static double[][] around(double[][] jacobian, double[][] matrix) {
        double[][] around = new double[jacobian.length][];
        for (int k = 0; k < jacobian.length; k++) {
            around[k] = times(jacobian, times(matrix, jacobian[k]));
        }
        return around;
    }

    /// Jᵀ 2 H⁻¹ J: the second derivatives H are of minus twice the likelihood.
    private static double[][] variances(double[][] jacobian, Cholesky observed) {
        int pairs = jacobian[0].length;
        double[][] turned = new double[pairs][jacobian.length];
        for (int pair = 0; pair < pairs; pair++) {
            for (int k = 0; k < jacobian.length; k++) {
                turned[pair][k] = jacobian[k][pair];
            }
            observed.divide(turned[pair]);
        }
        double[][] variances = new double[pairs][pairs];
        for (int one = 0; one < pairs; one++) {
            for (int other = 0; other <= one; other++) {
                variances[one][other] = 2 * RestrictedLikelihood.dot(turned[one], turned[other]);
                variances[other][one] = variances[one][other];
            }
        }
        return variances;
    }

    private static double[] times(double[][] rows, double[] vector) {
        double[] product = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            product[k] = RestrictedLikelihood.dot(rows[k], vector);
        }
        return product;
    }
}
