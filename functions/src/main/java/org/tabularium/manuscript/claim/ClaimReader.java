package org.tabularium.manuscript.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Kind;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Vagueness;

/// Reads the numbers of a sentence that name nothing as claims: counts with denominators and percentages, centres with their
/// ranges, limits and p-values.
final class ClaimReader {

    /// How many tokens may stand between an interval's name and its limits, and between a number and its interval.
    private static final int MOST_BEFORE_LIMITS = 6;
    private static final int MOST_BEFORE_INTERVAL = 8;

    private final SentenceTokens tokens;
    private final List<Mention> mentions;
    private final List<Integer> unread = new ArrayList<>();
    /// The words of the statistic of the last number that is measured.
    private Set<String> last = Set.of();

    /// @param taken which tokens name something and claim nothing; written to
    ClaimReader(List<Token> tokens, boolean[] taken, List<Mention> mentions) {
        this.tokens = new SentenceTokens(tokens, taken);
        this.mentions = mentions;
    }

    List<Integer> unread() {
        return unread;
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        int paren = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "(") || tokens.is(i, "[")) {
                paren = i;
            } else if (tokens.is(i, ")") || tokens.is(i, "]")) {
                paren = -1;
            } else if (isZero(i)) {
                ClaimDraft draft = new ClaimDraft(tokens, i, Set.of());
                new CountReader(draft).none();
                claims.add(draft.claim(paren));
                i = draft.end - 1;
            } else if (isLevelOfInterval(i)) {
                i = interval(i, claims);
            } else if (tokens.isFree(i) && isOfNobody(i)) {
                unread.add(i);
            } else if (tokens.isFree(i) && new CountReader(new ClaimDraft(tokens, i, Set.of())).ofWhich().isPresent()) {
                ClaimDraft draft = new ClaimDraft(tokens, i, Set.of());
                new CountReader(draft).least();
                claims.add(draft.claim(paren));
            } else if (tokens.isFree(i)) {
                ClaimDraft draft = read(i);
                int within = paren;
                if (leavesNumbers(draft)) {
                    draft.end = draft.elements.getLast().token() + 1;
                    paren = open(draft.start, draft.end, paren);
                }
                claims.add(draft.claim(within));
                last = draft.kind == Kind.CENTRE ? draft.words : last;
                i = draft.end - 1;
            }
        }
        return claims;
    }

    /// Whether numbers that nothing has read stand in a claim's parenthesis: "(IQR 33–49; range 18–64)".
    private boolean leavesNumbers(ClaimDraft draft) {
        for (int i = draft.elements.getLast().token() + 1; i < draft.end; i++) {
            if (tokens.isFree(i)) {
                return true;
            }
        }
        return false;
    }

    /// The parenthesis that is open at a token.
    private int open(int from, int to, int before) {
        int open = before;
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "(") || tokens.is(i, "[")) {
                open = i;
            } else if (tokens.is(i, ")") || tokens.is(i, "]")) {
                open = -1;
            }
        }
        return open;
    }

    /// The 95 of "95% CI", which is no result.
    private boolean isLevelOfInterval(int at) {
        int next = tokens.afterPercent(at + 1);
        next += tokens.is(next, "two") || tokens.is(next, "exact") ? 1 : 0;
        return tokens.isFree(at) && tokens.isPercent(at + 1) && (tokens.is(next, "ci") || tokens.is(next, "confidence"));
    }

    /// An interval in a parenthesis of its own, "in 12 (67%) of 18 patients (95% CI 41–87)": its limits are the last claim's.
    ///
    /// @return the last token that is read
    private int interval(int level, List<Claim> claims) {
        tokens.take(level);
        ClaimDraft draft = new ClaimDraft(tokens, level, Set.of());
        int name = tokens.afterPercent(level + 1);
        if (!draft.limits(name + 1, Math.min(tokens.size(), name + MOST_BEFORE_LIMITS), Role.CI_LOW, Role.CI_HIGH)) {
            return level;
        }
        int end = draft.elements.getLast().token() + 1;
        Claim before = claims.isEmpty() ? null : claims.getLast();
        if (before == null || before.has(Role.CI_LOW) || before.kind() == Kind.P_VALUE
                || level - before.end() > MOST_BEFORE_INTERVAL) {
            draft.elements.forEach(element -> unread.add(element.token()));
        } else {
            List<Claim.Element> elements = new ArrayList<>(before.elements());
            elements.addAll(draft.elements);
            claims.set(claims.size() - 1, new Claim(before.kind(), List.copyOf(elements), before.start(), before.end(),
                    before.words(), before.paren()));
        }
        return end - 1;
    }

    /// "no" before something that is counted is 0.
    private boolean isZero(int at) {
        if (!tokens.is(at, "no") && !tokens.is(at, "none")) {
            return false;
        }
        if ((tokens.is(at, "no") && tokens.isPeople(at + 1)) || (tokens.is(at, "none") && tokens.is(at + 1, "of"))) {
            return true;
        }
        return mentions.stream().anyMatch(m -> (m instanceof Mention.OfConcepts || m instanceof Mention.OfGrade) && m.start() > at
                && m.start() <= at + 3);
    }

    /// "four dose levels", "all but one", "one in three", "12 and 24 weeks after infusion".
    private boolean isOfNobody(int at) {
        if (Vagueness.isRunTogether(tokens.all(), at)) {
            return true;
        }
        return tokens.get(at).isWhole() && (isOfListedTimes(at) || Vagueness.isPlanned(tokens.all(), at)
                || Vagueness.isOfThings(tokens.all(), at) || Vagueness.isRest(tokens.all(), at)
                || Vagueness.isShare(tokens.all(), at) || Vagueness.isShare(tokens.all(), at - 2));
    }

    /// Whether only numbers stand between one and the visit that says what all of them are: "12, 24, 36 and 52 weeks".
    private boolean isOfListedTimes(int at) {
        int next = at + 1;
        while (next < tokens.size() && (tokens.is(next, ",") || tokens.is(next, "and") || tokens.is(next, "or"))) {
            next++;
        }
        if (next == at + 1 || next >= tokens.size() || !tokens.get(next).hasDigits()) {
            return false;
        }
        int following = next;
        return mentions.stream().anyMatch(m -> m instanceof Mention.OfVisit visit && visit.token() == following
                && visit.start() == following && visit.end() > following + 1) || isOfListedTimes(next);
    }

    private ClaimDraft read(int at) {
        ClaimDraft draft = new ClaimDraft(tokens, at, StatisticWords.before(tokens, at, last));
        if (isPValue(at)) {
            draft.kind = Kind.P_VALUE;
            draft.add(at, Role.P_VALUE);
        } else if (tokens.isPercent(at + 1)) {
            draft.add(at, Role.PERCENT);
            draft.end = tokens.afterPercent(at + 1);
            new CountReader(draft).countAfterPercent();
            draft.interval();
        } else if (isCount(draft)) {
            new CountReader(draft).count();
        } else {
            new MeasureReader(draft).read();
        }
        if (draft.kind == Kind.COUNT && isOfEvents(draft)) {
            draft.words.add(Claim.EVENTS);
        }
        return draft;
    }

    /// "237 events", "530 adverse events": what is counted are no subjects.
    private boolean isOfEvents(ClaimDraft draft) {
        int at = draft.end;
        while (at < draft.end + 2 && !tokens.is(at, Claim.EVENTS) && at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.WORD) {
            at++;
        }
        return draft.elements.size() == 1 && tokens.is(at, Claim.EVENTS);
    }

    private boolean isPValue(int at) {
        int sign = at - 1;
        return (tokens.is(sign, "=") || tokens.is(sign, "<") || tokens.is(sign, ">") || tokens.is(sign, "≤"))
                && (tokens.is(sign - 1, "p")
                        || tokens.is(sign - 1, "value"));
    }

    private boolean isCount(ClaimDraft draft) {
        int start = draft.start;
        if (!tokens.get(start).isWhole() || isSigned(start)) {
            return false;
        }
        boolean range = (tokens.is(start + 1, "-") || tokens.is(start + 1, "to")) && start + 2 < tokens.size()
                && tokens.isFree(start + 2);
        boolean measured = draft.words.stream().anyMatch(w -> !w.equals("least") && !w.equals("most") && !w.equals("difference"));
        boolean followed = tokens.isPeople(start + 1) || tokens.is(start + 1, "/") || tokens.is(start + 1, "of")
                || isPercentIn(start + 1);
        return !range && (!measured || followed);
    }

    private boolean isSigned(int at) {
        return tokens.is(at - 1, "-") && !isWordOrNumber(at - 2);
    }

    private boolean isWordOrNumber(int at) {
        return at >= 0 && tokens.get(at).kind() != Token.Kind.SIGN && tokens.get(at).end() == tokens.get(at + 1).start();
    }

    private boolean isPercentIn(int at) {
        return tokens.is(at, "(") && tokens.isFree(at + 1) && tokens.isPercent(at + 2);
    }
}
