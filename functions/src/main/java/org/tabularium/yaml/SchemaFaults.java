package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;

/// What a validator found, in the words of findings: one fault a place, by line.
final class SchemaFaults {

    private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,31}");

    private final ObjectNode schema;
    private final YamlMap document;

    SchemaFaults(ObjectNode schema, YamlMap document) {
        this.schema = schema;
        this.document = document;
    }

    /// @param prefix pointer in the document of the value that was validated; empty for the document itself
    List<Finding> of(Iterable<ValidationMessage> messages, String prefix) {
        // By place, so that one value is complained of once; unknown keys explain what they make missing around them.
        TreeMap<String, Finding> byPlace = new TreeMap<>();
        List<ValidationMessage> rest = new ArrayList<>();
        for (ValidationMessage message : messages) {
            if (message.getType().equals("additionalProperties")) {
                String at = prefix + message.getInstanceLocation();
                String key = message.getProperty();
                byPlace.put(below(at, key), unknownKey(at, key, keysBeside(message), owner(message).path("x-key").asText()));
            } else {
                rest.add(message);
            }
        }
        Set<String> unknown = byPlace.keySet().stream().map(SchemaFaults::around).collect(Collectors.toSet());
        for (ValidationMessage message : rest) {
            String at = prefix + message.getInstanceLocation();
            boolean explained = message.getType().equals("oneOf") && unknown.contains(at);
            if (!explained && !insideOneOf(message)) {
                String place = message.getType().equals("required") ? below(at, message.getProperty()) : at;
                byPlace.putIfAbsent(place, fault(message, at));
            }
        }
        return byPlace.values().stream()
                .sorted(Comparator.comparing(Finding::row, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /// @param kind what a key is here, in words, where any word of a kind may be one; else empty
    Finding unknownKey(String at, String key, Collection<String> known, String kind) {
        String others = String.join(", ", known) + (known.isEmpty() || kind.isEmpty() ? "" : ", or ") + kind;
        Optional<String> capitals = Optional.of(key.toUpperCase(Locale.ROOT))
                .filter(c -> !kind.isEmpty() && NAME.matcher(c).matches());
        String remedy = NearestWord.of(key, known)
                .or(() -> capitals)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(others.isEmpty() ? "no key is known here" : "known here: " + others);
        return Finding.error("UNKNOWN_KEY", "unknown key `" + excerpt(key) + "`")
                .in(document.file())
                .at(document.lineOf(below(at, key)))
                .of(path(below(at, key)))
                .remedy(remedy);
    }

    private Finding fault(ValidationMessage message, String at) {
        Finding finding = Finding.error("WRONG_VALUE", "").in(document.file()).at(document.lineOf(at));
        JsonNode owner = owner(message);
        JsonNode value = document.node().at(at);
        String key = path(at);
        return switch (message.getType()) {
            case "required" ->
                with(finding, "MISSING_KEY", path(below(at, message.getProperty())), null, "this key is missing", "");
            case "dependentRequired", "oneOf" -> with(finding, "WRONG_VALUE", key, null, "expected " + expected(owner), "");
            case "minItems", "minProperties", "minLength" ->
                with(finding, "WRONG_VALUE", key, null, "is empty", "give a value or leave the key out");
            default -> value.isNull()
                    ? with(finding, "WRONG_VALUE", key, null, "has no value; expected " + expected(owner),
                            "give one or leave the key out")
                    : with(finding, "WRONG_VALUE", key, text(value), "is not " + expected(owner), nearest(owner, value));
        };
    }

    private static Finding with(
            Finding place, String code, String key, @Nullable String value, String message, String remedy) {
        return new Finding(place.severity(), code, place.dataset(), place.row(), key.isEmpty() ? null : key, value, message,
                remedy);
    }

    private static String nearest(JsonNode owner, JsonNode value) {
        JsonNode known = owner.has("enum") ? owner.path("enum") : owner.path("examples");
        Optional<String> near = value.isTextual() ? NearestWord.of(value.asText(), words(known)) : Optional.empty();
        return near.map(word -> "did you mean `" + word + "`?").orElse("");
    }

    /// What a value should be, in words.
    private static String expected(JsonNode owner) {
        if (owner.has("x-expected")) {
            return owner.path("x-expected").asText();
        }
        if (owner.has("enum")) {
            return "one of " + String.join(", ", words(owner.path("enum")));
        }
        List<String> types = owner.path("type").isArray() ? words(owner.path("type")) : List.of(owner.path("type").asText());
        return types.stream().map(SchemaFaults::typeInWords).distinct().collect(Collectors.joining(" or "));
    }

    private static String typeInWords(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map of keys";
            default -> "what the key takes";
        };
    }

    private List<String> keysBeside(ValidationMessage message) {
        List<String> keys = new ArrayList<>();
        owner(message).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// The part of the schema whose keyword failed.
    private JsonNode owner(ValidationMessage message) {
        return schema.at(around(message.getSchemaLocation().getFragment().toString()));
    }

    private static boolean insideOneOf(ValidationMessage message) {
        return message.getEvaluationPath().toString().contains("/oneOf/");
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : excerpt(value.toString());
    }

    private static String excerpt(String text) {
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }

    static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static String around(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? "" : pointer.substring(0, last);
    }

    /// A pointer as people write it: the keys joined by dots, without the numbers of list entries.
    static String path(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .collect(Collectors.joining("."));
    }
}
