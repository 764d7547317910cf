package org.tabularium.run;

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
    static void write(RecordsJson json, Selection selection, byte[] of, byte[] clauses) {
        json.startObject();
        json.string("population", selection.population().word());
        json.name("of");
        json.written(of);
        json.name("arm");
        Selection.Arm arm = selection.arm();
        if (arm == null) {
            json.nothing();
        } else {
            json.startObject();
            json.string("variable", arm.variable());
            json.string("value", arm.level());
            json.endObject();
        }
        json.name("clauses");
        json.written(clauses);
        json.endObject();
    }

    static void write(RecordsJson json, Method method) {
        json.startObject();
        json.string("id", method.id().id());
        json.name("options");
        json.startObject();
        for (Map.Entry<String, String> option : method.options().entrySet()) {
            json.string(option.getKey(), option.getValue());
        }
        json.endObject();
        json.endObject();
    }

    static void write(RecordsJson json, Clauses clauses) {
        json.startArray();
        for (Clause clause : clauses.all()) {
            write(json, clause);
        }
        json.endArray();
    }

    private static void write(RecordsJson json, Clause clause) {
        json.startObject();
        switch (clause) {
            case Clause.Compare compare -> {
                json.string("variable", compare.variable());
                json.string("comparator", compare.comparator().ars());
                values(json, compare.values());
            }
            case Clause.Missing missing -> {
                json.string("variable", missing.variable());
                json.string("comparator", missing.missing() ? "EQ" : "NE");
                values(json, List.of(""));
            }
            case Clause.Any any -> {
                json.string("operator", "OR");
                json.name("clauses");
                json.startArray();
                for (Clauses way : any.ways()) {
                    compound(json, "AND", way);
                }
                json.endArray();
            }
            case Clause.Not not -> {
                json.string("operator", "NOT");
                json.name("clauses");
                write(json, not.clauses());
            }
            case Clause.Later later -> {
                json.string("operator", "THEN");
                json.name("clauses");
                write(json, later.clauses());
            }
            case Clause.Named named -> {
                json.string("criterion", named.criterion().id());
                values(json, named.values());
            }
        }
        json.endObject();
    }

    private static void compound(RecordsJson json, String operator, Clauses clauses) {
        json.startObject();
        json.string("operator", operator);
        json.name("clauses");
        write(json, clauses);
        json.endObject();
    }

    private static void values(RecordsJson json, List<String> values) {
        json.name("values");
        json.startArray();
        for (String value : values) {
            json.string(value);
        }
        json.endArray();
    }
}
