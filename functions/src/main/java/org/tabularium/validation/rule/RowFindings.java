package org.tabularium.validation.rule;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.tabularium.finding.Finding;

/// Rows with the same problem: the first 20 one by one, then one finding that counts the others.
public final class RowFindings implements AutoCloseable {

    /// How many rows are named.
    public static final int LISTED = 20;

    private final ExaminedDataset dataset;
    private final Finding pattern;
    private final Consumer<Finding> findings;
    private int count;

    /// @param pattern severity, code, variable (ours), message and remedy of each row's finding
    public RowFindings(ExaminedDataset dataset, Finding pattern, Consumer<Finding> findings) {
        this.dataset = dataset;
        this.pattern = pattern.variable() == null ? pattern : pattern.of(dataset.named(pattern.variable()));
        this.findings = findings;
    }

    /// A row with the pattern's message.
    ///
    /// @param value the offending value; blank for none
    public void add(int row, String value) {
        add(row, value, pattern.message());
    }

    /// A row with a message of its own.
    public void add(int row, String value, String message) {
        count++;
        if (count <= LISTED) {
            Finding finding = new Finding(
                    pattern.severity(), pattern.code(), null, null, pattern.variable(), null, message, pattern.remedy());
            findings.accept(dataset.at(row, value.isBlank() ? finding : finding.value(value)));
        }
    }

    /// A row whose value is written only if it is named: for rules that a million rows may break.
    public void add(int row, IntFunction<String> value) {
        add(row, value, at -> pattern.message());
    }

    /// A row whose value and message are written only if it is named.
    public void add(int row, IntFunction<String> value, IntFunction<String> message) {
        if (count < LISTED) {
            add(row, value.apply(row), message.apply(row));
        } else {
            count++;
        }
    }

    /// Tells how many rows there were beyond those named.
    @Override
    public void close() {
        if (count > LISTED) {
            String message = String.format(
                    Locale.ROOT, "the same is true of %,d more %s, %,d in all", count - LISTED,
                    count - LISTED == 1 ? "row" : "rows", count);
            findings.accept(dataset.in(new Finding(
                    pattern.severity(), pattern.code(), null, null, pattern.variable(), null, message, pattern.remedy())));
        }
    }
}
