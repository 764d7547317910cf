package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Kind;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Vagueness;

/// Reads the numbers of a sentence that name nothing as claims: counts with denominators and percentages, centres with their
/// ranges, limits and p-values.
final class ClaimReader {

    private static final Set<String> PEOPLE = Set.of("patient", "patients", "subject", "subjects", "participant", "participants",
            "children", "child", "adults", "individuals", "people", "cases", "persons");
    private static final Set<String> STATISTICS = Set.of("median", "mean", "average", "maximum", "max", "longest", "highest",
            "minimum", "min", "q1", "q3", "shortest", "lowest", "iqr", "interquartile", "range", "sd", "se", "ci", "confidence",
            "hazard",
            "hr",
            "difference", "least", "most", "geometric", "ratio");
    private static final Set<String> NO_ADJECTIVES = Set.of("of", "in", "with", "and", "or", "had", "was", "were", "to", "at",
            "for", "by", "received", "among", "out", "while", "who", "achieved", "reached", "attained");
    private static final int MOST_BEFORE_PEOPLE = 3;
    private static final int NEAR = 16;

    private final List<Token> tokens;
    private final boolean[] taken;
    private final List<Mention> mentions;
    private final List<Integer> unread = new ArrayList<>();
    private final Set<Integer> read = new HashSet<>();
    /// The words of the statistic of the last number that is measured.
    private Set<String> last = Set.of();

    ClaimReader(List<Token> tokens, boolean[] taken, List<Mention> mentions) {
        this.tokens = tokens;
        this.taken = taken;
        this.mentions = mentions;
    }

