package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlSchema;

/// A built-in shell as it is declared and what the schema of shells says of it; what [the catalogue
/// page](../../../../../../docs/catalogue) tells.
///
/// @param shell as it is read
/// @param blocks what each of its blocks of rows is, in words; each once
/// @param parameters the keys of its own that study.yaml may give, with what they mean
/// @param limits its numbers with a name
public record DeclaredShell(Shell shell, List<String> blocks, Map<String, String> parameters, Map<String, String> limits) {

    private static final YamlSchema SCHEMA = YamlSchema.ofResource("templates/schema/shell.schema.json");

    /// All built-in shells, in the order of the catalogue.
    public static List<DeclaredShell> all() {
        ShellCatalog catalog = ShellCatalog.builtIn();
        return catalog.ids().stream().map(id -> of(catalog.shell(id), BuiltInTemplates.shell(id))).toList();
    }

    private static DeclaredShell of(Shell shell, YamlMap declared) {
        List<String> blocks = new ArrayList<>();
        for (JsonNode row : declared.node().path("rows")) {
            String kind = DeclaredKinds.word(row);
            String part = kind.equals("nest") ? "/$defs/row/properties/nest" : "/$defs/" + kind;
            String words = SCHEMA.part(part).path("description").asText();
            if (!blocks.contains(words)) {
                blocks.add(words);
            }
        }
        Map<String, String> parameters = new TreeMap<>();
        ShellParameters.known(declared.node(), SCHEMA).forEach((key, part) -> {
            if (!part.startsWith("/$defs/parameters/")) {
                parameters.put(key, SCHEMA.part(part).path("description").asText() + own(declared, key));
            }
        });
        Map<String, String> limits = new TreeMap<>();
        declared.get("limits").properties().forEach(limit -> limits.put(limit.getKey(), limit.getValue().asText()));
        return new DeclaredShell(shell, List.copyOf(blocks), parameters, limits);
    }

    /// What the shell says of a parameter, where its blocks agree; empty where it says nothing.
    private static String own(YamlMap declared, String key) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (JsonNode row : declared.node().path("rows")) {
            String kind = DeclaredKinds.word(row);
            JsonNode value = (kind.equals("nest") ? row : row.path(kind)).path(key);
            if (value.isValueNode() || (value.isArray() && value.path(0).isValueNode())) {
                values.add(value);
            }
        }
        if (values.size() != 1) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        JsonNode only = values.iterator().next();
        if (only.isValueNode()) {
            texts.add(only.asText());
        } else {
            only.forEach(item -> texts.add(item.asText()));
        }
        return " In this table: " + String.join(", ", texts) + ".";
    }
}
