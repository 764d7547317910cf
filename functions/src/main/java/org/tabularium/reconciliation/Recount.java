package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.YesNo;

/// Responders and events counted once more from the dataset's records, by another way than the analysis: tables without a filter
/// of their own, whose parameter is in the dataset.
///
/// A table whose denominator is those who reached a visit may leave responders out who were assessed after the cut-off, so it may
/// have fewer, never more.
final class Recount {

    private final ReportedTable table;
    private final StudyData data;
    private final Map<String, Optional<BitSet>> counted = new HashMap<>();

    private Recount(ReportedTable table, StudyData data) {
        this.table = table;
        this.data = data;
    }

    static List<Finding> check(ReportedTable table, StudyData data) {
        List<Finding> findings = new ArrayList<>();
        if (table.results().shell().where() != null) {
            return findings;
        }
        Recount recount = new Recount(table, data);
        for (RowsPromise promise : table.results().promises()) {
            promise.counts().ifPresent(again -> recount.compare(again.label(), again.all(), findings));
        }
        return findings;
    }

    /// @param label the last level of the rows that are counted again; empty for rows without a level
    /// @param all whether every one must be in the table
    private void compare(String label, boolean all, List<Finding> findings) {
        for (ReportedTable.Figure number : table.numbers()) {
            Result result = number.result();
            String last = result.level().isEmpty() ? "" : result.level().getLast();
            Optional<ColumnHead> column = table.column(result);
            String parameter = result.groups().get("PARAMCD");
            if (result.statistic() != Statistic.COUNT || !last.equals(label) || column.isEmpty() || parameter == null
                    || isOfSubgroup(result)) {
                continue;
            }
            String visit = result.groups().getOrDefault("AVISIT", "");
            Optional<BitSet> having = counted.computeIfAbsent(result.dataset() + "\n" + parameter + "\n" + visit,
                    k -> having(result.dataset(), parameter, visit));
            if (having.isPresent()) {
                BitSet both = (BitSet) column.get().subjects().clone();
                both.and(having.get());
                int rows = both.cardinality();
                boolean every = all && !EndpointSubjects.isOfDisease(parameter);
                if (every ? number.value() != rows : number.value() > rows) {
                    findings.add(Finding.error("RECOUNT_DIFFERS", table.place(result) + " has " + number.value() + ", but "
                            + rows + " subjects of the column have such a record")
                            .in(result.dataset()).remedy(SameRows.REMEDY));
                }
            }
        }
    }

    private boolean isOfSubgroup(Result result) {
        return result.groups().keySet().stream().anyMatch(table.results().shell().subgroups()::contains);
    }

    /// The subjects with a record that says yes (at a visit), or whose event is not censored; empty where the dataset does not
    /// tell.
    private Optional<BitSet> having(String name, String parameter, String visit) {
        Dataset dataset = data.dataset(name).orElse(null);
        if (dataset == null || data.study().parts(name).size() > 1) {
            return Optional.empty();
        }
        Column code = dataset.column("PARAMCD").orElse(null);
        Column value = dataset.column("AVAL").orElse(null);
        Column text = dataset.column("AVALC").orElse(null);
        Column censored = dataset.column("CNSR").orElse(null);
        Column at = dataset.column("AVISIT").orElse(null);
        if (code == null || (visit.isEmpty() ? censored == null || value == null : at == null)) {
            return Optional.empty();
        }
        BdsRecords known = BdsRecords.of(data, dataset);
        String theirs = data.study().names().parameter(parameter);
        RowSubjects subjects = data.subjects(name);
        BitSet having = new BitSet();
        boolean any = false;
        for (int row = 0; row < dataset.rows(); row++) {
            boolean ofParameter = ValueText.text(code, row).equalsIgnoreCase(theirs);
            any |= ofParameter && (visit.isEmpty() || at == null || isAt(at, row, visit));
            int subject = subjects.of(row);
            if (!ofParameter || subject == StudyData.UNKNOWN || !known.counts(row)) {
                continue;
            }
            boolean counts = (visit.isEmpty() || at == null)
                    ? (number(censored, row) == 0 && !Double.isNaN(number(value, row)))
                    : (isAt(at, row, visit) && isYes(text, value, row));
            if (counts) {
                having.set(subject);
            }
        }
        return any ? Optional.of(having) : Optional.empty();
    }

    private static boolean isAt(Column at, int row, String visit) {
        return new VisitName(ValueText.text(at, row)).key().equals(new VisitName(visit).key());
    }

    private static double number(@Nullable Column column, int row) {
        return column instanceof NumericColumn numbers && !numbers.isMissing(row) ? numbers.value(row) : Double.NaN;
    }

    private static boolean isYes(@Nullable Column text, @Nullable Column value, int row) {
        return YesNo.of(text == null ? "" : ValueText.text(text, row)).orElseGet(() -> number(value, row) == 1);
    }
}
