package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/// What a start of the report function costs and what its calls cost, from Lambda's log. LocalStack knows no SnapStart: these are
/// starts without it.
///
/// Other work on the machine makes everything slower. So a start waits a while for its end, the quickest start and the quickest
/// report are held against the
/// limits, and where more programs want to run than there are processors times are divided by how many times more. All figures
/// are printed.
/// `functions/src/bench/lambda_start.py` measures the same without LocalStack, whose S3 takes most of a warm call here.
///
/// A function that does not start reports no study, and that fails the test. Figures are another matter: LocalStack sends a
/// function's log invocation by invocation and lines that come late only
/// with the next one, so the last report's may never come ([StartLog]). What has not come after a while is left out, with a
/// warning; the limits hold for what came.
class StartIT {
    private static final Path SA_OR088 = CommandLine.root().resolve("test-data/sa-or088");
    private static final int STARTS = 1;
    private static final Duration WAIT_FOR_QUIET = Duration.ofSeconds(10);
    private static final Duration WAIT_FOR_LOG = Duration.ofSeconds(10);
    private static final int REPORTS_A_START = 2;
    private static final long MB = 1 << 20;

    @Test
    void jarAndZipAreSmall() throws IOException {
        // Lambda takes 50 MB of a zip as it is, and 250 MB unpacked.
        assertThat(Files.size(Deployment.zip())).isLessThan(45 * MB);
        try (ZipFile zip = new ZipFile(Deployment.zip().toFile())) {
            assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(200 * MB);
        }
        assertThat(Files.size(Deployment.zip().resolveSibling("tabularium.jar"))).isLessThan(45 * MB);
    }

    @Test
    void functionStartsAndReportsInTime() throws IOException {
        Deployment cloud = Deployment.running();
        cloud.awaitNothingLeftToDo();
        List<Double> inits = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            String before = cloud.makeAllFormats();
            String version = cloud.version("ReportFunction");
            double load = Math.max(1, loadOnceItIsQuiet(cloud));
            for (int i = 0; i < REPORTS_A_START; i++) {
                String study = "start-" + start + "-" + i;
                upload(cloud, study);
                assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
                cloud.awaitNothingLeftToDo();
            }
            cloud.putBack("ReportFunction", before);
            StartLog log = log(cloud, version);
            System.out.printf(Locale.ROOT, "[INFO] start %d with load %.1f: %s%n", start + 1, load, log);
            if (!log.isComplete(REPORTS_A_START)) {
                System.out.println(
                        "[WARNING] the log that LocalStack gives of this start is not complete: these figures are all there are");
            }
            log.init().ifPresent(init -> inits.add(init / load));
            log.warm().forEach(report -> warm.add(report.steps() / load));
        }
        // Far from what a quiet machine needs (all formats, Word and HTML among them): a slow machine is no fault of the program.
        assertThat(quickest(inits)).as("ms of init %s", inits).isLessThan(3000);
        assertThat(quickest(warm)).as("ms of warm reports without S3 %s", warm).isLessThan(1200);
    }

    /// The least figure; 0 where none has come.
    private static double quickest(List<Double> millis) {
        return millis.stream().mapToDouble(Double::doubleValue).min().orElse(0);
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
        try (Stream<Path> files = Files.walk(SA_OR088)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                cloud.upload(study, String.valueOf(SA_OR088.relativize(file)), Files.readAllBytes(file));
            }
        }
    }

    /// What this version of the report function wrote: all of it, or what there is when patience ends.
    private static StartLog log(Deployment cloud, String version) {
        long end = System.nanoTime() + WAIT_FOR_LOG.toNanos();
        return cloud.aws.await("an answer of the log", Deployment.PATIENCE, () -> {
            StartLog log = new StartLog(cloud.aws.logs
                    .filterLogEventsPaginator(b -> b.logGroupName(cloud.reportLog()))
                    .events().stream().filter(event -> event.logStreamName().contains("[" + version + "]"))
                    .map(FilteredLogEvent::message).toList());
            return log.isComplete(REPORTS_A_START) || System.nanoTime() > end ? Optional.of(log) : Optional.empty();
        });
    }
}
