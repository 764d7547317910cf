package org.tabularium.manuscript.claim;

import java.util.Locale;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Kind;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.language.Token;

/// Reads numbers that are measured: a mean or median with its spread, its range or its interval.
final class MeasureReader {

    private final ClaimDraft draft;
    private final SentenceTokens tokens;

    MeasureReader(ClaimDraft draft) {
        this.draft = draft;
        this.tokens = draft.tokens;
    }

    /// A number that is measured, with its range, deviation or interval.
    void read() {
        draft.kind = Kind.CENTRE;
        boolean range = (tokens.is(draft.start + 1, "-") || tokens.is(draft.start + 1, "to")) && tokens.isFree(draft.start + 2);
        if (range) {
            draft.kind = Kind.LIMITS;
            draft.add(draft.start, Role.LOW);
            draft.add(draft.start + 2, Role.HIGH);
            draft.end = draft.start + 3;
            return;
        }
        if (isPairOfLabels()) {
            draft.kind = Kind.LIMITS;
            draft.add(draft.start, Role.LOW);
            draft.add(draft.start + 2, Role.HIGH);
            draft.words.add(draft.words.contains("q1") ? "iqr" : "range");
            draft.end = draft.start + 3;
            return;
        }
        draft.add(draft.start, Role.CENTRE);
        if (tokens.is(draft.end, "±") && tokens.isFree(draft.end + 1)) {
            draft.add(draft.end + 1, Role.SPREAD);
            draft.end += 2;
            return;
        }
        int open = draft.end;
        int signs = 0;
        while (open < tokens.size() && open - draft.end < 6 && signs < 2 && !tokens.is(open, "(") && !tokens.is(open, "[")
                && !tokens.get(open).isNumber()
                && !tokens.is(open, ",") && !tokens.is(open, ";")) {
            signs += tokens.get(open).kind() == Token.Kind.SIGN && !tokens.is(open, "-") && !tokens.is(open, "/") ? 1 : 0;
            open++;
        }
        if (tokens.is(open, "(") || tokens.is(open, "[")) {
            parenthesis(open);
        } else if (tokens.is(draft.end, ",") && (tokens.is(draft.end + 1, "range") || tokens.is(draft.end + 1, "iqr"))) {
            draft.words.add(tokens.get(draft.end + 1).text().toLowerCase(Locale.ROOT));
            int to = Math.min(tokens.size(), draft.end + 6);
            if (draft.limits(draft.end + 2, to, Role.LOW, Role.HIGH)) {
                draft.end = draft.elements.getLast().token() + 1;
            }
        }
    }

    /// "Q1, Q3: 31.0, 48.0", "Min, Max: 20, 57".
    private boolean isPairOfLabels() {
        boolean pair = (draft.words.contains("q1") && draft.words.contains("q3"))
                || (draft.words.contains("min") && draft.words.contains("max"));
        return pair && tokens.is(draft.start + 1, ",") && tokens.isFree(draft.start + 2);
    }

    private void parenthesis(int open) {
        int close = tokens.close(open);
        Set<String> inside = tokens.words(open + 1, close);
        Set<String> named = StatisticWords.in(inside);
        int before = draft.elements.size();
        if (named.contains("ci") || named.contains("confidence")) {
            draft.interval(open + 1, close);
        } else if (!draft.limits(open + 1, close, Role.LOW, Role.HIGH)) {
            spread(open, close, named);
        }
        if (draft.elements.size() > before) {
            draft.words.addAll(named);
            draft.end = close + 1;
        }
    }

    /// `(SD 3.2)` or `(3.2)` behind a mean.
    private void spread(int open, int close, Set<String> named) {
        int at = open + 1;
        at += tokens.is(at, "sd") || tokens.is(at, "se") || tokens.is(at, "±") ? 1 : 0;
        at += tokens.is(at, ",") || tokens.is(at, "=") || tokens.is(at, ":") ? 1 : 0;
        boolean alone = tokens.isFree(at) && at + 1 == close;
        if (alone && (named.contains("sd") || named.contains("se") || tokens.is(open + 1, "±") || draft.words.contains("mean"))) {
            draft.add(at, Role.SPREAD);
        }
    }
}
