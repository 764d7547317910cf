package org.tabularium.dataset;

/// A dataset as text, to compare: a line a row, each value with its kind, missing values with their code.
public final class DatasetText {

    private DatasetText() {}

    public static String of(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        for (Column column : dataset.columns()) {
            text.append(column.variable().name()).append(' ').append(column.variable().kind()).append('|');
        }
        for (int row = 0; row < dataset.rows(); row++) {
            text.append('\n').append(row(dataset, row));
        }
        return text.toString();
    }

    /// A row's value: a text or a number.
    public static Object cell(Column column, int row) {
        return switch (column) {
            case TextColumn texts -> texts.value(row);
            case NumericColumn numbers -> numbers.value(row);
        };
    }

    /// The values of one row.
    public static String row(Dataset dataset, int row) {
        StringBuilder text = new StringBuilder();
        for (Column column : dataset.columns()) {
            text.append(switch (column) {
                case TextColumn texts -> texts.value(row);
                case NumericColumn numbers when numbers.isMissing(row) -> "missing " + Missing.code(numbers.value(row));
                case NumericColumn numbers -> String.valueOf(numbers.value(row));
            }).append('|');
        }
        return text.toString();
    }
}
