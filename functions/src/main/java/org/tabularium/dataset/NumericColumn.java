package org.tabularium.dataset;

import org.jspecify.annotations.Nullable;

/// Numbers, one primitive a row; missing values as [Missing] encodes them. They are held in memory or, for large files on disk, stay in the file.
public final class NumericColumn implements Column {

    private final Variable variable;
    private final int size;
    private final double[] held;
    private final @Nullable MappedNumbers mapped;

    /// Takes ownership of `values`; the caller must not change them afterwards.
    public NumericColumn(Variable variable, double[] values) {
        this(variable, values.length, values, null);
    }

    /// Numbers that stay in their file.
    NumericColumn(Variable variable, int size, MappedNumbers mapped) {
        this(variable, size, new double[0], mapped);
    }

    private NumericColumn(Variable variable, int size, double[] held, @Nullable MappedNumbers mapped) {
        this.variable = variable;
        this.size = size;
        this.held = held;
        this.mapped = mapped;
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
        return Double.isNaN(value(row));
    }

    /// The value; NaN where it is missing.
    public double value(int row) {
        return mapped == null ? held[row] : mapped.get(row);
    }

    /// The same values under another name.
    @Override
    public NumericColumn named(String name) {
        Variable other = new Variable(name, variable.label(), variable.kind(), variable.format());
        return new NumericColumn(other, size, held, mapped);
    }
}
