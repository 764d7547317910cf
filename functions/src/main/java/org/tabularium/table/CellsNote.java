package org.tabularium.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.TableResults;
import org.tabularium.table.wording.FootnoteWords;

/// The footnote that says what the cells of a table hold, in styles whose labels do not.
final class CellsNote {

    private CellsNote() {}

    /// The footnote; empty where no cell needs it.
    static Optional<String> of(TableResults results) {
        Map<String, Boolean> held = new LinkedHashMap<>();
        Set<CellResults> cells = results.rows().stream().flatMap(row -> row.cells().stream())
                .filter(cell -> cell.form() != Form.EMPTY).collect(Collectors.toSet());
        if (!results.listing().isEmpty()) {
            return Optional.empty();
        }
        held.put("n (%)", cells.stream().anyMatch(cell -> cell.form() == Form.COUNT_PERCENT));
        held.put("median (IQR)", cells.stream().anyMatch(CellsNote::isMedian));
        held.values().removeIf(some -> !some);
        boolean others = cells.stream().anyMatch(cell -> cell.form() != Form.COUNT_PERCENT && !isMedian(cell));
        return held.isEmpty() ? Optional.empty() : Optional.of(FootnoteWords.cells(List.copyOf(held.keySet()), others));
    }

    private static boolean isMedian(CellResults cell) {
        return cell.form() == Form.CENTRE_RANGE && cell.results().get(1).statistic() == Statistic.Q1;
    }
}
