package org.tabularium.shell;

/// One row of statistics of a continuous variable; the YAML word is the lower-case name with hyphens.
public enum SummaryLine {
    N("n"),
    MEAN("Mean"),
    SD("SD"),
    MEAN_SD("Mean (SD)"),
    MEDIAN("Median"),
    Q1("Q1"),
    Q3("Q3"),
    Q1_Q3("Q1, Q3"),
    MIN("Min"),
    MAX("Max"),
    MIN_MAX("Min, Max"),
    /// `37·5 (32·0–39·8)` beside the variable's own label.
    MEDIAN_Q1_Q3("Median (IQR)"),
    /// `6.4 (3.1–13.1)` beside the variable's own label.
    MEDIAN_MIN_MAX("Median (range)");

    private final String label;

    SummaryLine(String label) {
        this.label = label;
    }

    /// The row's label.
    public String label() {
        return label;
    }
}
