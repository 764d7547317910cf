package org.tabularium.study.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `endpoints:` of study.yaml: the thresholds of composite endpoints that publications disagree on, with their defaults.
///
/// @param child whether steroid limits hold per kilogram of body weight too
/// @param pgaScale the highest value of the physician's global assessment as collected: 3, 10 or 100; null where study.yaml does
///     not say, and the parameter's label may
/// @param sriPgaIncrease SRI-4 to SRI-8: how much the PGA (0 to 3) may rise over baseline
/// @param biclaPgaIncrease BICLA: how much the PGA (0 to 3) may rise over baseline
/// @param lldas low disease activity
/// @param doris remission
/// @param flareAbove a rise of SLEDAI-2K by more than this over the previous assessment is a flare
/// @param of variable of ADSL → its levels that the endpoints are of; empty where study.yaml does not say
/// @param window days before a visit that SLEDAI-2K looks back; printed only, null where not given
/// @param arthritisJoints joints that make the item arthritis; printed only, null where not given
public record EndpointSettings(
        boolean child,
        @Nullable Integer pgaScale,
        UpperLimit sriPgaIncrease,
        UpperLimit biclaPgaIncrease,
        Lldas lldas,
        Doris doris,
        BigDecimal flareAbove,
        Map<String, List<String>> of,
        @Nullable Integer window,
        @Nullable Integer arthritisJoints) {

    /// Limits of LLDAS.
    ///
    /// @param sledai SLEDAI-2K
    /// @param pga physician's global assessment, 0 to 3
    /// @param prednisolone mg a day
    /// @param prednisolonePerKilogram mg a kilogram and day; for children only, beside the other
    public record Lldas(UpperLimit sledai, UpperLimit pga, UpperLimit prednisolone, UpperLimit prednisolonePerKilogram) {}

    /// Limits of DORIS remission.
    ///
    /// @param pga physician's global assessment, 0 to 3
    /// @param prednisolone mg a day
    /// @param prednisolonePerKilogram mg a kilogram and day; for children only, beside the other
    public record Doris(UpperLimit pga, UpperLimit prednisolone, UpperLimit prednisolonePerKilogram) {}

    /// The published definitions that hold where study.yaml says nothing (docs/endpoints.md).
    public static final EndpointSettings DEFAULT = new EndpointSettings(
            false,
            null,
            UpperLimit.below("0.3"),
            UpperLimit.atMost("0.3"),
            new Lldas(UpperLimit.atMost("4"), UpperLimit.atMost("1"), UpperLimit.atMost("7.5"), UpperLimit.atMost("0.15")),
            new Doris(UpperLimit.below("0.5"), UpperLimit.atMost("5"), UpperLimit.atMost("0.1")),
            new BigDecimal(3),
            Map.of(),
            null,
            null);
}
