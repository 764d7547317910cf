package org.tabularium.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.TableResults;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.UsualNames;

/// The header over the row labels: what the labels are, and what the cells hold where the rows do not say it themselves.
final class StubHeader {

    private StubHeader() {}

    /// @param cellsInNote whether a footnote says what usual cells hold
    /// @param inColumns whether the headers of the columns say what cells hold
    static String of(TableResults results, Labels labels, boolean cellsInNote, boolean inColumns) {
        Optional<RowsPromise> levels = levels(results);
        Optional<Cells> cells = inColumns ? Optional.empty() : cells(results, levels).filter(held -> !inNote(held, cellsInNote));
        String held = cells.map(HeadWords::of).orElse("");
        return levels.map(promise -> levels(promise.stubLevels(), labels) + (held.isEmpty() ? "" : ", " + held)).orElse(held);
    }

    /// What is said of cells by a header or a footnote, not by their rows.
    static Set<Cells> said(TableResults results, boolean cellsInNote, boolean inColumns) {
        if (inColumns) {
            return EnumSet.allOf(Cells.class);
        }
        Set<Cells> said = EnumSet.noneOf(Cells.class);
        cells(results, levels(results)).ifPresent(said::add);
        if (cellsInNote) {
            said.add(Cells.COUNT_PERCENT);
        }
        return said;
    }

    private static boolean inNote(Cells held, boolean cellsInNote) {
        return cellsInNote && held == Cells.COUNT_PERCENT;
    }

    /// The first rows with levels that are named over them. Levels of several variables below each other have no name in common.
    private static Optional<RowsPromise> levels(TableResults results) {
        List<RowsPromise> named = results.promises().stream().filter(promise -> !promise.stubLevels().isEmpty()).toList();
        return named.stream().map(RowsPromise::stubLevels).distinct().count() == 1
                ? Optional.of(named.getFirst())
                : Optional.empty();
    }

    /// What the header says that cells hold; empty where rows are of several kinds.
    private static Optional<Cells> cells(TableResults results, Optional<RowsPromise> levels) {
        if (levels.isPresent()) {
            return levels.map(RowsPromise::cells);
        }
        Set<Cells> cells = results.promises().stream().map(RowsPromise::cells).collect(Collectors.toSet());
        if (cells.contains(Cells.COUNT_PERCENT_EVENTS)) {
            return Optional.of(Cells.COUNT_PERCENT_EVENTS);
        }
        return cells.size() == 1 ? Optional.of(cells.iterator().next()) : Optional.empty();
    }

    private static String levels(List<String> variables, Labels labels) {
        StringBuilder header = new StringBuilder();
        for (int depth = 0; depth < variables.size(); depth++) {
            String variable = variables.get(depth);
            String name = labels.ofNested(variable, UsualNames.ofTerms(variable));
            header.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(name);
        }
        return header.toString();
    }
}
