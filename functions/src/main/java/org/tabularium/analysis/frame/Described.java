package org.tabularium.analysis.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.result.CellResults;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;

/// The statistics of some numbers in one column.
///
/// @param statistics those that have a line of their own
/// @param percentiles other quantiles, by their line
public record Described(Map<Statistic, Result> statistics, Map<SummaryLine.Percentile, Result> percentiles) {

    /// The cell of a line.
    ///
    /// @param decimals the numbers were collected with
    public CellResults cell(SummaryLine line, int decimals) {
        List<Result> shown = line instanceof SummaryLine.Percentile percentile
                ? List.of(of(percentiles, percentile))
                : line.statistics().stream().map(this::result).toList();
        return new CellResults(line.form(), shown, decimals, 0);
    }

    /// The result of a statistic that was asked for.
    ///
    /// @throws IllegalStateException where nobody asked for it
    public Result result(Statistic statistic) {
        return of(statistics, statistic);
    }

    /// Those that no line shows.
    void unshown(List<SummaryLine> lines, Consumer<Result> unshown) {
        List<Statistic> shown = lines.stream().flatMap(line -> line.statistics().stream()).toList();
        statistics.forEach((statistic, result) -> {
            if (!shown.contains(statistic)) {
                unshown.accept(result);
            }
        });
        percentiles.forEach((line, result) -> {
            if (!lines.contains(line)) {
                unshown.accept(result);
            }
        });
    }

    private static <L extends SummaryLine> Result of(Map<L, Result> results, L line) {
        Result result = results.get(line);
        if (result == null) {
            throw new IllegalStateException("no " + line.word());
        }
        return result;
    }
}
