package org.tabularium.table.number;

/// How a house style prints numbers.
///
/// @param decimalMark '.' or '·'
/// @param percentDecimals decimals of percentages, 0 or more; the default of the styles is 1
/// @param wholePercentBelow100 percentages without decimals where the denominator is below 100
/// @param quantilesAsCollected whether median and quartiles have the decimals of the data where all of them are exact at those
/// @param pValue how p-values are printed
/// @param interval how limits are printed
/// @param intervalsOfOne whether a proportion of one subject has an interval
/// @param thinSpaces whether whole numbers of five and more digits have thin spaces between thousands
public record NumberStyle(char decimalMark, int percentDecimals, boolean wholePercentBelow100, boolean quantilesAsCollected,
        PValueStyle pValue, IntervalStyle interval, boolean intervalsOfOne, boolean thinSpaces) {

    /// The same style with other decimals of percentages, whatever the denominator.
    public NumberStyle withPercentDecimals(int decimals) {
        return new NumberStyle(decimalMark, decimals, false, quantilesAsCollected, pValue, interval, intervalsOfOne,
                thinSpaces);
    }

    public NumberStyle {
        if (percentDecimals < 0) {
            throw new IllegalArgumentException("decimals of percentages must not be negative: " + percentDecimals);
        }
    }
}
