package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// Numbers of a sentence that say one thing together: `14 (78%) of 18`, `37·5 years (IQR 32·0–39·8)`.
///
/// @param kind what they are
/// @param elements in their order
/// @param start first token
/// @param end behind the last token
/// @param words of the statistic that stand near: `median`, `iqr`
/// @param paren the parenthesis that it stands in, by its first token; -1 for none
public record Claim(Kind kind, List<Element> elements, int start, int end, Set<String> words, int paren) {

    /// The word of a claim that counts events.
    public static final String EVENTS = "events";

    public enum Kind {
        COUNT, CENTRE, LIMITS, P_VALUE
    }

    /// What a number is within its claim.
    public enum Role {
        COUNT, DENOMINATOR, PERCENT, CENTRE, SPREAD, LOW, HIGH, CI_LOW, CI_HIGH, P_VALUE
    }

    /// One of its numbers.
    ///
    /// @param token where it stands
    /// @param value as printed
    public record Element(int token, Role role, BigDecimal value) {

        /// Whether a number at full precision is printed so.
        public boolean isPrintOf(double exact) {
            return Math.abs(exact - value.doubleValue()) <= value.ulp().doubleValue() / 2 + 1e-9;
        }
    }

    public boolean has(Role role) {
        return elements.stream().anyMatch(e -> e.role() == role);
    }

    /// Whether it is no number of its own but one that another is not below or above: "at least two".
    public boolean isBound() {
        return words.contains("least") || words.contains("most") || words.contains("≥") || words.contains("≤");
    }

    public boolean isCountAlone() {
        return elements.size() == 1 && has(Role.COUNT);
    }
}
