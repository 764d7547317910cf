package org.tabularium.manuscript;

import java.util.List;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.claim.Sentence;
import org.tabularium.manuscript.language.Token;

/// How far a claim and what a sentence names are from each other, as a reader takes it: words are short steps, marks and other
/// numbers long ones.
final class Distance {

    /// Farther than this, they have nothing to do with each other.
    static final double FAR = 5;

    private static final double WORD = 0.15;
    private static final Set<String> JOINTS = Set.of("and", "or", "while", "but", "whereas", "including");
    private static final Set<String> BEFORE = Set.of("in", "was", "were", "=", ":", "is", "of", "for", "by", "to");
    private static final Set<String> VERBS = Set.of("had", "achieved", "attained", "reached", "received", "experienced",
            "developed",
            "relapsed", "completed", "met", "showed", "were", "was", "died", "have", "discontinued", "reported", "responded");
    private static final double AGAINST = 1.5;

    private final Sentence sentence;

    Distance(Sentence sentence) {
        this.sentence = sentence;
    }

    double between(Claim claim, Mention mention) {
        boolean after = mention.start() >= claim.end();
        if (!after && mention.end() > claim.start()) {
            return 0;
        }
        int from = after ? claim.end() : mention.end();
        int to = after ? mention.start() : claim.start();
        double distance = steps(from, to);
        boolean qualifies = mention instanceof Mention.OfArm || mention instanceof Mention.OfVisit;
        if (qualifies && !after && isParted(from, to)) {
            distance += 1; // "7 with placebo and 6 with TAB-101": the arm before belongs to the number before it
        }
        for (Claim other : sentence.claims()) {
            if (!other.equals(claim) && other.start() >= from && other.end() <= to) {
                distance += 2.5;
            }
        }
        for (Mention other : sentence.mentions()) {
            if (!other.equals(mention) && other.getClass() == mention.getClass() && other.start() >= from && other.end() <= to) {
                distance += 1;
            }
        }
        if (mention instanceof Mention.OfConcepts) {
            distance += after ? againstAfter(claim) : againstBefore(claim);
        }
        return distance;
    }

    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isAny(i, "and") || isAny(i, ",") || isAny(i, ";") || isAny(i, "to") || isAny(i, "vs") || isAny(i, "versus")) {
                return true;
            }
        }
        return false;
    }

    private double steps(int from, int to) {
        double distance = 0;
        for (int i = from; i < to; i++) {
            Token token = sentence.tokens().get(i);
            if (token.kind() == Token.Kind.SIGN) {
                distance += sign(token.text());
            } else {
                distance += JOINTS.contains(token.text()) ? 0.7 : WORD;
            }
        }
        return distance;
    }

    private static double sign(String sign) {
        return switch (sign) {
            case "(", ")", "[", "]" -> 1.5;
            case "," -> 1;
            case ";", ":" -> 3;
            case "=", "-", "/" -> 0;
            default -> WORD;
        };
    }

    /// "in 14 patients", "was 10.5": what is meant stands before.
    private double againstAfter(Claim claim) {
        List<Token> tokens = sentence.tokens();
        int before = claim.start() - 1;
        return before >= 0 && BEFORE.contains(tokens.get(before).text()) && !isVerb(claim.end()) ? AGAINST : 0;
    }

    /// "14 patients had", "86% achieved": what is meant stands after.
    private double againstBefore(Claim claim) {
        return isVerb(claim.end()) || (isVerb(claim.end() + 1) && isAny(claim.end(), "of")) ? AGAINST : 0;
    }

    private boolean isVerb(int at) {
        int next = at;
        while (next < sentence.tokens().size() && next < at + 3) {
            if (VERBS.contains(sentence.tokens().get(next).text())) {
                return true;
            }
            if (sentence.tokens().get(next).kind() != Token.Kind.WORD) {
                return false;
            }
            next++;
        }
        return false;
    }

    private boolean isAny(int at, String word) {
        return at < sentence.tokens().size() && sentence.tokens().get(at).is(word);
    }
}
