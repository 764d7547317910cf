package org.tabularium.study.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What study.yaml says of the records that count: `day-zero`, `baseline: {before: …}`, `flags`, `unfavourable`,
/// `relatedness-missing`, `relatedness-of`, `after-cutoff`, `event-groups`.
///
/// @param dayZero the variable of ADSL with the day that study days, visits and onset count from; null for TRTSDT
/// @param baselineBefore what the baseline of a cell therapy lies before; null where study.yaml does not say
/// @param flags our name of a dataset → the variable that marks the records of analysis, or [#NO_FLAG]
/// @param unfavourable PARAMCD of responses that nobody wants, beside those known
/// @param missingIsRelated whether an event without a word on its relationship counts as related
/// @param relatednessOf variables of the relationship to one treatment each, of which any makes an event related; empty for
/// none
/// @param afterCutOff what happens to records after the data cut-off
/// @param eventGroups name of a group of adverse events → its preferred terms, system organ classes and queries
public record RecordSettings(
        @Nullable String dayZero,
        @Nullable BaselineBefore baselineBefore,
        Map<String, String> flags,
        List<String> unfavourable,
        boolean missingIsRelated,
        List<String> relatednessOf,
        AfterCutOff afterCutOff,
        Map<String, List<String>> eventGroups) {

    /// What study.yaml without any of the keys means.
    public static final RecordSettings DEFAULT = new RecordSettings(null, null, Map.of(), List.of(), false, List.of(), AfterCutOff.REPORT,
            Map.of());

    /// The word for a dataset whose records of analysis no variable marks.
    public static final String NO_FLAG = "none";

    /// The variable that marks a dataset's records of analysis where nothing else is said.
    public static final String DEFAULT_FLAG = "ANL01FL";

    /// The treatment that a baseline lies before.
    public enum BaselineBefore {
        /// The first day of lymphodepletion.
        LYMPHODEPLETION,
        /// The infusion of the cells.
        INFUSION
    }

    /// What happens to records after the data cut-off.
    public enum AfterCutOff {
        /// Every table uses them, and a warning counts them.
        REPORT,
        /// No table uses them.
        LEAVE_OUT,
        /// They reject the study.
        REJECT
    }

    /// The variable that marks the records of analysis of a dataset of ours; empty where study.yaml says `none`.
    public Optional<String> flag(String dataset) {
        return Optional.of(flags.getOrDefault(dataset, DEFAULT_FLAG)).filter(f -> !f.equals(NO_FLAG));
    }
}
