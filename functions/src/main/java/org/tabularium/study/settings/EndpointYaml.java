package org.tabularium.study.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.yaml.YamlMap;

/// Reads `endpoints:` of study.yaml, which its schema has checked.
///
/// A limit has two keys, of which one may be given: `…-below`, which excludes the number itself, and `…-max`, which includes it.
public final class EndpointYaml {

    private static final String BELOW = "-below";
    private static final String MAX = "-max";
    private static final List<String> LIMITS = List.of("sri-pga-increase", "bicla-pga-increase", "lldas-sledai", "lldas-pga",
            "lldas-prednisolone", "lldas-prednisolone-per-kg", "doris-pga", "doris-prednisolone", "doris-prednisolone-per-kg");

    private EndpointYaml() {}

    /// The settings, with the published ones where nothing is given.
    ///
    /// @param endpoints the map under `endpoints:`; a missing node for none
    public static EndpointSettings read(JsonNode endpoints) {
        EndpointSettings published = EndpointSettings.DEFAULT;
        EndpointSettings.Lldas lldas = published.lldas();
        EndpointSettings.Doris doris = published.doris();
        return new EndpointSettings(
                endpoints.path("definition").asText().equals("child"),
                endpoints.has("pga-scale") ? Integer.valueOf(endpoints.path("pga-scale").asInt()) : published.pgaScale(),
                limit(endpoints, "sri-pga-increase", published.sriPgaIncrease()),
                limit(endpoints, "bicla-pga-increase", published.biclaPgaIncrease()),
                new EndpointSettings.Lldas(
                        limit(endpoints, "lldas-sledai", lldas.sledai()),
                        limit(endpoints, "lldas-pga", lldas.pga()),
                        limit(endpoints, "lldas-prednisolone", lldas.prednisolone()),
                        limit(endpoints, "lldas-prednisolone-per-kg", lldas.prednisolonePerKilogram())),
                new EndpointSettings.Doris(
                        limit(endpoints, "doris-pga", doris.pga()),
                        limit(endpoints, "doris-prednisolone", doris.prednisolone()),
                        limit(endpoints, "doris-prednisolone-per-kg", doris.prednisolonePerKilogram())),
                number(endpoints.path("flare-above"), published.flareAbove()),
                SettingsNodes.byName(endpoints.path("of"), SettingsNodes::list),
                whole(endpoints.path("sledai-window")),
                whole(endpoints.path("sledai-arthritis-joints")));
    }

    /// Limits that are given in both ways.
    static List<Finding> faults(YamlMap map) {
        JsonNode endpoints = map.get("endpoints");
        List<Finding> faults = new ArrayList<>();
        for (String limit : LIMITS) {
            if (endpoints.has(limit + BELOW) && endpoints.has(limit + MAX)) {
                faults.add(Finding.error("WRONG_VALUE", "is given beside " + limit + MAX + "; one of the two was expected")
                        .in(map.file()).at(map.lineOf("/endpoints/" + limit + BELOW)).of("endpoints." + limit + BELOW));
            }
        }
        return faults;
    }

    private static UpperLimit limit(JsonNode endpoints, String name, UpperLimit published) {
        JsonNode below = endpoints.path(name + BELOW);
        JsonNode most = endpoints.path(name + MAX);
        if (below.isMissingNode() && most.isMissingNode()) {
            return published;
        }
        return below.isMissingNode() ? UpperLimit.atMost(most.asText()) : UpperLimit.below(below.asText());
    }

    private static BigDecimal number(JsonNode node, BigDecimal published) {
        return node.isMissingNode() ? published : new BigDecimal(node.asText());
    }

    private static @Nullable Integer whole(JsonNode node) {
        return node.isMissingNode() ? null : Integer.valueOf(node.asInt());
    }
}
