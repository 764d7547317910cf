package org.tabularium.result;

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
    /// Least squares mean.
    LSMEAN,
    DIFFERENCE,
    HAZARD_RATIO,
    /// The time by which half of the subjects have the event; the quartiles likewise.
    MEDIAN_TIME,
    Q1_TIME,
    Q3_TIME,
    /// Number of subjects at risk at a time.
    AT_RISK,
    /// Number of subjects whose observation ends at a time without the event.
    CENSORED,
    /// Share of subjects without the event at a time, 0 to 1.
    SURVIVAL,
    /// By 100 patient-years.
    RATE,
    RATE_RATIO,
    /// By 100 patient-years.
    RATE_DIFFERENCE,
    /// The time that a rate is of.
    PATIENT_YEARS,
    /// A toxicity grade of one event, 1 to 5.
    GRADE,
    /// What a rule decides, in words.
    DECISION,
    /// A listing's cell.
    VALUE;

    /// The word in `results.json`: `N` for the column total, else lower case with hyphens.
    public String word() {
        return this == COLUMN_TOTAL ? "N" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
