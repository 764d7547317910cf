package org.tabularium.ars;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.PublishedResult;

/// Which analysis a percentage is of: that of the number of subjects in the columns of its display, where its percentages are of
/// these indeed; a number that stands beside it goes before that.
final class Percentages {

    /// The numbers of columns by display, and by arm in each; an empty name for the total.
    private final Map<String, Map<String, Double>> totals = new HashMap<>();
    /// How many subjects a display counts of a selection.
    private final Map<Counted, Long> counts = new HashMap<>();

    private record Counted(String display, Selection selection) {}

    void add(PublishedResult published) {
        Result result = published.result();
        if (result.statistic() == Statistic.COLUMN_TOTAL && result.value() instanceof Value.Whole(long n)) {
            totals.computeIfAbsent(published.table(), _ -> new HashMap<>()).put(arm(result.selection().arm()), (double) n);
        }
        boolean counts = result.statistic() == Statistic.COUNT || result.statistic() == Statistic.MISSING;
        if (counts && result.value() instanceof Value.Whole(long n)) {
            this.counts.put(new Counted(published.table(), result.selection()), n);
        }
    }

    private static String arm(Selection.@Nullable Arm arm) {
        return arm == null ? "" : arm.level();
    }

    /// Whether the percentages of an analysis are of the numbers of its columns.
    boolean areOfColumns(List<PublishedResult> results) {
        return results.stream().filter(r -> r.result().statistic() == Statistic.PERCENT).allMatch(this::isOfColumn);
    }

    private boolean isOfColumn(PublishedResult percent) {
        Selection selection = percent.result().selection();
        Double n = totals.getOrDefault(percent.table(), Map.of()).get(arm(selection.arm()));
        if (!(percent.result().value() instanceof Value.Real(double value))) {
            return n != null && n == 0;
        }
        Long counted = counts.get(new Counted(percent.table(), selection));
        return n != null && n > 0 && counted != null && Math.abs(100.0 * counted / n - value) < 1e-9;
    }
}
