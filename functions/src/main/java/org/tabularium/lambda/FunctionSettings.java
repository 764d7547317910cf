package org.tabularium.lambda;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.report.ReportFormats;
import org.tabularium.report.ReportOptions;
import org.tabularium.store.s3.Retention;

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
/// @param signingKey ARN of the key that signs manifests; empty for none
/// @param retentionDays for which runs and history can be removed by nobody; 0 for none
/// @param retentionMode `GOVERNANCE` or `COMPLIANCE`
/// @param formats of reports; empty for all
/// @param portal where people find studies' pages; null where there is no portal
record FunctionSettings(String uploads, String reports, String topic, Duration settle, int receives, String queue,
        int regenerations, String stack, String signingKey,
        int retentionDays, String retentionMode, List<String> formats, @Nullable URI portal) {

    private static final Pattern KEPT = Pattern.compile("studies/[^/]+/(runs|history)/.+");

    static FunctionSettings of(Map<String, String> environment) {
        return new FunctionSettings(required(environment, "UPLOADS_BUCKET"), required(environment, "REPORTS_BUCKET"),
                required(environment, "TOPIC_ARN"), Duration.ofSeconds(number(environment, "SETTLE_SECONDS", 60)),
                number(environment, "MAX_RECEIVE_COUNT", 5), environment.getOrDefault("QUEUE_URL", ""),
                number(environment, "REGENERATE_CONCURRENCY", 4),
                environment.getOrDefault("STACK_NAME", "tabularium"), environment.getOrDefault("SIGNING_KEY", ""),
                number(environment, "RETENTION_DAYS", 0), environment.getOrDefault("RETENTION_MODE", "GOVERNANCE"),
                formats(environment.getOrDefault("REPORT_FORMATS", "")), address(environment.getOrDefault("LINK_URL", "")));
    }

    /// What may be removed by nobody: runs and history, for as long as is set up.
    Retention retention(Clock clock) {
        return new Retention(KEPT.asMatchPredicate(), Duration.ofDays(retentionDays), retentionMode.equals("COMPLIANCE"), clock);
    }

    /// What every report is asked for, as the command line's `--format` would.
    ReportOptions options() {
        return new ReportOptions(formats, List.of(), null, List.of());
    }

    private static List<String> formats(String text) {
        List<String> formats = text.isBlank() ? List.of() : List.of(text.split(",", -1));
        for (String format : formats) {
            if (!ReportFormats.names().contains(format)) {
                throw new IllegalStateException("the environment variable REPORT_FORMATS names \"%s\"; there are %s"
                        .formatted(format, String.join(", ", ReportFormats.names())));
            }
        }
        return formats;
    }

    private static @Nullable URI address(String text) {
        return text.isBlank() ? null : URI.create(text);
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
