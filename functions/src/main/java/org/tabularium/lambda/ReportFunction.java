package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.lambda.MessageBatch.Message;

/// Brings the studies up to date whose objects a batch of notices names. A message whose studies are all up to date is done; the
/// others come again. One
/// study's trouble is not another's.
public final class ReportFunction implements RequestStreamHandler {

    private final Wiring wiring;

    /// For Lambda.
    public ReportFunction() {
        this(Wiring.ofEnvironment());
        Priming.beforeSnapshot(wiring);
    }

    ReportFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        MessageBatch.answer(handle(MessageBatch.read(event), context), answer);
    }

    /// Works on a batch.
    ///
    /// @return ids of the messages that must come again
    Set<String> handle(MessageBatch batch, Context context) {
        wiring.log().begun();
        Deadline deadline = new Deadline(context);
        Set<String> undone = new LinkedHashSet<>();
        for (StudyNotices notices : StudyNotices.of(batch, wiring)) {
            if (!isDone(notices, deadline)) {
                notices.messages().forEach(m -> undone.add(m.id()));
            }
        }
        return undone;
    }

    private boolean isDone(StudyNotices notices, Deadline deadline) {
        String study = notices.study();
        StudyReport report = new StudyReport(wiring, study, deadline);
        Failure failure;
        try {
            deadline.run();
            if (notices.mustSettle(wiring.uploads(), wiring.clock().instant().minus(wiring.settings().settle()))) {
                wiring.log().info("a newer object is settling; its own notice will come", Map.of("study", study));
                return true;
            }
            report.publish(notices.receives() > 1);
            return true;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failure = Failure.of(e);
        }
        failure.log(wiring.log(), "not done", Map.of("study", study, "receives", notices.receives(), "messages",
                notices.messages().stream().map(Message::id).toList()));
        if (notices.receives() >= wiring.settings().receives()) {
            failForGood(report, study, failure.why());
        }
        return false;
    }

    /// The message goes to the dead letters now; where not even this succeeds, [DeadLetterFunction] does it.
    private void failForGood(StudyReport report, String study, String why) {
        try {
            report.fail(why);
        } catch (IOException | RuntimeException e) {
            Failure.of(e).log(wiring.log(), "the failure could not be written down", Map.of("study", study));
        }
    }
}
