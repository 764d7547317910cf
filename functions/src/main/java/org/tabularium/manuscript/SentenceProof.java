package org.tabularium.manuscript;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.NamedConcepts.Side;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Sentence;
import org.tabularium.manuscript.claim.Spoken;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Vagueness;

/// Holds the claims of a sentence against a run.
///
/// A sentence can be read in several ways: what a number is of may stand before or behind it, and a visit may be left unsaid.
/// All numbers of a sentence are read in one way, the one in which most of them agree and what belongs together stands near
/// ([Readings]). Each claim is then held against how many subjects there are ([PopulationProof]) or against the cells that it
/// names ([ClaimProof]), and what stands beside the claims is as good as they are ([BesideClaims]).
final class SentenceProof {

    private static final Timepoint ANY = Timepoint.of("at any visit");
    private static final Timepoint LAST = Timepoint.of("at last assessment");
    /// What a switch of all sides must gain, and one of the visit.
    private static final double OF_NEAREST = 0.3;
    private static final double OF_ANY = 0.5;
    private static final double OF_CARRIED = 0.2;
    private static final double LEAST = 1e-9;

    private final SentenceInContext sentence;
    private final Readings readings;
    private final PopulationProof people;
    private final BestCells cells;
    private final ClaimProof claims;
    private final BesideClaims beside;
    private final int arms;

    /// @param spoken what the sentences before speak of
    SentenceProof(RunEvidence evidence, Sentence sentence, Spoken spoken) {
        this.sentence = SentenceInContext.of(sentence, spoken);
        readings = new Readings(evidence, this.sentence);
        people = new PopulationProof(evidence, this.sentence);
        cells = new BestCells(evidence, this.sentence);
        claims = new ClaimProof(evidence, cells, this.sentence);
        arms = evidence.arms().size();
        beside = new BesideClaims(evidence, this.sentence);
    }

    /// Judgements by token.
    Map<Integer, Judgement> judgements() {
        TreeMap<Integer, Judgement> judgements = new TreeMap<>();
        List<Outcome> best = bestOutcomes();
        best.forEach(outcome -> outcome.elements()
                .forEach((element, judgement) -> judgements.put(element.token(), judgement)));
        judgements.putAll(beside.of(best, readings, cells));
        sentence.sentence().unread().forEach(token -> judgements.putIfAbsent(token, Judgement.UNKNOWN));
        if (Vagueness.isOfOthers(sentence.tokens())) {
            judgements.replaceAll((_, _) -> Judgement.UNKNOWN);
        }
        return judgements;
    }

