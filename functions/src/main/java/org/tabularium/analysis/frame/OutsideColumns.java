package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;

/// The columns that rows are not of, since none of their subjects can have what the rows count: an endpoint of another disease.
/// Their cells say so, where a zero were a result.
public final class OutsideColumns {

    private final TableFrame frame;
    private final BitSet outside;

    /// @param outside the subjects whom the rows are not of
    public OutsideColumns(TableFrame frame, BitSet outside) {
        this.frame = frame;
        this.outside = outside;
    }

    /// Those none of whose subjects meets what rows are of, where others of the table do.
    public static OutsideColumns of(TableFrame frame, Filter subjects) {
        BitSet selected = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        BitSet outside = new BitSet();
        if (selected.intersects(frame.population().subjects())) {
            outside.set(0, frame.data().subjectCount());
            outside.andNot(selected);
        }
        return new OutsideColumns(frame, outside);
    }

    /// Whether the rows are not of a column: it has subjects, and all are outside.
    public boolean isOne(ColumnHead column) {
        BitSet inside = (BitSet) column.subjects().clone();
        inside.andNot(outside);
        return inside.isEmpty() && !column.subjects().isEmpty();
    }

    /// Has the cells that stand in such columns say so.
    ///
    /// @param from the first of the rows
    public void say(List<ResultRow> rows, int from) {
        List<ColumnHead> columns = frame.columns();
        if (columns.stream().noneMatch(this::isOne)) {
            return;
        }
        rows.subList(from, rows.size()).replaceAll(row -> {
            List<CellResults> cells = new ArrayList<>(row.cells());
            for (int column = 0; column < Math.min(columns.size(), cells.size()); column++) {
                if (isOne(columns.get(column)) && cells.get(column).form() != CellResults.Form.EMPTY) {
                    cells.set(column, new CellResults(CellResults.Form.NOT_APPLICABLE, cells.get(column).results(), 0, 0));
                }
            }
            return new ResultRow(row.kind(), row.label(), row.indent(), row.startsBlock(), row.detail(), cells);
        });
    }

    /// The same, and a remark that names the columns.
    ///
    /// @param label of what the rows count
    public void say(TableBody body, int from, String label) {
        say(body.rows, from);
        List<ColumnHead> of = frame.columns().stream().filter(this::isOne).toList();
        if (!of.isEmpty()) {
            BitSet subjects = new BitSet();
            of.forEach(column -> subjects.or(column.subjects()));
            body.remarks.add(new EfficacyRemark.NotOfEndpoint(label, of.stream().map(ColumnHead::label).toList(),
                    subjects.cardinality()));
        }
    }
}
