package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.shell.comparison.Comparison;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlSchema;

/// Options of a shell that would change nothing: whoever asks for a p-value is told that these rows have none, and does not look
/// for it in vain.
final class IdleOptions {

    private static final String CODE = "OPTION_IDLE";
    private static final String LEAVE_OUT = "leave it out, or ask for it in a table of rows that can have it";

    private final YamlMap map;
    private final List<DeclaredRows> rows;
    private final String kinds;
    private final boolean ofSubjects;
    private final List<Finding> findings = new ArrayList<>();

    /// @param map where options are written
    /// @param shell the whole shell with them
    private IdleOptions(YamlMap map, ObjectNode shell) {
        this.map = map;
        this.rows = ShellReader.read(shell, "", UsualPage.UNSAID).rows();
        this.ofSubjects = shell.path("dataset").asText("ADSL").equals("ADSL");
        this.kinds = shell.has("figure")
                ? shell.path("figure").path("kind").asText()
                : Stream.iterate(0, i -> i < shell.path("rows").size(), i -> i + 1)
                        .map(i -> DeclaredKinds.word(shell.path("rows").path(i))).distinct().collect(Collectors.joining(", "));
    }

    /// Those of a shell.
    ///
    /// @param shell which the schema finds no fault in
    static List<Finding> ofShell(YamlMap shell) {
        IdleOptions options = new IdleOptions(shell, shell.node());
        options.lookAtComparisons();
        JsonNode rows = shell.get("rows");
        for (int i = 0; i < rows.size(); i++) {
            String kind = DeclaredKinds.word(rows.path(i));
            boolean entry = kind.equals("nest");
            JsonNode block = entry ? rows.path(i) : rows.path(i).path(kind);
            options.findings.addAll(options.ofBlock("/rows/" + i + (entry ? "" : "/" + kind), kind, block, block));
        }
        return options.findings;
    }

    /// Those that an entry of `tables:` gives to a shell.
    ///
    /// @param parameters which the schema finds no fault in
    /// @param merged the shell with them in their places
    static List<Finding> ofEntry(YamlMap parameters, ObjectNode merged, YamlSchema schema) {
        IdleOptions options = new IdleOptions(parameters, merged);
        options.lookAtComparisons();
        List<Finding> idle = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (JsonNode row : merged.path("rows")) {
            String kind = DeclaredKinds.word(row);
            List<Finding> ofBlock = options.ofBlock("", kind, parameters.node(), kind.equals("nest") ? row : row.path(kind));
            idle.addAll(ofBlock);
            ShellParameters.keys(kind, schema).stream()
                    .filter(key -> ofBlock.stream().noneMatch(finding -> key.equals(finding.variable())))
                    .forEach(used::add);
        }
        idle.stream().filter(finding -> !used.contains(String.valueOf(finding.variable()))).distinct()
                .forEach(options.findings::add);
        return options.findings;
    }

    private void lookAtComparisons() {
        for (Comparison comparison : Comparison.values()) {
            boolean known = rows.stream().anyMatch(row -> row.comparisons().contains(comparison))
                    && !(comparison == Comparison.EXPOSURE_ADJUSTED && ofSubjects);
            if (isOn(map.get(comparison.key())) && !known) {
                add("/" + comparison.key(), "of " + kinds + " cannot have it", switch (comparison) {
                    case TESTS, RISK_DIFFERENCE, ODDS_RATIO ->
                        LEAVE_OUT + ": subjects, summary, categories, flags, nest, grades, queries, response, best-response";
                    case EXPOSURE_ADJUSTED -> LEAVE_OUT + ": subjects, nest and queries of a dataset of events";
                });
            }
        }
        if (map.get("subgroups").size() + map.get("subgroups").asText().length() > 0
                && rows.stream().noneMatch(DeclaredRows::hasSubgroups)) {
            add("/subgroups", "of " + kinds + " are of no subgroups", "leave it out, or give `where` or `by` in place of it");
        }
        if (map.node().has("distinct") && rows.stream().noneMatch(DeclaredRows::countsEvents)) {
            add("/distinct", "of " + kinds + " count no events", LEAVE_OUT + ": subjects, nest, queries");
        }
    }

    /// Options of a block that others of it turn off.
    ///
    /// @param pointer to the block, or to the entry that gives its options
    /// @param given the options that are written there
    /// @param block with all its options
    private List<Finding> ofBlock(String pointer, String kind, JsonNode given, JsonNode block) {
        return switch (kind) {
            case "thresholds" -> Stream.of(
                    beside(pointer, given, "visits", block.has("days"), "its values are those of `days`"),
                    beside(pointer, given, "window", !block.has("days"), "it is about `days`, and there are none"))
                    .flatMap(List::stream).toList();
            case "shift" -> beside(pointer, given, "visits", !block.path("at").asText().equals("visits"),
                    "the later level is the worst of all visits unless `at: visits` is said");
            case "nest" -> beside(pointer, given, "grades-in", !block.has("worst-grade"),
                    "it is about the grades of `worst-grade`, and there are none");
            case "change" -> beside(pointer, given, "parameter", block.has("parameters"),
                    "the table is of those of `parameters`");
            case "at-any-time" -> beside(pointer, given, "not-at-baseline",
                    given.path("not-at-baseline").asBoolean() && !block.has("conditions"),
                    "it is about `conditions`, and there are none");
            default -> List.of(); // no option of other kinds turns another off
        };
    }

    private List<Finding> beside(String pointer, JsonNode given, String key, boolean idle, String reason) {
        return idle && given.has(key)
                ? List.of(Finding.error(CODE, "has no effect: " + reason).in(map.file()).at(map.lineOf(pointer + "/" + key))
                        .of(words(pointer + "/" + key)).remedy("leave it out, or change what turns it off"))
                : List.of();
    }

    private void add(String pointer, String reason, String remedy) {
        findings.add(Finding.error(CODE, "has no effect: rows " + reason).in(map.file()).at(map.lineOf(pointer))
                .of(words(pointer)).remedy(remedy));
    }

    private static String words(String pointer) {
        return pointer.substring(1).replaceAll("/[0-9]+", "").replace('/', '.');
    }

    private static boolean isOn(JsonNode option) {
        return !option.isMissingNode() && !(option.isBoolean() && !option.asBoolean());
    }
}
