package org.tabularium.ars;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.table.wording.FilterWords;

/// Writes clauses as the where-clause of an analysis set, a data subset or a group.
final class Where {

    private final JsonGenerator json;
    private final String dataset;

    /// @param dataset of the variables
    Where(JsonGenerator json, String dataset) {
        this.json = json;
        this.dataset = dataset;
    }

    /// What has an id, a name and a where-clause: everybody where there are no clauses. Clauses that conditions cannot say in
    /// full have none, since part of them would be read as other records; the description tells them.
    void write(String id, String name, Clauses clauses, int order) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name", name.isEmpty() ? "all" : name);
        json.writeStringField("label", name.isEmpty() ? "all" : name);
        if (!clauses.isEmpty()) {
            json.writeStringField("description", FilterWords.of(clauses));
        }
        json.writeNumberField("level", 1);
        json.writeNumberField("order", order);
        if (clauses.isEmpty()) {
            condition("USUBJID", "NE", List.of(""));
        } else if (isSaid(clauses)) {
            expression(clauses.all(), 1);
        }
        json.writeEndObject();
    }

    /// Whether conditions can say all of it.
    private static boolean isSaid(Clauses clauses) {
        return clauses.all().stream().allMatch(clause -> switch (clause) {
            case Clause.Compare _,Clause.Missing _ -> true;
            case Clause.Any any -> any.ways().stream().allMatch(Where::isSaid);
            case Clause.Not not -> isSaid(not.clauses());
            case Clause.Later _,Clause.Named _ -> false;
        });
    }

    /// One clause as it is, several joined by AND; nothing for none.
    private void expression(List<Clause> clauses, int level) throws IOException {
        if (clauses.size() == 1) {
            one(clauses.getFirst(), level);
        } else if (!clauses.isEmpty()) {
            compound("AND", clauses.stream().map(List::of).toList(), level);
        }
    }

    private void one(Clause clause, int level) throws IOException {
        switch (clause) {
            case Clause.Compare compare -> condition(compare.variable(), compare.comparator().ars(), compare.values());
            case Clause.Missing missing -> condition(missing.variable(), missing.missing() ? "EQ" : "NE", List.of(""));
            case Clause.Any any -> compound("OR", any.ways().stream().map(Clauses::all).toList(), level);
            case Clause.Not not -> compound("NOT", List.of(not.clauses().all()), level);
            case Clause.Later _,Clause.Named _ -> throw new IllegalStateException("no condition says " + clause);
        }
    }

    private void condition(String variable, String comparator, List<String> values) throws IOException {
        json.writeObjectFieldStart("condition");
        json.writeStringField("dataset", dataset);
        json.writeStringField("variable", variable);
        json.writeStringField("comparator", comparator);
        json.writeFieldName("value");
        json.writeArray(values.toArray(String[]::new), 0, values.size());
        json.writeEndObject();
    }

    private void compound(String operator, List<List<Clause>> parts, int level) throws IOException {
        json.writeObjectFieldStart("compoundExpression");
        json.writeStringField("logicalOperator", operator);
        json.writeArrayFieldStart("whereClauses");
        for (int i = 0; i < parts.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("level", level + 1);
            json.writeNumberField("order", i + 1);
            expression(parts.get(i), level + 1);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
