package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.publish.FindingCounts;
import org.tabularium.publish.Publication.Outcome;
import org.tabularium.publish.StudyKeys;
import org.tabularium.publish.StudyStatus;

/// Brings one study up to date; the state machine calls it with `{"study": "KN5601"}`.
///
/// A rejected study is an answer, not a failure: `{"study": …, "state": "rejected", "run": null, "changed": true, "findings": {"error": 1}}`. What may
/// succeed another time is thrown, for the state machine to retry.
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
            return answer(new StudyReport(wiring, study, new Deadline(context)).publish(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> answer(Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        StudyStatus status = outcome.status();
        answer.put("study", outcome.study());
        answer.put("state", status == null ? "absent" : status.state().word());
        answer.put("run", status == null ? null : status.run());
        answer.put("changed", outcome.changed());
        Map<String, Long> findings = new LinkedHashMap<>();
        List<FindingCounts> counts = status == null ? List.of() : FindingCounts.of(status.findings());
        counts.forEach(c -> findings.merge(c.severity(), c.count(), Long::sum));
        answer.put("findings", findings);
        return answer;
    }
}
