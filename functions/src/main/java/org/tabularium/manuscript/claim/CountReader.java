package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Vagueness;

/// Reads numbers of people: a count with its denominator and percentage, in whatever order they stand.
final class CountReader {

    private static final Set<String> NO_ADJECTIVES = Set.of("of", "in", "with", "and", "or", "had", "was", "were", "to", "at",
            "for", "by", "received", "among", "out", "while", "who", "achieved", "reached", "attained");
    private static final int MOST_BEFORE_PEOPLE = 3;

    private final ClaimDraft draft;
    private final SentenceTokens tokens;

    CountReader(ClaimDraft draft) {
        this.draft = draft;
        this.tokens = draft.tokens;
    }

    /// "no", "none of 5 patients".
    void none() {
        draft.elements.add(new Element(draft.start, Role.COUNT, BigDecimal.ZERO));
        denominator();
    }

    /// The denominator of both counts of "3–5 of 12 patients", by its token; empty where there is no such range.
    OptionalInt ofWhich() {
        int from = draft.start;
        boolean range = tokens.isFree(from) && tokens.get(from).isWhole()
                && (tokens.is(from + 1, "-") || tokens.is(from + 1, "to"))
                && tokens.isFree(from + 2) && tokens.get(from + 2).isWhole();
        int of = from + 3 + (tokens.is(from + 3, "out") ? 1 : 0);
        int at = of + 1 + (tokens.is(of + 1, "the") || tokens.is(of + 1, "all") ? 1 : 0);
        return range && tokens.is(of, "of") && tokens.isFree(at) && tokens.get(at).isWhole() && !tokens.isPercent(at + 1)
                && SentenceReader.value(tokens.get(from)).compareTo(SentenceReader.value(tokens.get(from + 2))) < 0
                        ? OptionalInt.of(at)
                        : OptionalInt.empty();
    }

    /// The first count of such a range, with the denominator that the second one has too.
    void least() {
        ofWhich().ifPresent(at -> {
            draft.add(draft.start, Role.COUNT);
            draft.elements.add(new Element(at, Role.DENOMINATOR, SentenceReader.value(tokens.get(at))));
        });
    }

    /// Reads the rest of a claim that begins with a count.
    void count() {
        draft.add(draft.start, Role.COUNT);
        if (tokens.is(draft.end, "/") && tokens.isFree(draft.end + 1) && tokens.get(draft.end + 1).isWhole()) {
            draft.add(draft.end + 1, Role.DENOMINATOR);
            draft.end += 2;
            people();
            percentInParenthesis();
            return;
        }
        people();
        percentInParenthesis();
        people();
        denominator();
    }

    private void denominator() {
        int of = draft.end + (tokens.is(draft.end, "out") ? 1 : 0);
        if (tokens.is(of, "of")) {
            int at = of + 1;
            at += tokens.is(at, "the") || tokens.is(at, "all") || tokens.is(at, "these") ? 1 : 0;
            if (tokens.is(at, "them") || tokens.is(at, "these") || tokens.is(at, "those") || tokens.is(at, "whom")) {
                draft.end = at + 1;
                percentInParenthesis();
            } else if (tokens.isFree(at) && tokens.get(at).isWhole() && !tokens.isPercent(at + 1)) {
                draft.add(at, Role.DENOMINATOR);
                draft.end = at + 1;
                people();
                percentInParenthesis();
            }
        }
    }

    /// "patients", "evaluable patients", "MDR-SRNS patients".
    private void people() {
        int at = draft.end;
        while (at < draft.end + MOST_BEFORE_PEOPLE && isAdjective(at)) {
            at++;
        }
        draft.end = tokens.isPeople(at) ? at + 1 : draft.end;
    }

