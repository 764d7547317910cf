package org.tabularium.study;

import java.util.Optional;
import org.tabularium.dataset.NumericColumn;

/// Variables of ADSL that are in one unit once they are read, whatever they are delivered in: ages (AGE) in years, the duration
/// of follow-up (FUPDUR) in months.
public final class CommonUnits {

    public static final String AGE = "AGE";
    public static final String FOLLOW_UP = "FUPDUR";

    private static final double MONTHS_A_YEAR = 12;

    private CommonUnits() {}

    /// The unit of follow-up that a label says; months where it says none.
    ///
    /// @return empty for a unit that is no length of time
    public static Optional<TimeUnit> ofFollowUp(String label) {
        return Optional.of(TimeUnit.ofLabel(label).map(TimeUnit.Written::unit).orElse(TimeUnit.MONTHS))
                .filter(unit -> unit.aYear().isPresent());
    }

    /// Durations in months.
    ///
    /// @param unit of the numbers, a length of time
    static NumericColumn inMonths(NumericColumn numbers, TimeUnit unit) {
        double aMonth = unit.aYear().orElseThrow() / MONTHS_A_YEAR;
        return NumericColumn.computed(numbers.variable(), numbers.size(), row -> numbers.value(row) / aMonth);
    }

    /// A variable's label with the unit that its values have once they are read.
    public static String label(String variable, String delivered) {
        return switch (variable) {
            case AGE -> TimeUnit.YEARS.put(delivered);
            case FOLLOW_UP -> ofFollowUp(delivered).isPresent() ? TimeUnit.MONTHS.put(delivered) : delivered;
            default -> delivered;
        };
    }
}
