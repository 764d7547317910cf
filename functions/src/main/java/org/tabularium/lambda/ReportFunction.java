package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.lambda.MessageBatch.Message;
import org.tabularium.lambda.deadline.Deadline;
import org.tabularium.lambda.deadline.Watch;

/// Brings the study up to date whose object a notice names. A message whose studies are all up to date is done; the others come
/// again, later each time. The queue gives one message a call, so that one study's trouble is not another's.
public final class ReportFunction extends QueueFunction {

    /// A study that needs all of a function's time once may have had a slow start; twice it needs more than there is.
    private static final int TIMES_OUT_OF_TIME = 2;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Watch watch = new Watch();

    /// For Lambda.
    public ReportFunction() {
        this(Wiring.ofEnvironment());
        NativeCryptography.install(wiring.log());
        Priming.beforeSnapshot(wiring);
    }

    ReportFunction(Wiring wiring) {
        super(wiring);
    }

    @Override
    Set<String> handle(MessageBatch batch, Context context) {
        wiring.log().begun(context);
        if (watch.isSpoiled()) {
            batch.messages().forEach(m -> wiring.backoff().hide(m.receipt(), AT_ONCE));
            wiring.log().warn("this process ends: a study that was given up still goes on in it", Map.of());
            wiring.end().run();
        }
        Deadline deadline = new Deadline(context);
        Set<String> undone = new LinkedHashSet<>();
        for (StudyNotices notices : StudyNotices.of(batch, wiring)) {
            if (!isDone(notices, deadline)) {
                for (Message message : notices.messages()) {
                    undone.add(message.id());
                    wiring.backoff().hide(message.receipt(), Backoff.after(message.receives()));
                }
            }
        }
        return undone;
    }

    private boolean isDone(StudyNotices notices, Deadline deadline) {
        String study = notices.study();
        Failure failure;
        try {
            deadline.run();
            return watch.within(deadline, () -> report(notices, deadline));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failure = Failure.of(e);
        }
        failure.log(wiring.log(), "not done", Map.of("study", study, "receives", notices.receives(), "messages",
                notices.messages().stream().map(Message::id).toList()));
        int most = failure.outOfTime() ? TIMES_OUT_OF_TIME : wiring.settings().receives();
        return notices.receives() >= most && isFailedForGood(study, failure.why());
    }

    private boolean report(StudyNotices notices, Deadline deadline) throws IOException {
        String study = notices.study();
        new StudyHistory(wiring, study).uploaded(notices.notices());
        if (notices.mustSettle(wiring.uploads(), wiring.clock().instant().minus(wiring.settings().settle()))) {
            wiring.log().info("a newer object is settling; its own notice will come", Map.of("study", study));
        } else {
            new StudyReport(wiring, study, deadline).publish(notices.receives() - 1);
        }
        return true;
    }

    /// Whether the failure could be written down, with which the notice is done; else it goes to the dead letters in the end, and
    /// [DeadLetterFunction] tries.
    private boolean isFailedForGood(String study, String why) {
        try {
            new StudyReport(wiring, study, () -> {}).fail(why);
            return true;
        } catch (IOException | RuntimeException e) {
            Failure.of(e).log(wiring.log(), "the failure could not be written down", Map.of("study", study));
            return false;
        }
    }
}
