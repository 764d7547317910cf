package org.tabularium.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Value;
import org.tabularium.table.wording.FilterWords;

/// `results.json`: an array with one record a statistic, one record a line, in the order given.
///
/// A double is written with the fewest digits that read back as the same double, a whole number without a fraction. What cannot
/// be computed has a null
/// value and the reason as its note.
public final class ResultsJson {

    private static final String NOT_FINITE = "the computation gave no finite number";

    private ResultsJson() {}

    public static byte[] bytes(List<PublishedResult> results) {
        return bytes(results, true);
    }

    /// The same without what selects the records: where and selection are null.
    public static byte[] withoutSelections(List<PublishedResult> results) {
        return bytes(results, false);
    }

    private static byte[] bytes(List<PublishedResult> results, boolean selections) {
        return JsonLines.bytes(json -> {
            SharedText shared = new SharedText(selections);
            json.writeStartArray();
            for (PublishedResult result : results) {
                write(json, result, shared);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, PublishedResult published, SharedText shared) throws IOException {
        Result result = published.result();
        json.writeStartObject();
        json.writeStringField("table", published.table());
        json.writeStringField("dataset", result.dataset());
        json.writeObjectFieldStart("groups");
        for (Map.Entry<String, String> group : result.groups().entrySet()) {
            json.writeStringField(group.getKey(), group.getValue());
        }
        json.writeEndObject();
        JsonLines.string(json, "variable", result.variable());
        json.writeFieldName("level");
        level(json, result.level());
        json.writeStringField("statistic", result.statistic().word());
        json.writeFieldName("value");
        value(json, result.value());
        JsonLines.string(json, "text", published.text());
        place(json, published.place());
        switch (result.value()) {
            case Value.NotEstimable(String reason) -> json.writeStringField("note", reason);
            case Value.Real(double value) when !Double.isFinite(value) -> json.writeStringField("note", NOT_FINITE);
            case Value.Real _,Value.Whole _,Value.Text _ -> json.writeNullField("note");
        }
        shared.turnTo(published);
        JsonLines.string(json, "where", shared.where);
        json.writeStringField("key", published.key().text());
        json.writeStringField("cell", published.key().cell());
        json.writeStringField("tag", shared.tag);
        json.writeFieldName("selection");
        if (shared.selections) {
            SelectionJson.write(json, result.selection(), shared.of.text(result.selection().of()),
                    shared.clauses.text(result.selection().clauses()));
        } else {
            json.writeNull();
        }
        json.writeFieldName("method");
        json.writeRawValue(shared.methodJson);
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, @Nullable Place place) throws IOException {
        if (place == null) {
            json.writeNullField("label");
            json.writeNullField("column");
            return;
        }
        json.writeArrayFieldStart("label");
        for (String label : place.row()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeStringField("column", place.column());
    }

    private static void level(JsonGenerator json, List<String> level) throws IOException {
        switch (level.size()) {
            case 0 -> json.writeNull();
            case 1 -> json.writeString(level.getFirst());
            default -> {
                json.writeStartArray();
                for (String part : level) {
                    json.writeString(part);
                }
                json.writeEndArray();
            }
        }
    }

    private static void value(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Whole(long whole) -> json.writeNumber(whole);
            case Value.Real(double real) when Double.isFinite(real) -> json.writeNumber(JsonLines.number(real));
            case Value.Text(String text) -> json.writeString(text);
            case Value.Real _,Value.NotEstimable _ -> json.writeNull();
        }
    }

    /// What neighbouring results mostly have in common, written once: the statistics of a row count the same records.
    private static final class SharedText {

        private final boolean selections;
        private final Map<Method, String> methods = new HashMap<>();
        private final ClausesText of = new ClausesText();
        private final ClausesText clauses = new ClausesText();
        private @Nullable Selection selection;
        private String cell = "";
        private @Nullable String where;
        private String methodJson = "";
        private String tag = "";

        SharedText(boolean selections) {
            this.selections = selections;
        }

        void turnTo(PublishedResult published) {
            Result result = published.result();
            if (selections && !result.selection().equals(selection)) {
                selection = result.selection();
                where = FilterWords.of(selection);
            }
            methodJson = methods.computeIfAbsent(result.method(),
                    method -> JsonLines.withinRecord(json -> SelectionJson.write(json, method)));
            if (!published.key().cell().equals(cell)) {
                cell = published.key().cell();
                tag = published.key().tag();
            }
        }
    }

    /// Clauses as JSON. Those of the cells of a row are the same, whatever the arm.
    private static final class ClausesText {

        private Clauses clauses = Clauses.NONE;
        private String text = "[]";

        String text(Clauses of) {
            if (!of.equals(clauses)) {
                clauses = of;
                text = JsonLines.withinRecord(json -> SelectionJson.write(json, of));
            }
            return text;
        }
    }
}
