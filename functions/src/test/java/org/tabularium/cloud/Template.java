package org.tabularium.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// infra/template.yaml as a tree of maps, lists and strings, with its references resolved: parameters to their defaults,
/// resources to names and ARNs.
record Template(Map<String, Object> root) {
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Partition", "aws",
            "AWS::AccountId", "123456789012",
            "AWS::Region", "eu-central-1",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "tabularium");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    static Path folder() {
        return Path.of(System.getProperty("tabularium.root", ".."), "infra");
    }

    static Template read() throws IOException {
        String yaml = Files.readString(folder().resolve("template.yaml"));
        Node node = new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
        return new Template(map(tree(node)));
    }

    /// A short form such as `!Ref X` becomes the map of its long form, `{Ref: X}`.
    private static Object tree(Node node) {
        Object value = switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> sequence.getValue().stream().map(Template::tree).toList();
            case MappingNode mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (NodeTuple entry : mapping.getValue()) {
                    map.put((String) tree(entry.getKeyNode()), tree(entry.getValueNode()));
                }
                yield map;
            }
            default -> throw new IllegalArgumentException(node.toString());
        };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? Map.of(tag.substring(1), value) : value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<Object> list(Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of(value);
    }

    Map<String, Object> section(String name) {
        return map(at(root, name));
    }

    /// What stands below a path of keys.
    ///
    /// @throws IllegalArgumentException where there is nothing
    static Object at(Object value, String... path) {
        Object here = value;
        for (String key : path) {
            Object below = map(here).get(key);
            if (below == null) {
                throw new IllegalArgumentException("no " + key + " in " + here);
            }
            here = below;
        }
        return here;
    }

    /// The properties of all resources of one type, by logical id.
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        section("Resources").forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, properties(id));
            }
        });
        return found;
    }

    Map<String, Object> properties(String id) {
        return map(at(section("Resources"), id, "Properties"));
    }

    /// A scalar, or what Ref, Sub, GetAtt and FindInMap make of one.
    String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        Map.Entry<String, Object> function = map(value).entrySet().iterator().next();
        return switch (function.getKey()) {
            case "Ref" -> reference((String) function.getValue());
            case "GetAtt" -> reference((String) function.getValue());
            case "Sub" -> VARIABLE.matcher((String) function.getValue())
                    .replaceAll(found -> (found.group(1).startsWith("!")
                            ? "${" + found.group(1).substring(1) + "}"
                            : reference(found.group(1))).replace("$", "\\$"));
            // Every condition asks whether a parameter is given, and none is by default.
            case "If" -> text(list(function.getValue()).getLast());
            case "FindInMap" -> {
                List<String> keys = list(function.getValue()).stream().map(this::text).toList();
                yield text(at(section("Mappings"), keys.toArray(String[]::new)));
            }
            default -> throw new IllegalArgumentException(function.toString());
        };
    }

    private String reference(String name) {
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        Map<String, Object> parameters = section("Parameters");
        if (parameters.containsKey(name)) {
            Object value = map(at(parameters, name)).get("Default");
            return value == null ? "<" + name + ">" : (String) value;
        }
        int dot = name.indexOf('.');
        String id = dot < 0 ? name : name.substring(0, dot);
        Map<String, Object> resource = map(at(section("Resources"), id));
        if ("AWS::S3::Bucket".equals(resource.get("Type"))) {
            String bucket = text(at(resource, "Properties", "BucketName"));
            return dot < 0 ? bucket : "arn:aws:s3:::" + bucket;
        }
        return "arn:aws:" + name;
    }
}
