package org.tabularium.shell;

/// One row of statistics of a continuous variable; the YAML word is the lower-case name with hyphens.
public enum SummaryLine {
    N,
    MEAN,
    SD,
    MEAN_SD,
    MEDIAN,
    Q1,
    Q3,
    Q1_Q3,
    MIN,
    MAX,
    MIN_MAX,
    /// `37·5 (32·0–39·8)` beside the variable's own label.
    MEDIAN_Q1_Q3,
    /// `6.4 (3.1–13.1)` beside the variable's own label.
    MEDIAN_MIN_MAX
}
