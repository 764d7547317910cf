package org.tabularium.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// What Lambda hands over from a queue: SQS's event, of which only this much matters here, and the answer to it, which names the
/// messages that must come again.
///
/// @param messages in the order of the event; none where it has no records
record MessageBatch(List<Message> messages) {

    private static final JsonMapper JSON = new JsonMapper();

    /// A message.
    ///
    /// @param body empty where it has none
    /// @param receives how often it was received, this time included; 1 where nothing sensible is said of it
    record Message(String id, String body, int receives) {}

    static MessageBatch read(InputStream event) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : JSON.readTree(event).path("Records")) {
            String receives = text(message.path("attributes").path("ApproximateReceiveCount"));
            messages.add(new Message(text(message.path("messageId")), text(message.path("body")),
                    receives.matches("\\d{1,9}") ? Integer.parseInt(receives) : 1));
        }
        return new MessageBatch(List.copyOf(messages));
    }

    private static String text(JsonNode node) {
        return Objects.requireNonNullElse(node.textValue(), "");
    }

    /// Writes SQS's batch response.
    ///
    /// @param undone ids of the messages that come again; all others are done with
    static void answer(Collection<String> undone, OutputStream out) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        undone.forEach(id -> failures.addObject().put("itemIdentifier", id));
        out.write(JSON.writeValueAsBytes(answer));
    }
}
