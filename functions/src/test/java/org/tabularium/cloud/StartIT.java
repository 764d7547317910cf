package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/// What a start of the report function costs and what its calls cost, from Lambda's log. LocalStack knows no SnapStart: these are starts without it.
///
/// Other work on the machine makes everything slower. So a start waits a while for its end, the quickest start and the quickest report are held against the
/// limits, and where more programs want to run than there are processors times are divided by how many times more. All figures are printed.
/// `functions/src/bench/lambda_start.py` measures the same without LocalStack, whose S3 takes most of a warm call here.
class StartIT {
    private static final Path SA_OR088 = CommandLine.root().resolve("test-data/sa-or088");
    private static final int STARTS = 2;
    private static final Duration WAIT_FOR_QUIET = Duration.ofMinutes(1);
    private static final int REPORTS_A_START = 6;
    private static final long MB = 1 << 20;

    private static final Pattern INIT = Pattern.compile("INIT_REPORT Init Duration: ([0-9.]+) ms");
    private static final Pattern CALL = Pattern.compile("^REPORT RequestId: .*?\tDuration: ([0-9.]+) ms\t.*Memory Size: 2048 MB",
            Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A report by the function, in milliseconds.
    ///
    /// @param steps of the report itself: reading, checking, computing, drawing
    /// @param whole with all that it asked of S3, without the notice to the topic
    private record Report(double steps, double whole) {}

    @Test
    void jarAndZipAreSmall() throws IOException {
        assertThat(Files.size(Deployment.zip())).isLessThan(45 * MB);
        assertThat(Files.size(Deployment.zip().resolveSibling("tabularium.jar"))).isLessThan(45 * MB);
    }

    @Test
    void functionStartsAndReportsInTime() throws IOException {
        Deployment cloud = Deployment.withConcurrency(2);
        cloud.awaitNothingLeftToDo();
        List<Double> inits = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            String version = cloud.freshVersion("ReportFunction");
            double load = Math.max(1, loadOnceItIsQuiet(cloud));
            for (int i = 0; i < REPORTS_A_START; i++) {
                String study = "start-" + start + "-" + i;
                upload(cloud, study);
                assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
                cloud.awaitNothingLeftToDo();
            }
            List<String> log = log(cloud, version);
            double init = figures(log, INIT).getFirst();
            List<Double> calls = figures(log, CALL);
            List<Report> reports = reports(log);
            assertThat(reports).as("reports of version " + version).hasSize(REPORTS_A_START);
            System.out.printf(Locale.ROOT,
                    "[INFO] start %d with load %.1f: init %.0f ms, calls %s ms, their reports %s ms, without S3 %s ms%n",
                    start + 1, load, init, rounded(calls.stream()), rounded(reports.stream().map(Report::whole)),
                    rounded(reports.stream().map(Report::steps)));
            inits.add(init / load);
            reports.stream().skip(1).forEach(report -> warm.add(report.steps() / load));
        }

        assertThat(inits).as("ms of init").anySatisfy(init -> assertThat(init).isLessThan(1500));
        assertThat(warm).as("ms of warm reports without S3").anySatisfy(report -> assertThat(report).isLessThan(400));
    }

    /// Programs that want to run for each processor, the last minute's mean, once there is at most one or patience ends.
    private static double loadOnceItIsQuiet(Deployment cloud) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        long end = System.nanoTime() + WAIT_FOR_QUIET.toNanos();
        return cloud.aws.await("a quiet machine", Deployment.PATIENCE, () -> {
            double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
            return load <= 1 || System.nanoTime() > end ? Optional.of(load) : Optional.empty();
        });
    }

    private static void upload(Deployment cloud, String study) throws IOException {
        try (Stream<Path> files = Files.list(SA_OR088)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                cloud.upload(study, file);
            }
        }
    }

    /// What this version of the report function wrote, once all of it is there.
    private static List<String> log(Deployment cloud, String version) {
        return cloud.aws.await("the log of version " + version, Deployment.PATIENCE, () -> {
            List<String> lines = cloud.aws.logs
                    .filterLogEventsPaginator(b -> b.logGroupName("/aws/lambda/" + cloud.output("ReportFunction")))
                    .events().stream().filter(event -> event.logStreamName().contains("[" + version + "]"))
                    .map(FilteredLogEvent::message).toList();
            return Optional.of(lines).filter(l -> reports(l).size() >= REPORTS_A_START && !figures(l, INIT).isEmpty());
        });
    }

    private static List<Double> figures(List<String> log, Pattern pattern) {
        return log.stream().map(pattern::matcher).filter(Matcher::find).map(m -> Double.valueOf(m.group(1))).toList();
    }

    private static List<Report> reports(List<String> log) {
        List<Report> reports = new ArrayList<>();
        for (String line : log) {
            if (line.startsWith("{") && line.contains("\"milliseconds\"")) {
                JsonNode event = json(line);
                double steps = 0;
                for (JsonNode step : event.path("milliseconds")) {
                    steps += step.asDouble();
                }
                reports.add(new Report(steps, event.path("seconds").asDouble() * 1000));
            }
        }
        return reports;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line + " is no JSON", e);
        }
    }

    private static List<Long> rounded(Stream<Double> millis) {
        return millis.map(Math::round).toList();
    }
}
