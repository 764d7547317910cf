package org.tabularium.ars;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tabularium.ars.RunAnalyses.Operation;
import org.tabularium.result.Statistic;
import org.tabularium.table.wording.StatisticWords;

/// Writes the methods of a reporting event: a method is the statistics that an analysis has, its operations.
record MethodWriter(JsonGenerator json, RunAnalyses analyses) {

    /// Writes a method with its operations.
    void write(String id, List<Operation> operations) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name",
                String.join(", ", operations.stream().map(o -> StatisticWords.label(o.statistic())).toList()));
        json.writeStringField("description",
                String.join("; ", operations.stream().map(o -> StatisticWords.of(o.method())).distinct().toList()));
        json.writeArrayFieldStart("operations");
        for (int i = 0; i < operations.size(); i++) {
            json.writeStartObject();
            json.writeStringField("id", id + "_" + (i + 1));
            json.writeStringField("name", operations.get(i).statistic().word());
            json.writeStringField("label", StatisticWords.label(operations.get(i).statistic()));
            json.writeNumberField("order", i + 1);
            if (operations.get(i).statistic() == Statistic.PERCENT) {
                relationships(id, operations);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// What a percentage is made of: the count of its own method, and the number beside it or that of the column.
    private void relationships(String id, List<Operation> operations) throws IOException {
        int count = RunAnalyses.place(operations, Statistic.COUNT);
        int n = RunAnalyses.place(operations, Statistic.N);
        String denominator = n >= 0 ? id + "_" + (n + 1) : analyses.columnTotal();
        json.writeArrayFieldStart("referencedOperationRelationships");
        if (count >= 0) {
            relationship(id + "_NUM", "NUMERATOR", id + "_" + (count + 1));
        }
        if (!denominator.isEmpty()) {
            relationship(id + "_DEN", "DENOMINATOR", denominator);
        }
        json.writeEndArray();
    }

    private void relationship(String id, String role, String operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeObjectFieldStart("referencedOperationRole");
        json.writeStringField("controlledTerm", role);
        json.writeEndObject();
        json.writeStringField("operationId", operation);
        json.writeEndObject();
    }
}
