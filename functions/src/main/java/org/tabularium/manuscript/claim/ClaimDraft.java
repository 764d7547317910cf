package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Kind;
import org.tabularium.manuscript.claim.Claim.Role;

/// A claim while it is read, from its first number on.
final class ClaimDraft {

    final SentenceTokens tokens;
    final int start;
    final List<Element> elements = new ArrayList<>();
    final Set<String> words;
    int end;
    Kind kind = Kind.COUNT;

    /// @param words of its statistic ([StatisticWords]); more may come
    ClaimDraft(SentenceTokens tokens, int start, Set<String> words) {
        this.tokens = tokens;
        this.start = start;
        this.words = words;
        this.end = start + 1;
    }

    /// @param paren the parenthesis that it stands in, by its first token; -1 for none
    Claim claim(int paren) {
        return new Claim(kind, List.copyOf(elements), start, end, words, paren);
    }

    boolean has(Role role) {
        return elements.stream().anyMatch(e -> e.role() == role);
    }

    /// An interval in a parenthesis of its own behind a percentage.
    void interval() {
        if (tokens.is(end, "(") || tokens.is(end, "[")) {
            int close = tokens.close(end);
            int before = elements.size();
            interval(end + 1, close);
            end = elements.size() > before ? close + 1 : end;
        }
    }

    /// Limits of a confidence interval between two tokens.
    void interval(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "ci") || tokens.is(i, "interval")) {
                takeLevel(from, i);
                limits(i + 1, to, Role.CI_LOW, Role.CI_HIGH);
                return;
            }
        }
    }

    /// The 95 of "95% CI" is no result.
    private void takeLevel(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isFree(i) && tokens.isPercent(i + 1)) {
                tokens.take(i);
            }
        }
    }

    /// Two numbers between two tokens; false where there are none.
    boolean limits(int from, int to, Role low, Role high) {
        for (int i = from; i < to; i++) {
            if (tokens.isFree(i)) {
                int sep = tokens.isPercent(i + 1) ? tokens.afterPercent(i + 1) : i + 1;
                int next = sep + 1;
                next += tokens.is(next, "-") || tokens.is(next, "and") ? 1 : 0;
                if ((tokens.is(sep, "-") || tokens.is(sep, "to") || tokens.is(sep, ",") || tokens.is(sep, "and")
                        || tokens.is(sep, ";")) && tokens.isFree(next)) {
                    add(i, low);
                    add(next, high);
                    return true;
                }
                return false;
            }
        }
        return false;
    }

    /// One of its numbers, with its sign where it may have one.
    void add(int token, Role role) {
        BigDecimal value = SentenceReader.value(tokens.get(token));
        boolean negative = (role == Role.CENTRE || role == Role.LOW || role == Role.CI_LOW || role == Role.CI_HIGH
                || role == Role.HIGH)
                && tokens.is(token - 1, "-") && token >= 1 && tokens.get(token - 1).end() == tokens.get(token).start()
                && (token < 2 || tokens.get(token - 2).end() < tokens.get(token - 1).start() || tokens.is(token - 2, "(")
                        || tokens.is(token - 2, "-"));
        elements.add(new Element(token, role, negative ? value.negate() : value));
        tokens.claim(token);
    }
}
