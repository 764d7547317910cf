package org.tabularium.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.WrittenDataset.Kind;
import org.tabularium.dataset.WrittenDataset.Variable;
import org.tabularium.dataset.WrittenDataset;

/// The columns of a dataset while they are drawn; a variable may be left out, and values of it be missing.
final class ColumnsDrawing {

    private final SplittableRandom random;
    private final Map<Variable, IntFunction<@Nullable Object>> columns = new LinkedHashMap<>();

    ColumnsDrawing(SplittableRandom random) {
        this.random = random;
    }

    /// In every study, with all its values.
    ColumnsDrawing always(String name, Kind kind, IntFunction<@Nullable Object> value) {
        columns.put(new Variable(name, kind), value);
        return this;
    }

    /// In three of four studies, with as many missing values as chance has it: none, some or all.
    ColumnsDrawing perhaps(String name, Kind kind, IntFunction<@Nullable Object> value) {
        if (random.nextInt(4) > 0) {
            int missing = random.nextInt(4) == 0 ? random.nextInt(101) : 0;
            columns.put(new Variable(name, kind), row -> random.nextInt(100) < missing ? null : value.apply(row));
        }
        return this;
    }

    WrittenDataset rows(String name, int count) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (IntFunction<@Nullable Object> column : columns.values()) {
                cells.add(column.apply(row));
            }
            rows.add(cells);
        }
        return new WrittenDataset(name, List.copyOf(columns.keySet()), rows);
    }
}
