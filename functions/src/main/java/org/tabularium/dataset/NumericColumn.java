package org.tabularium.dataset;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Numbers, one primitive a row; missing values as [Missing] encodes them. They are held in memory or, for large files on disk,
/// stay in the file.
public final class NumericColumn implements Column {

    private final Variable variable;
    private final int size;
    private final StoredNumbers numbers;

    /// Takes ownership of `values`; the caller must not change them afterwards.
    public NumericColumn(Variable variable, double[] values) {
        this(variable, values.length, new StoredNumbers.Held(values));
    }

    /// A column of stored numbers.
    ///
    /// @param numbers as many as `size` says; must not change afterwards
    public NumericColumn(Variable variable, int size, StoredNumbers numbers) {
        this.variable = variable;
        this.size = size;
        this.numbers = numbers;
    }

    /// Numbers that follow from other columns. They are computed whenever somebody asks: nothing is held a row.
    ///
    /// @param ofRow the row's number; NaN where it has none
    public static NumericColumn computed(Variable variable, int size, IntToDoubleFunction ofRow) {
        return new NumericColumn(variable, size, new StoredNumbers.Computed(ofRow));
    }

    /// The codes of its numbers, where they are few.
    Optional<PackedCodes> packed() {
        return numbers instanceof StoredNumbers.Coded coded ? Optional.of(coded.codes()) : Optional.empty();
    }

    /// The same column on these codes, which are the same.
    NumericColumn sharing(PackedCodes same) {
        return numbers instanceof StoredNumbers.Coded coded && coded.codes() != same
                ? new NumericColumn(variable, size, new StoredNumbers.Coded(same, coded.distinct()))
                : this;
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isMissing(int row) {
        return numbers.isMissing(row);
    }

    @Override
    public BitSet missing() {
        return numbers.mayBeMissing() ? numbers.missing(size) : new BitSet();
    }

    /// The value; NaN where it is missing.
    public double value(int row) {
        return numbers.get(row);
    }

    /// The values of rows that follow each other: who walks through all rows asks for them block by block.
    public void values(int from, int count, double[] into) {
        numbers.copy(from, count, into);
    }

    /// The values of rows in any order.
    ///
    /// @param rows below 0 for none
    /// @param from which of `rows` is the first to look at
    /// @param to behind the last
    /// @param into takes the value of `rows[i]` at i; NaN where there is none
    public void values(int[] rows, int from, int to, double[] into) {
        numbers.copy(rows, from, to, into);
    }

    /// No value has more decimals than these; [Integer#MAX_VALUE] where only looking at each would tell.
    public int mostDecimals() {
        return numbers.mostDecimals();
    }

    /// Whether a row may have no value; true where only looking at each would tell.
    public boolean mayBeMissing() {
        return numbers.mayBeMissing();
    }

    /// No value is larger in size, whatever the row; infinite where only looking at each would tell.
    public double bound() {
        return numbers.bound();
    }

    /// Whether a value may be below 0; true where only looking at each would tell.
    public boolean mayBeNegative() {
        return numbers.mayBeNegative();
    }

    /// The same values under another name.
    @Override
    public NumericColumn named(String name) {
        return describedAs(new Variable(name, variable.label(), variable.kind(), variable.format()));
    }

    @Override
    public NumericColumn describedAs(Variable other) {
        return new NumericColumn(other, size, numbers);
    }
}
