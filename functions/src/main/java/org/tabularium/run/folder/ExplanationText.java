package org.tabularium.run.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Statistic;
import org.tabularium.run.JsonLines;
import org.tabularium.run.Manifest;
import org.tabularium.table.wording.StatisticWords;

/// An explanation as people read it, and as programs do.
public final class ExplanationText {

    private ExplanationText() {}

    /// A display's rows.
    public static List<String> overview(Manifest.Entry display, Explanations all) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(display));
        if (all.results().isEmpty()) {
            lines.add("It has no results of its own: its numbers are those of the tables.");
            return lines;
        }
        all.results().stream().findFirst()
                .ifPresent(first -> lines.add("population  " + first.record().path("selection").path("population").asText()));
        lines.add("rows:");
        all.rows().stream().filter(row -> !row.isEmpty()).forEach(row -> lines.add("  " + row));
        return lines;
    }

    /// What names a display in one line: its printed number, its title and its id.
    public static String heading(Manifest.Entry display) {
        String number = display.number().isEmpty() ? "" : display.kind().label() + " " + display.number() + "  ";
        return number + display.title().replace('\n', ' ') + " [" + display.id() + "]";
    }

    /// The explanation of some results, those of a cell together.
    ///
    /// @param known whether the run says who is behind results
    /// @param rows whether the dataset's rows are named
    /// @param origins where variables come from
    public static List<String> of(Manifest.Entry display, boolean known, List<ExplainedResult> results, boolean rows,
            VariableOrigins origins) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(display));
        Map<List<Object>, List<ExplainedResult>> cells = new LinkedHashMap<>();
        for (ExplainedResult result : results) {
            List<Object> cell = List.of(result.row(), Explanations.column(result), result.text("text"), result.text("where"),
                    Optional.ofNullable(result.behind()));
            cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(result);
        }
        for (List<ExplainedResult> cell : cells.values()) {
            lines.add("");
            add(cell, rows, origins, lines);
        }
        if (!known) {
            lines.add("");
            lines.add(
                    "The run does not say who is behind its numbers (identifiers: none, an edition for others, or made before this was kept).");
        }
        return lines;
    }

    private static void add(List<ExplainedResult> cell, boolean rows, VariableOrigins origins, List<String> lines) {
        ExplainedResult first = cell.getFirst();
        String shown = first.shown() ? first.text("text") : "(not shown)";
        lines.add(String.join(" > ", first.row()) + " | " + Explanations.column(first) + ": " + shown);
        JsonNode selection = first.record().path("selection");
        lines.add("  population   " + selection.path("population").asText());
        lines.add("  filter       " + (first.text("where").isEmpty() ? "none" : first.text("where")) + "  (dataset "
                + first.text("dataset") + ")");
        lines.add("  as data      " + selection);
        origins.of(first.record()).forEach((variable, words) -> lines.add("  origin       " + variable + ": " + words));
        ExplainedResult.Who who = first.behind();
        if (who != null) {
            lines.add("  numerator    " + subjects(who.numerator()));
            lines.add("  denominator  " + (who.denominator().equals(who.numerator())
                    ? "the same"
                    : subjects(who.denominator())));
            if (who.dataset() != null) {
                lines.add("  records      " + who.rows().cardinality() + " of " + who.dataset()
                        + (rows && !who.rows().isEmpty() ? ": rows " + ranges(who.rows()) : ""));
            }
        }
        for (ExplainedResult result : cell) {
            Method method = method(result.record().path("method"));
            lines.add("  %-12s %s = %s; method: %s".formatted(result.text("statistic"), value(result),
                    StatisticWords.formula(statistic(result), method.id()) + inputs(result, cell), StatisticWords.of(method)));
            lines.add("    key        " + result.text("key"));
        }
    }

    private static String value(ExplainedResult result) {
        JsonNode value = result.record().path("value");
        return value.isNull() ? "NE (" + result.text("note") + ")" : value.asText();
    }

    /// What the formula is filled with: numerator and denominator, and the cell's other results.
    private static String inputs(ExplainedResult result, List<ExplainedResult> cell) {
        List<String> inputs = new ArrayList<>();
        ExplainedResult.Who who = result.behind();
        if (who != null) {
            inputs.add("numerator " + who.numerator().size());
            inputs.add("denominator " + who.denominator().size());
        }
        cell.stream().filter(other -> !other.equals(result))
                .forEach(other -> inputs.add(other.text("statistic") + " " + value(other)));
        return inputs.isEmpty() ? "" : " [" + String.join(", ", inputs) + "]";
    }

    private static String subjects(List<String> ids) {
        String number = ids.size() == 1 ? "1 subject" : ids.size() + " subjects";
        return ids.isEmpty() ? number : number + ": " + String.join(", ", ids);
    }

    /// The explanation as JSON: an object with the display and a list of its results, a result a line.
    ///
    /// @param origins where variables come from
    public static String json(Manifest.Entry display, List<ExplainedResult> results, boolean rows, VariableOrigins origins) {
        return new String(JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("display", display.id());
            json.writeStringField("number", display.number());
            json.writeStringField("title", display.title());
            json.writeArrayFieldStart("results");
            for (ExplainedResult result : results) {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> field : result.record().properties()) {
                    json.writeFieldName(field.getKey());
                    json.writeRawValue(field.getValue().toString());
                }
                Method method = method(result.record().path("method"));
                json.writeStringField("method-in-words", StatisticWords.of(method));
                json.writeStringField("formula", StatisticWords.formula(statistic(result), method.id()));
                Map<String, String> told = origins.of(result.record());
                if (!told.isEmpty()) {
                    json.writeObjectFieldStart("origins");
                    for (Map.Entry<String, String> origin : told.entrySet()) {
                        json.writeStringField(origin.getKey(), origin.getValue());
                    }
                    json.writeEndObject();
                }
                ExplainedResult.Who who = result.behind();
                if (who != null) {
                    json.writeFieldName("numerator");
                    json.writeArray(who.numerator().toArray(String[]::new), 0, who.numerator().size());
                    json.writeFieldName("denominator");
                    json.writeArray(who.denominator().toArray(String[]::new), 0, who.denominator().size());
                    if (rows && who.dataset() != null) {
                        int[] numbers = who.rows().stream().toArray();
                        json.writeStringField("rows-of", who.dataset());
                        json.writeFieldName("rows");
                        json.writeArray(numbers, 0, numbers.length);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }), StandardCharsets.UTF_8);
    }

    private static Method method(JsonNode record) {
        TreeMap<String, String> options = new TreeMap<>();
        record.path("options").properties().forEach(option -> options.put(option.getKey(), option.getValue().asText()));
        String id = record.path("id").asText();
        MethodId known = Arrays.stream(MethodId.values()).filter(m -> m.id().equals(id)).findFirst()
                .orElse(MethodId.LISTED_VALUE);
        return new Method(known, options);
    }

    private static Statistic statistic(ExplainedResult result) {
        String word = result.text("statistic");
        return Arrays.stream(Statistic.values()).filter(s -> s.word().equals(word)).findFirst().orElse(Statistic.VALUE);
    }

    /// `17, 203-205`.
    private static String ranges(BitSet rows) {
        List<String> ranges = new ArrayList<>();
        for (int from = rows.nextSetBit(0); from >= 0;) {
            int end = rows.nextClearBit(from);
            ranges.add(end - from == 1 ? String.valueOf(from) : from + "-" + (end - 1));
            from = rows.nextSetBit(end);
        }
        return ranges.stream().collect(Collectors.joining(", "));
    }
}
