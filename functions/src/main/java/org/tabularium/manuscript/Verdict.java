package org.tabularium.manuscript;

import java.util.Locale;

/// What a run says about a number of a manuscript.
public enum Verdict {
    /// A result of the same words has this value.
    CONFIRMED,
    /// A result of the same words has another value.
    CONTRADICTED,
    /// No result of these words is known.
    UNKNOWN;

    /// The word in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
