package org.tabularium.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.settings.UpperLimit;

/// What a derived endpoint says of itself under a table, as data: its rule with the thresholds that held, what was not
/// assessed, how often a component is missing.
public sealed interface EndpointRule {

    /// The sum of all items of SLEDAI-2K.
    record SledaiTotal() implements EndpointRule {}

    /// The sum of the items of SLEDAI-2K but those of serology.
    record ClinicalSledai() implements EndpointRule {}

    /// The numerical score of BILAG-2004.
    record BilagScore() implements EndpointRule {}

    /// The SLE Responder Index.
    ///
    /// @param points that SLEDAI-2K falls by
    /// @param assessmentRise limit of the rise of the physician's global assessment
    record Sri(int points, UpperLimit assessmentRise) implements EndpointRule {}

    /// The BILAG-based composite lupus assessment.
    ///
    /// @param assessmentRise limit of the rise of the physician's global assessment
    record Bicla(UpperLimit assessmentRise) implements EndpointRule {}

    /// The Lupus Low Disease Activity State.
    ///
    /// @param assessed the signs that the study records
    /// @param notAssessed the others
    record LowActivity(UpperLimit sledai, UpperLimit assessment, Steroid steroid, List<EndpointComponent> assessed,
            List<EndpointComponent> notAssessed)
            implements
                EndpointRule {}

    /// DORIS remission.
    ///
    /// @param stableAssessed whether the study records stable immunosuppression
    record Remission(UpperLimit assessment, Steroid steroid, boolean stableAssessed) implements EndpointRule {}

    /// A flare by SLEDAI-2K.
    ///
    /// @param above points above the previous assessment
    record Flare(BigDecimal above) implements EndpointRule {}

    /// A relapse by SLEDAI-2K.
    ///
    /// @param above points above the last remission
    record Relapse(BigDecimal above) implements EndpointRule {}

    /// An assessment that was collected on another scale.
    ///
    /// @param highest of that scale
    record ConvertedAssessment(int highest) implements EndpointRule {}

    /// A dose that was collected in another unit than mg/day.
    ///
    /// @param unit as the data write it
    record ConvertedDose(String unit) implements EndpointRule {}

    /// How SLEDAI-2K was scored.
    ///
    /// @param days before the visit; null where the study does not say
    /// @param joints from which on there is arthritis; null where the study does not say
    record SledaiScoring(@Nullable Integer days, @Nullable Integer joints) implements EndpointRule {}

    /// How often the endpoint is missing.
    ///
    /// @param components how often each lacks
    record Missing(String label, int visits, Map<EndpointComponent, Integer> components) implements EndpointRule {}

    /// At how many visits it was made of imputed values.
    ///
    /// @param derivations how often each way of imputing (DTYPE) is one of them
    record ImputedComponents(String label, int visits, SortedMap<String, Integer> derivations) implements EndpointRule {}

    /// How much prednisolone is allowed.
    ///
    /// @param daily mg a day
    /// @param perKilogram mg a kilogram and day; null for adults
    record Steroid(UpperLimit daily, @Nullable UpperLimit perKilogram) {}
}
