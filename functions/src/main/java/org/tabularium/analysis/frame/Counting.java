package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.statistic.Estimate;

/// Counts subjects: each counts once in a row, the percentage is of the column's N.
public final class Counting {

    /// What is counted in one row.
    ///
    /// @param dataset where the rows came from
    /// @param subjects who has it
    /// @param variable the variable whose level is counted; null for none
    /// @param level the level or the row's label
    /// @param clauses the row's filter
    /// @param among whom the count is of; null for all of a column
    /// @param records where it was counted; null where that is in no file
    public record Counted(String dataset, BitSet subjects, @Nullable String variable, List<String> level, Clauses clauses,
            @Nullable BitSet among, @Nullable Records records) {

        /// Counted among all of a column, from subjects alone.
        public Counted(String dataset, BitSet subjects, @Nullable String variable, List<String> level, Clauses clauses) {
            this(dataset, subjects, variable, level, clauses, null, null);
        }

        /// The same of other subjects.
        Counted of(BitSet others) {
            return new Counted(dataset, others, variable, level, clauses, among, records);
        }

        /// The same among some.
        public Counted among(BitSet some) {
            return new Counted(dataset, subjects, variable, level, clauses, some, records);
        }

        /// The same counted from these records.
        public Counted from(@Nullable Records rows) {
            return new Counted(dataset, subjects, variable, level, clauses, among, rows);
        }

        /// Who is behind what is counted in a column.
        Behind behind(ColumnHead column) {
            return behind(column.subjects());
        }

        /// Who is behind what is of several columns together.
        Behind behind(BitSet within) {
            return new Behind(subjects, among == null ? within : among, within, records);
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
        List<Optional<Records>> from = rows == null
                ? Collections.nCopies(subjects.size(), Optional.ofNullable(counted.records()))
                : rows.behind(frame);
        for (int i = 0; i < frame.columns().size(); i++) {
            ColumnHead column = frame.columns().get(i);
            Counted own = counted.of(subjects.get(i)).from(from.get(i).orElse(null));
            List<Result> results = new ArrayList<>(countPercent(frame, column, own, Map.of()));
            if (events != null) {
                results.add(frame.result(own.dataset(), column, Map.of(), own.variable(), own.level(), Statistic.EVENTS,
                        new Value.Whole(events[i]), own.clauses(), EventRows.method(Method.of(MethodId.EVENT_COUNT), frame),
                        own.behind(column)));
            }
            cells.add(new CellResults(
                    events == null ? Form.COUNT_PERCENT : Form.COUNT_PERCENT_EVENTS, results, 0, column.n()));
        }
        cells.addAll(Comparisons.of(frame).cells(counted.from(from.getLast().orElse(null)), Map.of(),
                column -> new Share(subjects.get(frame.columns().indexOf(column)), column.subjects()), rows));
        return cells;
    }

    /// Number of subjects and their percentage in one column.
    public static List<Result> countPercent(TableFrame frame, ColumnHead column, Counted counted, Map<String, String> more) {
        int count = in(column, counted.subjects());
        Value percent = column.n() == 0
                ? new Value.NotEstimable("the column has no subjects")
                : new Value.Real(100.0 * count / column.n());
        Behind behind = counted.behind(column);
        return List.of(
                result(frame, column, counted, more, Statistic.COUNT, new Value.Whole(count), behind),
                result(frame, column, counted, more, Statistic.PERCENT, percent, behind));
    }

    private static Result result(
            TableFrame frame,
            ColumnHead column,
            Counted counted,
            Map<String, String> more,
            Statistic statistic,
            Value value,
            Behind behind) {
        return frame.result(counted.dataset(), column, more, counted.variable(), counted.level(), statistic, value,
                counted.clauses(), behind);
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
