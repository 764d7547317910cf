package org.tabularium.ars.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The operations that can be made. The model identifies an operation by its name alone, so each is known by the names that
/// CDISC's examples and common practice give it; any other is not made.
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
enum EventOperation {
    SUBJECTS(List.of("count of subjects", "number of subjects", "count", "missing")), RECORDS(
            List.of("count of records", "number of records", "count of events", "number of events", "events")), PERCENT(
                    List.of("percent of subjects",
                            "percentage of subjects", "percent")), VALUES(
                                    List.of("count of non-missing values", "number of non-missing values", "n")), MEAN(
                                            List.of("mean")), SD(List.of("standard deviation", "sd")), MEDIAN(
                                                    List.of("median")), Q1(List.of("first quartile", "lower quartile", "q1")), Q3(
                                                            List.of("third quartile", "upper quartile", "q3")), MIN(
                                                                    List.of("minimum", "min")), MAX(
                                                                            List.of("maximum", "max")), ANOVA(
                                                                                    List.of()), CHI_SQUARE(
                                                                                            List.of()), FISHER(List.of());

    private final List<String> names;

    EventOperation(List<String> names) {
        this.names = names;
    }

    /// What an operation of a method is.
    ///
    /// @throws UnmadeException where it is none of these
    static EventOperation of(JsonNode method, JsonNode operation) throws UnmadeException {
        String name = operation.path("name").asText().strip();
        if (name.equals("N")) {
            return SUBJECTS;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("p-value")) {
            return test(method.path("name").asText().toLowerCase(Locale.ROOT));
        }
        return Arrays.stream(values()).filter(known -> known.names.contains(lower)).findFirst()
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
