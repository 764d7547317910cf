package org.tabularium.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.table.wording.UsualNames;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.result.RowsPromise.Cells;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.TableResults;

/// The header over the row labels: what the labels are, and what the cells hold where the rows do not say it themselves.
final class StubHeader {

    private StubHeader() {}

    /// @param cellsInNote whether a footnote says what usual cells hold
    /// @param inColumns whether the headers of the columns say what cells hold
    static String of(TableResults results, Labels labels, boolean cellsInNote, boolean inColumns) {
        // Levels of several variables below each other have no name in common.
        boolean one = results.promises().stream().map(RowsPromise::stubLevels).filter(levels -> !levels.isEmpty()).distinct()
                .count() == 1;
        for (RowsPromise promise : results.promises()) {
            if (one && !promise.stubLevels().isEmpty()) {
                String held = inColumns || (cellsInNote && promise.cells() == Cells.COUNT_PERCENT)
                        ? ""
                        : ", " + HeadWords.of(promise.cells());
                return levels(promise.stubLevels(), labels) + held;
            }
        }
        if (inColumns) {
            return "";
        }
        Set<Cells> cells = results.promises().stream().map(RowsPromise::cells).collect(Collectors.toSet());
        if (cells.contains(Cells.COUNT_PERCENT_EVENTS)) {
            return HeadWords.of(Cells.COUNT_PERCENT_EVENTS);
        }
        if (cellsInNote && cells.equals(Set.of(Cells.COUNT_PERCENT))) {
            return "";
        }
        return cells.size() == 1 ? HeadWords.of(cells.iterator().next()) : "";
    }

    private static String levels(List<String> variables, Labels labels) {
        StringBuilder header = new StringBuilder();
        for (int depth = 0; depth < variables.size(); depth++) {
            String variable = variables.get(depth);
            String name = labels.ofNested(variable, UsualNames.ofEvents(variable));
            header.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(name);
        }
        return header.toString();
    }
}
