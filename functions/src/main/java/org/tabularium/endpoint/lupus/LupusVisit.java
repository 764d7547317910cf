package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What is known of a subject's lupus at one visit: the components of the endpoints. Null and absent is unknown.
///
/// @param deliveredTotal SLEDAI-2K as the study has it; it counts before the sum of the items
/// @param deliveredClinical the clinical SLEDAI-2K as the study has it
/// @param items of SLEDAI-2K
/// @param bilag grades of the BILAG-2004 index
/// @param pga physician's global assessment, 0 to 3
/// @param prednisolone dose or its equivalent in mg a day
/// @param signs those that have an answer
public record LupusVisit(
        @Nullable BigDecimal deliveredTotal,
        @Nullable BigDecimal deliveredClinical,
        SledaiItems items,
        Bilag2004 bilag,
        @Nullable BigDecimal pga,
        @Nullable BigDecimal prednisolone,
        Map<LupusSign, Boolean> signs) {

    /// A visit of which nothing is known.
    public static final LupusVisit UNKNOWN = new LupusVisit(null, null, SledaiItems.UNKNOWN, Bilag2004.UNKNOWN, null, null,
            Map.of());

    /// A total of 0 without any item says that no item is present.
    public LupusVisit {
        if (!items.isAssessed() && deliveredTotal != null && deliveredTotal.signum() == 0) {
            items = SledaiItems.NONE;
        }
        signs = Map.copyOf(signs);
    }

    /// SLEDAI-2K; null where unknown.
    public @Nullable BigDecimal total() {
        return deliveredTotal != null ? deliveredTotal : number(items.total());
    }

    /// The clinical SLEDAI-2K, without serology; null where unknown.
    public @Nullable BigDecimal clinical() {
        return deliveredClinical != null ? deliveredClinical : number(items.clinical());
    }

    private static @Nullable BigDecimal number(OptionalInt sum) {
        return sum.isPresent() ? BigDecimal.valueOf(sum.getAsInt()) : null;
    }
}
