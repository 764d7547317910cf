package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;

/// A flare: SLEDAI-2K has risen by more than a number of points since an earlier assessment.
///
/// @param above points; 3 by the bands of SLEDAI-2K, where a change of up to 3 is persistent activity and a fall of more than 3
///     improvement
public record SledaiFlare(BigDecimal above) {

    /// Whether the visit is a flare against an earlier assessment: met means flare.
    public EndpointStatus judge(LupusVisit earlier, LupusVisit visit) {
        Criteria criteria = new Criteria();
        BigDecimal before = criteria.need(EndpointComponent.SLEDAI_EARLIER, earlier.total());
        BigDecimal now = criteria.need(EndpointComponent.SLEDAI, visit.total());
        if (before != null && now != null) {
            criteria.check(now.subtract(before).compareTo(above) > 0, new UnmetCriterion.SledaiRise(before, now));
        }
        return criteria.verdict();
    }
}
