package org.tabularium.ars.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A where-clause of a reporting event.
sealed interface EventWhere {

    /// A comparison of one variable with values as text.
    record Compare(String dataset, String variable, String comparator, List<String> values) implements EventWhere {}

    /// All of these (AND), any of these (OR), or not the first (NOT).
    record Compound(String operator, List<EventWhere> clauses) implements EventWhere {}

    /// Everything.
    static EventWhere everything() {
        return new Compound("AND", List.of());
    }

    /// Reads a where-clause.
    ///
    /// @throws UnmadeException where it has neither condition nor expression, or an operator or comparator that ARS v1 does not
    /// have
    static EventWhere of(JsonNode node) throws UnmadeException {
        JsonNode condition = node.path("condition");
        if (condition.isObject()) {
            List<String> values = new ArrayList<>();
            condition.path("value").forEach(value -> values.add(value.asText()));
            String comparator = condition.path("comparator").asText();
            if (!List.of("EQ", "NE", "GT", "GE", "LT", "LE", "IN", "NOTIN").contains(comparator)) {
                throw new UnmadeException("the comparator \"" + comparator + "\" is none of ARS v1");
            }
            return new Compare(condition.path("dataset").asText(), condition.path("variable").asText(), comparator, values);
        }
        JsonNode compound = node.path("compoundExpression");
        if (!compound.isObject()) {
            throw new UnmadeException("\"" + node.path("name").asText() + "\" says no condition");
        }
        List<EventWhere> clauses = new ArrayList<>();
        for (JsonNode clause : compound.path("whereClauses")) {
            if (clause.has("subClauseId")) {
                throw new UnmadeException("a clause refers to another one by its id");
            }
            clauses.add(of(clause));
        }
        String operator = compound.path("logicalOperator").asText();
        if (!List.of("AND", "OR", "NOT").contains(operator)) {
            throw new UnmadeException("the logical operator \"" + operator + "\" is none of ARS v1");
        }
        return new Compound(operator, clauses);
    }

    /// Those parts of what must all hold that are of some datasets.
    default EventWhere only(Predicate<String> datasets) {
        return switch (this) {
            case Compare compare -> datasets.test(compare.dataset()) ? compare : everything();
            case Compound(String operator, List<EventWhere> clauses) when operator.equals("AND") ->
                new Compound(operator, clauses.stream().map(clause -> clause.only(datasets)).toList());
            case Compound compound -> compound.compared().map(Compare::dataset).allMatch(datasets) ? compound : everything();
        };
    }

    /// Every comparison in it.
    default Stream<Compare> compared() {
        return switch (this) {
            case Compare compare -> Stream.of(compare);
            case Compound(String _, List<EventWhere> clauses) -> clauses.stream().flatMap(EventWhere::compared);
        };
    }
}
