package org.tabularium.shell.comparison;

/// Rates by 100 patient-years beside a row's counts.
///
/// @param count what is counted
/// @param time how long subjects are under observation
/// @param compare whether each arm's rate is compared with the first's
public record ExposureAdjusted(Count count, Time time, Compare compare) {

    /// What a rate counts.
    public enum Count {
        /// Every event, in the whole time of every subject.
        EVENTS,
        /// Subjects with an event; a subject's time ends with the first.
        SUBJECTS
    }

    /// How long subjects are under observation.
    public enum Time {
        /// FUPDUR where ADSL has it, else from TRTSDT to TRTEDT.
        AUTO,
        /// FUPDUR, months.
        FOLLOW_UP,
        /// From TRTSDT to TRTEDT, both days included.
        TREATMENT
    }

    /// How rates are compared.
    public enum Compare {
        NONE, RATIO, DIFFERENCE
    }
}
