package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
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
        BigDecimal before = criteria.need(ComponentName.atBaseline(ComponentName.SLEDAI), baseline.total());
        BigDecimal now = criteria.need(ComponentName.SLEDAI, visit.total());
        if (before != null && now != null) {
            criteria.check(before.subtract(now).compareTo(BigDecimal.valueOf(points)) >= 0,
                    "SLEDAI-2K " + ComponentName.text(before) + " at baseline and " + ComponentName.text(now)
                            + " at the visit, a fall of less than " + points);
        }
        addNewActivity(baseline, visit, criteria);
        addPgaChange(baseline, visit, pgaIncrease, criteria);
        return criteria.verdict();
    }

    /// No new BILAG A and at most one new BILAG B.
    static void addNewActivity(LupusVisit baseline, LupusVisit visit, Criteria criteria) {
        criteria.needComplete(ComponentName.atBaseline(ComponentName.BILAG), baseline.bilag().isComplete());
        criteria.needComplete(ComponentName.BILAG, visit.bilag().isComplete());
        if (baseline.bilag().isComplete() && visit.bilag().isComplete()) {
            List<BilagSystem> a = visit.bilag().newA(baseline.bilag());
            criteria.check(a.isEmpty(), "new BILAG A (" + ComponentName.systems(a) + ")");
            List<BilagSystem> b = visit.bilag().newB(baseline.bilag());
            criteria.check(b.size() <= 1, b.size() + " new BILAG B (" + ComponentName.systems(b) + ")");
        }
    }

    /// The PGA has not risen beyond a limit, in decimals: from 0.9 to 1.2 is exactly 0.3.
    static void addPgaChange(LupusVisit baseline, LupusVisit visit, UpperLimit limit, Criteria criteria) {
        @Nullable
        BigDecimal before = criteria.need(ComponentName.atBaseline(ComponentName.PGA), baseline.pga());
        @Nullable
        BigDecimal now = criteria.need(ComponentName.PGA, visit.pga());
        if (before != null && now != null) {
            BigDecimal rise = now.subtract(before);
            criteria.check(limit.admits(rise), "PGA " + ComponentName.text(before) + " at baseline and " + ComponentName.text(now)
                    + " at the visit, a rise by " + ComponentName.text(rise) + " where " + limit.words() + " is allowed");
        }
    }
}
