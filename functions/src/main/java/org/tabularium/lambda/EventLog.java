package org.tabularium.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/// One JSON object a line on standard output, where Lambda takes logs from; metrics among them in CloudWatch's embedded metric
/// format.
final class EventLog {

    static final String NAMESPACE = "Tabularium";
    private static final String STACK = "Stack";
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final Clock clock;
    private final String stack;
    private boolean warm;

    EventLog(PrintStream out, Clock clock, String stack) {
        this.out = out;
        this.clock = clock;
        this.stack = stack;
    }

    void info(String message, Map<String, ?> fields) {
        log("INFO", message, fields);
    }

    void error(String message, Map<String, ?> fields) {
        log("ERROR", message, fields);
    }

    private void log(String level, String message, Map<String, ?> fields) {
        ObjectNode line = JSON.createObjectNode();
        line.put("timestamp", clock.instant().toString()).put("level", level).put("message", message);
        fields.forEach((name, value) -> line.set(name, JSON.valueToTree(value)));
        print(line);
    }

    /// Counts the first call of a fresh process as a cold start.
    void begun() {
        if (!warm) {
            warm = true;
            metrics(Map.of("ColdStarts", 1));
        }
    }

    /// Metrics of this stack, by name; a name that ends in `Seconds` is measured in seconds.
    void metrics(Map<String, ? extends Number> values) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(STACK);
        line.put(STACK, stack);
        ArrayNode metrics = directive.putArray("Metrics");
        values.forEach((name, value) -> {
            metrics.addObject().put("Name", name).put("Unit", name.endsWith("Seconds") ? "Seconds" : "Count");
            line.set(name, JSON.valueToTree(value));
        });
        print(line);
    }

    private void print(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
