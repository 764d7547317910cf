package org.tabularium.validation.subject;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.RequestedColumns;
import org.tabularium.validation.rule.ExaminedDataset;

/// Which records of a dataset of times to an event are overall survival, whose event is the death.
final class OverallSurvival {

    static final String DATASET = "ADTTE";
    private static final Set<String> CODES = Set.of("OS", "OSURV", "TTDTH", "TTDEATH");
    private static final String LABEL = "OVERALL SURVIVAL";
    /// What the event was, where there was one.
    static final String EVENT = "EVNTDESC";

    private OverallSurvival() {}

    static void ask(RequestedColumns requested) {
        requested.ask(DATASET, "PARAMCD", "PARAM", "CNSR", "ADT", EVENT);
    }

    static IntPredicate of(ExaminedDataset times) {
        return times.where("PARAMCD", code -> CODES.contains(code.toUpperCase(Locale.ROOT)) || code.equals(times.parameter("OS")))
                .or(times.where("PARAM", label -> label.toUpperCase(Locale.ROOT).contains(LABEL)));
    }

    /// Those whose event (CNSR = 0) came.
    static IntPredicate deaths(ExaminedDataset times) {
        NumericColumn censored = times.number("CNSR").orElse(null);
        return of(times).and(row -> censored != null && !censored.isMissing(row) && censored.value(row) == 0);
    }
}
