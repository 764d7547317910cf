package org.tabularium.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.Reporter;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.StudySnapshot;

/// Makes reports as the command line does, measures steps and tables, and stops between steps and between tables when the
/// deadline is near.
final class TimedReporter implements Reporter, Progress {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Runnable mayGoOn;
    private final ReportOptions options;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, LongAdder> tableNanos = new ConcurrentSkipListMap<>();
    private String step = "";
    private long since;

    TimedReporter(Runnable mayGoOn, ReportOptions options) {
        this.mayGoOn = mayGoOn;
        this.options = options;
    }

    @Override
    public String run(StudySnapshot snapshot) throws RejectedException {
        return ReportRun.run(snapshot, options);
    }

    @Override
    public SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
        try {
            return ReportRun.report(snapshot, options, this).files();
        } finally {
            end();
        }
    }

    @Override
    public void step(String what) {
        mayGoOn.run();
        end();
        step = what;
    }

    @Override
    public void goOn() {
        mayGoOn.run();
    }

    @Override
    public Part table(String table) {
        mayGoOn.run();
        long start = System.nanoTime();
        return () -> tableNanos.computeIfAbsent(table, _ -> new LongAdder()).add(System.nanoTime() - start);
    }

    private void end() {
        long now = System.nanoTime();
        if (!step.isEmpty()) {
            millis.merge(step, (now - since) / NANOS_A_MILLI, Long::sum);
        }
        since = now;
        step = "";
    }

    /// Milliseconds of each step, e.g. `reading ADAE`; empty where nothing was built.
    Map<String, Long> millis() {
        return millis;
    }

    /// Milliseconds that went into each table's results and files, by its name; tables go on side by side, so that the sum is
    /// more than what passed.
    Map<String, Long> tableMillis() {
        Map<String, Long> tables = new LinkedHashMap<>();
        tableNanos.forEach((table, nanos) -> tables.put(table, nanos.sum() / NANOS_A_MILLI));
        return tables;
    }
}
