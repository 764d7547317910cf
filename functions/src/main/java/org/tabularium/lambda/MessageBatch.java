package org.tabularium.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// What Lambda hands over from a queue: SQS's event, of which only this much matters here, and the answer to it, which names the
/// messages that must come again. What somebody hands over by hand, a bucket's own notification or nothing at all, is taken for
/// one message of no queue.
///
/// @param messages in the order of the event; none where it has no records
record MessageBatch(List<Message> messages) {

    private static final JsonMapper JSON = new JsonMapper();
    /// The id of what came from no queue.
    private static final String EVENT = "event";

    /// A message.
    ///
    /// @param body empty where it has none
    /// @param receives how often it was received, this time included; 1 where nothing sensible is said of it
    /// @param receipt of this receive; empty where it came from no queue
    record Message(String id, String body, int receives, String receipt) {}

    static MessageBatch read(InputStream event) throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        List<Message> messages = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode records = root.path("Records");
            if (root.path("Records").path(0).has("s3") || !root.has("Records")) {
                return new MessageBatch(List.of(new Message(EVENT, text, 1, "")));
            }
            for (JsonNode message : records) {
                String receives = text(message.path("attributes").path("ApproximateReceiveCount"));
                messages.add(new Message(text(message.path("messageId")), text(message.path("body")),
                        receives.matches("\\d{1,9}") ? Integer.parseInt(receives) : 1, text(message.path("receiptHandle"))));
            }
        } catch (JsonProcessingException e) {
            return new MessageBatch(List.of(new Message(EVENT, text, 1, "")));
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
