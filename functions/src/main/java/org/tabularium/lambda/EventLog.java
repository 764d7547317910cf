package org.tabularium.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One JSON object a line on standard output, where Lambda takes logs from; metrics among them in CloudWatch's embedded metric
/// format.
final class EventLog {

    static final String NAMESPACE = "Tabularium";
    private static final String STACK = "Stack";
    /// Where Lambda's Java runtime keeps the trace header of the call.
    private static final String TRACE = "com.amazonaws.xray.traceHeader";
    private static final String ROOT = "Root=";
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final Clock clock;
    private final String stack;
    private boolean warm;
    private volatile Map<String, String> call = Map.of();

    EventLog(PrintStream out, Clock clock, String stack) {
        this.out = out;
        this.clock = clock;
        this.stack = stack;
    }

    void info(String message, Map<String, ?> fields) {
        log("INFO", message, fields);
    }

    void warn(String message, Map<String, ?> fields) {
        log("WARN", message, fields);
    }

    void error(String message, Map<String, ?> fields) {
        log("ERROR", message, fields);
    }

    private void log(String level, String message, Map<String, ?> fields) {
        ObjectNode line = JSON.createObjectNode();
        line.put("timestamp", clock.instant().toString()).put("level", level).put("message", message);
        call.forEach(line::put);
        fields.forEach((name, value) -> line.set(name, JSON.valueToTree(value)));
        print(line);
    }

    /// A call begins: the lines that follow name its request, its trace and the version of the function. The first call of a
    /// fresh
    /// process counts as a cold start.
    void begun(Context context) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("requestId", Objects.requireNonNullElse(context.getAwsRequestId(), ""));
        names.put("traceId", traceId(System.getProperty(TRACE, "")));
        names.put("functionVersion", Objects.requireNonNullElse(context.getFunctionVersion(), ""));
        names.values().removeIf(String::isEmpty);
        call = Collections.unmodifiableMap(names);
        if (!warm) {
            warm = true;
            metrics(Map.of("ColdStarts", 1));
        }
    }

    /// The trace of `Root=1-…;Parent=…;Sampled=1`, X-Ray's header; empty where there is none.
    static String traceId(String header) {
        return Stream.of(header.split(";")).filter(part -> part.startsWith(ROOT)).map(part -> part.substring(ROOT.length()))
                .findFirst().orElse("");
    }

    /// Metrics of this stack, by name; a name that ends in `Seconds` is measured in seconds.
    void metrics(Map<String, ? extends Number> values) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(STACK);
        line.put(STACK, stack);
        call.forEach(line::put);
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
