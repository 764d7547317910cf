package org.tabularium.lambda;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for: a client of AWS's costs more than the rest of a function's start, and most
/// functions need only some of them. Before SnapStart's snapshot it is made at once: nobody waits then.
final class Late<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    private Late(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Late<T> of(Supplier<T> maker) {
        Late<T> late = new Late<>(maker);
        if (Priming.isWanted()) {
            late.get();
        }
        return late;
    }

    @Override
    public synchronized T get() {
        T now = made;
        if (now == null) {
            now = maker.get();
            made = now;
        }
        return now;
    }
}
