package org.tabularium.dataset;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;

/// Scans the rows of a Dataset-JSON file, each an array with one cell a column: cells nobody asked for are passed over, rows the filter drops are not held.
final class DatasetJsonRows {

    private final String dataset;
    private final DatasetJsonMetadata metadata;
    private final RowFilter filter;
    /// By number of the cell; null where nobody wants it.
    private final @Nullable JsonColumn[] cells;
    private final List<JsonColumn> kept;
    private final RowFilter.Row current;
    /// Whether every row stays, so that rows need no number of their own.
    private final boolean all;
    private long[] sourceRows = new long[0];
    private int size;

    DatasetJsonRows(String dataset, DatasetJsonMetadata metadata, Set<String> wanted, RowFilter filter) {
        this.dataset = dataset;
        this.metadata = metadata;
        this.filter = filter;
        this.all = filter.equals(RowFilter.ALL);
        this.cells = new JsonColumn[metadata.fields().size()];
        Map<String, JsonColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            DatasetJsonField field = metadata.fields().get(i);
            String variable = field.variable().name();
            if (wanted.contains(variable) || filter.variables().contains(variable)) {
                JsonColumn column = JsonColumn.of(field);
                cells[i] = column;
                columns.put(variable, column);
            }
        }
        this.kept = columns.values().stream().filter(column -> wanted.contains(column.variable().name())).toList();
        this.current = new Current(columns);
    }

    /// Takes all rows, up to the first token after them, which is the current one then (null at the end of the file).
    @Nullable
    JsonToken scan(JsonTokens tokens) throws IOException, UnreadableDatasetException {
        long row = 1;
        tokens.row(row);
        JsonToken token = tokens.next();
        while (token == JsonToken.START_ARRAY) {
            cells(tokens);
            if (all || filter.keep(current)) {
                keep(row);
            }
            tokens.row(++row);
            token = tokens.next();
        }
        if (token != null && token != JsonToken.END_ARRAY) {
            throw tokens.malformed("the row is no array of cells", "write each row as an array");
        }
        tokens.row(0);
        count(row - 1);
        return token;
    }

    /// Says how many rows there were where the file has none to scan.
    void count(long rows) throws UnreadableDatasetException {
        if (rows != metadata.records()) {
            throw new UnreadableDatasetException(
                    Finding.error("RECORD_COUNT_MISMATCH",
                            "the file says that it has " + metadata.records() + " rows, but it has "
                                    + rows)
                            .in(dataset).remedy("deliver the file again; rows may be lost"));
        }
    }

    Dataset dataset() {
        List<Column> columns = kept.stream().map(JsonColumn::column).toList();
        return all
                ? new Dataset(dataset, metadata.label(), size, columns)
                : new Dataset(dataset, metadata.label(), Arrays.copyOf(sourceRows, size), columns);
    }

    private void cells(JsonTokens tokens) throws IOException, UnreadableDatasetException {
        int count = 0;
        JsonToken cell = tokens.next();
        while (cell != null && cell.isScalarValue()) {
            JsonColumn column = count < cells.length ? cells[count] : null;
            if (column != null) {
                column.accept(cell, tokens);
            }
            count++;
            cell = tokens.next();
        }
        if (cell != JsonToken.END_ARRAY) {
            throw tokens.malformed("cell number " + (count + 1) + " of the row is an array or an object",
                    "write each cell as text, number, truth value or null");
        }
        if (count != cells.length) {
            throw tokens.malformed("the row has " + count + " cells, but there are " + cells.length + " columns",
                    "write one cell a column, null where there is no value");
        }
    }

    private void keep(long row) throws UnreadableDatasetException {
        if (size == Integer.MAX_VALUE - 8) {
            throw new UnreadableDatasetException(Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held")
                    .in(dataset).remedy("split the dataset"));
        }
        for (JsonColumn column : kept) {
            column.keep();
        }
        if (!all) {
            sourceRows = size == sourceRows.length ? Arrays.copyOf(sourceRows, XportColumn.grown(size, size + 1)) : sourceRows;
            sourceRows[size] = row;
        }
        size++;
    }

    private record Current(Map<String, JsonColumn> columns) implements RowFilter.Row {
        @Override
        public double number(String variable) {
            JsonColumn column = columns.get(variable);
            return column == null ? Missing.DOT : column.number();
        }

        @Override
        public String text(String variable) {
            JsonColumn column = columns.get(variable);
            return column == null ? "" : column.text();
        }
    }
}
