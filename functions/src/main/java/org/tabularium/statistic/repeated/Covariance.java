package org.tabularium.statistic.repeated;

/// How the values of one subject vary together, from visit to visit; all subjects alike. The number of parameters is that of t
/// visits.
public enum Covariance {

    /// Any variance of each visit, any covariance of two: t (t + 1) / 2 parameters. SAS's TYPE=UN, mmrm's `us`.
    UNSTRUCTURED,

    /// One variance, one correlation: 2 parameters. SAS's TYPE=CS, mmrm's `cs`.
    COMPOUND_SYMMETRY,

    /// A variance of each visit, one correlation: t + 1 parameters. SAS's TYPE=CSH, mmrm's `csh`.
    HETEROGENEOUS_COMPOUND_SYMMETRY,

    /// One variance, correlation ρ to the power of how many visits lie from one to the other: 2 parameters. The visits that have
    /// values count as equally spaced. SAS's TYPE=AR(1), mmrm's `ar1`.
    AUTOREGRESSIVE,

    /// A variance of each visit, correlations as [#AUTOREGRESSIVE]: t + 1 parameters. SAS's TYPE=ARH(1), mmrm's `ar1h`.
    HETEROGENEOUS_AUTOREGRESSIVE;

    /// Its function of parameters, for so many visits; at a single visit all are a variance.
    CovarianceFunction of(int visits) {
        if (visits == 1) {
            return new CholeskyCovariance(visits);
        }
        return switch (this) {
            case UNSTRUCTURED -> new CholeskyCovariance(visits);
            case COMPOUND_SYMMETRY, AUTOREGRESSIVE -> new ScaledCorrelation(visits, 1, this == AUTOREGRESSIVE);
            case HETEROGENEOUS_COMPOUND_SYMMETRY, HETEROGENEOUS_AUTOREGRESSIVE ->
                new ScaledCorrelation(visits, visits, this == HETEROGENEOUS_AUTOREGRESSIVE);
        };
    }
}
