package org.tabularium.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The figures in what one version of the report function wrote into Lambda's log. Any line may be missing: a log is sent when an
/// invocation ends, and a line that the function printed
/// just before may come with the next invocation or, where there is none, never.
///
/// @param lines in any number
record StartLog(List<String> lines) {

    private static final Pattern INIT = Pattern.compile("INIT_REPORT Init Duration: ([0-9.]+) ms");
    private static final Pattern CALL = Pattern.compile("^REPORT RequestId: .*?\tDuration: ([0-9.]+) ms\t.*Memory Size: 2048 MB",
            Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A report by the function, in milliseconds.
    ///
    /// @param steps of the report itself: reading, checking, computing, drawing
    /// @param whole with all that it asked of S3, without the notice to the topic
    record Report(double steps, double whole) {}

    /// Whether the start and so many reports are in it.
    boolean isComplete(int reports) {
        return init().isPresent() && reports().size() >= reports;
    }

    /// How long the function took from its process's start to its first question for work, in milliseconds; of the first process,
    /// where there are several.
    OptionalDouble init() {
        return figures(INIT).findFirst();
    }

    /// How long calls took, in milliseconds.
    List<Double> calls() {
        return figures(CALL).boxed().toList();
    }

    /// The reports made.
    List<Report> reports() {
        return lines.stream().filter(line -> line.startsWith("{") && line.contains("\"milliseconds\"")).map(StartLog::report)
                .toList();
    }

    /// The reports made but the first, which loads what the others find loaded.
    List<Report> warm() {
        return reports().stream().skip(1).toList();
    }

    private DoubleStream figures(Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).mapToDouble(m -> Double.parseDouble(m.group(1)));
    }

    private static Report report(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            double steps = 0;
            for (JsonNode step : event.path("milliseconds")) {
                steps += step.asDouble();
            }
            return new Report(steps, event.path("seconds").asDouble() * 1000);
        } catch (IOException e) {
            throw new AssertionError(line + " is no JSON", e);
        }
    }

    @Override
    public String toString() {
        String init = init().isPresent() ? String.format(Locale.ROOT, "%.0f ms", init().getAsDouble()) : "not in the log";
        return "init " + init + ", calls " + rounded(calls().stream()) + " ms, their reports "
                + rounded(reports().stream().map(Report::whole))
                + " ms, without S3 " + rounded(reports().stream().map(Report::steps)) + " ms";
    }

    private static List<Long> rounded(Stream<Double> millis) {
        return millis.map(Math::round).toList();
    }
}
