package org.tabularium.reconciliation;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.TableResults;

/// A table's whole numbers, ready to be compared.
///
/// @param results the table
/// @param armVariable the column variable; empty where there is one column
/// @param numbers every count, number of events and column total
/// @param columns by their arms, the total's by ""
record ReportedTable(TableResults results, String armVariable, List<Figure> numbers, Map<String, ColumnHead> columns) {

    /// One of them.
    ///
    /// @param result where it stands
    /// @param value what it is
    record Figure(Result result, long value) {}

    static ReportedTable of(TableResults table) {
        List<Figure> numbers = Stream.of(
                table.unshown().stream(),
                table.drawn().stream().flatMap(drawn -> drawn.results().stream()),
                table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream()))
                .flatMap(results -> results)
                .filter(result -> result.statistic() == Statistic.COUNT
                        || (result.statistic() == Statistic.EVENTS && !result.method().options().containsKey("distinct"))
                        || result.statistic() == Statistic.COLUMN_TOTAL)
                .flatMap(result -> result.value() instanceof Value.Whole(long value)
                        ? Stream.of(new Figure(result, value))
                        : Stream.empty())
                .toList();
        Map<String, ColumnHead> columns = table.columns().stream()
                .collect(Collectors.toMap(ColumnHead::arm, column -> column, (first, later) -> first));
        return new ReportedTable(table, armVariable(table, numbers), numbers, columns);
    }

    /// The one grouping variable of a total of all subjects.
    private static String armVariable(TableResults table, List<Figure> numbers) {
        Set<String> arms = table.columns().stream().map(ColumnHead::arm).filter(arm -> !arm.isEmpty())
                .collect(Collectors.toSet());
        return numbers.stream()
                .filter(n -> n.result().statistic() == Statistic.COLUMN_TOTAL)
                .map(n -> n.result().groups())
                .filter(groups -> groups.size() == 1 && arms.containsAll(groups.values()))
                .flatMap(groups -> groups.keySet().stream())
                .findFirst()
                .or(() -> numbers.stream().map(n -> n.result().selection().arm()).filter(Objects::nonNull)
                        .map(Selection.Arm::variable).findFirst())
                .orElse("");
    }

    String name() {
        return results.shell().name();
    }

    /// Whether a filter in words says all of a count: so it does for rows of subjects and of events. Other kinds of rows have
    /// rules of their own for who is counted.
    boolean filtersSayAll() {
        return results.all(RowsPromise.Trait.FILTER_SAYS_ALL);
    }

    /// Whether subjects stand in several columns, as those do who had several treatments: the columns then do not add up to the
    /// total.
    boolean sharesSubjects() {
        BitSet seen = new BitSet();
        for (ColumnHead column : results.columns()) {
            if (!column.isTotal() && seen.intersects(column.subjects())) {
                return true;
            }
            if (!column.isTotal()) {
                seen.or(column.subjects());
            }
        }
        return false;
    }

    Optional<String> arm(Result result) {
        return Optional.ofNullable(result.groups().get(armVariable));
    }

    /// The subjects of the column that a result is of.
    Optional<ColumnHead> column(Result result) {
        String arm = arm(result).orElse("");
        return Optional.ofNullable(columns.get(arm));
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
