package org.tabularium.validation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;

/// Rows with the same problem. Up to three are one finding each; of more there is one finding, at the first row, that names the
/// next ones and counts all: what
/// else is wrong with a study is not to be lost among a thousand lines that say the same.
public final class RowFindings implements AutoCloseable {

    /// How many rows have a finding of their own.
    public static final int EACH = 3;
    /// How many rows are named.
    public static final int NAMED = 10;

    private final ExaminedDataset dataset;
    private final Finding pattern;
    private final Consumer<Finding> findings;
    private final List<Finding> first = new ArrayList<>();
    private final List<Finding> places = new ArrayList<>();
    private int count;

    /// Collects the rows of one problem.
    ///
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
        add(row, at -> value, at -> message);
    }

    /// A row whose value is written only if it is named: for rules that a million rows may break.
    public void add(int row, IntFunction<String> value) {
        add(row, value, at -> pattern.message());
    }

    /// A row whose value and message are written only if it is named.
    public void add(int row, IntFunction<String> value, IntFunction<String> message) {
        count++;
        if (count <= EACH) {
            String written = value.apply(row);
            Finding finding = new Finding(
                    pattern.severity(), pattern.code(), null, null, pattern.variable(), null, message.apply(row),
                    pattern.remedy());
            first.add(dataset.at(row, written.isBlank() ? finding : finding.value(written)));
        }
        if (count <= NAMED) {
            places.add(dataset.at(row, pattern));
        }
    }

    /// Tells what was found.
    @Override
    public void close() {
        if (count <= EACH) {
            first.forEach(findings);
            return;
        }
        Finding one = first.getFirst();
        findings.accept(new Finding(one.severity(), one.code(), one.dataset(), one.row(), one.variable(), one.value(),
                one.message() + others(one), one.remedy()));
    }

    private String others(Finding one) {
        String named = places.stream().skip(1)
                .map(place -> (String.valueOf(place.dataset()).equals(String.valueOf(one.dataset())) ? "" : place.dataset() + " ")
                        + place.row())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, " (%,d rows: also %s%s)", count, named,
                count > NAMED ? String.format(Locale.ROOT, " and %,d more", count - NAMED) : "");
    }
}
