package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.lambda.deadline.Deadline;
import org.tabularium.lambda.deadline.OutOfTimeException;
import org.tabularium.lambda.deadline.TimelyStore;
import org.tabularium.lambda.deadline.Watch;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.Preview;
import org.tabularium.publication.Publication.Outcome;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.catalogue.Catalog;

/// Brings one study up to date; the state machine calls it with `{"study": "KN5601", "attempt": 0}`.
///
/// `attempt` is how often this was tried before: whoever died may have told nobody, so that a further try tells in any case.
/// `"giveUp": true` writes down that the study could not be reported. `"preview": "20260101T000000Z"` publishes nothing and
/// writes
/// below `previews/` what this version of the function would say otherwise ([Preview]).
///
/// A rejected study is an answer, not a failure: `{"study": …, "state": "rejected", "run": null, "changed": true, "findings":
/// {"error": 1}}`. A study that is
/// being delivered just now is left to the notice of its upload: its state is `settling`. What may succeed another time is
/// thrown, as a
/// [ReportFailedException], for the state machine to retry.
public final class StudyReportFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Wiring wiring;
    private final Watch watch = new Watch();

    /// For Lambda.
    public StudyReportFunction() {
        this(Wiring.ofEnvironment());
        NativeCryptography.install(wiring.log());
        Priming.beforeSnapshot(wiring);
    }

    StudyReportFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> handleRequest(@Nullable Map<String, Object> input, Context context) {
        wiring.log().begun(context);
        if (watch.isSpoiled()) {
            wiring.log().warn("this process ends: a study that was given up still goes on in it", Map.of());
            wiring.end().run();
        }
        if (input == null || !(input.get("study") instanceof String study) || !StudyKeys.isName(study)) {
            throw new IllegalArgumentException("the input must be {\"study\": the name of a study}");
        }
        try {
            if (isSettling(study)) {
                wiring.log().info("settling; the notice of the upload will come", Map.of("study", study));
                return answer(study, "settling", null, false, List.of());
            }
            if (input.get("preview") instanceof String preview && preview.matches("\\w{1,40}")) {
                Deadline deadline = new Deadline(context);
                return watch.within(deadline, () -> preview(study, preview, deadline));
            }
            if (Boolean.TRUE.equals(input.get("giveUp"))) {
                return answer(new StudyReport(wiring, study, () -> {}).fail("the last try of the regeneration ended so too"));
            }
            int triesBefore = input.get("attempt") instanceof Number attempt ? attempt.intValue() : 0;
            Deadline deadline = new Deadline(context);
            return answer(watch.within(deadline, () -> {
                Outcome outcome = new StudyReport(wiring, study, deadline).publish(triesBefore);
                // Renews what the catalogue says of a study that is looked at each night, and mends what a lost notice left
                // behind.
                new Catalog(wiring.reports(), wiring.clock()).update(study, deadline);
                return outcome;
            }));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Failure failure = Failure.of(e);
            failure.log(wiring.log(), "not done", Map.of("study", study));
            if (failure.outOfTime()) {
                throw new OutOfTimeException();
            }
            // Lambda and the state machine write down what is thrown, so its message must be ours.
            throw new ReportFailedException(study, failure.why());
        }
    }

    private boolean isSettling(String study) throws IOException {
        Instant atRest = wiring.clock().instant().minus(wiring.settings().settle());
        return wiring.uploads().list(new StudyKeys(study).prefix()).stream().anyMatch(v -> v.lastModified().isAfter(atRest));
    }

    private Map<String, Object> preview(String study, String preview, Deadline deadline) throws IOException {
        Preview.Outcome outcome = new Preview(new TimelyStore(wiring.uploads(), deadline), wiring.reports(),
                new TimedReporter(deadline, wiring.settings().options())).write(study, preview);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("study", study);
        answer.put("state", outcome.state());
        answer.put("before", outcome.before());
        answer.put("after", outcome.after());
        answer.put("changed", outcome.changed());
        wiring.log().info("preview", answer);
        return answer;
    }

    private static Map<String, Object> answer(Outcome outcome) {
        StudyStatus status = outcome.status();
        return status == null
                ? answer(outcome.study(), "absent", null, outcome.changed(), List.of())
                : answer(outcome.study(), status.state().word(), status.run(), outcome.changed(),
                        FindingCounts.of(status.findings()));
    }

    private static Map<String, Object> answer(String study, String state, @Nullable String run, boolean changed,
            List<FindingCounts> counts) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("study", study);
        answer.put("state", state);
        answer.put("run", run);
        answer.put("changed", changed);
        Map<String, Long> findings = new LinkedHashMap<>();
        counts.forEach(c -> findings.merge(c.severity(), c.count(), Long::sum));
        answer.put("findings", findings);
        return answer;
    }

    /// A study could not be reported this time. It has no cause, whose message would be written down where no values may be; the
    /// log has what is to be known.
    static final class ReportFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReportFailedException(String study, String why) {
            super("the study " + study + " could not be reported: " + why);
        }
    }
}
