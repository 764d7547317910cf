package org.tabularium.table.shown;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.CellResults;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.statistic.Decimals;

/// Which variables have medians and quartiles that are all exact at the decimals of their values, over a whole table, so that
/// those of one variable or parameter have the same decimals in each row and column.
///
/// @param inexact the variables of which some quantile has more decimals
public record ExactQuantiles(Set<Of> inexact) {

    /// A variable of a dataset, of one parameter where it is a value of one.
    record Of(String dataset, String parameter, @Nullable String variable) {}

    /// Those of the rows of a table.
    public static ExactQuantiles of(List<ResultRow> rows) {
        Set<Of> inexact = new HashSet<>();
        rows.stream().flatMap(row -> row.cells().stream()).forEach(cell -> cell.results().stream()
                .filter(ExactQuantiles::isQuantile)
                .filter(result -> hasMore(result, cell.decimals()))
                .forEach(result -> inexact.add(key(result))));
        return new ExactQuantiles(Set.copyOf(inexact));
    }

    /// Whether the quantiles of a cell are shown with the decimals of the values.
    public boolean areOf(CellResults cell) {
        return cell.results().stream().filter(ExactQuantiles::isQuantile)
                .noneMatch(result -> inexact.contains(key(result)) || hasMore(result, cell.decimals()));
    }

    private static boolean isQuantile(Result result) {
        return result.statistic().decimals() == Statistic.Decimals.OF_QUANTILE;
    }

    private static boolean hasMore(Result result, int decimals) {
        return result.value() instanceof Value.Real(double value) && !Double.isNaN(value)
                && Decimals.asWritten(value).scale() > decimals;
    }

    private static Of key(Result result) {
        return new Of(result.dataset(), Objects.requireNonNullElse(result.groups().get("PARAMCD"), ""), result.variable());
    }
}
