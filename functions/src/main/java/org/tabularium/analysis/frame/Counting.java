package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Proportion;

/// Counts subjects: each counts once in a row, the percentage is of the column's N.
public final class Counting {

    /// What is counted in one row.
    ///
    /// @param dataset where the rows came from
    /// @param subjects who has it
    /// @param variable the variable whose level is counted; null for none
    /// @param level the level or the row's label
    /// @param clauses the row's filter
    public record Counted(String dataset, BitSet subjects, @Nullable String variable, List<String> level, Clauses clauses) {

        /// The same of other subjects.
        Counted of(BitSet others) {
            return new Counted(dataset, others, variable, level, clauses);
        }
    }

    private Counting() {}

    /// A cell a column, then one a comparison.
    ///
    /// @param events records by column, to be shown beside the subjects; null for none
    public static List<CellResults> row(TableFrame frame, Counted counted, long @Nullable [] events) {
        return row(frame, counted, events, null);
    }

    /// A cell a column, then one a comparison, of a row of events.
    public static List<CellResults> eventRow(TableFrame frame, Counted counted, EventRows events) {
        return row(frame, counted, events.shown() ? events.byColumn(frame) : null, events);
    }

    /// A cell a column, then one a comparison, of a row that counts other subjects in each column.
    ///
    /// @param counted what is counted but for the subjects
    /// @param subjects by column
    public static List<CellResults> rowByColumn(TableFrame frame, Counted counted, List<BitSet> subjects) {
        return row(frame, counted, subjects, null, null);
    }

    private static List<CellResults> row(TableFrame frame, Counted counted, long @Nullable [] events, @Nullable EventRows rows) {
        List<BitSet> subjects = rows == null || frame.arms().several() == null
                ? Collections.nCopies(frame.columns().size(), counted.subjects())
                : TreatmentsOfRecords.byColumn(frame, rows.records(), rows.rows(), rows.records()::subjectsOf);
        return row(frame, counted, subjects, events, rows);
    }

    private static List<CellResults> row(TableFrame frame, Counted counted, List<BitSet> subjects, long @Nullable [] events,
            @Nullable EventRows rows) {
        List<CellResults> cells = new ArrayList<>();
        for (int i = 0; i < frame.columns().size(); i++) {
            ColumnHead column = frame.columns().get(i);
            List<Result> results = new ArrayList<>(countPercent(frame, column, counted.of(subjects.get(i)), Map.of()));
            if (events != null) {
                results.add(result(frame, column, counted, Map.of(), Statistic.EVENTS, new Value.Whole(events[i])));
            }
            cells.add(new CellResults(
                    events == null ? Form.COUNT_PERCENT : Form.COUNT_PERCENT_EVENTS, results, 0, column.n()));
        }
        cells.addAll(Comparisons.of(frame).cells(counted, Map.of(),
                column -> new Proportion(in(column, subjects.get(frame.columns().indexOf(column))), column.n()), rows));
        return cells;
    }

    /// Number of subjects and their percentage in one column.
    public static List<Result> countPercent(TableFrame frame, ColumnHead column, Counted counted, Map<String, String> more) {
        int count = in(column, counted.subjects());
        Value percent = column.n() == 0
                ? new Value.NotEstimable("the column has no subjects")
                : new Value.Real(100.0 * count / column.n());
        return List.of(
                result(frame, column, counted, more, Statistic.COUNT, new Value.Whole(count)),
                result(frame, column, counted, more, Statistic.PERCENT, percent));
    }

    private static Result result(
            TableFrame frame,
            ColumnHead column,
            Counted counted,
            Map<String, String> more,
            Statistic statistic,
            Value value) {
        return frame.result(
                counted.dataset(), column, more, counted.variable(), counted.level(), statistic, value, counted.clauses());
    }

    /// How many of these subjects the column has.
    public static int in(ColumnHead column, BitSet subjects) {
        BitSet both = (BitSet) column.subjects().clone();
        both.and(subjects);
        return both.cardinality();
    }

    /// An estimate as a result's value.
    public static Value value(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Value(double number) -> new Value.Real(number);
            case Estimate.NotEstimable(String reason) -> new Value.NotEstimable(reason);
        };
    }
}
