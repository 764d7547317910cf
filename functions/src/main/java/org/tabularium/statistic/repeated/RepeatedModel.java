package org.tabularium.statistic.repeated;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.LinearEstimate;
import org.tabularium.statistic.linear.OrthonormalColumns;

/// A linear model y = Xβ + ε of repeated measures, fitted by restricted maximum likelihood (REML): the errors of one subject have
/// a covariance of the chosen kind, at whatever visits it has values; those of different subjects are independent.
///
/// Columns of X that are combinations of others have the coefficient 0 ([OrthonormalColumns]). The estimate of a linear function
/// cᵀβ has the variance v = cᵀ(Xᵀ V⁻¹ X)⁻¹c, or Kenward and Roger's correction of it, and Student's distribution with
///
///     2 v² / (gᵀ A g)
///
/// degrees of freedom, g the gradient of v by the parameters of the covariance and A their covariance matrix, twice the inverse
/// of the observed second derivatives of minus twice the restricted log likelihood. That is what R's mmrm does (`Satterthwaite`,
/// `Kenward-Roger` with `vcov = "Kenward-Roger-Linear"`), and SAS PROC MIXED with DDFM=SATTERTHWAITE and DDFM=KR; where SAS
/// counts the second derivatives of AR(1) in DDFM=KR, ours is its DDFM=KR(LINEAR).
public final class RepeatedModel {

    private static final double EXACT_FIT = 1e-14;

    private final OrthonormalColumns columns;
    private final double[] shares;
    private final FitOutcome outcome;
    private double scale = 1;
    private double[][] covariance = {};
    private RestrictedMaximum.@Nullable Found maximum;
    private double @Nullable [][] correction;

    private RepeatedModel(List<double[]> design, double[] response, int[] subject, int[] visit, Covariance kind,
            FreedomMethod method) {
        this.columns = new OrthonormalColumns(design);
        double[] residual = response.clone();
        this.shares = columns.project(residual);
        int freedom = response.length - columns.rank();
        double left = OrthonormalColumns.length(residual);
        if (freedom <= 0) {
            this.outcome = FitOutcome.TOO_FEW_VALUES;
        } else if (left <= EXACT_FIT * OrthonormalColumns.length(response)) {
            this.outcome = FitOutcome.NO_RESIDUAL;
        } else {
            this.scale = left / Math.sqrt(freedom);
            double[] scaled = Arrays.stream(residual).map(r -> r / scale).toArray();
            int[] present = Arrays.stream(visit).sorted().distinct().toArray();
            int[] numbers = Arrays.stream(visit).map(v -> Arrays.binarySearch(present, v)).toArray();
            this.outcome = fit(Pattern.of(scaled, columns, subject, numbers), present.length, kind, method);
        }
    }

    /// Fits a model.
    ///
    /// @param design the columns of X
    /// @param response y, as long as each column; without missing values
    /// @param subject the number of each value's subject
    /// @param visit the number of each value's visit, in the order of time; at most once a subject
    /// @param kind the covariance of the visits that have a value
    /// @param method how errors and degrees of freedom are made
    public static RepeatedModel of(List<double[]> design, double[] response, int[] subject, int[] visit, Covariance kind,
            FreedomMethod method) {
        return new RepeatedModel(design, response, subject, visit, kind, method);
    }

    private FitOutcome fit(List<Pattern> patterns, int visits, Covariance kind, FreedomMethod method) {
        PairMoments moments = PairMoments.of(patterns, visits);
        if (kind == Covariance.UNSTRUCTURED && moments.hasEmptyPair()) {
            return FitOutcome.NEVER_TOGETHER;
        }
        CovarianceFunction function = kind.of(visits);
        RestrictedMaximum.Search search = new RestrictedMaximum(function, patterns, visits, columns.rank())
                .search(function.near(moments.definite()));
        RestrictedMaximum.Found found = search.found();
        if (found != null) {
            this.maximum = found;
            this.covariance = function.matrix(found.theta());
            this.correction = method == FreedomMethod.KENWARD_ROGER ? VarianceCorrection.of(found, columns.rank()) : null;
        }
        return search.outcome();
    }

    /// Whether the model is fitted; if not, nothing is estimable.
    public FitOutcome outcome() {
        return outcome;
    }

    /// The estimated covariance of the visits that have a value, in their order; empty where the model is not fitted.
    public double[][] covariance() {
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).map(element -> element * scale * scale).toArray())
                .toArray(double[][]::new);
    }

    /// A linear function of the coefficients.
    ///
    /// @param weights one a column of X
    public LinearEstimate estimate(double[] weights) {
        if (maximum == null) {
            return LinearEstimate.none(outcome.reason());
        }
        double[] orthonormal = columns.turned(weights);
        if (orthonormal == null) {
            return LinearEstimate.none(LinearEstimate.CONFOUNDED);
        }
        double value = RestrictedLikelihood.dot(orthonormal, shares) + scale * maximum.likelihood().function(orthonormal);
        double[] turned = maximum.likelihood().turned(orthonormal);
        double variance = RestrictedLikelihood.dot(turned, turned);
        if (variance == 0) {
            return LinearEstimate.none(LinearEstimate.CONFOUNDED);
        }
        double error = scale * Math.sqrt(variance + (correction == null ? 0 : form(correction, turned)));
        return LinearEstimate.of(value, error, freedom(maximum, turned, variance));
    }

    private static double freedom(RestrictedMaximum.Found maximum, double[] turned, double variance) {
        double[][] crossed = maximum.slopes().crossed();
        double[] gradient = new double[crossed.length];
        for (int pair = 0; pair < crossed.length; pair++) {
            int n = turned.length;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    gradient[pair] += turned[j] * crossed[pair][j * n + k] * turned[k];
                }
            }
        }
        return 2 * variance * variance / form(maximum.variances(), gradient);
    }

    /// vᵀ M v.
    private static double form(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            sum += vector[j] * RestrictedLikelihood.dot(matrix[j], vector);
        }
        return sum;
    }
}
