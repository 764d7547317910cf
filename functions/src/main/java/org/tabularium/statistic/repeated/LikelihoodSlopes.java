package org.tabularium.statistic.repeated;

import static org.tabularium.statistic.repeated.CovarianceFunction.pair;
import static org.tabularium.statistic.repeated.RestrictedLikelihood.add;
import static org.tabularium.statistic.repeated.RestrictedLikelihood.dot;

/// The derivatives of [RestrictedLikelihood] by the elements of Σ, each a pair of visits k with the matrix Eₖ that is 1 at both
/// of its places:
///
///     gradient      tr(Eₖ Σᵢ (Wᵢ − Zᵢ Zᵢᵀ − sᵢ sᵢᵀ))
///     second        Σᵢ tr(Eₖ Wᵢ Eₗ (2 Zᵢ Zᵢᵀ + 2 sᵢ sᵢᵀ − Wᵢ)) − tr(Cₖ Cₗ) − 2 dₖᵀ dₗ
///     its mean      Σᵢ tr(Eₖ Wᵢ Eₗ (Wᵢ − 2 Zᵢ Zᵢᵀ)) + tr(Cₖ Cₗ)
///     Cₖ = Σᵢ Zᵢᵀ Eₖ Zᵢ,  dₖ = Σᵢ Zᵢᵀ Eₖ sᵢ,  sᵢ = Wᵢ (yᵢ − Xᵢ β)
///
/// Subjects who have the same visits are summed first.
final class LikelihoodSlopes {

    private final double[] gradient;
    private final double[][] second;
    private final double[][] mean;
    private final double[][] crossed; // C of each pair, row by row

    private LikelihoodSlopes(int pairs, int coefficients) {
        this.gradient = new double[pairs];
        this.second = new double[pairs][pairs];
        this.mean = new double[pairs][pairs];
        this.crossed = new double[pairs][coefficients * coefficients];
    }

    static LikelihoodSlopes of(RestrictedLikelihood likelihood, int visits, int coefficients) {
        LikelihoodSlopes slopes = new LikelihoodSlopes(CovarianceFunction.pairs(visits), coefficients);
        double[][] products = new double[slopes.gradient.length][coefficients]; // d
        for (RestrictedLikelihood.Part part : likelihood.parts()) {
            slopes.addPart(part);
            slopes.addCrossed(part, products);
        }
        slopes.finish(products, coefficients);
        return slopes;
    }

    private void addPart(RestrictedLikelihood.Part part) {
        int[] visits = part.pattern().visits();
        int n = part.pattern().subjects().size();
        double[][] weights = part.weights();
        double[][] hats = new double[visits.length][visits.length]; // Σ Z Zᵀ
        double[][] squares = new double[visits.length][visits.length]; // Σ s sᵀ
        for (int i = 0; i < n; i++) {
            double[][] z = part.turned().get(i);
            double[] s = part.scores().get(i);
            for (int a = 0; a < visits.length; a++) {
                for (int b = 0; b <= a; b++) {
                    hats[a][b] += dot(z[a], z[b]);
                    squares[a][b] += s[a] * s[b];
                }
            }
        }
        double[][] observed = new double[visits.length][visits.length];
        double[][] expected = new double[visits.length][visits.length];
        for (int a = 0; a < visits.length; a++) {
            for (int b = 0; b <= a; b++) {
                double w = n * weights[a][b];
                gradient[pair(visits[b], visits[a])] += (w - hats[a][b] - squares[a][b]) * (a == b ? 1 : 2);
                observed[a][b] = 2 * (hats[a][b] + squares[a][b]) - w;
                observed[b][a] = observed[a][b];
                expected[a][b] = w - 2 * hats[a][b];
                expected[b][a] = expected[a][b];
            }
        }
        addTraces(second, visits, weights, observed);
        addTraces(mean, visits, weights, expected);
    }

    /// tr(Eₖ W Eₗ N) of all pairs k and l.
    private static void addTraces(double[][] sum, int[] visits, double[][] w, double[][] n) {
        for (int b = 0; b < visits.length; b++) {
            for (int a = 0; a <= b; a++) {
                double[] row = sum[pair(visits[a], visits[b])];
                double half = a == b ? 0.5 : 1;
                for (int d = 0; d < visits.length; d++) {
                    for (int c = 0; c <= d; c++) {
                        double trace = w[b][c] * n[d][a] + w[a][c] * n[d][b] + w[b][d] * n[c][a] + w[a][d] * n[c][b];
                        row[pair(visits[c], visits[d])] += trace * half * (c == d ? 0.5 : 1);
                    }
                }
            }
        }
    }

    /// Adds to C (without its transpose) and d.
    private void addCrossed(RestrictedLikelihood.Part part, double[][] products) {
        int[] visits = part.pattern().visits();
        for (int i = 0; i < part.turned().size(); i++) {
            double[][] z = part.turned().get(i);
            double[] s = part.scores().get(i);
            for (int b = 0; b < visits.length; b++) {
                for (int a = 0; a <= b; a++) {
                    int pair = pair(visits[a], visits[b]);
                    addOuter(crossed[pair], z[a], z[b]);
                    add(products[pair], z[a], s[b]);
                    if (a < b) {
                        add(products[pair], z[b], s[a]);
                    }
                }
            }
        }
    }

    private static void addOuter(double[] sum, double[] u, double[] v) {
        int n = u.length;
        for (int j = 0; j < n; j++) {
            double factor = u[j];
            int start = j * n;
            for (int k = 0; k < n; k++) {
                sum[start + k] += factor * v[k];
            }
        }
    }

    private void finish(double[][] products, int coefficients) {
        for (int pair = 0, other = 0; pair < crossed.length; other++) {
            for (int one = 0; one <= other; one++, pair++) {
                if (one < other) {
                    addTransposed(crossed[pair], coefficients);
                }
            }
        }
        for (int k = 0; k < crossed.length; k++) {
            for (int l = 0; l <= k; l++) {
                double trace = dot(crossed[k], crossed[l]);
                second[k][l] -= trace + 2 * dot(products[k], products[l]);
                second[l][k] = second[k][l];
                mean[k][l] += trace;
                mean[l][k] = mean[k][l];
            }
        }
    }

    private static void addTransposed(double[] matrix, int n) {
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = matrix[j * n + k] + matrix[k * n + j];
                matrix[j * n + k] = sum;
                matrix[k * n + j] = sum;
            }
        }
    }

    /// One a pair.
    double[] gradient() {
        return gradient;
    }

    /// The observed second derivatives, of each two pairs.
    double[][] second() {
        return second;
    }

    /// What is expected of the second derivatives; never negative definite.
    double[][] mean() {
        return mean;
    }

    /// C of each pair, row by row: the derivative by its element of the inverse of the turned coefficients' information.
    double[][] crossed() {
        return crossed;
    }
}
