package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfArm;
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
import org.tabularium.manuscript.language.Vagueness;

/// Holds a claim against the cells that its reading names. Where none agrees, the fewest parts are blamed: numbers that the named
/// cell has otherwise, or the visit, the arm or the grade where all numbers are those of another one that the sentence does not
/// name elsewhere.
final class ClaimProof {

    private static final Timepoint ANY = Timepoint.of("at any visit");

    private final RunEvidence evidence;
    private final Cells cells;
    private final SentenceInContext sentence;

    ClaimProof(RunEvidence evidence, SentenceInContext sentence) {
        this.evidence = evidence;
        this.cells = new Cells(evidence);
        this.sentence = sentence;
    }

    /// A way to take what a claim does not say.
    ///
    /// @param mentions what chooses the cells
    /// @param far whether some of these stand far from the claim
    private record Way(Wanted wanted, List<Mention> mentions, boolean far) {}

    /// @param all the readings of the sentence
    /// @param unsaid the visit where none is said
    Outcome of(Reading reading, List<Reading> all, Timepoint unsaid) {
        List<Concept> concepts = reading.concepts();
        if (concepts == null) {
            return Outcome.unknown(reading);
        }
        List<Way> ways = ways(reading, unsaid);
        if (reading.arm() != null && reading.arm().arm() == null) {
            return blame(reading, concepts, ways.getFirst(), all).orElseGet(() -> Outcome.unknown(reading));
        }
        Statement best = null;
        boolean none = true;
        for (Way way : ways) {
            List<EvidenceCell> named = cells.of(concepts, way.wanted());
            none &= named.isEmpty();
            Statement statement = best(reading.claim(), named);
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
            Optional<Outcome> blame = blame(reading, concepts, way, all);
            if (blame.isPresent()) {
                return blame.get();
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
                ways.add(way(arm, before, before.visit(), reading.grade(), true));
            }
            ways.add(way(arm, visit, visit == null ? unsaid : visit.visit(), reading.grade(),
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
        Wanted wanted = wanted(null, visit == null ? unsaid : visit.visit(), reading.grade());
        Statement statement = reading.arm() == null ? null : best(reading.claim(), cells.of(concepts, wanted));
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
            Wanted wanted = new Wanted(arm, false, visit == null ? ANY : visit.visit(), false,
                    reading.grade() == null ? null : reading.grade().grade(), false);
            last = best(reading.claim(), cells.of(concepts, wanted));
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
            visits.add(ANY);
            if (before != null) {
                visits.add(before);
            }
        }
        OfGrade grade = isApart(reading) ? null : reading.grade();
        for (OfArm arm : arms) {
            for (Timepoint visit : visits) {
                Statement statement = best(reading.claim(), cells.of(concepts, wanted(arm, visit, grade)));
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

    private static Way way(@Nullable OfArm arm, @Nullable OfVisit visit, Timepoint time, @Nullable OfGrade grade, boolean far) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : new Mention[]{grade, visit, arm}) {
            if (mention != null) {
                mentions.add(mention);
            }
        }
        return new Way(wanted(arm, time, grade), mentions, far);
    }

    private static Wanted wanted(@Nullable OfArm arm, Timepoint visit, @Nullable OfGrade grade) {
        return new Wanted(arm == null ? null : arm.arm(), false, visit, false, grade == null ? null : grade.grade(), false);
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
        EvidenceCell cell = cells.of(concepts, wanted(reading.arm(), reading.visit() == null ? ANY : reading.visit().visit(),
                reading.grade())).stream().findFirst().orElse(null);
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
        List<EvidenceCell> unsaid = new ArrayList<>(cells.of(concepts, any));
        unsaid.addAll(cells.of(concepts, whenever));
        Statement statement = best(reading.claim(), unsaid);
        return statement != null && statement.holds() && (!reading.claim().isCountAlone() || statement.agreeing().size() > 1);
    }

    /// The cell that agrees best with a claim; null where none has numbers of its kind.
    @Nullable
    Statement best(Claim claim, List<EvidenceCell> named) {
        Statement best = null;
        for (EvidenceCell cell : named) {
            Statement statement = Statement.of(claim, cell, denominators(claim, cell));
            if (statement.isJudged() && (best == null || statement.isBetterThan(best))) {
                best = statement;
            }
        }
        return best;
    }

    /// What a count may be of: "4 of the 9 subjects with CRS" is of those that were counted before.
    private List<Fact> denominators(Claim claim, EvidenceCell cell) {
        boolean definite = claim.elements().stream()
                .anyMatch(e -> e.role() == Role.DENOMINATOR && Vagueness.isDefinite(sentence.tokens(), e.token()));
        if (!definite) {
            return evidence.denominators(cell);
        }
        List<Fact> facts = new ArrayList<>(evidence.denominators(cell));
        List<Concept> spoken = new ArrayList<>(sentence.spoken().concepts());
        sentence.mentions(Mention.OfConcepts.class).forEach(m -> spoken.addAll(m.concepts()));
        cells.of(spoken, wanted(null, ANY, null)).stream().filter(c -> Objects.equals(c.arm(), cell.arm()))
                .map(c -> c.facts().get("count")).filter(Objects::nonNull).forEach(facts::add);
        return facts;
    }

    /// The cell that agrees best with a claim of a reading whose visit does not matter; null where none has numbers of its kind.
    @Nullable
    Statement best(Reading reading, List<Concept> concepts) {
        OfVisit visit = reading.visit();
        return best(reading.claim(),
                cells.of(concepts, wanted(reading.arm(), visit == null ? ANY : visit.visit(), reading.grade())));
    }

    /// A number by visit whose visit is not said: it is confirmed where several of its parts are those of one visit.
    private Outcome ofSomeVisit(Reading reading, List<Concept> concepts, Wanted wanted) {
        Statement best = best(reading.claim(), cells.of(concepts, wanted.ofAnyVisit()));
        return best != null && best.holds() && best.agreeing().size() > 1
                ? Outcome.judged(reading, best)
                : Outcome.unknown(reading);
    }

    /// All numbers are those of another visit, arm or grade, which no other claim of the sentence has: that is blamed.
    private Optional<Outcome> blame(Reading reading, List<Concept> concepts, Way way, List<Reading> all) {
        Set<String> taken = new HashSet<>();
        for (Reading other : all) {
            if (!other.equals(reading) && concepts.equals(other.concepts())) {
                OfVisit visit = other.visit();
                taken.add(place(wanted(other.arm(), visit == null ? ANY : visit.visit(), other.grade())));
            }
        }
        for (Mention mention : way.mentions()) {
            Wanted relaxed = relaxed(mention, way.wanted());
            for (EvidenceCell cell : relaxed == null ? List.<EvidenceCell>of() : cells.of(concepts, relaxed)) {
                Statement statement = Statement.of(reading.claim(), cell, denominators(reading.claim(), cell));
                boolean free = !taken.contains(place(new Wanted(cell.arm(), false, cell.visit() == null ? ANY : cell.visit(),
                        false, cell.grade(), false)));
                boolean enough = !way.far() || statement.agreeing().size() > 1;
                if (statement.holds() && free && enough && !isOfNone(statement)) {
                    Statement own = isNameAlone(mention) ? best(reading.claim(), cells.of(concepts, way.wanted())) : null;
                    return own != null && !own.opposing().isEmpty() && statement.agreeing().size() > 1
                            ? Optional.of(Outcome.judged(reading, own))
                            : Optional.of(Outcome.blamed(reading, mention, statement.agreeing().values().iterator().next()));
                }
            }
        }
        return Optional.empty();
    }

    /// An arm that is named without a number: what is blamed must be the numbers that are said of it.
    private static boolean isNameAlone(Mention mention) {
        return mention instanceof OfArm arm && arm.token() < 0;
    }

    /// The same without one of its conditions; null where that is no condition.
    private static @Nullable Wanted relaxed(Mention mention, Wanted wanted) {
        return switch (mention) {
            case OfGrade _ -> wanted.ofAnyGrade();
            case OfVisit visit -> visit.visit().kind() == Timepoint.Kind.TIME ? wanted.ofAnyVisit() : null;
            case OfArm _ -> wanted.ofAnyArm();
            case Mention.OfConcepts _,Mention.OfDate _ -> null;
        };
    }

    /// Nobody is counted in too many cells to say which is meant.
    private static boolean isOfNone(Statement statement) {
        return statement.agreeing().entrySet().stream()
                .anyMatch(e -> e.getKey().role() == Role.COUNT && e.getValue().value() == 0);
    }

    private static String place(Wanted wanted) {
        return wanted.arm() + "|" + wanted.visit() + "|" + wanted.grade();
    }
}
