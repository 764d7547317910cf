package org.tabularium.reconciliation;

import org.jspecify.annotations.Nullable;
import java.util.Set;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.Finding;
import org.tabularium.result.Clause;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.shell.PopulationName;

/// Numbers of one filter, population and column are the same in every table, whatever the row is called.
final class SameRows {

    private SameRows() {}

    /// A number and the table it was first seen in.
    private record Seen(ReportedTable table, ReportedTable.Figure number) {}

    static List<Finding> compare(List<ReportedTable> tables) {
        Map<Key, Seen> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ReportedTable table : tables) {
            boolean rows = table.filtersSayAll();
            for (ReportedTable.Figure number : table.numbers()) {
                boolean total = number.result().statistic() == Statistic.COLUMN_TOTAL;
                if (!total && !rows) {
                    continue;
                }
                Seen seen = first.putIfAbsent(key(table, number.result()), new Seen(table, number));
                if (seen != null && seen.number().value() != number.value()) {
                    findings.add(total ? ofColumns(seen, table, number) : ofRows(seen, table, number));
                }
            }
        }
        return findings;
    }

    /// The row's label is no part of it where the row is no level of a variable.
    private static Key key(ReportedTable table, Result result) {
        boolean total = result.statistic() == Statistic.COLUMN_TOTAL;
        return new Key(result.dataset(), result.statistic(), total ? table.results().population().name() : null,
                result.variable(),
                result.variable() == null ? List.of() : result.level(), result.groups(),
                Set.copyOf(result.selection().all().all()));
    }

    /// What two numbers have in common that must be the same; the order of the clauses is no part of it.
    private record Key(String dataset, Statistic statistic, @Nullable PopulationName population, @Nullable String variable,
            List<String> level, Map<String, String> groups, Set<Clause> clauses) {}

    private static Finding ofColumns(Seen seen, ReportedTable table, ReportedTable.Figure number) {
        return Finding.error("COLUMN_TOTAL_DIFFERS", "N is " + seen.number().value() + " in "
                + seen.table().place(seen.number().result()) + ", but " + number.value() + " in " + table.place(number.result()))
                .in(number.result().dataset()).remedy(REMEDY);
    }

    private static Finding ofRows(Seen seen, ReportedTable table, ReportedTable.Figure number) {
        Result result = number.result();
        return Finding
                .error("SAME_ROW_DIFFERS",
                        "the " + (result.statistic() == Statistic.EVENTS ? "events" : "subjects") + " of one filter are "
                                + seen.number().value() + " in " + seen.table().place(seen.number().result())
                                + ", but " + number.value() + " in " + table.place(result))
                .in(result.dataset()).remedy(REMEDY);
    }

    /// What to do where the report contradicts itself.
    static final String REMEDY = "this is a fault of the program, not of the study: report it with the study's settings";
}
