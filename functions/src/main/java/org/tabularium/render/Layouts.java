package org.tabularium.render;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.table.display.Display;

/// What renderers worked out of displays before they drew them. The report and the file of a display alone need the same of it:
/// their documents share this, and the second to ask has it from the first. May be asked from several threads.
public final class Layouts {

    /// A layout is kept as long as the report is drawn, so that of a longer display, which takes memory, is made twice.
    private static final int MOST_ROWS = 5_000;

    private final Map<Class<?>, Map<Display, Layout>> known = new HashMap<>();

    /// A layout that somebody asked for.
    private static final class Layout {
        private @Nullable Object made;
    }

    /// The layout of a display, made when it is first asked for. It is not changed once it is made.
    ///
    /// @param kind which of the display's layouts
    public <T> T of(Display display, Class<T> kind, Function<Display, T> how) {
        if (display.rows().size() > MOST_ROWS) {
            return how.apply(display);
        }
        Layout layout = layout(display, kind);
        synchronized (layout) {
            if (layout.made == null) {
                layout.made = how.apply(display);
            }
            return kind.cast(requireNonNull(layout.made));
        }
    }

    private synchronized Layout layout(Display display, Class<?> kind) {
        return known.computeIfAbsent(kind, _ -> new IdentityHashMap<>()).computeIfAbsent(display, _ -> new Layout());
    }
}
