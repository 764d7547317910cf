package org.tabularium.ars;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.JsonLines;
import org.tabularium.run.PublishedResult;
import org.tabularium.table.Display;
import org.tabularium.table.wording.FilterWords;
import org.tabularium.table.wording.FormulaWords;

/// The run as a CDISC ARS v1 reporting event: an analysis a row of a display, one for its arms and one for the total; its
/// method's operations are its statistics; analysis sets, data subsets and groupings are the selections. What no condition of the
/// model can say (a worst grade, a window) stands in the description of its data subset in words. Values of listings are no
/// analyses.
public final class ReportingEvent {

    private final String study;
    private final List<Display> displays;
    private final Map<Key, List<PublishedResult>> analyses = new LinkedHashMap<>();
    private final Map<Population, String> sets = new LinkedHashMap<>();
    private final Map<Subset, String> subsets = new LinkedHashMap<>();
    private final Map<List<Operation>, String> methods = new LinkedHashMap<>();
    private final Map<String, Set<String>> arms = new TreeMap<>();
    private final Percentages percentages = new Percentages();
    private final Map<Place, Integer> columnTotals = new HashMap<>();

    /// What results of one analysis have in common.
    ///
    /// @param arm the variable of the arms; null for the total
    private record Key(String display, String dataset, @Nullable String variable, List<String> level, Map<String, String> groups,
            Selection selection, @Nullable String arm) {}

    /// Where numbers of columns stand: a display, and the variable of its arms.
    private record Place(String display, @Nullable String arm) {}

    private record Population(String name, Clauses of) {}

    private record Subset(String dataset, Clauses clauses) {}

    private record Operation(Statistic statistic, Method method) {}

    private ReportingEvent(String study, List<Display> displays) {
        this.study = study;
        this.displays = displays;
    }

    /// `ars.json`.
    public static byte[] bytes(String study, List<Display> displays, List<PublishedResult> results) {
        ReportingEvent event = new ReportingEvent(study, displays);
        results.stream().filter(result -> result.result().statistic() != Statistic.VALUE).forEach(event::add);
        event.analyses.forEach(event::define);
        event.placeColumnTotals();
        return JsonLines.bytes(event::write);
    }

    private void add(PublishedResult published) {
        percentages.add(published);
        Result result = published.result();
        Selection.Arm arm = result.selection().arm();
        Map<String, String> groups = new TreeMap<>(result.groups());
        if (arm != null) {
            groups.remove(arm.variable());
            arms.computeIfAbsent(arm.variable(), v -> new LinkedHashSet<>()).add(arm.level());
        }
        analyses.computeIfAbsent(new Key(published.table(), result.dataset(), result.variable(), result.level(), groups,
                result.selection().withoutArm(), arm == null ? null : arm.variable()), k -> new ArrayList<>()).add(published);
    }

    private void define(Key key, List<PublishedResult> results) {
        sets.computeIfAbsent(population(key), p -> "SET_" + (sets.size() + 1));
        if (!key.selection.clauses().isEmpty()) {
            subsets.computeIfAbsent(subset(key), s -> "SUB_" + (subsets.size() + 1));
        }
        methods.computeIfAbsent(operations(results), m -> "MTH_" + (methods.size() + 1));
    }

    private void placeColumnTotals() {
        int number = 0;
        for (Map.Entry<Key, List<PublishedResult>> analysis : analyses.entrySet()) {
            number++;
            if (analysis.getValue().getFirst().result().statistic() == Statistic.COLUMN_TOTAL) {
                columnTotals.put(new Place(analysis.getKey().display, analysis.getKey().arm), number);
            }
        }
    }

    private static Population population(Key key) {
        return new Population(key.selection.population().word(), key.selection.of());
    }

    private static Subset subset(Key key) {
        return new Subset(key.dataset, key.selection.clauses());
    }

    private static List<Operation> operations(List<PublishedResult> results) {
        return results.stream().map(published -> operation(published.result())).distinct().toList();
    }

