package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.Publication.Outcome;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.catalogue.Catalog;

/// Brings one study up to date; the state machine calls it with `{"study": "KN5601"}`.
///
/// A rejected study is an answer, not a failure: `{"study": …, "state": "rejected", "run": null, "changed": true, "findings":
/// {"error": 1}}`. A study that is
/// being delivered just now is left to the notice of its upload: its state is `settling`. What may succeed another time is
/// thrown, as a
/// [ReportFailedException], for the state machine to retry.
public final class StudyReportFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Wiring wiring;

    /// For Lambda.
    public StudyReportFunction() {
        this(Wiring.ofEnvironment());
        Priming.beforeSnapshot(wiring);
    }

    StudyReportFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        wiring.log().begun();
        if (!(input.get("study") instanceof String study) || !StudyKeys.isName(study)) {
            throw new IllegalArgumentException("the input must be {\"study\": the name of a study}");
        }
        try {
            if (isSettling(study)) {
                wiring.log().info("settling; the notice of the upload will come", Map.of("study", study));
                return answer(study, "settling", null, false, List.of());
            }
            Deadline deadline = new Deadline(context);
            Outcome outcome = new StudyReport(wiring, study, deadline).publish(false);
            // Renews what the catalogue says of a study that is looked at each night, and mends what a lost notice left behind.
            new Catalog(wiring.reports(), wiring.clock()).update(study, deadline);
            return answer(outcome);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Failure failure = Failure.of(e);
            failure.log(wiring.log(), "not done", Map.of("study", study));
            // Lambda and the state machine write down what is thrown, so its message must be ours.
            throw new ReportFailedException(study, failure.why());
        }
    }

    private boolean isSettling(String study) throws IOException {
        Instant atRest = wiring.clock().instant().minus(wiring.settings().settle());
        return wiring.uploads().list(new StudyKeys(study).prefix()).stream().anyMatch(v -> v.lastModified().isAfter(atRest));
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
}
