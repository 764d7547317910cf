package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.Finding;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;

/// Numbers of one filter, population and column are the same in every table, whatever the row is called.
final class SameRows {

    private SameRows() {}

    /// A number and the table it was first seen in.
    private record Seen(ReportedTable table, ReportedTable.Figure number) {}

    static List<Finding> compare(List<ReportedTable> tables) {
        Map<String, Seen> first = new HashMap<>();
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
    private static String key(ReportedTable table, Result result) {
        String[] conditions = result.where().split(" and ", -1);
        Arrays.sort(conditions);
        String level = result.variable() == null ? "" : result.variable() + "\t" + String.join("\t", result.level());
        String population = result.statistic() == Statistic.COLUMN_TOTAL ? table.results().population().name().name() : "";
        return String.join("\n", result.dataset(), result.statistic().word(), population, level, result.groups().toString(),
                String.join("\n", conditions));
    }

    private static Finding ofColumns(Seen seen, ReportedTable table, ReportedTable.Figure number) {
        return Finding.error("COLUMN_TOTAL_DIFFERS", "N is " + seen.number().value() + " in "
                + seen.table().place(seen.number().result()) + ", but " + number.value() + " in " + table.place(number.result()))
                .in(number.result().dataset()).remedy(REMEDY);
    }

    private static Finding ofRows(Seen seen, ReportedTable table, ReportedTable.Figure number) {
        Result result = number.result();
        return Finding
                .error("SAME_ROW_DIFFERS", "the " + (result.statistic() == Statistic.EVENTS ? "events" : "subjects") + " with "
                        + result.where() + " are " + seen.number().value() + " in " + seen.table().place(seen.number().result())
                        + ", but "
                        + number.value() + " in " + table.place(result))
                .in(result.dataset()).remedy(REMEDY);
    }

    /// What to do where the report contradicts itself.
    static final String REMEDY = "this is a fault of the program, not of the study: report it with the study's settings";
}
