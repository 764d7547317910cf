package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Timepoint;

/// Holds a claim against the cells that its reading names. Where none agrees, the fewest parts are blamed: numbers that the named
/// cell has otherwise, or the visit, the arm or the grade where all numbers are those of another one that the sentence does not
/// name elsewhere.
final class ClaimProof {

    private final RunEvidence evidence;
    private final BestCells cells;
    private final Blame blame;
    private final SentenceInContext sentence;

    ClaimProof(RunEvidence evidence, BestCells cells, SentenceInContext sentence) {
        this.evidence = evidence;
        this.cells = cells;
        this.blame = new Blame(cells);
        this.sentence = sentence;
    }

    /// What becomes of a claim.
    ///
    /// @param all the readings of the sentence
    /// @param unsaid the visit where none is said
    Outcome of(Reading reading, List<Reading> all, Timepoint unsaid) {
        List<Concept> concepts = reading.concepts();
        if (concepts == null) {
            return Outcome.unknown(reading);
        }
        List<Way> ways = ways(reading, unsaid);
        if (reading.arm() != null && reading.arm().arm() == null) {
            return blame.of(reading, concepts, ways.getFirst(), all).orElseGet(() -> Outcome.unknown(reading));
        }
        Statement best = null;
        boolean none = true;
        for (Way way : ways) {
            List<EvidenceCell> named = cells.named(concepts, way.wanted());
            none &= named.isEmpty();
            Statement statement = cells.best(reading.claim(), named);
            if (statement != null && statement.holds()) {
                return confirmed(reading, statement, named, way);
            }
            boolean better = statement != null
                    && (best == null || statement.agreeing().size() > best.agreeing().size());
            best = better ? statement : best;
        }
        Optional<Outcome> ofAll = ofAllArms(reading, concepts, unsaid);
        if (ofAll.isPresent()) {
            return ofAll.get();
        }
        if (none && reading.visit() == null && reading.grade() == null) {
            return ofSomeVisit(reading, concepts, ways.getFirst().wanted());
        }
        for (Way way : reading.claim().isBound() ? List.<Way>of() : ways) {
            Optional<Outcome> blamed = blame.of(reading, concepts, way, all);
            if (blamed.isPresent()) {
                return blamed.get();
            }
        }
        boolean doubtful = reading.claim().isBound() || isOfUnsaid(reading, concepts, ways.getFirst().wanted());
        return best == null || doubtful || !(isStrong(reading, best) || isMiscounted(reading, concepts, best))
                ? Outcome.unknown(reading)
                : Outcome.judged(reading, best);
    }

    /// The ways to take a claim, the likeliest first: with what is said near it; with the visit or the arm that the sentence
    /// names before it, as in "The most common events with placebo were …, headache (16 patients)".
    private List<Way> ways(Reading reading, Timepoint unsaid) {
        OfVisit visit = reading.visit();
        OfVisit before = visit == null ? sentence.lastBefore(reading.claim(), OfVisit.class) : null;
        OfArm far = reading.arm() == null ? sentence.lastBefore(reading.claim(), OfArm.class) : null;
        List<Way> ways = new ArrayList<>();
        for (OfArm arm : far == null || far.arm() == null ? new OfArm[]{reading.arm()} : new OfArm[]{null, far}) {
            if (before != null) {
                ways.add(Way.of(arm, before, before.visit(), reading.grade(), true));
            }
            ways.add(Way.of(arm, visit, visit == null ? unsaid : visit.visit(), reading.grade(),
                    arm != null && arm.equals(far)));
        }
        return ways;
    }

    /// "grade 3 CRS was seen in one subject (5.9%), treated at 1×10⁹": all numbers are those of all arms.
    private Optional<Outcome> ofAllArms(Reading reading, List<Concept> concepts, Timepoint unsaid) {
        if (sentence.isRespective() || SaidArms.isOpposed(sentence, reading.claim())) {
            return Optional.empty(); // the arm is said by the number's turn
        }
        OfVisit visit = reading.visit();
        Wanted wanted = Way.wanted(null, visit == null ? unsaid : visit.visit(), reading.grade());
        Statement statement = reading.arm() == null ? null : cells.best(reading.claim(), cells.named(concepts, wanted));
        if (statement == null || !statement.holds()) {
            return Optional.empty();
        }
        boolean telling = isTelling(reading.claim(), statement);
        return Optional.of(telling ? Outcome.judged(reading, statement) : Outcome.unknown(reading));
    }

