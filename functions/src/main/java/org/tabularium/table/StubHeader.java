package org.tabularium.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.result.RowsPromise.Cells;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.TableResults;

/// The header over the row labels: what the labels are, and what the cells hold where the rows do not say it themselves.
final class StubHeader {

    private static final Map<String, String> NAMES = Map.of(
            "AEBODSYS", "System organ class", "AEDECOD", "Preferred term", "AESOC", "System organ class", "AETERM",
            "Reported term");

    private StubHeader() {}

    static String of(TableResults results, Labels labels) {
        for (RowsPromise promise : results.promises()) {
            if (!promise.stubLevels().isEmpty()) {
                return levels(promise.stubLevels(), labels) + ", " + words(promise.cells());
            }
        }
        Set<Cells> cells = results.promises().stream().map(RowsPromise::cells).collect(Collectors.toSet());
        if (cells.contains(Cells.COUNT_PERCENT_EVENTS)) {
            return words(Cells.COUNT_PERCENT_EVENTS);
        }
        return cells.size() == 1 ? words(cells.iterator().next()) : "";
    }

    private static String words(Cells cells) {
        return switch (cells) {
            case OF_ROW -> "";
            case COUNT_PERCENT -> "n (%)";
            case COUNT_PERCENT_EVENTS -> "n (%) [E]";
            case FRACTION -> "n/N (%)";
        };
    }

    private static String levels(List<String> variables, Labels labels) {
        StringBuilder header = new StringBuilder();
        for (int depth = 0; depth < variables.size(); depth++) {
            String variable = variables.get(depth);
            String name = labels.ofNested(variable, NAMES.getOrDefault(variable, ""));
            header.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(name);
        }
        return header.toString();
    }
}
