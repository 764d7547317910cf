package org.tabularium.study;

import java.math.BigDecimal;
import java.util.List;
import org.tabularium.study.settings.UpperLimit;

/// A criterion of an endpoint that a subject does not meet at a visit, as data.
public sealed interface UnmetCriterion {

    /// A BILAG A or B of baseline did not improve.
    record BilagNotImproved(List<String> systems) implements UnmetCriterion {}

    /// A BILAG A that was not there at baseline.
    record NewBilagA(List<String> systems) implements UnmetCriterion {}

    /// More BILAG B that were not there at baseline than are allowed.
    record NewBilagB(List<String> systems) implements UnmetCriterion {}

    /// SLEDAI-2K is above that of baseline.
    record SledaiAboveBaseline(BigDecimal before, BigDecimal now) implements UnmetCriterion {}

    /// SLEDAI-2K fell too little.
    ///
    /// @param points that it must fall by
    record SledaiFall(BigDecimal before, BigDecimal now, int points) implements UnmetCriterion {}

    /// SLEDAI-2K did not rise as much as in a flare.
    record SledaiRise(BigDecimal before, BigDecimal now) implements UnmetCriterion {}

    /// The physician's global assessment rose too much.
    record AssessmentRise(BigDecimal before, BigDecimal now, UpperLimit limit) implements UnmetCriterion {}

    /// The clinical SLEDAI-2K is not 0.
    record ClinicalActivity(BigDecimal score) implements UnmetCriterion {}

    /// A component is too high.
    record AboveLimit(EndpointComponent component, BigDecimal value, UpperLimit limit) implements UnmetCriterion {}

    /// The dose of prednisolone is too high for the subject's weight.
    ///
    /// @param dose mg a day
    /// @param limit mg a kilogram and day
    record AboveLimitByWeight(BigDecimal dose, BigDecimal kilograms, UpperLimit limit) implements UnmetCriterion {}

    /// Items of major organs.
    record MajorOrgans(List<String> items) implements UnmetCriterion {}

    /// Items that the previous assessment did not have.
    record NewActivity(List<String> items) implements UnmetCriterion {}

    /// A sign that must not be there.
    record Present(EndpointComponent sign) implements UnmetCriterion {}

    /// A sign that must be there.
    record Absent(EndpointComponent sign) implements UnmetCriterion {}
}
