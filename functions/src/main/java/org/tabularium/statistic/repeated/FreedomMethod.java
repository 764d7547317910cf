package org.tabularium.statistic.repeated;

/// How errors and degrees of freedom allow for the covariance being estimated.
public enum FreedomMethod {

    /// Degrees of freedom by F. E. Satterthwaite's approximation of the variance's distribution; errors as if the covariance were
    /// known.
    SATTERTHWAITE,

    /// The variance corrected after M. G. Kenward and J. H. Roger (Biometrics 53 (1997) 983-997) without the second derivatives
    /// of the covariance, which are 0 where it is linear in its parameters (unstructured, compound symmetry). For a single
    /// function of the coefficients the degrees of freedom are Satterthwaite's.
    KENWARD_ROGER
}
