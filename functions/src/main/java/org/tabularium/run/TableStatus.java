package org.tabularium.run;

import org.jspecify.annotations.Nullable;

/// What became of one table.
///
/// @param name the table's name in files
/// @param number printed number; empty for none
/// @param reason why it was not produced; null when it was
/// @param requested whether somebody asked for it by name
public record TableStatus(String name, String number, String title, @Nullable String reason, boolean requested) {

    public boolean produced() {
        return reason == null;
    }
}