    private List<Outcome> bestOutcomes() {
        List<Outcome> best = List.of();
        List<List<Outcome>> ways = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (Side side : Side.values()) {
            for (Timepoint visit : unsaidVisits()) {
                List<Outcome> outcomes = outcomes(side, visit);
                ways.add(outcomes);
                double score = outcomes.stream().mapToDouble(Outcome::score).sum() + preference(side, visit);
                if (score > most + LEAST) {
                    most = score;
                    best = outcomes;
                }
            }
        }
        List<Outcome> settled = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            int at = i;
            Outcome outcome = far(best.get(at), best);
            List<Outcome> others = ways.stream().map(way -> way.get(at)).toList();
            Outcome one = outcome.contradicts() && isPartOfOthers(best, at) ? Outcome.unknown(outcome.reading()) : outcome;
            settled.add(ofEachArm(settled(one, others), others));
        }
        return new ClaimsInTurn(cells, sentence).settled(settled);
    }

    /// What the sentence names that no other claim is of, or what the sentence before speaks of, may confirm a claim.
    private Outcome far(Outcome outcome, List<Outcome> all) {
        Reading reading = outcome.reading();
        if (!outcome.contradicts() && !outcome.saysNothing()) {
            return outcome;
        }
        List<OfConcepts> named = sentence.mentions(OfConcepts.class);
        List<Claim> alike = sentence.claims().stream().filter(c -> c.kind() == reading.claim().kind()).toList();
        List<List<Concept>> candidates = new ArrayList<>();
        if (reading.concepts() != null) {
            candidates.add(reading.concepts());
        }
        if (named.isEmpty()) {
            candidates.add(sentence.spoken().concepts());
        } else if (sentence.isRespective() && named.size() == alike.size()) {
            candidates.add(named.get(alike.indexOf(reading.claim())).concepts());
        } else {
            named.stream().map(OfConcepts::concepts).filter(c -> named.size() == 1 || all.stream().noneMatch(
                    o -> o != outcome && o.reading().concepts() != null && c.containsAll(o.reading().concepts())))
                    .forEach(candidates::add);
        }
        return candidates.stream().flatMap(c -> claims.ofFar(reading, c).stream()).findFirst().orElse(outcome);
    }

    /// A number is contradicted only where its sentence names one statistic of one group: where another reading confirms it, or
    /// its words leave open what it is of, it is not.
    ///
    /// @param others what becomes of the claim in every reading
    private Outcome settled(Outcome outcome, List<Outcome> others) {
        if (!outcome.contradicts()) {
            return outcome;
        }
        Optional<Outcome> other = others.stream().filter(Outcome::holds).findFirst();
        if (other.isPresent()) {
            return other.get().elements().size() > 1 ? other.get() : Outcome.unknown(outcome.reading());
        }
        if (sentence.isVague(outcome.reading())) {
            return Outcome.unknown(outcome.reading());
        }
        outcome.doubt(element -> element.role() == Role.DENOMINATOR && Vagueness.isDefinite(sentence.tokens(), element.token()));
        return outcome;
    }

    /// "All three deaths were due to adverse events: two on placebo and one on …": counts that together are one before them are
    /// parts of it, and of nothing else that stands between.
    private static boolean isPartOfOthers(List<Outcome> all, int at) {
        Reading part = all.get(at).reading();
        for (int whole = at - 1; whole >= 0; whole--) {
            Reading before = all.get(whole).reading();
            if (before.claim().has(Role.COUNT) && !Objects.equals(before.concepts(), part.concepts())
                    && all.get(whole).holds()) {
                int left = count(before).intValue();
                int next = whole + 1;
                while (next < all.size() && left > 0 && all.get(next).reading().claim().isCountAlone()) {
                    left -= count(all.get(next).reading()).intValue();
                    next++;
                }
                if (left == 0 && next - whole > 2 && next > at) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BigDecimal count(Reading reading) {
        return reading.claim().elements().stream().filter(e -> e.role() == Role.COUNT).findFirst().orElseThrow().value();
    }

    /// "In each group": what no arm is named for may be said of every one.
    private Outcome ofEachArm(Outcome outcome, List<Outcome> others) {
        boolean open = outcome.saysNothing() && outcome.reading().arm() == null
                && Vagueness.ofEachGroup(sentence.tokens(), arms) > 1;
        return open
                ? others.stream().flatMap(other -> claims.ofEachArm(other.reading()).stream()).findFirst()
                        .or(() -> people.ofEachArm(outcome.reading())).orElse(outcome)
                : outcome;
    }

    private double preference(Side side, Timepoint visit) {
        return (side == Side.NEAREST ? OF_NEAREST : 0) + (visit.equals(ANY) ? OF_ANY : 0)
                + (visit.equals(carried()) ? OF_CARRIED : 0);
    }

    private List<Timepoint> unsaidVisits() {
        List<Timepoint> visits = new ArrayList<>(List.of(ANY));
        Timepoint carried = carried();
        if (carried != null) {
            visits.add(carried);
        }
        visits.add(LAST);
        return visits;
    }

    private @Nullable Timepoint carried() {
        return sentence.spoken().visit();
    }

    private List<Outcome> outcomes(Side side, Timepoint unsaid) {
        List<Reading> all = readings.of(side);
        return all.stream().map(reading -> people.of(reading, all).orElseGet(() -> claims.of(reading, all, unsaid))).toList();
    }
}
