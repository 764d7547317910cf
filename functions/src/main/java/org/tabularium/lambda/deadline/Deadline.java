package org.tabularium.lambda.deadline;

import com.amazonaws.services.lambda.runtime.Context;

/// When a function must have answered.
public final class Deadline implements Runnable {

    /// What is kept for the answer, in milliseconds: writing down a failure and telling the topic.
    private static final int RESERVE_MILLIS = 4_000;

    private static final int GRACE_MILLIS = 1_000;

    private final Context context;

    public Deadline(Context context) {
        this.context = context;
    }

    /// How long work may go on that does not ask by itself: a moment longer than work that does.
    long millisLeft() {
        return Math.max(0, context.getRemainingTimeInMillis() - RESERVE_MILLIS + GRACE_MILLIS);
    }

    boolean isNear() {
        return context.getRemainingTimeInMillis() < RESERVE_MILLIS;
    }

    /// Ends the work when the deadline is near.
    @Override
    public void run() {
        if (isNear()) {
            throw new OutOfTimeException();
        }
    }
}
