package org.tabularium.statistic.repeated;

/// σ(a, b) = s(a) s(b) c(|a − b|), with one correlation ρ for all pairs or ρ to the power of their distance.
///
/// The parameters are the logarithms of the standard deviations, then Fisher's z of ρ = tanh z.
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
            theta[k] = StrictMath.log(theta[k]) / 2;
        }
        double least = fading ? -WIDEST : -WIDEST / (visits - 1);
        double correlation = Math.clamp(correlations / counted, least, WIDEST);
        theta[scales] = StrictMath.log((1 + correlation) / (1 - correlation)) / 2;
        return theta;
    }

    private int scale(int visit) {
        return scales == 1 ? 0 : visit;
    }

    @Override
    public double[][] matrix(double[] theta) {
        double correlation = StrictMath.tanh(theta[scales]);
        double[][] matrix = new double[visits][visits];
        for (int a = 0; a < visits; a++) {
            for (int b = 0; b < visits; b++) {
                matrix[a][b] = product(theta, a, b) * value(correlation, Math.abs(a - b));
            }
        }
        return matrix;
    }

    private double product(double[] theta, int a, int b) {
        return StrictMath.exp(theta[scale(a)] + theta[scale(b)]);
    }

    @Override
    public double[][] slopes(double[] theta) {
        double correlation = StrictMath.tanh(theta[scales]);
        double inner = 1 - correlation * correlation;
        double[][] slopes = new double[theta.length][CovarianceFunction.pairs(visits)];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                int pair = CovarianceFunction.pair(a, b);
                double product = product(theta, a, b);
                slopes[scale(a)][pair] += product * value(correlation, b - a);
                slopes[scale(b)][pair] += product * value(correlation, b - a);
                slopes[scales][pair] = product * slope(correlation, b - a) * inner;
            }
        }
        return slopes;
    }

    @Override
    public double[][] curvature(double[] theta, double[] gradient) {
        double correlation = StrictMath.tanh(theta[scales]);
        double inner = 1 - correlation * correlation;
        double[][] sum = new double[theta.length][theta.length];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                double product = gradient[CovarianceFunction.pair(a, b)] * product(theta, a, b);
                double value = product * value(correlation, b - a);
                double slope = product * slope(correlation, b - a) * inner;
                double bend = product * bend(correlation, b - a) * inner * inner - 2 * correlation * slope;
                for (int one : new int[]{scale(a), scale(b)}) {
                    sum[one][scale(a)] += value;
                    sum[one][scale(b)] += value;
                    sum[one][scales] += slope;
                    sum[scales][one] += slope;
                }
                sum[scales][scales] += bend;
            }
        }
        return sum;
    }

    /// The correlation at a distance.
    private double value(double correlation, int distance) {
        if (distance == 0) {
            return 1;
        }
        return fading ? power(correlation, distance) : correlation;
    }

    /// Its derivative by ρ.
    private double slope(double correlation, int distance) {
        if (distance == 0) {
            return 0;
        }
        return fading ? distance * power(correlation, distance - 1) : 1;
    }

    /// Its second derivative by ρ.
    private double bend(double correlation, int distance) {
        return fading && distance > 1 ? distance * (distance - 1) * power(correlation, distance - 2) : 0;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
