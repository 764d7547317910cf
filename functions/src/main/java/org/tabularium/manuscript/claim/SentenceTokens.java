package org.tabularium.manuscript.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tabularium.manuscript.language.Token;

/// The tokens of a sentence, and which of its numbers something has taken.
final class SentenceTokens {

    private static final Set<String> PEOPLE = Set.of("patient", "patients", "subject", "subjects", "participant", "participants",
            "children", "child", "adults", "individuals", "people", "cases", "persons");

    private final List<Token> tokens;
    private final boolean[] taken;
    private final Set<Integer> claimed = new HashSet<>();

    /// @param taken which tokens name something and claim nothing; written to
    SentenceTokens(List<Token> tokens, boolean[] taken) {
        this.tokens = tokens;
        this.taken = taken;
    }

    List<Token> all() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token get(int at) {
        return tokens.get(at);
    }

    /// The words from one token to another, in lower case.
    Set<String> words(int from, int to) {
        return SentenceReader.wordsNear(tokens, from, to);
    }

    /// A number that names or claims something.
    void take(int at) {
        taken[at] = true;
    }

    /// A number that is one of a claim.
    void claim(int at) {
        taken[at] = true;
        claimed.add(at);
    }

    /// Whether a number stands there that names nothing; it may be one of a claim already.
    boolean isOfClaims(int at) {
        return tokens.get(at).isNumber() && (!taken[at] || claimed.contains(at));
    }

    /// Whether a number stands there that nothing has taken.
    boolean isFree(int at) {
        return at < tokens.size() && tokens.get(at).isNumber() && !taken[at];
    }

    boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    boolean isPercent(int at) {
        return is(at, "%") || is(at, "percent") || (is(at, "per") && is(at + 1, "cent"));
    }

    /// The token behind a percent sign, which may be two words.
    int afterPercent(int at) {
        return is(at, "per") ? at + 2 : at + 1;
    }

    /// Patients, subjects, children.
    boolean isPeople(int at) {
        return at < tokens.size() && PEOPLE.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    /// The token that closes a parenthesis; behind the last one where nothing does.
    int close(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(i, "(") || is(i, "[") ? 1 : 0;
            depth -= is(i, ")") || is(i, "]") ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
