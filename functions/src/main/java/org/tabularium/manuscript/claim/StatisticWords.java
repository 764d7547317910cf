package org.tabularium.manuscript.claim;

import java.util.HashSet;
import java.util.Set;

/// The words before a number that name its statistic: `median`, `iqr`; `least` and `most` where it is a bound.
final class StatisticWords {

    private static final Set<String> STATISTICS = Set.of("median", "mean", "average", "maximum", "max", "longest", "highest",
            "minimum", "min", "q1", "q3", "shortest", "lowest", "iqr", "interquartile", "range", "sd", "se", "ci", "confidence",
            "hazard",
            "hr",
            "difference", "least", "most", "geometric", "ratio");
    private static final int NEAR = 16;

    private final SentenceTokens tokens;
    private final int start;
    private final Set<String> words;

    private StatisticWords(SentenceTokens tokens, int start) {
        this.tokens = tokens;
        this.start = start;
        this.words = in(tokens.words(start - NEAR, start));
    }

    /// The words of the number at a token.
    ///
    /// @param last those of the last number that is measured
    static Set<String> before(SentenceTokens tokens, int start, Set<String> last) {
        StatisticWords found = new StatisticWords(tokens, start);
        found.cutWordsOfOthers(last);
        found.bound();
        return found.words;
    }

    /// Those among words that name a statistic.
    static Set<String> in(Set<String> words) {
        Set<String> found = new HashSet<>(words);
        found.retainAll(STATISTICS);
        return found;
    }

    /// "at least two", "≥4", "more than 12": such words count only right before the number.
    private void bound() {
        words.remove("least");
        words.remove("most");
        if (tokens.is(start - 1, "least") || tokens.is(start - 1, "≥")
                || (tokens.is(start - 1, "than") && tokens.is(start - 2, "more"))) {
            words.add("least");
        } else
            if (tokens.is(start - 1, "most") || tokens.is(start - 1, "≤")
                    || (tokens.is(start - 1, "to") && tokens.is(start - 2, "up"))
                    || (tokens.is(start - 1, "than") && (tokens.is(start - 2, "fewer") || tokens.is(start - 2, "less")))) {
                        words.add("most");
                    }
    }

    /// Words of a statistic that stand before another number are that number's.
    private void cutWordsOfOthers(Set<String> last) {
        for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
            if (tokens.isOfClaims(i)) {
                words.clear();
                words.addAll(in(tokens.words(i + 1, start)));
                if (words.isEmpty() && goesOn(i + 1)) {
                    words.addAll(last);
                }
                return;
            }
        }
    }

    /// "decreased from a mean of 13.6 at baseline to 6.0": the second is what the first is.
    private boolean goesOn(int from) {
        for (int i = from; i < start; i++) {
            if (tokens.is(i, "and") || tokens.is(i, "to") || tokens.is(i, "vs") || tokens.is(i, "versus")
                    || tokens.is(i, "compared")) {
                return true;
            }
        }
        return false;
    }
}
