package org.tabularium.statistic.repeated;

/// Every element is a parameter of its own.
record UnstructuredCovariance(int visits) implements CovarianceFunction {

    @Override
    public double[] near(double[][] moments) {
        double[] theta = new double[CovarianceFunction.pairs(visits)];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                theta[CovarianceFunction.pair(a, b)] = moments[a][b];
            }
        }
        return theta;
    }

    @Override
    public double[][] matrix(double[] theta) {
        double[][] matrix = new double[visits][visits];
        for (int b = 0; b < visits; b++) {
            for (int a = 0; a <= b; a++) {
                matrix[a][b] = theta[CovarianceFunction.pair(a, b)];
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    @Override
    public double[][] slopes(double[] theta) {
        double[][] slopes = new double[theta.length][theta.length];
        for (int k = 0; k < theta.length; k++) {
            slopes[k][k] = 1;
        }
        return slopes;
    }

    @Override
    public double[][] curvature(double[] theta, double[] gradient) {
        return new double[theta.length][theta.length];
    }
}
