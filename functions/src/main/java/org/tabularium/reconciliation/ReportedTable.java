package org.tabularium.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.Statistic;
import org.tabularium.result.TableResults;
import org.tabularium.result.Value;

/// A table's whole numbers, ready to be compared.
///
/// @param results the table
/// @param armVariable the column variable; empty where there is one column
/// @param numbers every count, number of events and column total
record ReportedTable(TableResults results, String armVariable, List<Figure> numbers) {

    /// One of them.
    ///
    /// @param result where it stands
    /// @param value what it is
    record Figure(Result result, long value) {}

    static ReportedTable of(TableResults table) {
        List<Figure> numbers = Stream.concat(
                table.unshown().stream(),
                table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream()))
                .filter(result -> result.statistic() == Statistic.COUNT || result.statistic() == Statistic.EVENTS
                        || result.statistic() == Statistic.COLUMN_TOTAL)
                .flatMap(result -> result.value() instanceof Value.Whole(long value)
                        ? Stream.of(new Figure(result, value))
                        : Stream.empty())
                .toList();
        return new ReportedTable(table, armVariable(table, numbers), numbers);
    }

    /// The one grouping variable of a total of all subjects.
    private static String armVariable(TableResults table, List<Figure> numbers) {
        List<String> arms = table.columns().stream().map(ColumnHead::arm).filter(arm -> !arm.isEmpty()).toList();
        return numbers.stream()
                .filter(n -> n.result().statistic() == Statistic.COLUMN_TOTAL)
                .map(n -> n.result().groups())
                .filter(groups -> groups.size() == 1 && arms.containsAll(groups.values()))
                .flatMap(groups -> groups.keySet().stream())
                .findFirst()
                .orElse("");
    }

    String name() {
        return results.shell().name();
    }

    /// Whether a filter in words says all of a count: so it does for rows of subjects and of events. Other kinds of rows have rules of their own for who is counted.
    boolean filtersSayAll() {
        return results.all(RowsPromise.Trait.FILTER_SAYS_ALL);
    }

    Optional<String> arm(Result result) {
        return Optional.ofNullable(result.groups().get(armVariable));
    }

    /// The subjects of the column that a result is of.
    Optional<ColumnHead> column(Result result) {
        String arm = arm(result).orElse("");
        return results.columns().stream().filter(column -> column.arm().equals(arm)).findFirst();
    }

    /// Where a number stands, in words: `ae-serious, row "Any serious adverse event", column Placebo`.
    String place(Result result) {
        StringBuilder place = new StringBuilder(name());
        if (result.variable() != null || !result.level().isEmpty()) {
            place.append(", row");
        }
        if (result.variable() != null) {
            place.append(' ').append(result.variable());
        }
        if (!result.level().isEmpty()) {
            place.append(" \"").append(String.join(" / ", result.level())).append('"');
        }
        for (Map.Entry<String, String> group : result.groups().entrySet()) {
            if (!group.getKey().equals(armVariable)) {
                place.append(", ").append(group.getKey()).append(' ').append(group.getValue());
            }
        }
        return place.append(", column ").append(arm(result).orElse("Total")).toString();
    }
}
