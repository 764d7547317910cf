package org.tabularium.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One computed statistic at full precision with the keys that tell what it is of: an ARD record in CDISC ARS terms.
///
/// @param dataset the dataset the rows came from
/// @param groups every grouping variable with its level, in order: arm, PARAMCD, AVISIT, …; the total column has no arm in it
/// @param variable the analysed variable; null where there is none
/// @param level the level of the variable or the row's label; several for nested levels; empty for none
/// @param statistic what was computed
/// @param value the number, or why there is none
/// @param selection whose and which records it is of
/// @param method how it was computed
/// @param behind who is behind it, and which records; null where that is not said
public record Result(
        String dataset,
        Map<String, String> groups,
        @Nullable String variable,
        List<String> level,
        Statistic statistic,
        Value value,
        Selection selection,
        Method method,
        @Nullable Behind behind) {

    /// A result of which it is not said who is behind it.
    public Result(String dataset, Map<String, String> groups, @Nullable String variable, List<String> level, Statistic statistic,
            Value value, Selection selection, Method method) {
        this(dataset, groups, variable, level, statistic, value, selection, method, null);
    }
}
