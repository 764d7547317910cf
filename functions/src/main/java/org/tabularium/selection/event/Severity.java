package org.tabularium.selection.event;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How severe an event is by AESEV, from the mildest. What is none of these words, in any letter case and with hyphens or blanks,
/// is no severity (validation warns of it).
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum Severity {

    MILD("Mild", 1, Set.of("MILD")), MODERATE("Moderate", 2, Set.of("MODERATE")), SEVERE("Severe", 3,
            Set.of("SEVERE")), LIFE_THREATENING(
                    "Life-threatening", 4, Set.of("LIFETHREATENING")), FATAL("Fatal", 5, Set.of("FATAL", "DEATH"));

    private final String label;
    private final int rank;
    /// What AESEV may say, without blanks and hyphens.
    private final Set<String> words;

    Severity(String label, int rank, Set<String> words) {
        this.label = label;
        this.rank = rank;
        this.words = words;
    }

    /// What a value says.
    public static Optional<Severity> of(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("(?U)[\\s\u2010-\u2015_-]", "");
        for (Severity severity : values()) {
            if (severity.words.contains(plain)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /// As printed.
    public String label() {
        return label;
    }

    /// Whether a row of it is shown where nobody has it.
    public boolean alwaysShown() {
        return this == MILD || this == MODERATE || this == SEVERE;
    }

    /// From 1, the mildest.
    public int rank() {
        return rank;
    }
}
