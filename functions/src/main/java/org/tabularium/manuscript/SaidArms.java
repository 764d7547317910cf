package org.tabularium.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfArm;

/// Which arm a claim is of, where a sentence says so: near it, in turn with other claims, or in the order of arms that are said
/// once for several numbers.
final class SaidArms {

    private static final Set<String> AGAINST = Set.of("vs", "versus", "against");

    private final SentenceInContext sentence;

    SaidArms(SentenceInContext sentence) {
        this.sentence = sentence;
    }

    /// The arm of a claim; null where none is said.
    @Nullable
    OfArm of(Claim claim) {
        return respective(claim).or(() -> against(claim)).or(() -> paired(claim))
                .orElseGet(() -> isBeyondAnother(claim, sentence.nearest(claim, OfArm.class))
                        ? null
                        : sentence.nearest(claim, OfArm.class));
    }

    /// "5/13 patients, 3 in the SLE group": the arm is that of the number next to it.
    private boolean isBeyondAnother(Claim claim, @Nullable OfArm arm) {
        if (arm != null && claim.words().contains(Claim.EVENTS) && sentence.is(claim.end() + 1, "in")) {
            return false; // "293 events in 51 patients on TAB-101"
        }
        return arm != null && sentence.claims().stream().anyMatch(c -> c.kind() == claim.kind() && c.paren() < 0
                && c.start() >= claim.end() && c.end() <= arm.start());
    }

    /// "in 8 and 16 patients, respectively": as many numbers as arms, in the same order; the arms stand in this sentence or in
    /// the one before. Or "1×10⁹, 2×10⁹ or 3×10⁹ (n = 1, 1 and 5)".
    private Optional<OfArm> respective(Claim claim) {
        List<OfArm> arms = arms();
        List<Claim> listed = sentence.claims().stream().filter(c -> c.paren() >= 0 && c.paren() == claim.paren()).toList();
        boolean inParenthesis = listed.size() > 1 && listed.size() == arms.size()
                && arms.getLast().end() <= listed.getFirst().paren();
        if (!sentence.isRespective() && !inParenthesis) {
            return Optional.empty();
        }
        List<Claim> claims = inParenthesis
                ? listed
                : sentence.claims().stream().filter(c -> c.kind() == claim.kind()).toList();
        int at = claims.indexOf(claim);
        if (claims.size() != arms.size() && arms.size() > 1 && claims.size() % arms.size() == 0) {
            at %= arms.size();
        } else if (claims.size() != arms.size()) {
            return Optional.empty();
        }
        return at < 0 ? Optional.empty() : Optional.of(arms.get(at));
    }

    private List<OfArm> arms() {
        List<OfArm> here = sentence.mentions(OfArm.class);
        return here.isEmpty() ? sentence.spoken().arms() : here;
    }

    /// "27.9% vs 9.8%": two numbers in the order of two arms, where neither has one of its own.
    private Optional<OfArm> against(Claim claim) {
        List<OfArm> arms = arms();
        if (arms.size() != 2) {
            return Optional.empty();
        }
        List<Claim> claims = sentence.claims();
        int at = claims.indexOf(claim);
        boolean first = at >= 0 && at + 1 < claims.size() && areOpposed(claim, claims.get(at + 1));
        boolean second = at > 0 && areOpposed(claims.get(at - 1), claim);
        if (first == second) {
            return Optional.empty();
        }
        return Optional.of(arms.get(first ? 0 : 1));
    }

    /// Whether a claim is one side of "27.9% vs 9.8%".
    static boolean isOpposed(SentenceInContext sentence, Claim claim) {
        return sentence.isSaid(AGAINST, claim.start() - 1, claim.start())
                || sentence.isSaid(AGAINST, claim.end(), claim.end() + 1);
    }

    /// Whether nothing but "vs" and what both are of stands between them.
    private boolean areOpposed(Claim one, Claim other) {
        int from = one.end();
        int to = other.start();
        boolean near = one.kind() == other.kind() && from <= to && to - from <= 4;
        boolean armBetween = sentence.mentions(OfArm.class).stream().anyMatch(m -> m.start() >= from && m.end() <= to);
        return near && !armBetween && sentence.isSaid(AGAINST, from, to);
    }

    /// "0.3×10⁵/kg to 6 patients, 1×10⁵/kg to 12 and …", "in the placebo group 49 patients had 237 events, and in the
    /// other 51 had
    /// 293": as many numbers of each arm, arms and numbers in turn.
    private Optional<OfArm> paired(Claim claim) {
        List<OfArm> arms = sentence.mentions(OfArm.class);
        List<Claim> claims = sentence.claims().stream().filter(c -> c.paren() < 0 && c.kind() == claim.kind()).toList();
        int at = claims.indexOf(claim);
        if (arms.size() < 2 || claims.isEmpty() || claims.size() % arms.size() != 0 || at < 0) {
            return Optional.empty();
        }
        int each = claims.size() / arms.size();
        boolean armFirst = arms.getFirst().start() < claims.getFirst().start();
        for (int i = 0; i < arms.size(); i++) {
            Claim first = claims.get(i * each);
            Claim last = claims.get(i * each + each - 1);
            boolean inTurn = armFirst
                    ? arms.get(i).start() < first.start() && (i == 0 || claims.get(i * each - 1).end() <= arms.get(i).start())
                    : arms.get(i).start() >= last.start() && (i == 0 || arms.get(i - 1).end() <= first.start());
            if (!inTurn) {
                return Optional.empty();
            }
        }
        return Optional.of(arms.get(at / each));
    }
}
