package org.tabularium.run;

import org.jspecify.annotations.Nullable;
import org.tabularium.table.display.Display;

/// What became of one display.
///
/// @param kind what it is
/// @param name its name in files
/// @param number printed number; empty for none
/// @param reason why it was not produced; null when it was
/// @param requested whether somebody asked for it by name
public record DisplayStatus(Display.Kind kind, String name, String number, String title, @Nullable String reason,
        boolean requested) {

    /// Of a display that was made.
    public static DisplayStatus produced(Display display, boolean requested) {
        return new DisplayStatus(display.kind(), display.id(), display.number(), display.title(), null, requested);
    }

    /// The word for what it is: table, listing, figure or text.
    public String word() {
        return kind.word();
    }

    public boolean produced() {
        return reason == null;
    }
}
