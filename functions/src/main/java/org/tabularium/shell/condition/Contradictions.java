package org.tabularium.shell.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.finding.Finding;
import org.tabularium.yaml.YamlMap;

/// Conditions of a shell that no record can satisfy: a row of zeros that nobody meant.
public final class Contradictions {

    private static final String REMEDY = "give alternatives as a list or with `or`; conditions on several parameters at one visit are the rows `criteria`";

    private final YamlMap map;
    private final List<Finding> findings = new ArrayList<>();

    private Contradictions(YamlMap map) {
        this.map = map;
    }

    /// Those of one document.
    ///
    /// @param map a shell or the parameters that an entry of `tables:` gives, which the schema finds no fault in
    public static List<Finding> of(YamlMap map) {
        Contradictions contradictions = new Contradictions(map);
        contradictions.look("", map.node());
        contradictions.lookAtRows();
        return contradictions.findings;
    }

    /// The condition of the shell and one that is added to it.
    public static List<Finding> between(JsonNode declared, YamlMap added) {
        if (declared.isMissingNode() || !added.node().has("where") || !of(added).isEmpty()) {
            return List.of();
        }
        Contradictions contradictions = new Contradictions(added);
        contradictions.add("/where", Unsatisfiable.variable(List.of(read(declared), read(added.get("where")))));
        return contradictions.findings;
    }

    private void look(String pointer, JsonNode node) {
        node.properties().forEach(entry -> {
            String below = pointer + "/" + entry.getKey();
            if (entry.getKey().equals("periods")) {
                lookAtPeriods(below, entry.getValue());
            } else if (entry.getKey().equals("where") || entry.getKey().equals("among")) {
                add(below, Unsatisfiable.variable(List.of(read(entry.getValue()))));
            } else {
                look(below, entry.getValue());
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(pointer + "/" + i, node.path(i));
        }
    }

    private void lookAtPeriods(String pointer, JsonNode periods) {
        for (int i = 0; i < periods.size(); i++) {
            JsonNode from = periods.path(i).path("from");
            JsonNode to = periods.path(i).path("to");
            if (!to.isMissingNode() && to.asInt() < from.asInt()) {
                findings.add(Finding.error("CONDITION_UNMET", "no day is from " + from.asInt() + " to " + to.asInt())
                        .in(map.file()).at(map.lineOf(pointer + "/" + i)).of(words(pointer))
                        .remedy("`from` is the first day of a period and `to` its last"));
            }
        }
    }

    private static String words(String pointer) {
        return pointer.substring(1).replaceAll("/[0-9]+", "").replace('/', '.');
    }

    /// The rows `subjects` count among the records of the table's own condition.
    private void lookAtRows() {
        JsonNode where = map.get("where");
        JsonNode rows = map.get("rows");
        for (int i = 0; !where.isMissingNode() && findings.isEmpty() && i < rows.size(); i++) {
            JsonNode row = rows.path(i).path("subjects").path("where");
            if (!row.isMissingNode()) {
                add("/rows/" + i + "/subjects/where", Unsatisfiable.variable(List.of(read(where), read(row))));
            }
        }
    }

    private static Condition read(JsonNode where) {
        Condition condition = ConditionReader.read(where);
        return condition == null ? new Condition.And(List.of()) : condition;
    }

    private void add(String pointer, Optional<Set<String>> variables) {
        variables.ifPresent(names -> findings.add(
                Finding.error("CONDITION_UNMET",
                        "no record can satisfy all that is asked of " + String.join(" and ", names) + " at once")
                        .in(map.file()).at(map.lineOf(pointer))
                        .of(words(pointer))
                        .remedy(REMEDY)));
    }
}
