package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.ExposureAdjusted.Compare;
import org.tabularium.shell.ExposureAdjusted.Count;
import org.tabularium.shell.ExposureAdjusted.Time;

/// Reads what a shell that has passed the schema says of comparisons: each is true, false, a word or a map.
final class ComparisonReader {

    private ComparisonReader() {}

    static @Nullable Tests tests(JsonNode node) {
        if (node.isObject()) {
            return new Tests(
                    node.has("continuous") ? YamlWords.constant(Tests.Continuous.class, node.path("continuous").asText()) : null,
                    node.has("categorical")
                            ? YamlWords.constant(Tests.Categorical.class, node.path("categorical").asText())
                            : null);
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

    static @Nullable RiskDifferences riskDifference(JsonNode node) {
        if (off(node)) {
            return null;
        }
        JsonNode method = node.isTextual() ? node : node.path("method");
        return new RiskDifferences(
                YamlWords.constant(RiskDifferences.Method.class, method, RiskDifferences.Method.MIETTINEN_NURMINEN),
                node.has("against") ? node.path("against").asText() : null);
    }

    static @Nullable ExposureAdjusted exposureAdjusted(JsonNode node) {
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
