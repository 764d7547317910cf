package org.tabularium.statistic.proportion;

import org.tabularium.statistic.Estimate;

/// The tests of two proportions without strata.
///
/// One side of a chi-square test is that of its signed root, as R's `prop.test` has it; of Fisher's that of the hypergeometric
/// distribution.
public enum ProportionTest {
    FISHER, CHI_SQUARE, CHI_SQUARE_CORRECTED, SCHOUTEN, LIKELIHOOD_RATIO;

    /// The p-value.
    ///
    /// @param alternative what is to be shown of the first group's proportion
    /// @return not estimable where a group has no subjects, or all or none have the property (Fisher's: with no subject at all)
    public Estimate pValue(Pair pair, Alternative alternative) {
        Proportion first = pair.group();
        Proportion second = pair.reference();
        double direction = (double) first.count() * second.n() - (double) second.count() * first.n();
        return switch (this) {
            case FISHER -> FisherExactTest.pValue(first.count(), first.n() - first.count(), second.count(),
                    second.n() - second.count(), alternative);
            case CHI_SQUARE -> alternative.of(PearsonChiSquare.pValue(pair.table()), direction);
            case CHI_SQUARE_CORRECTED -> alternative.of(PearsonChiSquare.correctedPValue(pair.table()), direction);
            case SCHOUTEN -> alternative.of(PearsonChiSquare.schoutenPValue(pair.table()), direction);
            case LIKELIHOOD_RATIO -> alternative.of(LikelihoodRatioChiSquare.pValue(pair.table()), direction);
        };
    }
}
