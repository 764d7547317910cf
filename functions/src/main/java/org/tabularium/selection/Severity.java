package org.tabularium.selection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How severe an event is by AESEV, from the mildest. What is none of these words, in any letter case and with hyphens or blanks, is no severity (validation warns of it).
public enum Severity {

    MILD("Mild", 1), MODERATE("Moderate", 2), SEVERE("Severe", 3), LIFE_THREATENING("Life-threatening", 4), FATAL("Fatal", 5);

    /// What AESEV may say for each, beside its name, without blanks and hyphens.
    private static final List<List<String>> WORDS = List.of(
            List.of("MILD"), List.of("MODERATE"), List.of("SEVERE"),
            List.of("LIFETHREATENING"), List.of("FATAL", "DEATH"));

    private final String label;
    private final int rank;

    Severity(String label, int rank) {
        this.label = label;
        this.rank = rank;
    }

    /// What a value says.
    public static Optional<Severity> of(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("(?U)[\\s\u2010-\u2015_-]", "");
        for (Severity severity : values()) {
            if (WORDS.get(severity.ordinal()).contains(plain)) {
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
