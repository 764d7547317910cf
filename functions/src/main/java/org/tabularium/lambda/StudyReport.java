package org.tabularium.lambda;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tabularium.finding.Finding;
import org.tabularium.lambda.deadline.TimelyStore;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.Publication.Outcome;
import org.tabularium.publication.Publication;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.Manifest;

/// One study brought up to date, with what is logged, measured and announced of it.
final class StudyReport {

    private static final double NANOS_A_SECOND = 1e9;

    private final Wiring wiring;
    private final String study;
    private final Runnable deadline;
    private final TimedReporter reporter;
    private final Publication publication;

    StudyReport(Wiring wiring, String study, Runnable deadline) {
        this.wiring = wiring;
        this.study = study;
        this.deadline = deadline;
        this.reporter = new TimedReporter(deadline, wiring.settings().options());
        this.publication = new Publication(study, new TimelyStore(wiring.uploads(), deadline), wiring.reports(), reporter,
                wiring.signer());
    }

    /// Publishes the study as it is.
    ///
    /// @param triesBefore how often this was tried; after a try the topic hears of it also where nothing changed, since a handler
    /// that died may have said nothing
    Outcome publish(int triesBefore) throws IOException {
        long start = System.nanoTime();
        Outcome outcome = publication.publish(deadline);
        conclude(outcome, (System.nanoTime() - start) / NANOS_A_SECOND, triesBefore);
        return outcome;
    }

    /// Writes down that the study as it is could not be reported.
    ///
    /// @param why for people, without values
    Outcome fail(String why) throws IOException {
        Finding finding = Finding.error("RUN_FAILED", "the report could not be made: " + why)
                .remedy("upload a dataset again, or start the regeneration, once the cause is mended");
        Outcome outcome = publication.fail(finding, () -> {});
        conclude(outcome, 0, 0);
        return outcome;
    }

    private void conclude(Outcome outcome, double seconds, int triesBefore) throws IOException {
        StudyStatus status = outcome.status();
        if (status == null) {
            wiring.log().info("nothing there", Map.of("study", study));
            return;
        }
        wiring.log().info(outcome.changed() ? status.state().word() : "nothing to do",
                fields(outcome, status, seconds, triesBefore));
        if (outcome.changed()) {
            wiring.log().metrics(metrics(outcome, status, seconds));
        }
        if (outcome.changed() || triesBefore > 0) {
            new StudyHistory(wiring, study).reported(status);
            wiring.notices().accept(Announcement.of(study, status, wiring));
        }
    }

    private Map<String, Object> fields(Outcome outcome, StudyStatus status, double seconds, int triesBefore) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("study", study);
        fields.put("state", status.state().word());
        if (status.run() != null) {
            fields.put("run", status.run());
        }
        Map<String, String> snapshot = new LinkedHashMap<>();
        status.snapshot().forEach(s -> snapshot.put(name(s), s.versionId()));
        fields.put("snapshot", snapshot);
        fields.put("sequence", status.sequence());
        fields.put("seconds", seconds);
        fields.put("triesBefore", triesBefore);
        fields.put("findings", FindingCounts.of(status.findings()));
        if (outcome.manifest() != null) {
            fields.put("tables",
                    outcome.manifest().displays().stream().filter(Manifest.Entry::produced).map(Manifest.Entry::id).toList());
        }
        if (!reporter.millis().isEmpty()) {
            fields.put("milliseconds", reporter.millis());
            fields.put("tableMilliseconds", reporter.tableMillis());
        }
        return fields;
    }

    private static String name(Source source) {
        return source.key().substring(source.key().lastIndexOf('/') + 1);
    }

    private static Map<String, Number> metrics(Outcome outcome, StudyStatus status, double seconds) {
        Map<String, Number> metrics = new LinkedHashMap<>();
        switch (status.state()) {
            case REPORTED -> metrics.put("ReportsMade", 1);
            case REJECTED -> metrics.put("ReportsRejected", 1);
            case FAILED -> metrics.put("ReportsFailed", 1);
            case WAITING -> metrics.put("StudiesWaiting", 1);
        }
        metrics.put("ReportSeconds", seconds);
        Manifest manifest = outcome.manifest();
        if (manifest != null) {
            metrics.put("TablesMade", manifest.displays().stream().filter(Manifest.Entry::produced).count());
            metrics.put("RowsRead", manifest.inputs().stream().map(Manifest.Input::rows).filter(Objects::nonNull)
                    .mapToLong(Long::longValue).sum());
        }
        return metrics;
    }
}
