package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes down that studies could not be reported whose notices nobody could handle: the report function was killed, or ran out of time, each time. A study
/// that is up to date by now, or known as failed, is left as it is.
public final class DeadLetterFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Wiring wiring;

    /// For Lambda.
    public DeadLetterFunction() {
        this(Wiring.ofEnvironment());
    }

    DeadLetterFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Deadline deadline = new Deadline(context);
        Set<String> undone = new LinkedHashSet<>();
        for (StudyNotices notices : StudyNotices.of(event, wiring)) {
            try {
                deadline.run();
                new StudyReport(wiring, notices.study(), deadline)
                        .fail("the function was stopped each time before it was done (memory or time)");
            } catch (IOException | RuntimeException e) {
                Failure.of(e).log(wiring.log(), "the failure could not be written down", Map.of("study", notices.study()));
                notices.messages().forEach(m -> undone.add(m.id()));
            }
        }
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        undone.forEach(id -> failures.add(new SQSBatchResponse.BatchItemFailure(id)));
        return new SQSBatchResponse(failures);
    }
}
