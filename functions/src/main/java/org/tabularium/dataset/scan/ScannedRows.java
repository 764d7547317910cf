package org.tabularium.dataset.scan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.finding.Finding;

/// The rows of a file that is scanned row by row: those that the filter keeps, in the columns that were asked for.
public final class ScannedRows {

    private final String dataset;
    private final RowFilter filter;
    private final InputLimits limits;
    private final Map<String, ScannedColumn> columns = new LinkedHashMap<>();
    private final ScannedColumn[] kept;
    private final RowFilter.Row current = new Current(columns);
    /// Whether every row stays, so that rows need no number of their own.
    private final boolean all;
    private long[] sourceRows = {};
    private int size;
    private long row;

    /// Collects the rows of a scan.
    ///
    /// @param wanted upper-case names of the variables to hold
    /// @param column makes the column of the variable with this index; called for those that are wanted or filtered by, in their
    ///     order
    public ScannedRows(String dataset, List<Variable> variables, Set<String> wanted, RowFilter filter, InputLimits limits,
            IntFunction<ScannedColumn> column) {
        this.dataset = dataset;
        this.filter = filter;
        this.limits = limits;
        this.all = filter.equals(RowFilter.ALL);
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i).name();
            if (wanted.contains(name) || filter.variables().contains(name)) {
                columns.put(name, column.apply(i));
            }
        }
        this.kept = columns.values().stream().filter(made -> wanted.contains(made.variable().name()))
                .toArray(ScannedColumn[]::new);
    }

    /// Begins the next row of the file.
    ///
    /// @return its number, counted from 1
    public long begin() throws UnreadableDatasetException {
        limits.checkRows(dataset, ++row);
        return row;
    }

    /// Ends the row whose values the columns hold now: keeps it, or not.
    public void end() throws UnreadableDatasetException {
        if (!all && !filter.keep(current)) {
            return;
        }
        if (size == Integer.MAX_VALUE - 8) {
            throw new UnreadableDatasetException(Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held")
                    .in(dataset).remedy("split the dataset"));
        }
        for (ScannedColumn column : kept) {
            column.keep();
        }
        if (!all) {
            sourceRows = size == sourceRows.length ? Arrays.copyOf(sourceRows, Capacity.grown(size, size + 1)) : sourceRows;
            sourceRows[size] = row;
        }
        size++;
    }

    /// How many rows were begun, kept or not.
    public long seen() {
        return row;
    }

    /// Appends the rows of a part of the file that follows, all of which were kept. Ends the other's use.
    ///
    /// @throws UnreadableDatasetException where the rows of both together are too many
    public void append(ScannedRows next) throws UnreadableDatasetException {
        if (!all || !next.all) {
            throw new IllegalStateException("parts of a file are joined where every row is kept");
        }
        limits.checkRows(dataset, row + next.row);
        for (int i = 0; i < kept.length; i++) {
            kept[i].append(next.kept[i]);
        }
        row += next.row;
        size = Math.addExact(size, next.size);
    }

    /// The columns that are kept, in the order of the file.
    public List<ScannedColumn> kept() {
        return List.of(kept);
    }

    /// What was kept. Ends the columns' use.
    public Dataset dataset(String label) {
        List<Column> held = Arrays.stream(kept).map(ScannedColumn::column).toList();
        return all
                ? new Dataset(dataset, label, size, held)
                : new Dataset(dataset, label, Arrays.copyOf(sourceRows, size), held);
    }

    /// What was kept, of a format that declares no kinds: says where values that look like numbers are text. Ends the columns'
    /// use.
    public Dataset dataset(String label, Consumer<Finding> notes) {
        Dataset made = dataset(label);
        for (ScannedColumn column : kept) {
            if (column instanceof ScannedColumn.Textual text && text.doubt() != null) {
                notes.accept(text.doubt().in(dataset).of(text.variable().name()));
            }
        }
        return made;
    }

    /// The row under the scan, by name.
    private record Current(Map<String, ScannedColumn> columns) implements RowFilter.Row {
        @Override
        public double number(String variable) {
            @Nullable
            ScannedColumn column = columns.get(variable);
            return column == null ? Missing.DOT : column.number();
        }

        @Override
        public String text(String variable) {
            @Nullable
            ScannedColumn column = columns.get(variable);
            return column == null ? "" : column.text();
        }
    }
}
