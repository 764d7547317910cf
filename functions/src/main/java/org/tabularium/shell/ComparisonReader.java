package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.comparison.DeclaredComparisons;
import org.tabularium.shell.comparison.ExposureAdjusted.Compare;
import org.tabularium.shell.comparison.ExposureAdjusted.Count;
import org.tabularium.shell.comparison.ExposureAdjusted.Time;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.yaml.YamlWords;

/// Reads what a shell that has passed the schema says of comparisons: each is true, false, a word or a map.
final class ComparisonReader {

    private ComparisonReader() {}

    static DeclaredComparisons read(JsonNode shell) {
        return new DeclaredComparisons(tests(shell.path("tests")), riskDifference(shell.path("risk-difference")),
                oddsRatio(shell.path("odds-ratio")), exposureAdjusted(shell.path("exposure-adjusted")));
    }

    private static @Nullable Tests tests(JsonNode node) {
        if (node.isObject()) {
            return new Tests(
                    node.has("continuous") ? YamlWords.constant(Tests.Continuous.class, node.path("continuous").asText()) : null,
                    node.has("categorical")
                            ? YamlWords.constant(Tests.Categorical.class, node.path("categorical").asText())
                            : null,
                    YamlWords.constant(Tests.Alternative.class, node.path("alternative"), Tests.Alternative.TWO_SIDED),
                    YamlWords.list(node.path("strata")));
        }
        if (node.isTextual()) {
            String word = node.asText().toUpperCase(Locale.ROOT).replace('-', '_');
            boolean continuous = Arrays.stream(Tests.Continuous.values()).anyMatch(test -> test.name().equals(word));
            return continuous
                    ? new Tests(Tests.Continuous.valueOf(word), null)
                    : new Tests(null, Tests.Categorical.valueOf(word));
        }
        return node.asBoolean() ? Tests.USUAL : null;
    }

    private static @Nullable RiskDifferences riskDifference(JsonNode node) {
        if (off(node)) {
            return null;
        }
        List<String> strata = YamlWords.list(node.path("strata"));
        return new RiskDifferences(
                YamlWords.constant(RiskDifferences.Method.class, method(node),
                        strata.isEmpty() ? RiskDifferences.Method.MIETTINEN_NURMINEN : RiskDifferences.Method.CMH),
                against(node), strata);
    }

    private static @Nullable OddsRatios oddsRatio(JsonNode node) {
        if (off(node)) {
            return null;
        }
        List<String> strata = YamlWords.list(node.path("strata"));
        return new OddsRatios(
                YamlWords.constant(OddsRatios.Method.class, method(node),
                        strata.isEmpty() ? OddsRatios.Method.WALD : OddsRatios.Method.CONDITIONAL),
                against(node), strata);
    }

    private static JsonNode method(JsonNode node) {
        return node.isTextual() ? node : node.path("method");
    }

    private static @Nullable String against(JsonNode node) {
        return node.has("against") ? node.path("against").asText() : null;
    }

    private static @Nullable ExposureAdjusted exposureAdjusted(JsonNode node) {
        if (off(node)) {
            return null;
        }
        JsonNode count = node.isTextual() ? node : node.path("count");
        return new ExposureAdjusted(
                YamlWords.constant(Count.class, count, Count.EVENTS),
                YamlWords.constant(Time.class, node.path("time"), Time.AUTO),
                YamlWords.constant(Compare.class, node.path("compare"), Compare.NONE));
    }

    private static boolean off(JsonNode node) {
        return node.isMissingNode() || (node.isBoolean() && !node.asBoolean());
    }
}
