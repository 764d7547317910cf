package org.tabularium.table.number;

/// How many decimals a variable was collected with.
public final class Decimals {

    /// No variable is taken to be collected with more decimals than this.
    public static final int MOST = 2;

    private Decimals() {}

    /// The number of decimals seen most in the values, after binary noise is taken off ({@link Rounding#asWritten}); of two seen equally often the larger.
    /// Values with more than two decimals (computed ones: 11.0833333333) count as two. The display rules add one for mean, median and quartiles, two for the SD.
    ///
    /// @param values in any order; NaN (missing) and infinite values are passed over
    /// @return 0, 1 or 2; 0 where there is no value
    public static int collected(double[] values) {
        int[] seen = new int[MOST + 1];
        for (double value : values) {
            if (Double.isFinite(value)) {
                seen[Math.min(Rounding.asWritten(value).scale(), MOST)]++;
            }
        }
        int most = 0;
        for (int decimals = 1; decimals <= MOST; decimals++) {
            if (seen[decimals] > 0 && seen[decimals] >= seen[most]) {
                most = decimals;
            }
        }
        return most;
    }
}
