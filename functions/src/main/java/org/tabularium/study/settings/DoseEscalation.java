package org.tabularium.study.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a study looks for dose-limiting toxicities: `dlt` of study.yaml.
///
/// @param rule the escalation rule, `3+3`; null for none, and then nothing is decided
/// @param window days after the infusion within which a toxicity limits the dose; null where study.yaml does not say
/// @param from the infusion that the window begins with
/// @param levels the dose levels planned, from the lowest; empty for those of ADSL alone
public record DoseEscalation(@Nullable String rule, @Nullable Integer window, From from, List<String> levels) {

    /// What study.yaml without `dlt` means.
    public static final DoseEscalation UNDECLARED = new DoseEscalation(null, null, From.FIRST_INFUSION, List.of());

    /// The infusion that the window begins with.
    public enum From {
        /// On TRTSDT.
        FIRST_INFUSION,
        /// On TRTEDT.
        LAST_INFUSION
    }
}
