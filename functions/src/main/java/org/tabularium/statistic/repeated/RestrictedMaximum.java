package org.tabularium.statistic.repeated;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.linear.Cholesky;

/// The maximum of the restricted likelihood over the parameters of a covariance.
///
/// Newton's method with the observed second derivatives, with the expected ones (Fisher's scoring) where the observed ones are
/// not positive definite, and with step halving until the likelihood rises. It ends where a step would raise it by less than
/// 5e-11; one more step is then taken.
final class RestrictedMaximum {

    private static final int STEPS = 200;
    private static final int HALVINGS = 40;
    private static final double CLOSE = 1e-10;
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
            Cholesky observed = Cholesky.of(second(at.theta, jacobian, slopes));
            Cholesky curvature = observed == null ? Cholesky.of(around(jacobian, slopes.mean())) : observed;
            if (curvature == null) {
                return new Search(FitOutcome.UNDETERMINED, null);
            }
            double[] change = curvature.solved(gradient);
            double rise = RestrictedLikelihood.dot(change, gradient);
            if (rise < CLOSE) {
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
        if (observed == null) {
            return new Search(FitOutcome.UNDETERMINED, null);
        }
        return new Search(FitOutcome.FITTED, new Found(end.theta, end.likelihood, slopes, variances(jacobian, observed)));
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
