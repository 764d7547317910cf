package org.tabularium.finding;

import org.jspecify.annotations.Nullable;

/// One thing wrong or odd in the input.
///
/// @param severity what it means for the report
/// @param code stable upper-case code, e.g. `SUBJECT_UNKNOWN`
/// @param dataset dataset or file name, e.g. `ADAE` or `study.yaml`; null when it concerns the study
/// @param row row of the dataset counted from 1 (for a YAML file its line); null when no single row is meant
/// @param variable the variable or key; null when none is meant
/// @param value an excerpt of the offending value, at most 60 characters; null when none is meant
/// @param message what is wrong and what was expected, one sentence without the place
/// @param remedy what to do, one sentence; empty when there is nothing to do
public record Finding(
        Severity severity,
        String code,
        @Nullable String dataset,
        @Nullable Long row,
        @Nullable String variable,
        @Nullable String value,
        String message,
        String remedy) {

    private static final int EXCERPT = 60;

    public Finding {
        if (value != null && value.length() > EXCERPT) {
            value = value.substring(0, EXCERPT - 1) + "…";
        }
    }

    /// A finding of the whole study.
    public static Finding of(Severity severity, String code, String message) {
        return new Finding(severity, code, null, null, null, null, message, "");
    }

    public static Finding error(String code, String message) {
        return of(Severity.ERROR, code, message);
    }

    public static Finding warning(String code, String message) {
        return of(Severity.WARNING, code, message);
    }

    public static Finding note(String code, String message) {
        return of(Severity.NOTE, code, message);
    }

    public Finding in(String newDataset) {
        return new Finding(severity, code, newDataset, row, variable, value, message, remedy);
    }

    public Finding at(long newRow) {
        return new Finding(severity, code, dataset, newRow, variable, value, message, remedy);
    }

    public Finding of(String newVariable) {
        return new Finding(severity, code, dataset, row, newVariable, value, message, remedy);
    }

    public Finding value(String newValue) {
        return new Finding(severity, code, dataset, row, variable, newValue, message, remedy);
    }

    public Finding withoutValue() {
        return new Finding(severity, code, dataset, row, variable, null, message, remedy);
    }

    public Finding remedy(String newRemedy) {
        return new Finding(severity, code, dataset, row, variable, value, message, newRemedy);
    }

    /// The finding as one line, e.g. `error ADAE row 17 USUBJID: "A-99" is not in ADSL [SUBJECT_UNKNOWN]`.
    public String line() {
        StringBuilder line = new StringBuilder(severity.word());
        if (dataset != null) {
            line.append(' ').append(dataset);
        }
        if (row != null) {
            line.append(dataset != null && dataset.endsWith(".yaml") ? " line " : " row ").append(row);
        }
        if (variable != null) {
            line.append(' ').append(variable);
        }
        line.append(": ");
        if (value != null) {
            line.append('"').append(value).append("\" ");
        }
        line.append(message);
        if (!remedy.isEmpty()) {
            line.append("; ").append(remedy);
        }
        line.append(" [").append(code).append(']');
        // Neither a line end nor a mark of writing direction, which a file's name may have, makes it look like another one.
        return line.toString().replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    }
}