    /// "In each group, 53 (93.0%) were female": the numbers are those of every arm.
    Optional<Outcome> ofEachArm(Reading reading) {
        List<Concept> concepts = reading.concepts();
        if (concepts == null) {
            return Optional.empty();
        }
        OfVisit visit = reading.visit();
        Statement last = null;
        for (String arm : evidence.arms()) {
            Wanted wanted = new Wanted(arm, false, visit == null ? Way.ANY : visit.visit(), false,
                    reading.grade() == null ? null : reading.grade().grade(), false);
            last = cells.best(reading.claim(), cells.named(concepts, wanted));
            if (last == null || !last.holds() || last.agreeing().size() < reading.claim().elements().size()) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(last).map(statement -> Outcome.judged(reading, statement));
    }

    /// What stands far from a claim or in the sentence before, where nothing near it confirms it: "9 of 57 and … 7 of 57 patients
    /// on TAB-101", "CRS was more frequent with … (2/5, 40.0%) than with … (3/8, 37.5%)". It confirms or says nothing.
    ///
    /// @param concepts what the claim may be of
    Optional<Outcome> ofFar(Reading reading, List<Concept> concepts) {
        List<@Nullable OfArm> arms = new ArrayList<>();
        arms.add(reading.arm());
        if (reading.arm() == null) {
            List<OfArm> here = sentence.mentions(OfArm.class);
            arms.addAll(here.isEmpty() ? sentence.spoken().arms() : here);
        }
        List<OfVisit> said = reading.visit() == null ? sentence.mentions(OfVisit.class) : List.of(reading.visit());
        List<Timepoint> visits = new ArrayList<>(said.stream().map(OfVisit::visit).toList());
        if (said.isEmpty()) {
            Timepoint before = sentence.spoken().visit();
            visits.add(Way.ANY);
            if (before != null) {
                visits.add(before);
            }
        }
        OfGrade grade = isApart(reading) ? null : reading.grade();
        for (OfArm arm : arms) {
            for (Timepoint visit : visits) {
                Statement statement = cells.best(reading.claim(), cells.named(concepts, Way.wanted(arm, visit, grade)));
                if (statement != null && statement.holds() && isTelling(reading.claim(), statement)) {
                    Outcome outcome = Outcome.judged(reading, statement);
                    outcome.use(reading.arm());
                    outcome.use(said.size() == 1 ? said.getFirst() : null);
                    return Optional.of(outcome);
                }
            }
        }
        return Optional.empty();
    }

    /// "20 (90.9%) developed CRS, which was grade 1 in …": the grade is another's.
    private boolean isApart(Reading reading) {
        OfGrade grade = reading.grade();
        return grade != null && grade.start() > reading.claim().end() && sentence.isSaid(Set.of("which", "that"),
                reading.claim().end(), grade.start());
    }

    /// Whether a claim has enough numbers, all of them the cell's, to be of it and of no other.
    private static boolean isTelling(Claim claim, Statement statement) {
        return statement.agreeing().size() == claim.elements().size() && (claim.elements().size() > 1
                || claim.elements().getFirst().value().scale() > 0);
    }

    /// A visit that no cell of these has confirms nothing.
    private static Outcome confirmed(Reading reading, Statement statement, List<EvidenceCell> named, Way way) {
        Outcome outcome = Outcome.judged(reading, statement);
        boolean visited = named.stream().anyMatch(c -> c.visit() != null);
        way.mentions().stream().filter(m -> visited || !(m instanceof OfVisit)).forEach(outcome::use);
        return outcome;
    }

    /// Where every number differs, more than one of them, or a count and its percentage do, the claim is of something else.
    private static boolean isStrong(Reading reading, Statement statement) {
        boolean allDiffer = statement.agreeing().isEmpty() && statement.opposing().size() > 1;
        boolean ofOther = differs(statement, Role.COUNT) && differs(statement, Role.PERCENT);
        return statement.isJudged() && !allDiffer && !ofOther
                && (!statement.agreeing().isEmpty() || (statement.opposing().size() == 1 && reading.cost() <= 2.5)
                        || reading.cost() <= 2);
    }

    /// "hypokalaemia in 8 (44%)" where 7 of 18 had it: named at once or by the labels of a table, and count and
    /// percentage are of the cell's subjects.
    private boolean isMiscounted(Reading reading, List<Concept> concepts, Statement statement) {
        Element count = element(statement, Role.COUNT);
        Element percent = element(statement, Role.PERCENT);
        boolean named = NamedConcepts.isNamedAtOnce(sentence, concepts, reading.claim())
                || sentence.is(reading.claim().start() - 1, "=");
        if (count == null || percent == null || !named) {
            return false;
        }
        EvidenceCell cell = cells.named(concepts, Way.wanted(reading)).stream().findFirst().orElse(null);
        return cell != null && evidence.denominators(cell).stream()
                .anyMatch(n -> n.value() > 0 && percent.isPrintOf(100 * count.value().doubleValue() / n.value()));
    }

    private static @Nullable Element element(Statement statement, Role role) {
        return statement.opposing().keySet().stream().filter(e -> e.role() == role).findFirst().orElse(null);
    }

    private static boolean differs(Statement statement, Role role) {
        return statement.opposing().keySet().stream().anyMatch(e -> e.role() == role);
    }

    /// Whether all numbers are those of one arm or visit where none is said.
    private boolean isOfUnsaid(Reading reading, List<Concept> concepts, Wanted wanted) {
        Wanted any = reading.arm() == null ? wanted.ofAnyArm() : wanted;
        Wanted whenever = reading.visit() == null ? any.ofAnyVisit() : any;
        List<EvidenceCell> unsaid = new ArrayList<>(cells.named(concepts, any));
        unsaid.addAll(cells.named(concepts, whenever));
        Statement statement = cells.best(reading.claim(), unsaid);
        return statement != null && statement.holds() && (!reading.claim().isCountAlone() || statement.agreeing().size() > 1);
    }

    /// A number by visit whose visit is not said: it is confirmed where several of its parts are those of one visit.
    private Outcome ofSomeVisit(Reading reading, List<Concept> concepts, Wanted wanted) {
        Statement best = cells.best(reading.claim(), cells.named(concepts, wanted.ofAnyVisit()));
        return best != null && best.holds() && best.agreeing().size() > 1
                ? Outcome.judged(reading, best)
                : Outcome.unknown(reading);
    }
}
