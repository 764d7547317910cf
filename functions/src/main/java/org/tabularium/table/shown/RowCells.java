package org.tabularium.table.shown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.result.CellResults;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.RowsPromise.Cells;

/// What the counts of rows are that neither their labels nor the headings above them say, from top to bottom.
public final class RowCells {

    /// The rows that the next one may stand below.
    private final Deque<ResultRow> above = new ArrayDeque<>();
    private final int columns;

    /// @param columns how many columns of subjects there are
    public RowCells(int columns) {
        this.columns = columns;
    }

    /// What the cells of the next row hold; empty where its label or one above it says so, and where it counts nobody.
    public Optional<Cells> next(ResultRow row) {
        while (!above.isEmpty() && (row.startsBlock() || above.peek().indent() >= row.indent())) {
            above.pop();
        }
        boolean said = Stream.concat(Stream.of(row), above.stream()).anyMatch(one -> one.label() instanceof RowLabel.Holding);
        above.push(row);
        return said ? Optional.empty() : of(row);
    }

    private Optional<Cells> of(ResultRow row) {
        return row.cells().stream().limit(columns).flatMap(cell -> of(cell.form()).stream()).findFirst();
    }

    private static Optional<Cells> of(CellResults.Form form) {
        return switch (form) {
            case COUNT_PERCENT -> Optional.of(Cells.COUNT_PERCENT);
            case COUNT_PERCENT_EVENTS -> Optional.of(Cells.COUNT_PERCENT_EVENTS);
            case FRACTION -> Optional.of(Cells.FRACTION);
            case EMPTY, NOT_APPLICABLE, WITHHELD, COUNT, PERCENT_INTERVAL, PERCENT_DIFFERENCE, TIME_RANGE, ESTIMATE_ERROR,
                    INTERVAL,
                    ESTIMATE_INTERVAL, STATISTIC, MEAN_SD, PAIR, CENTRE_RANGE, P_VALUE, VALUE ->
                Optional.empty();
        };
    }
}
