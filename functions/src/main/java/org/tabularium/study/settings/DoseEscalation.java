package org.tabularium.study.settings;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a study looks for dose-limiting toxicities: `dlt` of study.yaml.
///
/// @param rule the escalation rule; null for none, and then nothing is decided
/// @param target the share with a toxicity that BOIN and mTPI-2 aim at
/// @param interval the shares that mTPI-2 takes for the target
/// @param window days after the infusion within which a toxicity limits the dose; null where study.yaml does not say
/// @param from the infusion that the window begins with
/// @param levels the dose levels planned, from the lowest; empty for those of ADSL alone
public record DoseEscalation(@Nullable Rule rule, double target, Interval interval, @Nullable Integer window, From from, List<String> levels) {

    /// The target of BOIN and mTPI-2 where study.yaml does not say.
    public static final double USUAL_TARGET = 0.3;

    /// The rules there are.
    public enum Rule {
        THREE_PLUS_THREE, BOIN, MTPI_2
    }

    /// The equivalence interval of mTPI-2.
    ///
    /// @param low above 0 and below the target
    /// @param high above the target and below 1
    public record Interval(double low, double high) {

        private static final BigDecimal MARGIN = new BigDecimal("0.05");

        /// The interval where study.yaml does not say: 0.05 to either side.
        public static Interval around(double target) {
            BigDecimal middle = BigDecimal.valueOf(target);
            return new Interval(middle.subtract(MARGIN).doubleValue(), middle.add(MARGIN).doubleValue());
        }
    }

    /// What study.yaml without `dlt` means.
    public static final DoseEscalation UNDECLARED = new DoseEscalation(null, USUAL_TARGET, Interval.around(USUAL_TARGET), null,
            From.FIRST_INFUSION, List.of());

    /// The infusion that the window begins with.
    public enum From {
        /// On TRTSDT.
        FIRST_INFUSION,
        /// On TRTEDT.
        LAST_INFUSION
    }
}
