package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.PathType;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.Finding;

/// A JSON Schema (draft 2020-12) that YAML documents are checked against. Every fault becomes a finding with its line; what was
/// expected is said in the words of the schema's own `x-expected` (of a value) and `x-key` (of a key) where it has them.
///
/// Nothing is fetched: a schema refers to itself and to those beside it. One check at a time: the first ones build the
/// validators.
public final class YamlSchema {

    private final ObjectNode root;
    private final JsonSchema schema;

    private YamlSchema(ObjectNode root) {
        this.root = root;
        this.schema = SchemaDialect.FACTORY.getSchema(root, SchemaDialect.CONFIG);
    }

    /// The schema in a resource of the class path, such as `templates/schema/study.schema.json`.
    ///
    /// @throws IllegalStateException where there is none or it is broken, which is a fault of the build
    public static YamlSchema ofResource(String resource) {
        try (InputStream in = YamlSchema.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            ObjectNode root = (ObjectNode) JsonTree.read(in);
            putParts(root, resource.substring(0, resource.lastIndexOf('/') + 1));
            return new YamlSchema(root);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " is broken: " + e.getMessage(), e);
        }
    }

    /// Puts parts of other schemas in the place of references to them; such a part refers to nothing itself.
    ///
    /// @param folder of the schemas, which ends in a slash
    private static void putParts(JsonNode node, String folder) {
        String reference = node.path("$ref").asText();
        int pointer = reference.indexOf('#');
        if (pointer > 0 && node instanceof ObjectNode object) {
            object.remove("$ref");
            object.setAll(
                    (ObjectNode) ofResource(folder + reference.substring(0, pointer)).part(reference.substring(pointer + 1)));
        }
        for (JsonNode below : node) {
            if (below.isContainerNode()) {
                putParts(below, folder);
            }
        }
    }

    /// The part of the schema that a JSON pointer names; a missing node where there is none.
    public JsonNode part(String pointer) {
        return root.at(pointer);
    }

    /// Checks a whole document.
    ///
    /// @return its faults by line; empty where there are none
    public synchronized List<Finding> check(YamlMap document) {
        return new SchemaFaults(root, document).of(schema.validate(document.node()), "");
    }

    /// Checks a map key by key.
    ///
    /// @param known the keys that may stand in the map → JSON pointer of the part of this schema that holds for the key's value
    /// @return the map's faults by line; empty where there are none
    public synchronized List<Finding> check(YamlMap map, Map<String, String> known) {
        List<Finding> findings = new ArrayList<>();
        map.node().properties().forEach(entry -> {
            String key = entry.getKey();
            String pointer = known.get(key);
            SchemaFaults faults = new SchemaFaults(root, map);
            if (pointer == null) {
                findings.add(faults.unknownKey("", key, known.keySet(), ""));
            } else {
                findings.addAll(faults.of(part(pointer, entry.getValue()), SchemaFaults.below("", key)));
            }
        });
        findings.sort(Comparator.comparing(Finding::row, Comparator.nullsFirst(Comparator.naturalOrder())));
        return findings;
    }

    private Iterable<ValidationMessage> part(String pointer, JsonNode value) {
        JsonNodePath path = new JsonNodePath(PathType.JSON_POINTER);
        for (String name : pointer.substring(1).split("/", -1)) {
            path = path.append(name);
        }
        return schema.getRefSchema(path).validate(value);
    }
}
