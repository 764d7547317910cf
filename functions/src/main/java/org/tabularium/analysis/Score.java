package org.tabularium.analysis;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// The value of one BDS record.
final class Score {

    private Score() {}

    /// Whether records have a value, as a number or as text.
    static IntPredicate valued(Records records) {
        Optional<Field> number = records.field("AVAL");
        Optional<Field> text = records.field("AVALC");
        if (number.isPresent() && text.isPresent()) {
            Field first = number.get();
            Field second = text.get();
            return row -> !first.isMissing(row) || !second.isMissing(row);
        }
        return number.or(() -> text).<IntPredicate>map(field -> row -> !field.isMissing(row)).orElse(row -> false);
    }

    /// AVAL of records, for asking about many; NaN where missing.
    static IntToDoubleFunction numbers(Records records) {
        return records.field("AVAL").<IntToDoubleFunction>map(field -> field::number).orElse(row -> Double.NaN);
    }

    /// AVAL; NaN where missing.
    static double number(Records records, int row) {
        return records.field("AVAL").map(f -> f.number(row)).orElse(Double.NaN);
    }

    /// A response: AVALC Y or N (Yes, No) in any letter case, else AVAL 1 or 0, whatever else AVALC says (such as "Responder"); empty for anything else.
    static Optional<Boolean> response(Records records, int row) {
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
