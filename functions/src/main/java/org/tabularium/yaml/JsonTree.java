package org.tabularium.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/// A JSON document of our own as a tree, made of the parser's tokens: a mapper gives the same, but to make one ready takes longer
/// than all else of a check (docs/decisions/0120-yaml.md).
///
/// Numbers are as [YamlReader] reads them, so that those of a document are equal to those of a schema.
public final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /// Reads one document; a missing node where there is none.
    ///
    /// @throws com.fasterxml.jackson.core.JsonProcessingException where it is no JSON, or something follows it
    /// @throws IOException where it cannot be read
    public static JsonNode read(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            JsonToken first = json.nextToken();
            JsonNode document = first == null ? MissingNode.getInstance() : node(first, json);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "something follows the document");
            }
            return document;
        }
    }

    private static JsonNode node(JsonToken token, JsonParser json) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(json.getLongValue());
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(json.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException(token + " begins no value");
        };
    }

    private static ObjectNode object(JsonParser json) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            object.set(name, node(json.nextToken(), json));
        }
        return object;
    }

    private static ArrayNode array(JsonParser json) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            array.add(node(token, json));
        }
        return array;
    }
}
