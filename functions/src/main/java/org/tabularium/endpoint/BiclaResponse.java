package org.tabularium.endpoint;

import java.math.BigDecimal;
import java.util.List;
import org.tabularium.endpoint.Verdict.Criteria;
import org.tabularium.study.Limit;

/// The BILAG-based Combined Lupus Assessment: every BILAG A and B of baseline improved, no new BILAG A and at most one new BILAG B, SLEDAI-2K not above baseline, PGA
/// not worse by more than a tenth of its scale. Treatment outside of the protocol, its last criterion, is not in the data.
///
/// Source: Wallace et al., Ann Rheum Dis 2014;73:183–190.
///
/// @param pgaIncrease what the PGA may rise by
public record BiclaResponse(Limit pgaIncrease) {

    /// The subject's verdict at a visit after baseline.
    public Verdict judge(LupusVisit baseline, LupusVisit visit) {
        Criteria criteria = new Criteria();
        if (baseline.bilag().isComplete() && visit.bilag().isComplete()) {
            List<BilagSystem> same = visit.bilag().notImproved(baseline.bilag());
            criteria.check(same.isEmpty(), "BILAG A or B of baseline not improved (" + Component.systems(same) + ")");
        }
        SriResponse.addNewActivity(baseline, visit, criteria);
        BigDecimal before = criteria.need(Component.atBaseline(Component.SLEDAI), baseline.total());
        BigDecimal now = criteria.need(Component.SLEDAI, visit.total());
        if (before != null && now != null) {
            criteria.check(now.compareTo(before) <= 0,
                    "SLEDAI-2K " + Component.text(now) + " above " + Component.text(before) + " at baseline");
        }
        SriResponse.addPgaChange(baseline, visit, pgaIncrease, criteria);
        return criteria.verdict();
    }
}
