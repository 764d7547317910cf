package org.tabularium.manuscript.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names as the stems of their words.
public final class NameStems {

    /// Words that say nothing of what is counted.
    private static final Set<String> EMPTY = all("n", "patient", "subject", "of", "the", "a", "an", "at", "in", "by", "with",
            "and",
            "or", "to", "any", "number", "previous", "prior", "population", "total", "score", "class", "status", "least",
            "baseline",
            "emergent", "treatment", "period", "treated");

    /// Signs without which a name says something else.
    private static final Set<String> KEPT = Set.of("/", "≤", "≥", "<", ">");

    private NameStems() {}

    /// The stems of a name that say something, in their order.
    public static List<String> of(String name) {
        List<Token> tokens = Tokens.of(name);
        List<String> stems = new ArrayList<>();
        for (Token token : tokens) {
            boolean sign = token.kind() == Token.Kind.SIGN && !KEPT.contains(token.text());
            if (!sign && !EMPTY.contains(token.stem())) {
                stems.add(token.stem());
            }
        }
        return stems;
    }

    /// The stems of words.
    public static Set<String> all(String... words) {
        Set<String> stems = new HashSet<>();
        for (String word : words) {
            stems.add(Stem.of(word));
        }
        return stems;
    }
}
