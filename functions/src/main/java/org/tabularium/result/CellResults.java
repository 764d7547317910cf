package org.tabularium.result;

import java.util.List;

/// What one cell shows: results and the form they are to be shown in.
///
/// @param form how the results make the cell
/// @param results in the order the form names them
/// @param decimals decimals the variable was collected with; 0 for counts
/// @param denominator of the percentage; 0 where there is none
public record CellResults(Form form, List<Result> results, int decimals, long denominator) {

    /// How results make a cell.
    public enum Form {
        EMPTY,
        /// one result that could not be there: `–`
        NOT_APPLICABLE,
        /// no result, since it is not to be shown: `[c]`
        WITHHELD,
        /// count
        COUNT,
        /// count, percent
        COUNT_PERCENT,
        /// count, percent, events
        COUNT_PERCENT_EVENTS,
        /// count, n, percent: `3/6 (50.0%)`
        FRACTION,
        /// lower, upper, in percent
        PERCENT_INTERVAL,
        /// difference, lower, upper, in percentage points with the decimals of percentages: `12.5 (-1.0, 25.1)`
        PERCENT_DIFFERENCE,
        /// estimate, lower, upper, all with the estimate's decimals: `33.0 (27.0, NE)`
        ESTIMATE_INTERVAL,
        /// least and greatest time, events at the least, subjects censored at the greatest: `1.2 to 23.4+`
        TIME_RANGE,
        /// estimate, standard error: `-0.5 (0.82)`
        ESTIMATE_ERROR,
        /// lower, upper, with the cell's own decimals: `(-2.1, 1.1)`
        INTERVAL,
        /// one statistic with the decimals of its kind
        STATISTIC,
        /// mean, sd
        MEAN_SD,
        /// lower, upper: `32, 40`
        PAIR,
        /// centre, lower, upper: `37·5 (32·0–39·8)`
        CENTRE_RANGE,
        P_VALUE,
        /// a listing's cell
        VALUE
    }

    public static final CellResults EMPTY = new CellResults(Form.EMPTY, List.of(), 0, 0);
}
