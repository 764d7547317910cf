package org.tabularium.ars.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The operations that can be made. The model identifies an operation by its name alone, so each is known by the names that
/// CDISC's examples and common practice give it; any other is not made.
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
enum EventOperation {
    SUBJECTS(List.of("count of subjects", "number of subjects")), PERCENT(List.of("percent of subjects",
            "percentage of subjects")), VALUES(List.of("count of non-missing values", "number of non-missing values")), MEAN(
                    List.of("mean")), SD(List.of("standard deviation")), MEDIAN(
                            List.of("median")), Q1(List.of("first quartile", "lower quartile")), Q3(
                                    List.of("third quartile", "upper quartile")), MIN(List.of("minimum")), MAX(
                                            List.of("maximum")), ANOVA(List.of()), CHI_SQUARE(List.of()), FISHER(List.of());

    private final List<String> names;

    EventOperation(List<String> names) {
        this.names = names;
    }

    /// What an operation of a method is.
    ///
    /// @throws UnmadeException where it is none of these
    static EventOperation of(JsonNode method, JsonNode operation) throws UnmadeException {
        String name = operation.path("name").asText().strip().toLowerCase(Locale.ROOT);
        if (name.equals("p-value")) {
            return test(method.path("name").asText().toLowerCase(Locale.ROOT));
        }
        return Arrays.stream(values()).filter(known -> known.names.contains(name)).findFirst()
                .orElseThrow(() -> new UnmadeException("the operation \"" + operation.path("name").asText() + "\" is not known"));
    }

    private static EventOperation test(String method) throws UnmadeException {
        if (method.contains("analysis of variance") || method.contains("anova")) {
            return ANOVA;
        }
        if (method.contains("pearson") && method.contains("chi-square")) {
            return CHI_SQUARE;
        }
        if (method.contains("fisher")) {
            return FISHER;
        }
        throw new UnmadeException("the test \"" + method + "\" is not known");
    }

    /// Whether it compares groups.
    boolean compares() {
        return this == ANOVA || this == CHI_SQUARE || this == FISHER;
    }
}
