package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.study.settings.UpperLimit;

/// The SLE Responder Index: SLEDAI-2K at least `points` below baseline, no new BILAG A and at most one new BILAG B, PGA not
/// worse.
///
/// A subject whose baseline SLEDAI-2K is below `points` cannot respond and stays in the denominator. Source: Furie et al.,
/// Arthritis Rheum 2009;61:1143–1151, with
/// SLEDAI-2K for SELENA-SLEDAI.
///
/// @param points 4 for SRI-4, to 8 for SRI-8
/// @param pgaIncrease what the PGA may rise by
public record SriResponse(int points, UpperLimit pgaIncrease) {

    /// The subject's verdict at a visit after baseline.
    public EndpointStatus judge(LupusVisit baseline, LupusVisit visit) {
        Criteria criteria = new Criteria();
        BigDecimal before = criteria.need(EndpointComponent.SLEDAI_AT_BASELINE, baseline.total());
        BigDecimal now = criteria.need(EndpointComponent.SLEDAI, visit.total());
        if (before != null && now != null) {
            criteria.check(before.subtract(now).compareTo(BigDecimal.valueOf(points)) >= 0,
                    new UnmetCriterion.SledaiFall(before, now, points));
        }
        addNewActivity(baseline, visit, criteria);
        addPgaChange(baseline, visit, pgaIncrease, criteria);
        return criteria.verdict();
    }

    /// No new BILAG A and at most one new BILAG B.
    static void addNewActivity(LupusVisit baseline, LupusVisit visit, Criteria criteria) {
        criteria.needComplete(EndpointComponent.BILAG_AT_BASELINE, baseline.bilag().isComplete());
        criteria.needComplete(EndpointComponent.BILAG, visit.bilag().isComplete());
        if (baseline.bilag().isComplete() && visit.bilag().isComplete()) {
            List<BilagSystem> a = visit.bilag().newA(baseline.bilag());
            criteria.check(a.isEmpty(), new UnmetCriterion.NewBilagA(BilagSystem.words(a)));
            List<BilagSystem> b = visit.bilag().newB(baseline.bilag());
            criteria.check(b.size() <= 1, new UnmetCriterion.NewBilagB(BilagSystem.words(b)));
        }
    }

    /// The PGA has not risen beyond a limit, in decimals: from 0.9 to 1.2 is exactly 0.3.
    static void addPgaChange(LupusVisit baseline, LupusVisit visit, UpperLimit limit, Criteria criteria) {
        @Nullable
        BigDecimal before = criteria.need(EndpointComponent.PGA_AT_BASELINE, baseline.pga());
        @Nullable
        BigDecimal now = criteria.need(EndpointComponent.PGA, visit.pga());
        if (before != null && now != null) {
            criteria.check(limit.admits(now.subtract(before)), new UnmetCriterion.AssessmentRise(before, now, limit));
        }
    }
}
