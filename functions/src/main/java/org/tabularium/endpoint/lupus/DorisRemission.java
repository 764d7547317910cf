package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.study.settings.UpperLimit;

/// DORIS 2021 remission: clinical SLEDAI-2K 0, low PGA, low steroid dose; antimalarials and immunosuppressives are allowed where
/// they are stable, serology does not matter.
///
/// Publications print the PGA as below 0.5 and as at most 0.5, prednisolone as at most 5 mg and, in a table of the same paper, as
/// below 5. Source: van Vollenhoven et al.,
/// Lupus Sci Med 2021;8:e000538.
///
/// @param pga limit of the PGA
/// @param steroid limits of prednisolone
/// @param assessed the signs that the study records; only stable immunosuppression is looked at
public record DorisRemission(UpperLimit pga, SteroidLimit steroid, Set<LupusSign> assessed) {

    /// The subject's verdict at a visit.
    ///
    /// @param weight in kg; null where unknown
    public EndpointStatus judge(LupusVisit visit, @Nullable BigDecimal weight) {
        Criteria criteria = new Criteria();
        BigDecimal clinical = criteria.need(EndpointComponent.CLINICAL_SLEDAI, visit.clinical());
        if (clinical != null) {
            criteria.check(clinical.signum() == 0, new UnmetCriterion.ClinicalActivity(clinical));
        }
        BigDecimal assessment = criteria.need(EndpointComponent.PGA, visit.pga());
        if (assessment != null) {
            criteria.check(pga.admits(assessment),
                    new UnmetCriterion.AboveLimit(EndpointComponent.PGA, assessment, pga));
        }
        steroid.check(visit, weight, criteria);
        if (assessed.contains(LupusSign.STABLE_IMMUNOSUPPRESSION)) {
            Boolean stable = criteria.need(EndpointComponent.STABLE_IMMUNOSUPPRESSION,
                    visit.signs().get(LupusSign.STABLE_IMMUNOSUPPRESSION));
            criteria.check(stable == null || stable, new UnmetCriterion.Absent(EndpointComponent.STABLE_IMMUNOSUPPRESSION));
        }
        return criteria.verdict();
    }
}
