package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.lambda.deadline.Deadline;

/// Writes down that studies could not be reported whose notices nobody could handle: the report function was killed, or ran out
/// of time, each time. A study
/// that is up to date by now, or known as failed, is left as it is.
public final class DeadLetterFunction extends QueueFunction {

    /// For Lambda.
    public DeadLetterFunction() {
        this(Wiring.ofEnvironment());
    }

    DeadLetterFunction(Wiring wiring) {
        super(wiring);
    }

    @Override
    Set<String> handle(MessageBatch batch, Context context) {
        wiring.log().begun(context);
        Deadline deadline = new Deadline(context);
        Set<String> undone = new LinkedHashSet<>();
        for (StudyNotices notices : StudyNotices.of(batch, wiring)) {
            try {
                deadline.run();
                new StudyReport(wiring, notices.study(), deadline)
                        .fail("the function was stopped each time before it was done (memory or time)");
            } catch (IOException | RuntimeException e) {
                Failure.of(e).log(wiring.log(), "the failure could not be written down", Map.of("study", notices.study()));
                notices.messages().forEach(m -> undone.add(m.id()));
            }
        }
        return undone;
    }
}
