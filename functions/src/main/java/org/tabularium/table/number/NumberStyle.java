package org.tabularium.table.number;

/// How a house style prints numbers.
///
/// @param decimalMark '.' or '·'
/// @param percentDecimals decimals of percentages, 0 or more; the default of the styles is 1
/// @param wholePercentBelow100 percentages without decimals where the denominator is below 100
/// @param pValue how p-values are printed
public record NumberStyle(char decimalMark, int percentDecimals, boolean wholePercentBelow100, PValueStyle pValue) {

    public NumberStyle {
        if (percentDecimals < 0) {
            throw new IllegalArgumentException("decimals of percentages must not be negative: " + percentDecimals);
        }
    }
}
