package org.tabularium.lambda;

import java.time.Duration;
import java.util.Map;

/// How the functions are set up, from environment variables.
///
/// @param uploads name of the bucket that sponsors write to
/// @param reports name of the bucket for reports
/// @param topic ARN of the topic for notices
/// @param settle how long a study must be at rest
/// @param receives how often a message may be received
/// @param queue URL of the queue that the function receives messages of; empty where it has none
/// @param regenerations how many items of the list of studies are worked on at the same time
/// @param stack name of the stack, by which metrics of several stacks are told apart
record FunctionSettings(String uploads, String reports, String topic, Duration settle, int receives, String queue, int regenerations, String stack) {

    static FunctionSettings of(Map<String, String> environment) {
        return new FunctionSettings(required(environment, "UPLOADS_BUCKET"), required(environment, "REPORTS_BUCKET"),
                required(environment, "TOPIC_ARN"), Duration.ofSeconds(number(environment, "SETTLE_SECONDS", 60)),
                number(environment, "MAX_RECEIVE_COUNT", 5), environment.getOrDefault("QUEUE_URL", ""),
                number(environment, "REGENERATE_CONCURRENCY", 4),
                environment.getOrDefault("STACK_NAME", "tabularium"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalStateException(
                    "the environment variable %s is \"%s\", not a number of 0 to 999999".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