    private boolean isAdjective(int at) {
        return at < tokens.size() && !tokens.isPeople(at)
                && (tokens.get(at).kind() == Token.Kind.WORD || tokens.is(at, "-"))
                && !NO_ADJECTIVES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    /// `(78%)`, `(78%; 95% CI 52–94)`, `(n/N 78%)`.
    private void percentInParenthesis() {
        boolean already = draft.has(Role.PERCENT);
        if (already || !(tokens.is(draft.end, "(") || tokens.is(draft.end, "[")) || !tokens.isFree(draft.end + 1)
                || !(tokens.isPercent(draft.end + 2) || isPercentByHeader())) {
            comma();
            return;
        }
        draft.add(draft.end + 1, Role.PERCENT);
        int close = tokens.close(draft.end);
        draft.interval(tokens.isPercent(draft.end + 2) ? tokens.afterPercent(draft.end + 2) : draft.end + 2, close);
        draft.end = close + 1;
    }

    /// "49 (87.5)" in a table whose header or label says "n (%)".
    private boolean isPercentByHeader() {
        return tokens.is(draft.start - 1, "=") && tokens.is(draft.start - 2, "%")
                && (tokens.is(draft.end + 2, ")") || tokens.is(draft.end + 2, "]"));
    }

    /// `20/22, 90.9%`.
    private void comma() {
        boolean fraction = draft.has(Role.DENOMINATOR) || tokens.is(draft.start - 1, "(");
        boolean already = draft.has(Role.PERCENT);
        if (fraction && !already && (tokens.is(draft.end, ",") || tokens.is(draft.end, ";")) && tokens.isFree(draft.end + 1)
                && tokens.isPercent(draft.end + 2)
                && (tokens.is(draft.end + 3, ")") || tokens.is(draft.end + 3, "]") || tokens.is(draft.end + 3, ";")
                        || tokens.is(draft.end + 3, ","))) {
            draft.add(draft.end + 1, Role.PERCENT);
            draft.end = tokens.afterPercent(draft.end + 2);
        }
    }

    /// `86.4% (19/22)`, `86.4% (19 of 22)`, `86.4% (n=19)`, `86.4% (19 patients)`.
    void countAfterPercent() {
        int behind = draft.end;
        int before = draft.elements.size();
        ofPeople();
        countBehind();
        draft.end = draft.elements.size() == before ? behind : draft.end;
    }

    /// "67% of patients (8 of 12)". Of "about one third of the patients (38 of 114)" only the count is said.
    private void ofPeople() {
        int at = draft.end + 1 + (tokens.is(draft.end + 1, "the") || tokens.is(draft.end + 1, "all") ? 1 : 0);
        boolean count = tokens.is(draft.end, "of") && tokens.isPeople(at) && tokens.is(at + 1, "(")
                && !Vagueness.isRough(tokens.all(), draft.start);
        draft.end = count ? at + 1 : draft.end;
    }

    private void countBehind() {
        if ((tokens.is(draft.end, ";") || tokens.is(draft.end, ",")) && tokens.isFree(draft.end + 1)
                && tokens.get(draft.end + 1).isWhole() && tokens.is(draft.end + 2, "/") && tokens.isFree(draft.end + 3)
                && (tokens.is(draft.end + 4, ")") || tokens.is(draft.end + 4, "]"))) {
            draft.add(draft.end + 1, Role.COUNT); // "(14.0%; 8/57)"
            draft.add(draft.end + 3, Role.DENOMINATOR);
            draft.end += 4;
            return;
        }
        if (!tokens.is(draft.end, "(") && !tokens.is(draft.end, "[")) {
            return;
        }
        int at = draft.end + 1;
        at += tokens.is(at, "n") && tokens.is(at + 1, "=") ? 2 : 0;
        if (!tokens.isFree(at) || !tokens.get(at).isWhole() || tokens.isPercent(at + 1)) {
            return;
        }
        int next = at + 1;
        next += tokens.isPeople(next) ? 1 : 0;
        boolean fraction = (tokens.is(next, "/") || tokens.is(next, "of")) && tokens.isFree(next + 1);
        if (!fraction && !tokens.is(next, ")") && !tokens.is(next, "]") && !tokens.is(next, ",") && !tokens.is(next, ";")) {
            return;
        }
        int close = tokens.close(draft.end);
        draft.add(at, Role.COUNT);
        if (fraction) {
            draft.add(next + 1, Role.DENOMINATOR);
            next += 2;
        }
        draft.interval(next, close);
        draft.end = close + 1;
    }
}
