package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.RowsPromise;

/// Sums within one table: the arms make the total, the events of levels make those of what they are levels of, no level has more
/// subjects than that, and worst grades 3, 4 and 5
/// make grade 3 and more.
final class Sums {

    private static final String AT_LEAST_3 = "Grade ≥3";
    private static final List<Clauses> FROM_3 = List.of(worst("Grade 3"), worst("Grade 4"), worst("Grade 5"));

    private final ReportedTable table;
    private final List<Finding> findings = new ArrayList<>();

    private Sums(ReportedTable table) {
        this.table = table;
    }

    static List<Finding> check(ReportedTable table) {
        Sums sums = new Sums(table);
        if (table.filtersSayAll()) {
            sums.checkTotals();
            sums.checkLevels();
        }
        return sums.findings;
    }

    /// A row of one filter over its columns.
    private static final class Row {
        private final Map<String, Long> byArm = new HashMap<>();
        private ReportedTable.@Nullable Figure total;

        long arms() {
            return byArm.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void checkTotals() {
        if (table.armVariable().isEmpty() || table.sharesSubjects()) {
            return;
        }
        Map<RowKey, Row> rows = new LinkedHashMap<>();
        for (ReportedTable.Figure number : table.numbers()) {
            Row row = rows.computeIfAbsent(rowKey(number.result()), k -> new Row());
            table.arm(number.result()).ifPresentOrElse(arm -> row.byArm.put(arm, number.value()), () -> row.total = number);
        }
        boolean everybodyHasAnArm = rows.values().stream()
                .filter(row -> row.total != null && row.total.result().statistic() == Statistic.COLUMN_TOTAL
                        && row.total.result().groups().isEmpty())
                .allMatch(row -> row.total != null && row.arms() == row.total.value());
        for (Row row : rows.values()) {
            ReportedTable.Figure total = row.total;
            if (everybodyHasAnArm && total != null && !row.byArm.isEmpty() && row.arms() != total.value()) {
                add("the arms add up to " + row.arms() + ", but " + table.place(total.result()) + " has " + total.value(),
                        total.result());
            }
        }
    }

    private RowKey rowKey(Result result) {
        Map<String, String> groups = new LinkedHashMap<>(result.groups());
        groups.remove(table.armVariable());
        return new RowKey(result.statistic(), result.variable(), result.level(), groups, result.selection().withoutArm());
    }

    /// What the cells of one row have in common.
    private record RowKey(Statistic statistic, @Nullable String variable, List<String> level, Map<String, String> groups,
            Selection selection) {}

    /// A statistic of one filter.
    private record Filtered(Statistic statistic, Clauses clauses) {

        static Filtered of(Result result) {
            return new Filtered(result.statistic(), result.selection().all());
        }
    }

    private void checkLevels() {
        Map<Filtered, ReportedTable.Figure> byFilter = new HashMap<>();
        table.numbers().forEach(n -> byFilter.putIfAbsent(Filtered.of(n.result()), n));
        Map<LevelsOf, Map<Clauses, Long>> events = new LinkedHashMap<>();
        Map<Clauses, Map<Clauses, Long>> from3 = new LinkedHashMap<>();
        for (ReportedTable.Figure number : table.numbers()) {
            Result result = number.result();
            Optional<Clauses> outer = outer(result);
            if (outer.isEmpty()) {
                continue;
            }
            Clauses all = result.selection().all();
            ReportedTable.Figure parent = byFilter.get(new Filtered(result.statistic(), outer.get()));
            if (parent != null && number.value() > parent.value()) {
                add(table.place(result) + " has " + number.value() + ", more than the " + parent.value() + " of "
                        + table.place(parent.result()), result);
            }
            if (parent != null && result.statistic() == Statistic.EVENTS) {
                // Once a filter: a table may show the same rows twice.
                events.computeIfAbsent(new LevelsOf(result.variable(), outer.get()), k -> new HashMap<>()).put(all,
                        number.value());
            }
            if (result.statistic() == Statistic.COUNT && FROM_3.stream().anyMatch(all::endsWith)) {
                from3.computeIfAbsent(outer.get(), k -> new HashMap<>()).put(all, number.value());
            }
        }
        events.forEach((levels, byRow) -> compare(byRow, byFilter.get(new Filtered(Statistic.EVENTS, levels.outer())),
                "the events of the rows of " + levels.variable()));
        from3.forEach((outer, byRow) -> compare(byRow, byFilter.get(new Filtered(Statistic.COUNT, outer.and(worst(AT_LEAST_3)))),
                "the worst grades 3, 4 and 5"));
    }

    /// The levels of a variable within one filter.
    private record LevelsOf(@Nullable String variable, Clauses outer) {}

    private static Clauses worst(String grade) {
        return Clauses.of(Criterion.WORST_GRADE, grade);
    }

    /// Levels of which some are not shown may add up to less.
    private void compare(Map<Clauses, Long> byRow, ReportedTable.@Nullable Figure whole, String what) {
        long sum = byRow.values().stream().mapToLong(Long::longValue).sum();
        boolean shown = !table.results().some(RowsPromise.Trait.SOME_LEVELS_HIDDEN);
        if (whole != null && shown && sum != whole.value()) {
            add(what + " add up to " + sum + ", but " + table.place(whole.result()) + " has " + whole.value(), whole.result());
        }
    }

    /// The filter of what a row is a level of; empty where it is none.
    private static Optional<Clauses> outer(Result result) {
        if (result.level().isEmpty()) {
            return Optional.empty();
        }
        String last = result.level().getLast();
        Clauses all = result.selection().all();
        boolean level = result.variable() != null && all.endsWith(Clauses.equal(result.variable(), last));
        boolean inner = all.all().size() > 1 && (level || all.endsWith(worst(last)));
        return inner ? Optional.of(all.withoutLast(1)) : Optional.empty();
    }

    private void add(String message, Result result) {
        findings.add(Finding.error("SUM_DIFFERS", table.name() + ": " + message).in(result.dataset()).remedy(SameRows.REMEDY));
    }
}
