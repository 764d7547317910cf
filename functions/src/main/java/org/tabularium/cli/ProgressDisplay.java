package org.tabularium.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.report.Progress;

/// Shows the current step on one line of a terminal once a second has passed, and takes the line away at the end. Shows nothing
/// to a pipe.
final class ProgressDisplay implements Progress, AutoCloseable {

    private static final long PATIENCE_MILLIS = 1_000;
    private static final int WIDTH = 78;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private @Nullable Thread timer;
    private String step = "";
    private boolean shown;
    private boolean closed;

    ProgressDisplay(Console console) {
        this.err = console.err();
        this.terminal = console.terminal();
        if (terminal) {
            timer = Thread.ofPlatform().daemon().name("progress").start(this::showLater);
        }
    }

    @Override
    public synchronized void step(String what) {
        step = what.replaceAll("\\p{Cntrl}", " ");
        if (shown) {
            show();
        }
    }

    private void showLater() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (!closed) {
                shown = true;
                show();
            }
        }
    }

    private void show() {
        String line = step.isEmpty() ? "working" : step;
        err.print(CLEAR_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) : line) + " …");
        err.flush();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.interrupt();
        }
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
