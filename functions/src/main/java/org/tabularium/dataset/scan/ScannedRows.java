package org.tabularium.dataset.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;

/// The rows of a file that is scanned row by row: in the columns that were asked for.
public final class ScannedRows {

    private final String dataset;
    private final InputLimits limits;
    private final ScannedColumn[] kept;
    private int size;
    private long row;

    /// Collects the rows of a scan.
    ///
    /// @param wanted upper-case names of the variables to hold
    /// @param column makes the column of the variable with this index; called for those that are wanted, in their order
    public ScannedRows(String dataset, List<Variable> variables, Set<String> wanted, InputLimits limits,
            IntFunction<ScannedColumn> column) {
        this.dataset = dataset;
        this.limits = limits;
        this.kept = IntStream.range(0, variables.size()).filter(i -> wanted.contains(variables.get(i).name()))
                .mapToObj(column).toArray(ScannedColumn[]::new);
    }

    /// Begins the next row of the file.
    ///
    /// @return its number, counted from 1
    public long begin() throws UnreadableDatasetException {
        limits.checkRows(dataset, ++row);
        return row;
    }

    /// Ends the row whose values the columns hold now.
    public void end() throws UnreadableDatasetException {
        if (size == Integer.MAX_VALUE - 8) {
            throw new UnreadableDatasetException(Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held")
                    .in(dataset).remedy("split the dataset"));
        }
        for (ScannedColumn column : kept) {
            column.keep();
        }
        size++;
    }

    /// Adds a row without any value before the one whose values the columns hold now.
    public void addBlank() throws UnreadableDatasetException {
        begin();
        for (ScannedColumn column : kept) {
            column.keepBlank();
        }
        size++;
    }

    /// How many rows were begun.
    public long seen() {
        return row;
    }

    /// Appends the rows of a part of the file that follows. Ends the other's use.
    ///
    /// @throws UnreadableDatasetException where the rows of both together are too many
    public void append(ScannedRows next) throws UnreadableDatasetException {
        limits.checkRows(dataset, row + next.row);
        for (int i = 0; i < kept.length; i++) {
            kept[i].append(next.kept[i]);
        }
        row += next.row;
        size = Math.addExact(size, next.size);
    }

    /// What was kept. Ends the columns' use.
    public Dataset dataset(String label) {
        List<Column> held = Arrays.stream(kept).map(ScannedColumn::column).toList();
        return new Dataset(dataset, label, size, held);
    }

    /// What was kept, of a format that declares no kinds: says where values that look like numbers are text. Ends the columns'
    /// use.
    public Dataset dataset(String label, Consumer<Finding> notes) {
        Dataset made = dataset(label);
        for (ScannedColumn column : kept) {
            String variable = column.variable().name();
            if (column instanceof ScannedColumn.Textual text && text.doubt() != null) {
                notes.accept(text.doubt().in(dataset).of(variable));
            } else if (made.column(variable).orElse(null) instanceof TextColumn text) {
                MissingWords.find(dataset, text, notes);
            }
        }
        return made;
    }
}
