package org.tabularium.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Shell;

/// Which rows a table does without because nobody is in them: of themselves the levels below another row, such as grades below a
/// preferred term; on request all rows of counts, or none. The results stay.
final class ZeroRows {

    private static final Set<Form> COUNTS = EnumSet.of(Form.COUNT, Form.COUNT_PERCENT, Form.COUNT_PERCENT_EVENTS, Form.FRACTION);

    private ZeroRows() {}

    /// The rows that are shown, in order; a heading over nothing but such rows is none of them.
    static List<ResultRow> shown(TableResults results) {
        List<ResultRow> rows = results.rows();
        BitSet dropped = dropped(rows, results.shell().zeroRows());
        if (dropped.isEmpty()) {
            return rows;
        }
        List<ResultRow> shown = new ArrayList<>();
        boolean startsBlock = false;
        for (int i = 0; i < rows.size(); i++) {
            startsBlock |= rows.get(i).startsBlock();
            if (!dropped.get(i)) {
                shown.add(startsBlock && !rows.get(i).startsBlock() ? rows.get(i).startingBlock() : rows.get(i));
                startsBlock = false;
            }
        }
        return shown;
    }

    private static BitSet dropped(List<ResultRow> rows, Shell.ZeroRows asked) {
        BitSet dropped = new BitSet();
        for (int i = rows.size() - 1; i >= 0; i--) {
            ResultRow row = rows.get(i);
            if (isDropped(row, asked) || (row.kind() == ResultRow.Kind.HEADING && isOverDroppedAlone(i, rows, dropped))) {
                dropped.set(i);
            }
        }
        return dropped;
    }

    private static boolean isOverDroppedAlone(int heading, List<ResultRow> rows, BitSet dropped) {
        int end = heading + 1;
        while (end < rows.size() && rows.get(end).indent() > rows.get(heading).indent()) {
            if (!dropped.get(end)) {
                return false;
            }
            end++;
        }
        return end > heading + 1;
    }

    private static boolean isDropped(ResultRow row, Shell.ZeroRows asked) {
        return switch (asked) {
            case KEEP -> false;
            case OF_DETAILS -> row.detail() && isZero(row);
            case DROP -> row.kind() == ResultRow.Kind.DATA && isZero(row);
        };
    }

    private static boolean isZero(ResultRow row) {
        List<CellResults> counts = row.cells().stream().filter(cell -> COUNTS.contains(cell.form())).toList();
        return !counts.isEmpty()
                && counts.stream().allMatch(cell -> cell.results().getFirst().value() instanceof Value.Whole(long n)
                        && n == 0);
    }
}
