package org.tabularium.ars;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.tabularium.ars.RunAnalyses.Operation;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.JsonLines;
import org.tabularium.run.PublishedResult;

/// Writes the analyses of a reporting event with their results.
record AnalysisWriter(JsonGenerator json, RunAnalyses analyses) {

    /// Writes an analysis.
    ///
    /// @param number of it, from 1
    void write(RunAnalyses.Key key, List<PublishedResult> results, int number) throws IOException {
        List<Operation> operations = RunAnalyses.operations(results);
        String method = analyses.method(operations);
        json.writeStartObject();
        json.writeStringField("id", "AN_" + number);
        json.writeStringField("name", key.name());
        json.writeNumberField("version", 1);
        sponsor("reason", "TERM_REASON_1");
        sponsor("purpose", "TERM_PURPOSE_1");
        json.writeStringField("methodId", method);
        json.writeStringField("dataset", key.dataset());
        json.writeStringField("variable", key.variable() == null ? "USUBJID" : key.variable());
        json.writeStringField("analysisSetId", analyses.set(key));
        if (!key.selection().clauses().isEmpty()) {
            json.writeStringField("dataSubsetId", analyses.subset(key));
        }
        if (key.arm() != null) {
            json.writeArrayFieldStart("orderedGroupings");
            json.writeStartObject();
            json.writeNumberField("order", 1);
            json.writeStringField("groupingId", "GRP_" + key.arm());
            json.writeBooleanField("resultsByGroup", true);
            json.writeEndObject();
            json.writeEndArray();
        }
        referenced(key, results, number);
        json.writeArrayFieldStart("results");
        for (PublishedResult published : results) {
            result(published, method + "_" + (operations.indexOf(Operation.of(published)) + 1));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Which analyses have the numerators and denominators of an analysis's percentages, numerators first.
    private void referenced(RunAnalyses.Key key, List<PublishedResult> results, int number) throws IOException {
        List<Operation> operations = RunAnalyses.operations(results);
        String method = analyses.method(operations);
        if (RunAnalyses.place(operations, Statistic.PERCENT) < 0) {
            return;
        }
        Integer denominator = analyses.denominators(number, key, results);
        if (RunAnalyses.place(operations, Statistic.COUNT) < 0 && denominator == null) {
            return;
        }
        json.writeArrayFieldStart("referencedAnalysisOperations");
        if (RunAnalyses.place(operations, Statistic.COUNT) >= 0) {
            reference(method + "_NUM", number);
        }
        if (denominator != null) {
            reference(method + "_DEN", denominator);
        }
        json.writeEndArray();
    }

    private void reference(String relationship, int analysis) throws IOException {
        json.writeStartObject();
        json.writeStringField("referencedOperationRelationshipId", relationship);
        json.writeStringField("analysisId", "AN_" + analysis);
        json.writeEndObject();
    }

    private void sponsor(String field, String term) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("sponsorTermId", term);
        json.writeEndObject();
    }

    private void result(PublishedResult published, String operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("operationId", operation);
        Selection.Arm arm = published.result().selection().arm();
        if (arm != null) {
            json.writeArrayFieldStart("resultGroups");
            json.writeStartObject();
            json.writeStringField("groupingId", "GRP_" + arm.variable());
            int place = List.copyOf(analyses.arms().getOrDefault(arm.variable(), Set.of())).indexOf(arm.level()) + 1;
            json.writeStringField("groupId", "GRP_" + arm.variable() + "_" + place);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeStringField("rawValue", raw(published.result().value()));
        if (published.text() != null) {
            json.writeStringField("formattedValue", published.text());
        }
        json.writeEndObject();
    }

    private static String raw(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Real(double real) when Double.isFinite(real) -> JsonLines.number(real);
            case Value.Text(String text) -> text;
            case Value.Real _,Value.NotEstimable _ -> "NE";
        };
    }
}
