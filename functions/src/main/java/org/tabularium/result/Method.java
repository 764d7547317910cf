package org.tabularium.result;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a statistic was computed, as data (an analysis method of CDISC ARS).
///
/// @param id which method
/// @param options what it was asked to do, in the order of their names, such as `confidence` 0.95 or `type` 2
public record Method(MethodId id, SortedMap<String, String> options) {

    public Method {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    public static Method of(MethodId id) {
        return new Method(id, Collections.emptySortedMap());
    }

    public static Method of(MethodId id, String option, String value) {
        return new Method(id, new TreeMap<>(Map.of(option, value)));
    }

    /// The same with one more option.
    public Method with(String option, String value) {
        SortedMap<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new Method(id, more);
    }
}
