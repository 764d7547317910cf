package org.tabularium.dataset;

/// Numbers, one primitive a row; missing values as [Missing] encodes them.
public final class NumericColumn implements Column {

    private final Variable variable;
    private final double[] values;

    /// Takes ownership of `values`; the caller must not change them afterwards.
    public NumericColumn(Variable variable, double[] values) {
        this.variable = variable;
        this.values = values;
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /// The value; NaN where it is missing.
    public double value(int row) {
        return values[row];
    }

    /// The same values under another name.
    @Override
    public NumericColumn named(String name) {
        return new NumericColumn(new Variable(name, variable.label(), variable.kind(), variable.format()), values);
    }
}
