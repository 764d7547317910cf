package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention.OfDate;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.evidence.Cells;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.Fact;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Timepoint;

/// Judges the numbers that stand beside claims: sums of a breakdown, numbers of visits, arms, grades and levels, times of a first
/// response, dates. They are as good as the claims that name them.
final class BesideClaims {

    private final RunEvidence evidence;
    private final SentenceInContext sentence;
    private final Cells cells;
    private final Map<Integer, Judgement> judgements = new HashMap<>();

    BesideClaims(RunEvidence evidence, SentenceInContext sentence) {
        this.evidence = evidence;
        this.sentence = sentence;
        this.cells = new Cells(evidence);
    }

    /// Judgements by token.
    Map<Integer, Judgement> of(List<Outcome> outcomes, Readings readings, BestCells cells) {
        breakdowns(outcomes, readings, cells);
        for (Mention mention : sentence.sentence().mentions()) {
            switch (mention) {
                case OfVisit visit -> qualifier(visit, visit.token(), outcomes);
                case OfGrade grade -> qualifier(grade, grade.token(), outcomes);
                case OfArm arm -> qualifier(arm, arm.token(), outcomes);
                case OfConcepts concepts -> level(concepts, outcomes);
                case OfDate date -> judgements.put(date.token(), date(date));
            }
        }
        onsets(outcomes);
        return judgements;
    }

    /// "14 received reduced doses (2 …, 2 … and 10 …)": the parts are levels of one variable, and what they are of is their sum.
    private void breakdowns(List<Outcome> outcomes, Readings readings, BestCells cells) {
        List<Reading> all = outcomes.stream().map(Outcome::reading).toList();
        for (Outcome whole : outcomes) {
            if (!whole.holds() && whole.reading().claim().isCountAlone()) {
                List<Outcome> parts = outcomes.stream()
                        .filter(o -> o.reading().claim().paren() >= whole.reading().claim().end())
                        .filter(o -> whole.reading().equals(readings.host(o.reading().claim(), before(all, o.reading()))))
                        .toList();
                sum(whole, parts, cells);
            }
        }
    }

    private static List<Reading> before(List<Reading> all, Reading reading) {
        return all.stream().filter(r -> r.claim().start() < reading.claim().start()).toList();
    }

    private void sum(Outcome whole, List<Outcome> parts, BestCells cells) {
        Set<String> families = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        for (Outcome part : parts) {
            List<Concept> concepts = part.reading().concepts();
            if (concepts == null || part.reading().grade() != null || !part.reading().claim().has(Role.COUNT)) {
                return;
            }
            Statement best = cells.best(part.reading(), concepts);
            if (best == null) {
                return;
            }
            facts.add((best.agreeing().isEmpty() ? best.opposing() : best.agreeing()).values().iterator().next());
            families.add(concepts.getFirst().family());
        }
        if (facts.size() < 2 || families.size() != 1) {
            return;
        }
        double sum = facts.stream().mapToDouble(Fact::value).sum();
        Element count = whole.reading().claim().elements().getFirst();
        if (count.isPrintOf(sum) || parts.stream().allMatch(Outcome::holds)) {
            judgements.put(count.token(), new Judgement(count.isPrintOf(sum) ? Verdict.CONFIRMED : Verdict.CONTRADICTED,
                    facts.stream().map(Fact::key).toList(), Long.toString(Math.round(sum))));
        }
    }

    private void qualifier(Mention mention, int token, List<Outcome> outcomes) {
        if (token >= 0) {
            judgements.put(token, outcomes.stream().filter(o -> o.isBy(mention)).findFirst().map(Outcome::firstConfirmed)
                    .or(() -> outcomes.stream().filter(o -> o.blames(mention)).findFirst().map(Outcome::blaming)
                            .map(Judgement::contradicted))
                    .orElse(Judgement.UNKNOWN));
        }
    }

    /// Numbers in the name of a level, such as `2/3 dose`.
    private void level(OfConcepts mention, List<Outcome> outcomes) {
        for (int i = mention.start(); i < mention.end(); i++) {
            if (sentence.tokens().get(i).isNumber()) {
                Judgement judgement = outcomes.stream().filter(Outcome::holds).filter(o -> isOf(o.reading(), mention))
                        .reduce((_, last) -> last).map(Outcome::firstConfirmed).orElse(Judgement.UNKNOWN);
                judgements.put(i, mention.wrong().contains(i)
                        ? new Judgement(Verdict.CONTRADICTED, judgement.keys(), judgement.says())
                        : judgement);
            }
        }
    }

    private static boolean isOf(Reading reading, OfConcepts mention) {
        return reading.concepts() != null && mention.concepts().containsAll(reading.concepts());
    }

    /// "this patient attained LLDAS at 4 months": the visit at which it was first attained.
    private void onsets(List<Outcome> outcomes) {
        for (OfVisit visit : sentence.mentions(OfVisit.class)) {
            boolean used = visit.token() < 0 || visit.visit().kind() != Timepoint.Kind.TIME
                    || outcomes.stream().anyMatch(o -> visit.equals(o.reading().visit()) || o.isBy(visit) || o.blames(visit));
            if (!used) {
                sentence.mentions(OfConcepts.class).stream()
                        .filter(m -> m.end() <= visit.start() && visit.start() - m.end() <= 4)
                        .max(Comparator.comparingInt(OfConcepts::end))
                        .ifPresent(m -> judgements.put(visit.token(), onset(m, visit)));
            }
        }
    }

    private Judgement onset(OfConcepts mention, OfVisit visit) {
        List<EvidenceCell> counted = cells.of(mention.concepts(), new Wanted(null, false, null, true, null, false)).stream()
                .filter(EvidenceCell::counts).sorted(Comparator.comparingDouble(BesideClaims::days)).toList();
        Optional<EvidenceCell> first = counted.stream().filter(c -> count(c).value() > 0).findFirst();
        if (first.isEmpty()) {
            return Judgement.UNKNOWN;
        }
        if (visit(first.get()).isLike(visit.visit())) {
            return Judgement.confirmed(count(first.get()));
        }
        boolean some = counted.stream().anyMatch(c -> visit(c).isLike(visit.visit()) && count(c).value() > 0);
        return some ? Judgement.UNKNOWN : Judgement.contradicted(count(first.get()));
    }

    private static Timepoint visit(EvidenceCell cell) {
        return Objects.requireNonNull(cell.visit());
    }

    private static double days(EvidenceCell cell) {
        return visit(cell).count() * visit(cell).unit();
    }

    private static Fact count(EvidenceCell cell) {
        return Objects.requireNonNull(cell.facts().get("count"));
    }

    /// A date is known where it is the cut-off.
    private Judgement date(OfDate date) {
        String cutoff = evidence.cutoff();
        boolean of = sentence.isSaid(Set.of("as", "cutoff", "cut"), date.start() - 4, date.start());
        if (cutoff == null || !of) {
            return Judgement.UNKNOWN;
        }
        Verdict verdict = cutoff.startsWith(date.date()) ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
        return new Judgement(verdict, List.of(), cutoff);
    }
}
