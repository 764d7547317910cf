package org.tabularium.edition;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.result.CellResults;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredModels;

/// A display without the rows that are not to be shown. Rows in the order of their counts are not there, since their places would
/// tell about what they counted; all others say that they are not shown. What is estimated from counts of which some are not
/// shown is not shown either, and no footnote that counts.
final class Withheld {

    /// What a cell says by itself of the subjects behind it, which are shown or not.
    private static final Set<Statistic> OF_SUBJECTS = EnumSet.of(Statistic.COLUMN_TOTAL, Statistic.N, Statistic.MISSING,
            Statistic.COUNT, Statistic.PERCENT, Statistic.EVENTS, Statistic.MEAN, Statistic.SD, Statistic.SE, Statistic.MEDIAN,
            Statistic.Q1, Statistic.Q3);

    private Withheld() {}

    /// Whether some of the rows stand in the order of what they count.
    static boolean isInOrderOfCounts(TableResults display) {
        return display.shell().rows().stream().anyMatch(DeclaredEvents.Nest.class::isInstance);
    }

    /// @param hidden the places of the rows
    static TableResults of(TableResults display, BitSet hidden, int smallest) {
        List<ResultRow> rows = new ArrayList<>();
        boolean ordered = isInOrderOfCounts(display);
        boolean whole = display.shell().rows().stream().anyMatch(DeclaredModels.TimeToEvent.class::isInstance);
        BitSet touched = touched(display.rows(), hidden, whole);
        boolean startsBlock = false;
        for (int i = 0; i < display.rows().size(); i++) {
            ResultRow row = display.rows().get(i);
            startsBlock |= row.startsBlock();
            if (hidden.get(i) && ordered) {
                continue;
            }
            ResultRow kept = hidden.get(i) || (touched.get(i) && isEstimated(row)) ? withheld(row) : row;
            rows.add(startsBlock && !kept.startsBlock() ? kept.startingBlock() : kept);
            startsBlock = false;
        }
        List<Remark> remarks = new ArrayList<>(display.remarks().stream().filter(Withheld::countsNobody).toList());
        if (rows.isEmpty() && !touched.isEmpty()) {
            rows.add(ResultRow.message(new RowLabel.NothingShown(smallest)));
        } else if (!touched.isEmpty()) {
            remarks.add(ordered ? new PopulationRemark.RowsLeftOut(smallest) : new PopulationRemark.Withheld(smallest));
        }
        List<Result> unshown = display.unshown().stream().filter(result -> result.statistic() == Statistic.COLUMN_TOTAL).toList();
        return Parts.of(display, rows, display.drawn(), unshown, remarks);
    }

    /// The rows of the blocks in which rows are hidden.
    private static BitSet touched(List<ResultRow> rows, BitSet hidden, boolean whole) {
        BitSet touched = new BitSet();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || (rows.get(i).startsBlock() && !whole)) {
                int next = hidden.nextSetBit(from);
                if (next >= 0 && next < i) {
                    touched.set(from, i);
                }
                from = i;
            }
        }
        return touched;
    }

    private static boolean isEstimated(ResultRow row) {
        return row.cells().stream().flatMap(cell -> cell.results().stream())
                .anyMatch(result -> !OF_SUBJECTS.contains(result.statistic()));
    }

    private static ResultRow withheld(ResultRow row) {
        return new ResultRow(row.kind(), row.label(), row.indent(), row.startsBlock(), row.detail(), row.cells().stream()
                .map(cell -> cell.form() == CellResults.Form.EMPTY
                        ? cell
                        : new CellResults(CellResults.Form.WITHHELD, List.of(), 0, 0))
                .toList());
    }

    /// A remark of words alone: numbers of subjects, records and whatever else somebody may count stand in no footnote.
    private static boolean countsNobody(Remark remark) {
        if (remark instanceof Remark.Within(String _, String _, Remark inner)) {
            return countsNobody(inner);
        }
        return remark instanceof Enum<?> || (remark instanceof Record && Stream.of(remark.getClass().getRecordComponents())
                .map(RecordComponent::getType).allMatch(type -> type == String.class || type == double.class || type.isEnum()));
    }
}
