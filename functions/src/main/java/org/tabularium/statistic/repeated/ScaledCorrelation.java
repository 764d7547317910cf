package org.tabularium.statistic.repeated;

/// σ(a, b) = s(a) s(b) c(|a − b|), with one correlation ρ for all pairs or ρ to the power of their distance.
///
/// The parameters are the standard deviations, then ρ.
///
/// @param visits how many, at least 2
/// @param scales 1 for a common standard deviation, else as many as visits
/// @param fading whether the correlation is ρ to the power of the distance
record ScaledCorrelation(int visits, int scales, boolean fading) implements CovarianceFunction {

    /// Starts are kept within these correlations.
    private static final double WIDEST = 0.9;

    @Override
    public double[] near(double[][] moments) {
        double[] theta = new double[scales + 1];
        double correlations = 0;
        int counted = 0;
        for (int b = 0; b < visits; b++) {
            theta[scale(b)] += moments[b][b] * scales / visits;
            for (int a = fading ? Math.max(0, b - 1) : 0; a < b; a++) {
                correlations += moments[a][b] / Math.sqrt(moments[a][a] * moments[b][b]);
                counted++;
            }
        }
        for (int k = 0; k < scales; k++) {
            theta[k] = Math.sqrt(theta[k]);
        }
        double least = fading ? -WIDEST : -WIDEST / (visits - 1);
        theta[scales] = Math.clamp(correlations / counted, least, WIDEST);
        return theta;
    }

    private int scale(int visit) {
        return scales == 1 ? 0 : visit;
    }

    @Override
    public double[][] matrix(double[] theta) {
        double[][] matrix = new double[visits][visits];
        for (int k = 0; k < scales; k++) {
            if (theta[k] <= 0) {
                return matrix;
            }
        }
        for (int a = 0; a < visits; a++) {
            for (int b = 0; b < visits; b++) {
                matrix[a][b] = theta[scale(a)] * theta[scale(b)] * correlation(theta, Math.abs(a - b));
            }
        }
        return matrix;
    }

    @Override
    public double[][] slopes(double[] theta) {
        double[][] slopes = new double[theta.length][CovarianceFunction.pairs(visits)];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                int pair = CovarianceFunction.pair(a, b);
                slopes[scale(a)][pair] += theta[scale(b)] * correlation(theta, b - a);
                slopes[scale(b)][pair] += theta[scale(a)] * correlation(theta, b - a);
                slopes[scales][pair] = theta[scale(a)] * theta[scale(b)] * slope(theta, b - a);
            }
        }
        return slopes;
    }

    @Override
    public double[][] curvature(double[] theta, double[] gradient) {
        double[][] sum = new double[theta.length][theta.length];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                double g = gradient[CovarianceFunction.pair(a, b)];
                int one = scale(a);
                int other = scale(b);
                sum[one][other] += g * correlation(theta, b - a);
                sum[other][one] += g * correlation(theta, b - a);
                sum[one][scales] += g * theta[other] * slope(theta, b - a);
                sum[other][scales] += g * theta[one] * slope(theta, b - a);
                sum[scales][scales] += g * theta[one] * theta[other] * bend(theta, b - a);
            }
        }
        for (int k = 0; k < scales; k++) {
            sum[scales][k] = sum[k][scales];
        }
        return sum;
    }

    private double correlation(double[] theta, int distance) {
        if (distance == 0) {
            return 1;
        }
        return fading ? power(theta[scales], distance) : theta[scales];
    }

    /// By ρ.
    private double slope(double[] theta, int distance) {
        if (distance == 0) {
            return 0;
        }
        return fading ? distance * power(theta[scales], distance - 1) : 1;
    }

    /// Twice by ρ.
    private double bend(double[] theta, int distance) {
        return fading && distance > 1 ? distance * (distance - 1) * power(theta[scales], distance - 2) : 0;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
