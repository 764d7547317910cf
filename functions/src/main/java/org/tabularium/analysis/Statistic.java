package org.tabularium.analysis;

import java.util.Locale;

/// The statistics of `results.json`; the meaning of each word is part of the contract.
public enum Statistic {
    /// Column total: subjects of the population in the column.
    COLUMN_TOTAL,
    /// Number of non-missing values, or the denominator of a response.
    N,
    MISSING,
    MEAN,
    SD,
    SE,
    MEDIAN,
    Q1,
    Q3,
    MIN,
    MAX,
    /// Number of subjects.
    COUNT,
    /// 0 to 100.
    PERCENT,
    /// Number of events.
    EVENTS,
    CI_LOWER,
    CI_UPPER,
    P_VALUE,
    ESTIMATE,
    /// A listing's cell.
    VALUE;

    /// The word in `results.json`: `N` for the column total, else lower case with hyphens.
    public String word() {
        return this == COLUMN_TOTAL ? "N" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
