package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.EndpointRule;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.study.settings.UpperLimit;

/// How much prednisolone, or its equivalent, an endpoint allows: an absolute dose and, for children, one per kilogram of body
/// weight beside it.
///
/// @param daily mg a day
/// @param perKilogram mg a kilogram and day; null for adults
public record SteroidLimit(UpperLimit daily, @Nullable UpperLimit perKilogram) {

    /// Looks at the dose of a visit.
    ///
    /// @param weight in kg; null where unknown
    void check(LupusVisit visit, @Nullable BigDecimal weight, Criteria criteria) {
        BigDecimal dose = criteria.need(EndpointComponent.PREDNISOLONE, visit.prednisolone());
        if (dose != null) {
            criteria.check(daily.admits(dose),
                    new UnmetCriterion.AboveLimit(EndpointComponent.PREDNISOLONE, dose, daily));
        }
        if (perKilogram == null) {
            return;
        }
        BigDecimal kilograms = criteria.need(EndpointComponent.WEIGHT_AT_BASELINE, weight);
        if (dose != null && kilograms != null) {
            // dose / weight against the limit, without a division that decimals cannot hold
            UpperLimit ofSubject = new UpperLimit(perKilogram.value().multiply(kilograms), perKilogram.inclusive());
            criteria.check(ofSubject.admits(dose),
                    new UnmetCriterion.AboveLimitByWeight(dose, kilograms, perKilogram));
        }
    }

    /// The limits as a rule says them.
    EndpointRule.Steroid asRule() {
        return new EndpointRule.Steroid(daily, perKilogram);
    }
}
