package org.tabularium.selection.bds;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;

/// The value of one BDS record.
public final class AnalysisValue {

    private AnalysisValue() {}

    /// Whether records have a value, as a number or as text.
    public static IntPredicate valued(JoinedRecords records) {
        Optional<JoinedColumn> number = records.field("AVAL");
        Optional<JoinedColumn> text = records.field("AVALC");
        if (number.isPresent() && text.isPresent()) {
            JoinedColumn first = number.get();
            JoinedColumn second = text.get();
            return row -> !first.isMissing(row) || !second.isMissing(row);
        }
        return number.or(() -> text).<IntPredicate>map(field -> row -> !field.isMissing(row)).orElse(row -> false);
    }

    /// AVAL of records, for asking about many; NaN where missing.
    public static IntToDoubleFunction numbers(JoinedRecords records) {
        return records.field("AVAL").<IntToDoubleFunction>map(field -> field::number).orElse(row -> Double.NaN);
    }

    /// AVAL; NaN where missing.
    public static double number(JoinedRecords records, int row) {
        return records.field("AVAL").map(f -> f.number(row)).orElse(Double.NaN);
    }

    /// A response: AVALC Y or N (Yes, No) in any letter case, else AVAL 1 or 0, whatever else AVALC says (such as "Responder"); empty for anything else.
    public static Optional<Boolean> response(JoinedRecords records, int row) {
        String text = records.field("AVALC").map(f -> f.text(row)).orElse("");
        if (text.equalsIgnoreCase("Y") || text.equalsIgnoreCase("YES")) {
            return Optional.of(true);
        }
        if (text.equalsIgnoreCase("N") || text.equalsIgnoreCase("NO")) {
            return Optional.of(false);
        }
        double number = number(records, row);
        return number == 0 || number == 1 ? Optional.of(number == 1) : Optional.empty();
    }
}
