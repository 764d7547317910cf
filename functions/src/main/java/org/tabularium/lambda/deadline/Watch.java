package org.tabularium.lambda.deadline;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Gives work up when its time is over, also where it hangs and asks no clock. Work that does ask ends by itself a moment before.
public final class Watch {

    private @Nullable Thread leftBehind;

    /// Whether something that was given up still goes on in this process, where it takes memory and processors from what follows.
    public boolean isSpoiled() {
        Thread left = leftBehind;
        return left != null && left.isAlive();
    }

    /// Does the work in a thread of its own, and leaves that behind when the time is over.
    ///
    /// @throws OutOfTimeException where it is
    /// @throws IOException what the work threw; exceptions and errors that are not checked likewise
    public <T> T within(Deadline deadline, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("study").start(task);
        try {
            return task.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leftBehind = thread;
            task.cancel(true);
            throw new OutOfTimeException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
