package org.tabularium.selection.bds;

import java.util.function.IntToDoubleFunction;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.selection.JoinedColumn;

/// A number of each record of a dataset, NaN where it has none: of one record, or of many at once, which costs a fraction.
@FunctionalInterface
public interface RecordNumbers extends IntToDoubleFunction {

    /// The numbers of some records.
    ///
    /// @param rows below 0 for none
    /// @param from which of `rows` is the first to look at
    /// @param to behind the last
    /// @param into takes the number of `rows[i]` at i; NaN where there is none
    default void ofRows(int[] rows, int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i] = rows[i] < 0 ? Double.NaN : applyAsDouble(rows[i]);
        }
    }

    /// The numbers of records that follow each other.
    ///
    /// @param into takes the first at 0
    default void following(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = applyAsDouble(from + i);
        }
    }

    /// No number has more decimals than these; [Integer#MAX_VALUE] where that is not known.
    default int mostDecimals() {
        return Integer.MAX_VALUE;
    }

    /// Those of a variable; NaN throughout where it is text.
    static RecordNumbers of(JoinedColumn variable) {
        return variable.via() == null && variable.column() instanceof NumericColumn numbers ? new Own(numbers) : variable::number;
    }

    /// Of a variable of the dataset itself.
    record Own(NumericColumn numbers) implements RecordNumbers {

        @Override
        public double applyAsDouble(int row) {
            return row < 0 ? Double.NaN : numbers.value(row);
        }

        @Override
        public void ofRows(int[] rows, int from, int to, double[] into) {
            numbers.values(rows, from, to, into);
        }

        @Override
        public void following(int from, int count, double[] into) {
            numbers.values(from, count, into);
        }

        @Override
        public int mostDecimals() {
            return numbers.mostDecimals();
        }
    }
}
