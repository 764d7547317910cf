package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.dataset.Column;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;

/// The rows of a table once more for the subjects of each level of each of the shell's subgroup variables, below the rows of all
/// subjects.
///
/// A subgroup's first row has its number of subjects, of whom its percentages are; its results have the variable with the level
/// among their groups. Subjects without a
/// value are in no subgroup. Where nothing can be computed for a subgroup, a row says why. Footnotes that a subgroup gives rise
/// to and the table does not have begin with
/// the subgroup.
public final class Subgroups {

    /// Adds the table's rows for some of its subjects.
    @FunctionalInterface
    public interface Rows {
        /// Adds them.
        ///
        /// @param frame the columns with these subjects
        /// @param selected the table's records of these subjects
        void add(TableFrame frame, BitSet selected, TableBody body) throws NotProducedException;
    }

    private Subgroups() {}

    /// Adds the rows of each subgroup.
    ///
    /// @param selected the table's records
    public static void add(TableFrame frame, JoinedRecords records, BitSet selected, TableBody body, Rows rows) {
        Shell shell = frame.shell();
        if (shell.listsRecords() || shell.figure().isPresent()) {
            return; // a listing has rows of records, not of groups of subjects; a figure draws them itself
        }
        Set<Remark> known = Set.copyOf(body.remarks);
        for (String variable : shell.subgroups()) {
            Column column = frame.data().adsl().column(variable).orElse(null);
            if (column == null) {
                continue;
            }
            body.heading(new RowLabel.OfVariable(Study.ADSL, variable), 0, true);
            for (Part part : parts(frame, variable)) {
                addSubgroup(part.frame, part.label, of(records, selected, part.frame.population().subjects()), body, rows);
            }
            addRemarks(frame, column, variable, body, known);
        }
    }

    /// One subgroup.
    ///
    /// @param frame the columns with its subjects
    /// @param label its level
    public record Part(TableFrame frame, RowLabel label) {}

    /// The subgroups that a variable of ADSL makes, in the order of its levels; empty where ADSL does not have it.
    public static List<Part> parts(TableFrame frame, String variable) {
        Column column = frame.data().adsl().column(variable).orElse(null);
        if (column == null) {
            return List.of();
        }
        Set<String> levels = new TreeSet<>(LevelOrder.of(column, frame.data().adsl().column(Arms.companion(variable)),
                frame.data().study().codes(Study.ADSL, variable)));
        frame.population().subjects().stream().mapToObj(s -> ValueText.text(column, s)).filter(t -> !t.isEmpty())
                .forEach(levels::add);
        return levels.stream().map(level -> {
            BitSet members = new BitSet();
            frame.population().subjects().stream().filter(s -> ValueText.text(column, s).equals(level)).forEach(members::set);
            return new Part(frame.within(variable, level, members), new RowLabel.OfLevel(variable, level));
        }).toList();
    }

    private static BitSet of(JoinedRecords records, BitSet selected, BitSet members) {
        BitSet rows = new BitSet();
        selected.stream().filter(row -> members.get(records.subject(row))).forEach(rows::set);
        return rows;
    }

    private static void addSubgroup(TableFrame part, RowLabel label, BitSet selected, TableBody body, Rows rows) {
        TableBody own = new TableBody();
        Obstacle obstacle = null;
        try {
            rows.add(part, selected, own);
        } catch (NotProducedException e) {
            own.rows.clear();
            obstacle = e.obstacle();
        }
        List<CellResults> totals = part.columns().stream().map(column -> new CellResults(Form.COUNT,
                List.of(part.result(Study.ADSL, column, Map.of(), null, List.of(), Statistic.COLUMN_TOTAL,
                        new Value.Whole(column.n()), Clauses.NONE, Behind.column(column))),
                0, 0)).toList();
        body.row(label, 1, true, totals);
        own.rows.forEach(row -> body.rows
                .add(new ResultRow(row.kind(), row.label(), row.indent() + 2, false, row.detail(), row.cells())));
        if (obstacle != null) {
            body.rows.add(new ResultRow(ResultRow.Kind.MESSAGE, new RowLabel.Because(obstacle), 2, false, List.of()));
        }
        body.unshown.addAll(own.unshown);
        body.datasets.addAll(own.datasets);
        addRemarks(part, own, body);
    }

    /// Adds what a subgroup's computation says of itself and the table's does not.
    public static void addRemarks(TableFrame part, TableBody own, TableBody body) {
        own.remarks.stream().filter(remark -> !body.remarks.contains(remark))
                .forEach(remark -> body.remarks.add(within(part, remark)));
    }

    private static Remark within(TableFrame part, Remark remark) {
        return part.within().entrySet().stream().findFirst()
                .<Remark>map(e -> new Remark.Within(e.getKey(), e.getValue(), remark))
                .orElse(remark);
    }

    private static void addRemarks(TableFrame frame, Column column, String variable, TableBody body, Set<Remark> known) {
        long missing = frame.population().subjects().stream().filter(column::isMissing).count();
        List<Remark> remarks = new ArrayList<>();
        if (missing > 0) {
            remarks.add(new PopulationRemark.NoSubgroup(missing, variable));
        }
        remarks.add(new PopulationRemark.SubgroupRows());
        remarks.stream().filter(r -> !known.contains(r)).forEach(body.remarks::add);
    }
}
