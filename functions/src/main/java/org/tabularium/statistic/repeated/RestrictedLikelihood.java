package org.tabularium.statistic.repeated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.linear.Cholesky;

/// Minus twice the restricted log likelihood of y = Xβ + ε at one covariance Σ of the visits, up to a constant:
///
///     Σᵢ log |Σᵢ| + log |A| + Σᵢ (yᵢ − Xᵢβ)ᵀ Wᵢ (yᵢ − Xᵢβ),  Wᵢ = Σᵢ⁻¹,  A = Σᵢ Xᵢᵀ Wᵢ Xᵢ,  β = A⁻¹ Σᵢ Xᵢᵀ Wᵢ yᵢ
///
/// where Σᵢ is the part of Σ that belongs to the visits of subject i. X is turned so that A is the unit matrix (Z = W X L⁻ᵀ with
/// A = L Lᵀ), in which the derivatives are short ([LikelihoodSlopes]).
final class RestrictedLikelihood {

    private final double value;
    private final double[] coefficients;
    private final Cholesky information;
    private final List<Part> parts;

    /// What concerns the subjects of one pattern.
    ///
    /// @param pattern whose
    /// @param weights W
    /// @param turned Z of each subject, one row a visit
    /// @param scores W (y − Xβ) of each subject
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Pattern pattern, double[][] weights, List<double[][]> turned, List<double[]> scores) {}

    private RestrictedLikelihood(double value, double[] coefficients, Cholesky information, List<Part> parts) {
        this.value = value;
        this.coefficients = coefficients;
        this.information = information;
        this.parts = parts;
    }

    /// The likelihood at a covariance.
    ///
    /// @param coefficients how many columns X has
    /// @return null where the covariance is not positive definite or X has dependent columns
    static @Nullable RestrictedLikelihood at(double[][] covariance, List<Pattern> patterns, int coefficients) {
        double[][] a = new double[coefficients][coefficients];
        double[] b = new double[coefficients];
        double value = 0;
        List<Part> parts = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Cholesky factor = Cholesky.of(pattern.of(covariance));
            if (factor == null) {
                return null;
            }
            double[][] weights = factor.inverse();
            value += pattern.subjects().size() * factor.logDeterminant();
            List<double[][]> turned = new ArrayList<>();
            for (Pattern.Subject subject : pattern.subjects()) {
                double[][] wx = product(weights, subject.design());
                for (int t = 0; t < weights.length; t++) {
                    addOuter(a, subject.design()[t], wx[t]);
                    add(b, wx[t], subject.response()[t]);
                }
                turned.add(wx);
            }
            parts.add(new Part(pattern, weights, turned, new ArrayList<>()));
        }
        Cholesky information = Cholesky.of(a);
        if (information == null) {
            return null;
        }
        value += information.logDeterminant();
        double[] beta = information.solved(b);
        for (Part part : parts) {
            value += finish(part, beta, information);
        }
        return Double.isFinite(value) ? new RestrictedLikelihood(value, beta, information, parts) : null;
    }

    /// Adds the scores, turns W X; gives the sum of squares.
    private static double finish(Part part, double[] beta, Cholesky information) {
        double squares = 0;
        List<Pattern.Subject> subjects = part.pattern.subjects();
        for (int i = 0; i < subjects.size(); i++) {
            double[] residual = subjects.get(i).response().clone();
            for (int t = 0; t < residual.length; t++) {
                residual[t] -= dot(subjects.get(i).design()[t], beta);
            }
            double[] score = new double[residual.length];
            for (int t = 0; t < residual.length; t++) {
                score[t] = dot(part.weights[t], residual);
                squares += score[t] * residual[t];
            }
            part.scores.add(score);
            for (double[] row : part.turned.get(i)) {
                information.divide(row);
            }
        }
        return squares;
    }

    private static double[][] product(double[][] weights, double[][] design) {
        double[][] product = new double[weights.length][design[0].length];
        for (int t = 0; t < weights.length; t++) {
            for (int u = 0; u < weights.length; u++) {
                add(product[t], design[u], weights[t][u]);
            }
        }
        return product;
    }

    /// Adds u vᵀ to the lower triangle.
    private static void addOuter(double[][] sum, double[] u, double[] v) {
        for (int j = 0; j < u.length; j++) {
            double factor = u[j];
            if (factor != 0) {
                double[] row = sum[j];
                for (int k = 0; k <= j; k++) {
                    row[k] += factor * v[k];
                }
            }
        }
    }

    /// Adds a vector, times a factor.
    static void add(double[] sum, double[] vector, double factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * vector[j];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    double value() {
        return value;
    }

    List<Part> parts() {
        return parts;
    }

    /// cᵀ β.
    double function(double[] weights) {
        return dot(weights, coefficients);
    }

    /// A function of β as one of the coefficients whose variance is the unit matrix: L⁻¹ c.
    double[] turned(double[] weights) {
        double[] turned = weights.clone();
        information.divide(turned);
        return turned;
    }
}
