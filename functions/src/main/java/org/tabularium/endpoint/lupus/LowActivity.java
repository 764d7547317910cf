package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.lupus.EndpointStatus.Criteria;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.endpoint.lupus.Sledai2k.Item;
import org.tabularium.study.settings.UpperLimit;

/// The Lupus Low Disease Activity State (LLDAS): SLEDAI-2K low without activity in major organs, no item that was absent at the
/// previous assessment, low PGA, low steroid
/// dose, and, where the study records them, no haemolytic anaemia, no gastrointestinal activity and stable immunosuppression.
///
/// Source: Franklyn et al., Ann Rheum Dis 2016;75:1615–1621.
///
/// @param sledai limit of SLEDAI-2K
/// @param pga limit of the PGA
/// @param steroid limits of prednisolone
/// @param assessed the signs that the study records; each must then have an answer
public record LowActivity(UpperLimit sledai, UpperLimit pga, SteroidLimit steroid, Set<LupusSign> assessed) {

    /// The subject's verdict at a visit.
    ///
    /// @param previous the subject's assessment before it; [LupusVisit#UNKNOWN] where there is none
    /// @param weight in kg; null where unknown
    public EndpointStatus judge(LupusVisit previous, LupusVisit visit, @Nullable BigDecimal weight) {
        Criteria criteria = new Criteria();
        BigDecimal total = criteria.need(EndpointComponent.SLEDAI, visit.total());
        if (total != null) {
            criteria.check(sledai.admits(total),
                    new UnmetCriterion.AboveLimit(EndpointComponent.SLEDAI, total, sledai));
        }
        criteria.needComplete(EndpointComponent.SLEDAI_ITEMS, visit.items().isComplete());
        List<Item> organs = visit.items().ofMajorOrgans();
        criteria.check(organs.isEmpty(), new UnmetCriterion.MajorOrgans(SledaiItems.names(organs)));
        criteria.needComplete(EndpointComponent.PREVIOUS_ITEMS, visit.items().unclearSince(previous.items()).isEmpty());
        List<Item> fresh = visit.items().newSince(previous.items());
        criteria.check(fresh.isEmpty(), new UnmetCriterion.NewActivity(SledaiItems.names(fresh)));
        BigDecimal assessment = criteria.need(EndpointComponent.PGA, visit.pga());
        if (assessment != null) {
            criteria.check(pga.admits(assessment),
                    new UnmetCriterion.AboveLimit(EndpointComponent.PGA, assessment, pga));
        }
        steroid.check(visit, weight, criteria);
        for (LupusSign sign : LupusSign.values()) {
            if (assessed.contains(sign)) {
                Boolean answer = criteria.need(sign.component(), visit.signs().get(sign));
                boolean wanted = sign == LupusSign.STABLE_IMMUNOSUPPRESSION;
                criteria.check(answer == null || answer == wanted,
                        wanted ? new UnmetCriterion.Absent(sign.component()) : new UnmetCriterion.Present(sign.component()));
            }
        }
        return criteria.verdict();
    }
}
