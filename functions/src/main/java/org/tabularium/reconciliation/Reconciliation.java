package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.finding.Finding;
import org.tabularium.result.display.TableResults;
import org.tabularium.study.StudyData;

/// The front door of this room: numbers that must be the same in several displays, and whether they are.
///
/// | compared | must agree |
/// | --- | --- |
/// | counts, numbers at risk, medians, effects of a figure | with the table of the same |
/// | column totals | in every table of one population and one column |
/// | rows counted by one filter | in every table: any adverse event, serious, related, fatal events, terms, grades |
/// | arms and their total | where everybody has an arm |
/// | events of levels and of what they are levels of; subjects of worst grades | within a table, and with the overview's row
/// of grade 3 and more |
/// | responders, events of a time to event | with the records of the dataset |
/// | deaths of three tables | may differ: a warning |
public final class Reconciliation {

    private static final int MOST = 20;

    private Reconciliation() {}

    /// What does not agree.
    ///
    /// @param tables the results of every table that was made
    /// @param data what they were made of
    /// @return at most 20 findings a kind; empty where everything agrees
    public static List<Finding> of(List<TableResults> tables, StudyData data) {
        List<ReportedTable> reported = tables.stream().map(ReportedTable::of).toList();
        List<Finding> findings = new ArrayList<>();
        addFirst(SameRows.compare(reported), findings);
        addFirst(FigureAndTable.compare(reported), findings);
        for (ReportedTable table : reported) {
            addFirst(Sums.check(table), findings);
            addFirst(Recount.check(table, data), findings);
        }
        DeathCounts.compare(reported).ifPresent(findings::add);
        return findings;
    }

    private static void addFirst(List<Finding> found, List<Finding> findings) {
        findings.addAll(found.subList(0, Math.min(MOST, found.size())));
    }
}
