package org.tabularium.study.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a study looks for dose-limiting toxicities: `dlt` of study.yaml.
///
/// @param rule the escalation rule; null for none, and then nothing is decided
/// @param target the share with a toxicity that BOIN aims at
/// @param window days after the infusion within which a toxicity limits the dose; null where study.yaml does not say
/// @param from the infusion that the window begins with
/// @param levels the dose levels planned, from the lowest; empty for those of ADSL alone
public record DoseEscalation(@Nullable Rule rule, double target, @Nullable Integer window, From from, List<String> levels) {

    /// The target of BOIN where study.yaml does not say.
    public static final double USUAL_TARGET = 0.3;

    /// The rules there are.
    public enum Rule {
        THREE_PLUS_THREE, BOIN
    }

    /// What study.yaml without `dlt` means.
    public static final DoseEscalation UNDECLARED = new DoseEscalation(null, USUAL_TARGET, null,
            From.FIRST_INFUSION, List.of());

    /// The infusion that the window begins with.
    public enum From {
        /// On TRTSDT.
        FIRST_INFUSION,
        /// On TRTEDT.
        LAST_INFUSION
    }
}
