package org.tabularium.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// For whom a report is made. Whatever is not full holds only what is on a list of what may be shown.
public enum Edition {
    /// For the sponsor: everything.
    FULL,
    /// For whoever must not know what subjects were given: all subjects in one column, and nothing that only one treatment has.
    BLINDED,
    /// For everybody: nothing that is of one subject.
    PUBLIC;

    /// The word in files and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What stands on every page; empty for the full edition.
    public String mark() {
        return switch (this) {
            case FULL -> "";
            case BLINDED -> "Blinded edition";
            case PUBLIC -> "Public edition";
        };
    }

    public boolean isFull() {
        return this == FULL;
    }

    /// The edition of a word.
    public static Optional<Edition> of(String word) {
        return Arrays.stream(values()).filter(edition -> edition.word().equals(word)).findFirst();
    }

    /// The words of all editions.
    public static List<String> words() {
        return Arrays.stream(values()).map(Edition::word).toList();
    }
}