    private static Operation operation(Result result) {
        return new Operation(result.statistic(), result.method());
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "RE_1");
        json.writeStringField("name", study);
        json.writeNumberField("version", 1);
        json.writeFieldName("mainListOfContents");
        contents(json);
        json.writeArrayFieldStart("terminologyExtensions");
        term(json, "TERM_REASON", "AnalysisReasonEnum", "REPORTED");
        term(json, "TERM_PURPOSE", "AnalysisPurposeEnum", "DESCRIPTION AND COMPARISON");
        json.writeEndArray();
        json.writeArrayFieldStart("analysisSets");
        int order = 0;
        for (Map.Entry<Population, String> set : sets.entrySet()) {
            new Where(json, "ADSL").write(set.getValue(), set.getKey().name(), set.getKey().of(), ++order);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dataSubsets");
        order = 0;
        for (Map.Entry<Subset, String> subset : subsets.entrySet()) {
            new Where(json, subset.getKey().dataset()).write(subset.getValue(), FilterWords.of(subset.getKey().clauses()),
                    subset.getKey().clauses(), ++order);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("analysisGroupings");
        for (Map.Entry<String, Set<String>> grouping : arms.entrySet()) {
            grouping(json, grouping.getKey(), List.copyOf(grouping.getValue()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("methods");
        for (Map.Entry<List<Operation>, String> method : methods.entrySet()) {
            method(json, method.getValue(), method.getKey());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("analyses");
        int number = 0;
        for (Map.Entry<Key, List<PublishedResult>> analysis : analyses.entrySet()) {
            analysis(json, analysis.getKey(), analysis.getValue(), ++number);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outputs");
        for (Display display : displays) {
            output(json, display);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void contents(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "Displays");
        json.writeObjectFieldStart("contentsList");
        json.writeArrayFieldStart("listItems");
        int order = 0;
        for (Display display : displays) {
            json.writeStartObject();
            json.writeStringField("name", display.heading());
            json.writeNumberField("level", 1);
            json.writeNumberField("order", ++order);
            json.writeStringField("outputId", "OUT_" + display.id());
            json.writeObjectFieldStart("sublist");
            json.writeArrayFieldStart("listItems");
            int number = 0;
            int place = 0;
            for (Key key : analyses.keySet()) {
                number++;
                if (key.display.equals(display.id())) {
                    json.writeStartObject();
                    json.writeStringField("name", name(key));
                    json.writeNumberField("level", 2);
                    json.writeNumberField("order", ++place);
                    json.writeStringField("analysisId", "AN_" + number);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String name(Key key) {
        List<String> parts = new ArrayList<>();
        parts.add(key.display);
        if (key.variable != null) {
            parts.add(key.variable);
        }
        parts.addAll(key.level);
        parts.addAll(key.groups.values());
        parts.add(key.arm == null ? "all" : "by " + key.arm);
        return String.join(" / ", parts);
    }

    private static void term(JsonGenerator json, String id, String enumeration, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("enumeration", enumeration);
        json.writeArrayFieldStart("sponsorTerms");
        json.writeStartObject();
        json.writeStringField("id", id + "_1");
        json.writeStringField("submissionValue", value);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void grouping(JsonGenerator json, String variable, List<String> levels) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "GRP_" + variable);
        json.writeStringField("name", variable);
        json.writeBooleanField("dataDriven", false);
        json.writeStringField("groupingDataset", "ADSL");
        json.writeStringField("groupingVariable", variable);
        json.writeArrayFieldStart("groups");
        for (int i = 0; i < levels.size(); i++) {
            new Where(json, "ADSL").write("GRP_" + variable + "_" + (i + 1), levels.get(i),
                    Clauses.equal(variable, levels.get(i)),
                    i + 1);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void method(JsonGenerator json, String id, List<Operation> operations) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name",
                String.join(", ", operations.stream().map(o -> FormulaWords.label(o.statistic())).toList()));
        json.writeStringField("description",
                String.join("; ", operations.stream().map(o -> FormulaWords.of(o.method())).distinct().toList()));
        json.writeArrayFieldStart("operations");
        for (int i = 0; i < operations.size(); i++) {
            json.writeStartObject();
            json.writeStringField("id", id + "_" + (i + 1));
            json.writeStringField("name", operations.get(i).statistic().word());
            json.writeStringField("label", FormulaWords.label(operations.get(i).statistic()));
            json.writeNumberField("order", i + 1);
            if (operations.get(i).statistic() == Statistic.PERCENT) {
                relationships(json, id, operations);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static int place(List<Operation> operations, Statistic statistic) {
        return operations.stream().map(Operation::statistic).toList().indexOf(statistic);
    }

    /// The operation that counts subjects in columns; empty where no display has any.
    private String columnTotal() {
        return methods.entrySet().stream().filter(method -> place(method.getKey(), Statistic.COLUMN_TOTAL) == 0)
                .map(method -> method.getValue() + "_1").findFirst().orElse("");
    }

    /// What a percentage is made of: the count of its own method, and the number beside it or that of the column.
    private void relationships(JsonGenerator json, String id, List<Operation> operations) throws IOException {
        int count = place(operations, Statistic.COUNT);
        int n = place(operations, Statistic.N);
        String denominator = n >= 0 ? id + "_" + (n + 1) : columnTotal();
        json.writeArrayFieldStart("referencedOperationRelationships");
        if (count >= 0) {
            relationship(json, id + "_NUM", "NUMERATOR", id + "_" + (count + 1));
        }
        if (!denominator.isEmpty()) {
            relationship(json, id + "_DEN", "DENOMINATOR", denominator);
        }
        json.writeEndArray();
    }

    private static void relationship(JsonGenerator json, String id, String role, String operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeObjectFieldStart("referencedOperationRole");
        json.writeStringField("controlledTerm", role);
        json.writeEndObject();
        json.writeStringField("operationId", operation);
        json.writeEndObject();
    }

    /// Which analyses have the numerators and denominators of an analysis's percentages, numerators first.
    private void referenced(JsonGenerator json, Key key, List<PublishedResult> results, int number) throws IOException {
        List<Operation> operations = operations(results);
        String method = methods.getOrDefault(operations, "");
        if (place(operations, Statistic.PERCENT) < 0) {
            return;
        }
        Integer columns = place(operations, Statistic.N) >= 0
                ? Integer.valueOf(number)
                : columnTotals.get(new Place(key.display, key.arm));
        Integer denominator = columns != null && (columns == number || percentages.areOfColumns(results)) ? columns : null;
        if (place(operations, Statistic.COUNT) < 0 && denominator == null) {
            return;
        }
        json.writeArrayFieldStart("referencedAnalysisOperations");
        if (place(operations, Statistic.COUNT) >= 0) {
            reference(json, method + "_NUM", number);
        }
        if (denominator != null) {
            reference(json, method + "_DEN", denominator);
        }
        json.writeEndArray();
    }

    private static void reference(JsonGenerator json, String relationship, int analysis) throws IOException {
        json.writeStartObject();
        json.writeStringField("referencedOperationRelationshipId", relationship);
        json.writeStringField("analysisId", "AN_" + analysis);
        json.writeEndObject();
    }

    private void analysis(JsonGenerator json, Key key, List<PublishedResult> results, int number) throws IOException {
        List<Operation> operations = operations(results);
        String method = methods.getOrDefault(operations, "");
        json.writeStartObject();
        json.writeStringField("id", "AN_" + number);
        json.writeStringField("name", name(key));
        json.writeNumberField("version", 1);
        sponsor(json, "reason", "TERM_REASON_1");
        sponsor(json, "purpose", "TERM_PURPOSE_1");
        json.writeStringField("methodId", method);
        json.writeStringField("dataset", key.dataset);
        json.writeStringField("variable", key.variable == null ? "USUBJID" : key.variable);
        json.writeStringField("analysisSetId", sets.getOrDefault(population(key), ""));
        if (!key.selection.clauses().isEmpty()) {
            json.writeStringField("dataSubsetId", subsets.getOrDefault(subset(key), ""));
        }
        if (key.arm != null) {
            json.writeArrayFieldStart("orderedGroupings");
            json.writeStartObject();
            json.writeNumberField("order", 1);
            json.writeStringField("groupingId", "GRP_" + key.arm);
            json.writeBooleanField("resultsByGroup", true);
            json.writeEndObject();
            json.writeEndArray();
        }
        referenced(json, key, results, number);
        json.writeArrayFieldStart("results");
        for (PublishedResult published : results) {
            result(json, published, method + "_" + (operations.indexOf(operation(published.result())) + 1));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void sponsor(JsonGenerator json, String field, String term) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("sponsorTermId", term);
        json.writeEndObject();
    }

    private void result(JsonGenerator json, PublishedResult published, String operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("operationId", operation);
        Selection.Arm arm = published.result().selection().arm();
        if (arm != null) {
            json.writeArrayFieldStart("resultGroups");
            json.writeStartObject();
            json.writeStringField("groupingId", "GRP_" + arm.variable());
            int place = List.copyOf(arms.getOrDefault(arm.variable(), Set.of())).indexOf(arm.level()) + 1;
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

    private static void output(JsonGenerator json, Display display) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "OUT_" + display.id());
        json.writeStringField("name", display.heading());
        json.writeNumberField("version", 1);
        json.writeArrayFieldStart("displays");
        json.writeStartObject();
        json.writeNumberField("order", 1);
        json.writeObjectFieldStart("display");
        json.writeStringField("id", "DISP_" + display.id());
        json.writeStringField("name", display.title());
        json.writeNumberField("version", 1);
        json.writeStringField("displayTitle", display.heading());
        if (!display.footnotes().isEmpty()) {
            json.writeArrayFieldStart("displaySections");
            json.writeStartObject();
            json.writeStringField("sectionType", "Footnote");
            json.writeArrayFieldStart("orderedSubSections");
            for (int i = 0; i < display.footnotes().size(); i++) {
                json.writeStartObject();
                json.writeNumberField("order", i + 1);
                json.writeObjectFieldStart("subSection");
                json.writeStringField("id", "DISP_" + display.id() + "_F" + (i + 1));
                json.writeStringField("text", display.footnotes().get(i));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
