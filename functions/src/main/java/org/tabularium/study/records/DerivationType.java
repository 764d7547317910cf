package org.tabularium.study.records;

import java.util.Locale;
import java.util.Set;

/// What DTYPE says of a record (CDISC controlled terminology for ADaM, codelist DTYPE).
public enum DerivationType {

    /// A value as it was collected: DTYPE is blank.
    OBSERVED,
    /// A value made of several others, whatever visit it names: minimum, average, last observed.
    SUMMARY,
    /// A value that stands in for one that is missing at its visit: last observation carried forward. Words that are not known
    /// count as such, too, so that they are
    /// footnoted.
    IMPUTED;

    private static final Set<String> SUMMARIES = Set.of("MINIMUM", "MIN", "MAXIMUM", "MAX", "AVERAGE", "AVG", "MEAN", "TMEAN",
            "MEDIAN", "MODE", "SUM", "TOTAL", "LOV", "BOV", "WOV", "MOV", "BOC", "WOC", "MOTH", "ENDPOINT", "LVPD", "LAST",
            "FIRST", "BEST", "WORST", "NADIR", "PEAK", "GEOMEAN", "GMEAN");

    /// Understands a DTYPE, in any letter case.
    public static DerivationType of(String dtype) {
        String word = dtype.strip().toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return OBSERVED;
        }
        return SUMMARIES.contains(word) ? SUMMARY : IMPUTED;
    }
}
