package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.shell.DeclaredRows;

/// Sums within one table: the arms make the total, the events of levels make those of what they are levels of, no level has more subjects than that, and worst grades 3, 4 and 5
/// make grade 3 and more.
final class Sums {

    private static final String WORST = "worst grade: ";
    private static final String AT_LEAST_3 = "Grade ≥3";
    private static final Set<String> FROM_3 = Set.of("Grade 3", "Grade 4", "Grade 5");

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
        if (table.armVariable().isEmpty()) {
            return;
        }
        Map<String, Row> rows = new LinkedHashMap<>();
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

    private String rowKey(Result result) {
        Map<String, String> groups = new LinkedHashMap<>(result.groups());
        String arm = groups.remove(table.armVariable());
        String where = arm == null ? result.where() : without(result.where(), table.armVariable() + " = " + arm);
        return String.join("\n", result.statistic().word(), String.valueOf(result.variable()), result.level().toString(),
                groups.toString(), where);
    }

    /// A filter without one of its conditions.
    private static String without(String where, String condition) {
        int at = where.indexOf(condition);
        if (at < 0) {
            return where;
        }
        String before = where.substring(0, at);
        String after = where.substring(at + condition.length());
        return before.endsWith(" and ")
                ? before.substring(0, before.length() - " and ".length()) + after
                : before + (after.startsWith(" and ") ? after.substring(" and ".length()) : after);
    }

    private void checkLevels() {
        Map<String, ReportedTable.Figure> byFilter = new HashMap<>();
        table.numbers().forEach(n -> byFilter.putIfAbsent(n.result().statistic() + n.result().where(), n));
        Map<String, Map<String, Long>> events = new LinkedHashMap<>();
        Map<String, Map<String, Long>> from3 = new LinkedHashMap<>();
        for (ReportedTable.Figure number : table.numbers()) {
            Result result = number.result();
            String outer = outer(result).orElse("");
            ReportedTable.Figure parent = byFilter.get(result.statistic() + outer);
            if (outer.isEmpty()) {
                continue;
            }
            if (parent != null && number.value() > parent.value()) {
                add(table.place(result) + " has " + number.value() + ", more than the " + parent.value() + " of "
                        + table.place(parent.result()), result);
            }
            if (parent != null && result.statistic() == Statistic.EVENTS) {
                // Once a filter: a table may show the same rows twice.
                events.computeIfAbsent(result.variable() + "\n" + outer, k -> new HashMap<>()).put(result.where(),
                        number.value());
            }
            if (result.statistic() == Statistic.COUNT && FROM_3.stream().anyMatch(g -> result.where().endsWith(WORST + g))) {
                from3.computeIfAbsent(outer, k -> new HashMap<>()).put(result.where(), number.value());
            }
        }
        events.forEach((key, byRow) -> compare(byRow, byFilter.get(Statistic.EVENTS + key.substring(key.indexOf('\n') + 1)),
                "the events of the rows of " + key.substring(0, key.indexOf('\n'))));
        from3.forEach((outer, byRow) -> compare(byRow, byFilter.get(Statistic.COUNT + outer + " and " + WORST + AT_LEAST_3),
                "the worst grades 3, 4 and 5"));
    }

    /// Levels of which some are not shown may add up to less.
    private void compare(Map<String, Long> byRow, ReportedTable.@Nullable Figure whole, String what) {
        long sum = byRow.values().stream().mapToLong(Long::longValue).sum();
        boolean shown = table.results().shell().rows().stream()
                .noneMatch(b -> b instanceof DeclaredRows.Nest nest && nest.threshold() > 0);
        if (whole != null && shown && sum != whole.value()) {
            add(what + " add up to " + sum + ", but " + table.place(whole.result()) + " has " + whole.value(), whole.result());
        }
    }

    /// The filter of what a row is a level of; empty where it is none.
    private static Optional<String> outer(Result result) {
        String last = result.level().isEmpty() ? "" : result.level().getLast();
        for (String own : List.of(result.variable() + " = " + last, WORST + last)) {
            if (result.where().endsWith(" and " + own)) {
                return Optional.of(result.where().substring(0, result.where().length() - own.length() - " and ".length()));
            }
        }
        return Optional.empty();
    }

    private void add(String message, Result result) {
        findings.add(Finding.error("SUM_DIFFERS", table.name() + ": " + message).in(result.dataset()).remedy(SameRows.REMEDY));
    }
}
