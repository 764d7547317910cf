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
            } else if (tokens.isFree(i) && isOfNobody(i)) {
                unread.add(i);
            } else if (tokens.isFree(i)) {
                ClaimDraft draft = read(i);
                claims.add(draft.claim(paren));
                last = draft.kind == Kind.CENTRE ? draft.words : last;
                i = draft.end - 1;
            }
        }
        return claims;
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

    /// "four dose levels", "all but one", "one in three".
    private boolean isOfNobody(int at) {
        return tokens.get(at).isWhole() && (Vagueness.isOfThings(tokens.all(), at) || Vagueness.isRest(tokens.all(), at)
                || Vagueness.isShare(tokens.all(), at) || Vagueness.isShare(tokens.all(), at - 2));
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
        return draft;
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
