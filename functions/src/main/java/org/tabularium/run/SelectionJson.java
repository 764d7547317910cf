package org.tabularium.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Selection;

/// A selection and a method as `results.json` has them: conditions as CDISC ARS writes them, without words.
final class SelectionJson {

    private SelectionJson() {}

    /// A selection whose clauses are written already, since neighbouring results have the same.
    ///
    /// @param of [Selection#of] as JSON
    /// @param clauses [Selection#clauses] as JSON
    static void write(JsonGenerator json, Selection selection, String of, String clauses) throws IOException {
        json.writeStartObject();
        json.writeStringField("population", selection.population().word());
        json.writeFieldName("of");
        json.writeRawValue(of);
        json.writeFieldName("arm");
        Selection.Arm arm = selection.arm();
        if (arm == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringField("variable", arm.variable());
            json.writeStringField("value", arm.level());
            json.writeEndObject();
        }
        json.writeFieldName("clauses");
        json.writeRawValue(clauses);
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Method method) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", method.id().id());
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : method.options().entrySet()) {
            json.writeStringField(option.getKey(), option.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Clauses clauses) throws IOException {
        json.writeStartArray();
        for (Clause clause : clauses.all()) {
            write(json, clause);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Clause clause) throws IOException {
        json.writeStartObject();
        switch (clause) {
            case Clause.Compare compare -> {
                json.writeStringField("variable", compare.variable());
                json.writeStringField("comparator", compare.comparator().ars());
                values(json, compare.values());
            }
            case Clause.Missing missing -> {
                json.writeStringField("variable", missing.variable());
                json.writeStringField("comparator", missing.missing() ? "EQ" : "NE");
                values(json, List.of(""));
            }
            case Clause.Any any -> {
                json.writeStringField("operator", "OR");
                json.writeArrayFieldStart("clauses");
                for (Clauses way : any.ways()) {
                    compound(json, "AND", way);
                }
                json.writeEndArray();
            }
            case Clause.Not not -> {
                json.writeStringField("operator", "NOT");
                json.writeFieldName("clauses");
                write(json, not.clauses());
            }
            case Clause.Later later -> {
                json.writeStringField("operator", "THEN");
                json.writeFieldName("clauses");
                write(json, later.clauses());
            }
            case Clause.Named named -> {
                json.writeStringField("criterion", named.criterion().id());
                values(json, named.values());
            }
        }
        json.writeEndObject();
    }

    private static void compound(JsonGenerator json, String operator, Clauses clauses) throws IOException {
        json.writeStartObject();
        json.writeStringField("operator", operator);
        json.writeFieldName("clauses");
        write(json, clauses);
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, List<String> values) throws IOException {
        json.writeArrayFieldStart("values");
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
