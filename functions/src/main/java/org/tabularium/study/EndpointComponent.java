package org.tabularium.study;

/// A component without which an endpoint cannot be told at a visit.
public enum EndpointComponent {
    SLEDAI, SLEDAI_AT_BASELINE,
    /// At the assessment that a flare is judged against.
    SLEDAI_EARLIER, SLEDAI_ITEMS,
    /// The items of the assessment before.
    PREVIOUS_ITEMS, CLINICAL_SLEDAI, BILAG, BILAG_AT_BASELINE,
    /// The physician's global assessment.
    PGA, PGA_AT_BASELINE, PREDNISOLONE, WEIGHT_AT_BASELINE, HAEMOLYTIC_ANAEMIA, GASTROINTESTINAL_ACTIVITY, STABLE_IMMUNOSUPPRESSION,
    /// What a score is the sum of.
    PARTS_OF_SLEDAI, PARTS_OF_CLINICAL_SLEDAI, PARTS_OF_BILAG
}
