package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.study.settings.UpperLimit;

/// The BILAG-based Combined Lupus Assessment: every BILAG A and B of baseline improved, no new BILAG A and at most one new BILAG
/// B, SLEDAI-2K not above baseline, PGA
/// not worse by more than a tenth of its scale. Treatment outside of the protocol, its last criterion, is not in the data.
///
/// Source: Wallace et al., Ann Rheum Dis 2014;73:183–190.
///
/// @param pgaIncrease what the PGA may rise by
public record BiclaResponse(UpperLimit pgaIncrease) {

    /// The subject's verdict at a visit after baseline.
    public EndpointStatus judge(LupusVisit baseline, LupusVisit visit) {
        Criteria criteria = new Criteria();
        if (baseline.bilag().isComplete() && visit.bilag().isComplete()) {
            List<BilagSystem> same = visit.bilag().notImproved(baseline.bilag());
            criteria.check(same.isEmpty(), new UnmetCriterion.BilagNotImproved(BilagSystem.words(same)));
        }
        SriResponse.addNewActivity(baseline, visit, criteria);
        BigDecimal before = criteria.need(EndpointComponent.SLEDAI_AT_BASELINE, baseline.total());
        BigDecimal now = criteria.need(EndpointComponent.SLEDAI, visit.total());
        if (before != null && now != null) {
            criteria.check(now.compareTo(before) <= 0,
                    new UnmetCriterion.SledaiAboveBaseline(before, now));
        }
        SriResponse.addPgaChange(baseline, visit, pgaIncrease, criteria);
        return criteria.verdict();
    }
}
