package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.Filter;

/// Counts of subjects whose percentages are of some subjects of the column, such as those with a value at a visit, and not of its
/// N.
///
/// @param frame the table
/// @param dataset where the values come from
/// @param groups grouping variables beside the arm
/// @param variable the analysed variable; null for none
/// @param subjects whom percentages are of
/// @param clauses what makes those subjects
/// @param records where their values are; null where that is in no file
public record SubsetCounts(TableFrame frame, String dataset, Map<String, String> groups, @Nullable String variable,
        BitSet subjects, Clauses clauses, @Nullable Records records) {

    /// Their number in each column.
    public List<CellResults> n() {
        return cells(column -> new CellResults(Form.COUNT, List.of(
                n(column, List.of())), 0, 0));
    }

    /// Their number in a column.
    public Result n(ColumnHead column, List<String> level) {
        return result(column, level, Statistic.N, new Value.Whole(Counting.in(column, subjects)), Clauses.NONE,
                behind(column, subjects, column.subjects()));
    }

    private Behind behind(ColumnHead column, BitSet having, BitSet of) {
        return new Behind(having, of, column.subjects(), records);
    }

    /// How many of them have something, and their percentage.
    ///
    /// @param level the level or the row's label
    /// @param having who has it; only those of [#subjects] count
    /// @param more what makes those who have it
    public List<CellResults> countPercent(List<String> level, BitSet having, Clauses more) {
        BitSet both = (BitSet) having.clone();
        both.and(subjects);
        return cells(column -> {
            int n = Counting.in(column, subjects);
            int count = Counting.in(column, both);
            Value percent = n == 0 ? new Value.NotEstimable("nobody is in the denominator") : new Value.Real(100.0 * count / n);
            Behind behind = behind(column, both, subjects);
            return new CellResults(Form.COUNT_PERCENT, List.of(
                    result(column, level, Statistic.COUNT, new Value.Whole(count), more, behind),
                    result(column, level, Statistic.PERCENT, percent, more, behind)), 0, n);
        });
    }

    /// How many of them have something, with their number: 3/6 (50.0%).
    ///
    /// @param having who has it; only those of [#subjects] count
    /// @param more what makes those who have it
    public List<CellResults> fraction(List<String> level, BitSet having, Clauses more) {
        List<CellResults> shares = countPercent(level, having, more);
        return IntStream.range(0, shares.size()).mapToObj(i -> {
            List<Result> share = shares.get(i).results();
            return new CellResults(Form.FRACTION, List.of(share.getFirst(), n(frame.columns().get(i), level), share.getLast()), 0,
                    shares.get(i).denominator());
        }).toList();
    }

    /// How many have something, be they of [#subjects] or not.
    public List<CellResults> count(List<String> level, BitSet having, Clauses more) {
        return cells(column -> new CellResults(Form.COUNT, List.of(
                result(column, level, Statistic.COUNT, new Value.Whole(Counting.in(column, having)), more,
                        behind(column, having, column.subjects()))),
                0, 0));
    }

    public List<CellResults> cells(Function<ColumnHead, CellResults> cell) {
        return frame.columns().stream().map(cell).toList();
    }

    /// A result of theirs.
    ///
    /// @param having who of them had the event
    public Result result(ColumnHead column, List<String> level, Statistic statistic, Value value, Method method, BitSet having) {
        return frame.result(dataset, column, groups, variable, level, statistic, value, clauses, method,
                behind(column, having, subjects));
    }

    private Result result(ColumnHead column, List<String> level, Statistic statistic, Value value, Clauses more, Behind behind) {
        return frame.result(dataset, column, groups, variable, level, statistic, value, Filter.joined(clauses, more), behind);
    }
}
