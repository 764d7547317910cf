package org.tabularium.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.tabularium.Progress;
import org.tabularium.ReportOptions;
import org.tabularium.ReportRun;
import org.tabularium.finding.RejectedException;
import org.tabularium.publish.Reporter;
import org.tabularium.snapshot.StudySnapshot;

/// Makes reports as the command line does, measures each step, and stops between steps when the deadline is near.
final class TimedReporter implements Reporter, Progress {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Runnable mayGoOn;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private String step = "";
    private long since;

    TimedReporter(Runnable mayGoOn) {
        this.mayGoOn = mayGoOn;
    }

    @Override
    public String run(StudySnapshot snapshot) throws RejectedException {
        return ReportRun.run(snapshot, ReportOptions.DEFAULT);
    }

    @Override
    public SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
        try {
            return ReportRun.report(snapshot, ReportOptions.DEFAULT, this).files();
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

    private void end() {
        long now = System.nanoTime();
        if (!step.isEmpty()) {
            millis.merge(step, (now - since) / NANOS_A_MILLI, Long::sum);
        }
        since = now;
        step = "";
    }

    /// Milliseconds of each step, e.g. `computing ae-soc-pt`; empty where nothing was built.
    Map<String, Long> millis() {
        return millis;
    }
}
