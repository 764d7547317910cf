package org.tabularium.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls of a store that wait more than they work.
///
/// @param width how many at once; 1 for one after the other in the caller's thread
public record ParallelCalls(int width) {

    /// As many as a store in a network answers well.
    public static final ParallelCalls WIDE = new ParallelCalls(16);

    /// The results in the order of the calls; all calls have ended then. The first failure in that order is thrown.
    public <T> List<T> all(List<Callable<T>> calls) throws IOException {
        List<T> results = new ArrayList<>();
        if (width == 1 || calls.size() == 1) {
            for (Callable<T> call : calls) {
                results.add(result(call));
            }
            return results;
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(width, Thread.ofVirtual().factory())) {
            for (Future<T> future : executor.invokeAll(calls)) {
                results.add(result(future::get));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return results;
    }

    private static <T> T result(Callable<T> call) throws IOException {
        try {
            return call.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException stopped -> throw stopped;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
