package org.tabularium.result.display;

import java.util.List;
import java.util.Optional;
import org.tabularium.result.MethodId;
import org.tabularium.shell.comparison.ExposureAdjusted;

/// How arms are compared, and what rates are of.
public sealed interface ComparisonRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case Differences _, OddsRatios _, Rates _ ->
                Optional.of(this);
            case ControlByName _, NoControl _, OneArmStrata _, UnknownTime _ ->
                Optional.empty();
        };
    }

    /// An arm is taken for the control by its name.
    record ControlByName(String arm) implements ComparisonRemark {}

    /// No arm is known to be the control.
    record NoControl() implements ComparisonRemark {}

    /// Differences of percentages.
    ///
    /// @param against the arm that is subtracted
    /// @param interval how the limits are made
    /// @param strata the variables that they are stratified by; empty for none
    /// @param confidence of the limits
    record Differences(String against, MethodId interval, List<String> strata, double confidence) implements ComparisonRemark {}

    /// Odds ratios.
    ///
    /// @param against the arm that the others are compared with
    /// @param method how they are estimated
    /// @param strata the variables that they are stratified by; empty for none
    record OddsRatios(String against, MethodId method, List<String> strata) implements ComparisonRemark {}

    /// Subjects in strata of one arm alone, which compare nothing.
    ///
    /// @param arm compared with the control; empty where all arms are compared with each other
    /// @param control empty likewise
    /// @param upTo whether some rows leave out fewer
    /// @param strata the variables that comparisons are stratified by
    record OneArmStrata(String arm, String control, int subjects, boolean upTo, List<String> strata) implements ComparisonRemark {}

    /// Rates by patient-years.
    ///
    /// @param count what is counted
    /// @param compare how rates are compared
    /// @param time how long a subject is under observation
    record Rates(ExposureAdjusted.Count count, ExposureAdjusted.Compare compare, Time time) implements ComparisonRemark {}

    /// Subjects whose time is not known.
    record UnknownTime(long subjects) implements ComparisonRemark {}

    /// A subject's time under observation.
    enum Time {
        /// The follow-up, in months.
        FOLLOW_UP,
        /// The follow-up, in another unit than months.
        FOLLOW_UP_CONVERTED,
        /// From the first to the last day of treatment.
        TREATMENT,
        /// The same, of some subjects to the cut-off.
        TREATMENT_OR_CUT_OFF,
        /// The same without a named cut-off: to the latest date of the data.
        TREATMENT_OR_LATEST_DATE
    }
}
