package org.tabularium.analysis.event;

import java.util.stream.IntStream;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.Clauses;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.selection.JoinedRecords;

/// The row of a table that counts the subjects with any record of a selection, whatever it is called: it is printed once.
final class RowOfAll {

    private RowOfAll() {}

    /// The place of the first such row; −1 where the table has none.
    ///
    /// @param clauses what selects the records
    static int in(TableBody body, JoinedRecords records, Clauses clauses) {
        return IntStream.range(0, body.rows.size())
                .filter(at -> counts(body.rows.get(at), records, clauses))
                .findFirst()
                .orElse(-1);
    }

    private static boolean counts(ResultRow row, JoinedRecords records, Clauses clauses) {
        return row.cells().stream()
                .limit(1)
                .flatMap(cell -> cell.results().stream().limit(1))
                .anyMatch(result -> counts(result, records, clauses));
    }

    private static boolean counts(Result result, JoinedRecords records, Clauses clauses) {
        return result.statistic() == Statistic.COUNT && result.variable() == null && result.dataset().equals(records.name())
                && result.selection().clauses().equals(clauses);
    }
}
