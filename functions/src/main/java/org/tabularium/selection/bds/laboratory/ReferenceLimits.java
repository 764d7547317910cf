package org.tabularium.selection.bds.laboratory;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;

/// The limits of normal of each record: ANRLO and ANRHI, else A1LO and A1HI, the analysis range of ADaM; NaN where neither is
/// there.
final class ReferenceLimits {

    private final IntToDoubleFunction lower;
    private final IntToDoubleFunction upper;

    private ReferenceLimits(IntToDoubleFunction lower, IntToDoubleFunction upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static ReferenceLimits of(JoinedRecords records) {
        return new ReferenceLimits(either(records, "ANRLO", "A1LO"), either(records, "ANRHI", "A1HI"));
    }

    private static IntToDoubleFunction either(JoinedRecords records, String first, String second) {
        Optional<JoinedColumn> one = records.field(first).filter(JoinedColumn::numeric);
        Optional<JoinedColumn> other = records.field(second).filter(JoinedColumn::numeric);
        return row -> {
            double limit = one.map(field -> field.number(row)).orElse(Double.NaN);
            return Double.isNaN(limit) ? other.map(field -> field.number(row)).orElse(Double.NaN) : limit;
        };
    }

    double lower(int row) {
        return lower.applyAsDouble(row);
    }

    double upper(int row) {
        return upper.applyAsDouble(row);
    }
}
