package org.tabularium.statistic.proportion;

/// The sums of a table of counts.
///
/// @param rows of each row
/// @param columns of each column
/// @param total of all
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
record Margins(double[] rows, double[] columns, double total) {

    static final String TOO_FEW = "the test needs two rows and two columns with counts";

    /// @param counts rows of columns, all of one length
    static Margins of(long[][] counts) {
        double[] rows = new double[counts.length];
        double[] columns = new double[counts.length == 0 ? 0 : counts[0].length];
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        return new Margins(rows, columns, total);
    }

    /// The count of a cell where rows and columns are independent.
    double expected(int row, int column) {
        return rows[row] * columns[column] / total;
    }

    /// (rows − 1)(columns − 1) of those with counts; 0 where there are fewer than two of either.
    double freedom() {
        return Math.max(0, filled(rows) - 1.0) * Math.max(0, filled(columns) - 1.0);
    }

    private static int filled(double[] sums) {
        int filled = 0;
        for (double sum : sums) {
            filled += sum > 0 ? 1 : 0;
        }
        return filled;
    }
}
