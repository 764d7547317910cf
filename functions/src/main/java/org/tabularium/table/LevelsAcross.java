package org.tabularium.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;

/// The later levels of all shifts of a table, which are its columns. Shifts may have different levels: each keeps its own order,
/// and levels that no other shift has stand after those that others have.
final class LevelsAcross {

    private LevelsAcross() {}

    static List<RowLabel> of(List<ResultRow> rows) {
        List<RowLabel> merged = new ArrayList<>();
        Set<RowLabel> shift = new LinkedHashSet<>();
        @Nullable
        RowLabel baseline = null;
        for (ResultRow row : rows) {
            if (row.label() instanceof RowLabel.Shifted(RowLabel of, RowLabel later)) {
                if (!of.equals(baseline)) {
                    merge(shift, merged);
                    shift.clear();
                    baseline = of;
                }
                shift.add(later);
            } else {
                baseline = null;
            }
        }
        merge(shift, merged);
        return merged;
    }

    private static void merge(Set<RowLabel> levels, List<RowLabel> merged) {
        int at = levels.stream().anyMatch(merged::contains) ? 0 : merged.size();
        for (RowLabel level : levels) {
            int found = merged.indexOf(level);
            if (found < 0) {
                merged.add(at, level);
            }
            at = (found < 0 ? at : found) + 1;
        }
    }
}
