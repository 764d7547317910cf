package org.tabularium.selection.bds;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;

/// The value of one BDS record.
public final class AnalysisValue {

    private AnalysisValue() {}

    /// Whether records have a value, as a number or as text.
    public static IntPredicate valued(JoinedRecords records) {
        Optional<JoinedColumn> number = records.field("AVAL");
        Optional<JoinedColumn> text = records.field("AVALC");
        if (number.isPresent() && number.get().isAlwaysThere()) {
            return row -> true;
        }
        if (number.isPresent() && text.isPresent()) {
            JoinedColumn first = number.get();
            JoinedColumn second = text.get();
            return row -> !first.isMissing(row) || !second.isMissing(row);
        }
        return number.or(() -> text).<IntPredicate>map(field -> row -> !field.isMissing(row)).orElse(row -> false);
    }

    /// AVAL of records, for asking about many; NaN where missing.
    public static RecordNumbers numbers(JoinedRecords records) {
        return records.field("AVAL").map(RecordNumbers::of).orElse(row -> Double.NaN);
    }

    /// AVAL; NaN where missing.
    public static double number(JoinedRecords records, int row) {
        return records.field("AVAL").map(f -> f.number(row)).orElse(Double.NaN);
    }
}
