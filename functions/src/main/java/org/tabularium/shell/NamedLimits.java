package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;
import org.tabularium.shell.rows.Prose;
import org.tabularium.yaml.NearestWord;
import org.tabularium.yaml.YamlMap;

/// The limits of a shell: numbers with a name that publications disagree on. Wherever `{name}` stands in a text of the rows, the
/// title or the footnotes, the
/// number stands in its place, so that a study changes it once and what is printed follows. The texts of a block name its own
/// number of days likewise: `{within}` of `followed`, `{until}` of `kinetics`.
final class NamedLimits {

    /// The key of a block whose number its own texts may name.
    private static final Map<String, String> OF_BLOCK = Map.of("followed", "within", "kinetics", "until");

    private static final Pattern IN_BRACES = Pattern.compile("\\{([a-z][a-z0-9-]{0,31})}");

    private static final Pattern SLOT = Pattern.compile("\\{([^{}:]*)(?::[^{}]*)?}");

    private NamedLimits() {}

    /// The shell with its limits in their places; the declaration is left as it is.
    static JsonNode put(ObjectNode declared) {
        ObjectNode shell = declared.deepCopy();
        ObjectNode limits = shell.path("limits") instanceof ObjectNode named ? named : shell.objectNode();
        for (String key : new String[]{"title", "rows", "footnotes"}) {
            if (shell.has(key)) {
                shell.set(key, put(shell.path(key), limits));
            }
        }
        return shell;
    }

    /// The names of a shell's limits.
    static Set<String> names(ObjectNode shell) {
        Set<String> names = new TreeSet<>();
        shell.path("limits").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// Names in braces that the rows or the footnotes of a shell have and its limits do not.
    static List<Finding> unknown(YamlMap shell) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = names(shell.node());
        for (String key : List.of("rows", "footnotes")) {
            collect(shell, shell.node().path(key), "/" + key, names, findings);
        }
        return findings;
    }

    private static void collect(YamlMap shell, JsonNode node, String pointer, Set<String> names, List<Finding> findings) {
        if (node.isTextual()) {
            Matcher matcher = IN_BRACES.matcher(node.asText());
            while (matcher.find()) {
                if (!names.contains(matcher.group(1))) {
                    findings.add(finding(shell, pointer, matcher.group(1), names).value(matcher.group()));
                }
            }
        }
        node.properties().forEach(e -> {
            if (e.getKey().equals(Prose.DECLARATION.word()) && e.getValue().isArray()) {
                slots(shell, e.getValue(), pointer + "/" + e.getKey(), findings);
            } else {
                collect(shell, e.getValue(), pointer + "/" + e.getKey(), names(e.getKey(), e.getValue(), names), findings);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(shell, node.get(i), pointer + "/" + i, names, findings);
        }
    }

    private static Set<String> names(String block, JsonNode value, Set<String> outside) {
        String own = OF_BLOCK.get(block);
        if (own == null || !value.has(own)) {
            return outside;
        }
        Set<String> names = new TreeSet<>(outside);
        names.add(own);
        return names;
    }

    /// In the sentences of a text, names in braces are slots.
    private static void slots(YamlMap shell, JsonNode sentences, String pointer, List<Finding> findings) {
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> known = new TreeSet<>(Set.of("cut-off"));
            sentences.get(i).path("slots").fieldNames().forEachRemaining(known::add);
            Matcher matcher = SLOT.matcher(sentences.get(i).path("say").asText());
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!known.contains(name)) {
                    findings.add(Finding.error("WRONG_VALUE", "is none of the sentence's slots").in(shell.file())
                            .at(shell.lineOf(pointer + "/" + i + "/say")).value(matcher.group())
                            .remedy(NearestWord.of(name, known).map(near -> "did you mean `" + near + "`?")
                                    .orElse("its slots: " + String.join(", ", known))));
                }
            }
        }
    }

    /// Limits that an entry of `tables:` gives and its shell does not have.
    static List<Finding> undeclared(YamlMap parameters, Set<String> names) {
        return names(parameters.node()).stream()
                .filter(name -> !names.contains(name))
                .map(name -> finding(parameters, "/limits/" + name, name, names).of("limits").value(name))
                .toList();
    }

    private static Finding finding(YamlMap map, String pointer, String name, Set<String> names) {
        return Finding.error("WRONG_VALUE", "is none of the shell's limits").in(map.file()).at(map.lineOf(pointer))
                .remedy(NearestWord.of(name, names).map(near -> "did you mean `" + near + "`?")
                        .orElse(names.isEmpty() ? "the shell has no limits" : "its limits: " + String.join(", ", names)));
    }

    private static ObjectNode limits(String block, JsonNode value, ObjectNode outside) {
        String own = OF_BLOCK.get(block);
        return own == null || !value.has(own) ? outside : outside.deepCopy().set(own, value.path(own));
    }

    private static JsonNode put(JsonNode node, ObjectNode limits) {
        switch (node) {
            case ObjectNode map -> map.properties().forEach(
                    entry -> entry.setValue(put(entry.getValue(), limits(entry.getKey(), entry.getValue(), limits))));
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, put(list.get(i), limits));
                }
            }
            case TextNode text -> {
                String put = text.asText();
                for (Map.Entry<String, JsonNode> limit : limits.properties()) {
                    put = put.replace("{" + limit.getKey() + "}", limit.getValue().asText());
                }
                return TextNode.valueOf(put);
            }
            default -> {}
        }
        return node;
    }
}
