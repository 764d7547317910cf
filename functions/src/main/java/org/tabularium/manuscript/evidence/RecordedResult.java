package org.tabularium.manuscript.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record of a run's `results.json`, as far as words are compared with it.
///
/// @param level empty for none
/// @param value null where it is no number
/// @param label the printed labels of the row, from the outermost; empty where it is not shown
/// @param column the header of the column; empty where none is known
/// @param arm null for all together
/// @param serious whether only serious events are counted
/// @param related whether only related events are counted
public record RecordedResult(String table, String dataset, Map<String, String> groups, @Nullable String variable,
        List<String> level,
        String statistic, @Nullable Double value, @Nullable String text, List<String> label,
        String column, String key,
        @Nullable String armVariable, @Nullable String arm, boolean serious, boolean related) {}