    List<Integer> unread() {
        return unread;
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        int paren = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, "(") || is(i, "[")) {
                paren = i;
            } else if (is(i, ")") || is(i, "]")) {
                paren = -1;
            } else if (isZero(i)) {
                Draft draft = new Draft(i);
                draft.none();
                claims.add(new Claim(Kind.COUNT, List.copyOf(draft.elements), i, draft.end, Set.of(), paren));
                i = draft.end - 1;
            } else if (isFree(i) && isOfNobody(i)) {
                unread.add(i);
            } else if (isFree(i)) {
                Draft draft = new Draft(i);
                draft.read();
                if (draft.elements.isEmpty()) {
                    unread.add(i);
                } else {
                    claims.add(new Claim(draft.kind, List.copyOf(draft.elements), i, draft.end, draft.words, paren));
                    i = draft.end - 1;
                }
            }
        }
        return claims;
    }

    /// "no" before something that is counted is 0.
    private boolean isZero(int at) {
        if (!is(at, "no") && !is(at, "none")) {
            return false;
        }
        if ((is(at, "no") && isPeople(at + 1)) || (is(at, "none") && is(at + 1, "of"))) {
            return true;
        }
        return mentions.stream().anyMatch(m -> (m instanceof Mention.OfConcepts || m instanceof Mention.OfGrade) && m.start() > at
                && m.start() <= at + 3);
    }

    /// "four dose levels", "all but one", "one in three".
    private boolean isOfNobody(int at) {
        return tokens.get(at).isWhole() && (Vagueness.isOfThings(tokens, at) || Vagueness.isRest(tokens, at)
                || Vagueness.isShare(tokens, at) || Vagueness.isShare(tokens, at - 2));
    }

    private boolean isOfClaim(int at) {
        return read.contains(at);
    }

    private boolean isFree(int at) {
        return at < tokens.size() && tokens.get(at).isNumber() && !taken[at];
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean isPercent(int at) {
        return is(at, "%") || is(at, "percent") || (is(at, "per") && is(at + 1, "cent"));
    }

    private int afterPercent(int at) {
        return is(at, "per") ? at + 2 : at + 1;
    }

    private boolean isPeople(int at) {
        return at < tokens.size() && PEOPLE.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    /// A claim while it is read.
    private final class Draft {

        private final int start;
        private final List<Element> elements = new ArrayList<>();
        private final Set<String> words = new HashSet<>();
        private int end;
        private Kind kind = Kind.COUNT;

        Draft(int start) {
            this.start = start;
            end = start + 1;
        }

        /// "no", "none of 5 patients".
        void none() {
            elements.add(new Element(start, Role.COUNT, BigDecimal.ZERO));
            denominator();
        }

        void read() {
            for (String word : SentenceReader.wordsNear(tokens, start - NEAR, start)) {
                if (STATISTICS.contains(word)) {
                    words.add(word);
                }
            }
            cutWordsOfOthers();
            bound();
            if (isPValue()) {
                kind = Kind.P_VALUE;
                add(start, Role.P_VALUE);
            } else if (isPercent(start + 1)) {
                add(start, Role.PERCENT);
                end = afterPercent(start + 1);
                countAfterPercent();
                interval();
            } else if (isCount()) {
                count();
            } else {
                centre();
            }
        }

        /// "at least two", "≥4", "more than 12": such words count only right before the number.
        private void bound() {
            words.remove("least");
            words.remove("most");
            if (is(start - 1, "least") || is(start - 1, "≥") || (is(start - 1, "than") && is(start - 2, "more"))) {
                words.add("least");
            } else
                if (is(start - 1, "most") || is(start - 1, "≤") || (is(start - 1, "to") && is(start - 2, "up"))
                        || (is(start - 1, "than") && (is(start - 2, "fewer") || is(start - 2, "less")))) {
                            words.add("most");
                        }
        }

        /// Words of a statistic that stand before another number are that number's.
        private void cutWordsOfOthers() {
            for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
                if (tokens.get(i).isNumber() && (!taken[i] || isOfClaim(i))) {
                    words.clear();
                    for (String word : SentenceReader.wordsNear(tokens, i + 1, start)) {
                        if (STATISTICS.contains(word)) {
                            words.add(word);
                        }
                    }
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
                if (is(i, "and") || is(i, "to") || is(i, "vs") || is(i, "versus") || is(i, "compared")) {
                    return true;
                }
            }
            return false;
        }

        private boolean isPValue() {
            int sign = start - 1;
            return (is(sign, "=") || is(sign, "<") || is(sign, ">") || is(sign, "≤")) && (is(sign - 1, "p")
                    || is(sign - 1, "value"));
        }

        private boolean isCount() {
            if (!tokens.get(start).isWhole() || isSigned()) {
                return false;
            }
            boolean range = (is(start + 1, "-") || is(start + 1, "to")) && start + 2 < tokens.size() && isFree(start + 2);
            boolean measured = words.stream().anyMatch(w -> !w.equals("least") && !w.equals("most") && !w.equals("difference"));
            boolean followed = isPeople(start + 1) || is(start + 1, "/") || is(start + 1, "of") || isPercentIn(start + 1);
            return !range && (!measured || followed);
        }

        private boolean isSigned() {
            return is(start - 1, "-") && !isWordOrNumber(start - 2);
        }

        private boolean isWordOrNumber(int at) {
            return at >= 0 && tokens.get(at).kind() != Token.Kind.SIGN && tokens.get(at).end() == tokens.get(at + 1).start();
        }

        private boolean isPercentIn(int at) {
            return is(at, "(") && isFree(at + 1) && isPercent(at + 2);
        }

        private void count() {
            add(start, Role.COUNT);
            if (is(end, "/") && isFree(end + 1) && tokens.get(end + 1).isWhole()) {
                add(end + 1, Role.DENOMINATOR);
                end += 2;
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
            int of = end + (is(end, "out") ? 1 : 0);
            if (is(of, "of")) {
                int at = of + 1;
                at += is(at, "the") || is(at, "all") || is(at, "these") ? 1 : 0;
                if (is(at, "them") || is(at, "these") || is(at, "those") || is(at, "whom")) {
                    end = at + 1;
                    percentInParenthesis();
                } else if (isFree(at) && tokens.get(at).isWhole() && !isPercent(at + 1)) {
                    add(at, Role.DENOMINATOR);
                    end = at + 1;
                    people();
                    percentInParenthesis();
                }
            }
        }

        /// "patients", "evaluable patients", "MDR-SRNS patients".
        private void people() {
            int at = end;
            while (at < end + MOST_BEFORE_PEOPLE && isAdjective(at)) {
                at++;
            }
            end = isPeople(at) ? at + 1 : end;
        }

        private boolean isAdjective(int at) {
            return at < tokens.size() && !isPeople(at)
                    && (tokens.get(at).kind() == Token.Kind.WORD || is(at, "-"))
                    && !NO_ADJECTIVES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
        }

        /// `(78%)`, `(78%; 95% CI 52–94)`, `(n/N 78%)`.
        private void percentInParenthesis() {
            boolean already = elements.stream().anyMatch(e -> e.role() == Role.PERCENT);
            if (already || !(is(end, "(") || is(end, "[")) || !isFree(end + 1) || !isPercent(end + 2)) {
                comma();
                return;
            }
            add(end + 1, Role.PERCENT);
            int close = close(end);
            interval(afterPercent(end + 2), close);
            end = close + 1;
        }

        /// `20/22, 90.9%`.
        private void comma() {
            boolean fraction = elements.stream().anyMatch(e -> e.role() == Role.DENOMINATOR) || is(start - 1, "(");
            boolean already = elements.stream().anyMatch(e -> e.role() == Role.PERCENT);
            if (fraction && !already && (is(end, ",") || is(end, ";")) && isFree(end + 1) && isPercent(end + 2)
                    && (is(end + 3, ")") || is(end + 3, "]") || is(end + 3, ";") || is(end + 3, ","))) {
                add(end + 1, Role.PERCENT);
                end = afterPercent(end + 2);
            }
        }

        /// `86.4% (19/22)`, `86.4% (19 of 22)`, `86.4% (n=19)`, `86.4% (19 patients)`.
        private void countAfterPercent() {
            if (!is(end, "(") && !is(end, "[")) {
                return;
            }
            int at = end + 1;
            at += is(at, "n") && is(at + 1, "=") ? 2 : 0;
            if (!isFree(at) || !tokens.get(at).isWhole() || isPercent(at + 1)) {
                return;
            }
            int next = at + 1;
            next += isPeople(next) ? 1 : 0;
            boolean fraction = (is(next, "/") || is(next, "of")) && isFree(next + 1);
            if (!fraction && !is(next, ")") && !is(next, "]") && !is(next, ",") && !is(next, ";")) {
                return;
            }
            int close = close(end);
            add(at, Role.COUNT);
            if (fraction) {
                add(next + 1, Role.DENOMINATOR);
                next += 2;
            }
            interval(next, close);
            end = close + 1;
        }

        /// An interval in a parenthesis of its own behind a percentage.
        private void interval() {
            if (is(end, "(") || is(end, "[")) {
                int close = close(end);
                int before = elements.size();
                interval(end + 1, close);
                end = elements.size() > before ? close + 1 : end;
            }
        }

        /// Limits of a confidence interval between two tokens.
        private void interval(int from, int to) {
            for (int i = from; i < to; i++) {
                if (is(i, "ci") || is(i, "interval")) {
                    takeLevel(from, i);
                    limits(i + 1, to, Role.CI_LOW, Role.CI_HIGH);
                    return;
                }
            }
        }

        /// The 95 of "95% CI" is no result.
        private void takeLevel(int from, int to) {
            for (int i = from; i < to; i++) {
                if (isFree(i) && isPercent(i + 1)) {
                    taken[i] = true;
                }
            }
        }

        private boolean limits(int from, int to, Role low, Role high) {
            for (int i = from; i < to; i++) {
                if (isFree(i)) {
                    int sep = isPercent(i + 1) ? afterPercent(i + 1) : i + 1;
                    int next = sep + 1;
                    next += is(next, "-") || is(next, "and") ? 1 : 0;
                    if ((is(sep, "-") || is(sep, "to") || is(sep, ",") || is(sep, "and") || is(sep, ";")) && isFree(next)) {
                        add(i, low);
                        add(next, high);
                        return true;
                    }
                    return false;
                }
            }
            return false;
        }

        private int close(int open) {
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

        /// A number that is measured, with its range, deviation or interval.
        private void centre() {
            kind = Kind.CENTRE;
            boolean range = (is(start + 1, "-") || is(start + 1, "to")) && isFree(start + 2);
            if (range) {
                kind = Kind.LIMITS;
                add(start, Role.LOW);
                add(start + 2, Role.HIGH);
                end = start + 3;
                return;
            }
            if (isPairOfLabels()) {
                kind = Kind.LIMITS;
                add(start, Role.LOW);
                add(start + 2, Role.HIGH);
                words.add(words.contains("q1") ? "iqr" : "range");
                end = start + 3;
                return;
            }
            add(start, Role.CENTRE);
            if (is(end, "±") && isFree(end + 1)) {
                add(end + 1, Role.SPREAD);
                end += 2;
                return;
            }
            int open = end;
            int signs = 0;
            while (open < tokens.size() && open - end < 6 && signs < 2 && !is(open, "(") && !is(open, "[")
                    && !tokens.get(open).isNumber()
                    && !is(open, ",") && !is(open, ";")) {
                signs += tokens.get(open).kind() == Token.Kind.SIGN && !is(open, "-") && !is(open, "/") ? 1 : 0;
                open++;
            }
            if (is(open, "(") || is(open, "[")) {
                parenthesis(open);
            } else if (is(end, ",") && (is(end + 1, "range") || is(end + 1, "iqr"))) {
                words.add(tokens.get(end + 1).text().toLowerCase(Locale.ROOT));
                int to = Math.min(tokens.size(), end + 6);
                if (limits(end + 2, to, Role.LOW, Role.HIGH)) {
                    end = elements.getLast().token() + 1;
                }
            }
        }

        /// "Q1, Q3: 31.0, 48.0", "Min, Max: 20, 57".
        private boolean isPairOfLabels() {
            boolean pair = (words.contains("q1") && words.contains("q3")) || (words.contains("min") && words.contains("max"));
            return pair && is(start + 1, ",") && isFree(start + 2);
        }

        private void parenthesis(int open) {
            int close = close(open);
            Set<String> inside = SentenceReader.wordsNear(tokens, open + 1, close);
            Set<String> named = new HashSet<>(inside);
            named.retainAll(STATISTICS);
            int before = elements.size();
            if (named.contains("ci") || named.contains("confidence")) {
                interval(open + 1, close);
            } else if (!limits(open + 1, close, Role.LOW, Role.HIGH)) {
                spread(open, close, named);
            }
            if (elements.size() > before) {
                words.addAll(named);
                end = close + 1;
            }
        }

        /// `(SD 3.2)` or `(3.2)` behind a mean.
        private void spread(int open, int close, Set<String> named) {
            int at = open + 1;
            at += is(at, "sd") || is(at, "se") || is(at, "±") ? 1 : 0;
            at += is(at, ",") || is(at, "=") || is(at, ":") ? 1 : 0;
            boolean alone = isFree(at) && at + 1 == close;
            if (alone && (named.contains("sd") || named.contains("se") || is(open + 1, "±") || words.contains("mean"))) {
                add(at, Role.SPREAD);
            }
        }

        private void add(int token, Role role) {
            BigDecimal value = SentenceReader.value(tokens.get(token));
            boolean negative = (role == Role.CENTRE || role == Role.LOW || role == Role.CI_LOW || role == Role.CI_HIGH
                    || role == Role.HIGH)
                    && is(token - 1, "-") && token >= 1 && tokens.get(token - 1).end() == tokens.get(token).start()
                    && (token < 2 || tokens.get(token - 2).end() < tokens.get(token - 1).start() || is(token - 2, "(")
                            || is(token - 2, "-"));
            elements.add(new Element(token, role, negative ? value.negate() : value));
            taken[token] = true;
            read.add(token);
            last = kind == Kind.CENTRE ? words : last;
        }
    }
}
