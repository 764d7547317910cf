package org.tabularium.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows and columns read from one dataset: those asked for, no others.
public final class Dataset {

    private final String name;
    private final String label;
    private final int rows;
    /// Null where rows are numbered as they come.
    private final long @Nullable [] sourceRows;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// Holds the columns read.
    ///
    /// @param name upper case
    /// @param label as the dataset gives it; may be empty
    /// @param sourceRows for each row its number in the source, counted from 1
    /// @param columns each with as many rows as `sourceRows`
    public Dataset(String name, String label, long[] sourceRows, Collection<? extends Column> columns) {
        this(name, label, sourceRows.length, sourceRows, columns);
    }

    /// Holds the columns of a dataset of which every row was read.
    ///
    /// @param name upper case
    /// @param label as the dataset gives it; may be empty
    /// @param columns each with as many rows as `rows`
    public Dataset(String name, String label, int rows, Collection<? extends Column> columns) {
        this(name, label, rows, null, columns);
    }

    private Dataset(
            String name, String label, int rows, long @Nullable [] sourceRows, Collection<? extends Column> columns) {
        this.name = name;
        this.label = label;
        this.rows = rows;
        this.sourceRows = sourceRows;
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException(
                        name + "." + column.variable().name() + " has " + column.size() + " rows, not " + rows);
            }
            this.columns.put(column.variable().name(), column);
        }
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /// Number of rows held.
    public int rows() {
        return rows;
    }

    /// The row's number in the source, counted from 1: what a person looking into the file would call it.
    public long sourceRow(int row) {
        return sourceRows == null ? row + 1L : sourceRows[row];
    }

    /// Whether rows are numbered as they come: row r is the source's row r + 1.
    public boolean isWhole() {
        return sourceRows == null;
    }

    public Optional<Column> column(String variable) {
        return Optional.ofNullable(columns.get(variable));
    }

    public boolean has(String variable) {
        return columns.containsKey(variable);
    }

    public Collection<Column> columns() {
        return columns.values();
    }

    /// The same rows with these columns instead.
    public Dataset withColumns(Collection<? extends Column> newColumns) {
        return new Dataset(name, label, rows, sourceRows, newColumns);
    }

    /// The same rows and columns under another name.
    public Dataset named(String newName) {
        return new Dataset(newName, label, rows, sourceRows, columns.values());
    }
}
