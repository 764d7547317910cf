package org.tabularium.manuscript;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.Fact;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Timepoint;

/// Holds counts of people against how many subjects there are: in all, in an arm, at a visit.
final class PopulationProof {

    private static final Set<String> FOLLOWED = Set.of("follow", "followed", "assessed", "evaluable", "evaluated", "assessment",
            "data", "available");
    private static final Set<String> POPULATED = Set.of("enrolled", "treated", "evaluated", "included", "randomised",
            "randomized", "received", "infused", "dosed", "completed", "assigned", "analysed", "analyzed", "participated",
            "recruited");
    private static final Set<String> ENROLLED = Set.of("enrolled", "included", "randomised", "randomized", "recruited", "dosed",
            "infused");
    private static final Set<String> PEOPLE = Set.of("children", "adults", "individuals");

    private final RunEvidence evidence;
    private final SentenceInContext sentence;
    private final NamedConcepts named;

    PopulationProof(RunEvidence evidence, SentenceInContext sentence) {
        this.evidence = evidence;
        this.sentence = sentence;
        this.named = new NamedConcepts(evidence, sentence);
    }

    /// What becomes of a claim that counts people; empty where it counts something else.
    ///
    /// @param all the readings of the sentence
    Optional<Outcome> of(Reading reading, List<Reading> all) {
        if (isOfFollowUp(reading)) {
            return Optional.of(ofFollowUp(reading));
        }
        if (isGroupSize(reading.claim()) || isOfPopulation(reading)) {
            Outcome outcome = ofPopulation(reading, all);
            return outcome.saysNothing() && reading.arm() != null ? Optional.empty() : Optional.of(outcome);
        }
        return isDenominator(reading) ? Optional.of(ofDenominator(reading)) : Optional.empty();
    }

    // --- at a visit

    private boolean isOfFollowUp(Reading reading) {
        Claim claim = reading.claim();
        OfVisit visit = reading.visit();
        if (!claim.isCountAlone() || visit == null || visit.visit().kind() != Timepoint.Kind.TIME) {
            return false;
        }
        int from = Math.min(claim.start(), visit.start());
        int to = Math.max(claim.end(), visit.end()) + 4;
        boolean otherwise = sentence.mentions(OfConcepts.class).stream().anyMatch(m -> m.start() >= claim.end()
                && m.end() <= visit.start() && !named.usable(m, claim).concepts().isEmpty())
                || sentence.claims().stream().anyMatch(c -> c.start() >= claim.end() && c.end() <= visit.start());
        return sentence.isSaid(FOLLOWED, from, to) && !otherwise && visit.start() >= claim.start()
                && visit.start() - claim.end() <= 6;
    }

    private Outcome ofFollowUp(Reading reading) {
        String arm = reading.arm() == null ? null : reading.arm().arm();
        Timepoint visit = Objects.requireNonNull(reading.visit()).visit();
        List<EvidenceCell> assessed = evidence.cells().stream().filter(c -> c.facts().containsKey("n") && c.visit() != null
                && c.visit().kind() == Timepoint.Kind.TIME && Objects.equals(c.arm(), arm)).toList();
        List<EvidenceCell> then = assessed.stream().filter(c -> Objects.requireNonNull(c.visit()).isSame(visit)).toList();
        List<EvidenceCell> about = then.isEmpty()
                ? assessed.stream().filter(c -> Objects.requireNonNull(c.visit()).isLike(visit)).toList()
                : then;
        return counted(reading, assessed(about), reading.visit(), assessed(assessed), true);
    }

    private static List<Fact> assessed(List<EvidenceCell> cells) {
        return cells.stream().map(c -> Objects.requireNonNull(c.facts().get("n"))).toList();
    }

    /// "57 patients were randomised to each group": every arm has as many.
    Optional<Outcome> ofEachArm(Reading reading) {
        if (!reading.claim().isCountAlone()) {
            return Optional.empty();
        }
        List<Optional<Fact>> facts = evidence.arms().stream().map(arm -> same(reading, evidence.totals(arm))).toList();
        return facts.isEmpty() || facts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : facts.getLast().map(fact -> Outcome.confirmed(reading, fact, null));
    }

    // --- in all or in an arm

    /// "placebo (n=57)", "0.3×10⁹, 1×10⁹ or 3×10⁹ (n = 3, 7 and 3)": right behind arms.
    private boolean isGroupSize(Claim claim) {
        int open = claim.paren();
        return claim.isCountAlone() && open >= 0 && sentence.is(open + 1, "n") && sentence.is(open + 2, "=")
                && sentence.mentions(OfArm.class).stream().anyMatch(m -> open - m.end() <= 1 && m.end() <= open);
    }

    /// Whether a count is of all subjects or of an arm: "Of the 18 patients", "22 patients were treated", "6 received
    /// 0.3×10⁵/kg".
    private boolean isOfPopulation(Reading reading) {
        Claim claim = reading.claim();
        if (!claim.isCountAlone() || claim.paren() >= 0 || reading.grade() != null || isDenominator(reading)) {
            return false;
        }
        if (preposition(claim) == 0 && same(reading, evidence.totals(null)).isPresent()) {
            return true;
        }
        boolean near = reading.concepts() != null && reading.cost() <= 3;
        return isIntroduced(claim) || (!near && (isOfPeople(claim) || reading.arm() != null || isPopulated(claim)));
    }

    /// "Of the 18 patients", "Among 22 patients evaluated", at the beginning of a sentence.
    private boolean isIntroduced(Claim claim) {
        return preposition(claim) == 0 && isOfPeople(claim);
    }

    /// Where "of", "among" stands before a claim; -1 for nowhere.
    private int preposition(Claim claim) {
        int at = claim.start() - 1;
        at -= sentence.is(at, "the", "all", "these") ? 1 : 0;
        boolean whole = sentence.is(at - 1, "total", "number");
        return sentence.is(at, "of", "among", "amongst") && !whole ? at : -1;
    }

    /// "… occurred among six evaluable patients": what others are counted of.
    private boolean isDenominator(Reading reading) {
        return reading.claim().isCountAlone() && preposition(reading.claim()) > 0 && isOfPeople(reading.claim());
    }

    private boolean isOfPeople(Claim claim) {
        String last = sentence.tokens().get(claim.end() - 1).text().toLowerCase(Locale.ROOT);
        return claim.end() > claim.start() + 1 && (last.startsWith("patient") || last.startsWith("subject")
                || last.startsWith("participant") || PEOPLE.contains(last));
    }

    private boolean isPopulated(Claim claim) {
        return sentence.isSaid(POPULATED, claim.end(), claim.end() + 3);
    }

    /// "18 patients with … were enrolled", at the beginning of a sentence.
    private boolean isEnrolled(Claim claim) {
        int to = sentence.claims().stream().filter(c -> c.start() >= claim.end()).mapToInt(Claim::start).min()
                .orElse(sentence.tokens().size());
        return claim.start() == 0 && isOfPeople(claim) && sentence.isSaid(ENROLLED, claim.end(), to);
    }

    private Outcome ofDenominator(Reading reading) {
        String arm = reading.arm() == null ? null : reading.arm().arm();
        List<Fact> facts = new java.util.ArrayList<>(evidence.totals(arm));
        if (reading.concepts() != null) {
            reading.concepts().stream().flatMap(c -> evidence.cells(c).stream()).filter(c -> Objects.equals(c.arm(), arm))
                    .forEach(c -> facts.addAll(evidence.denominators(c)));
        }
        evidence.cells().stream().filter(c -> Objects.equals(c.arm(), arm) && c.facts().containsKey("n")
                && !c.facts().containsKey("mean")).forEach(c -> facts.add(c.facts().get("n")));
        return counted(reading, facts, reading.arm(), List.of(), false);
    }

    private Outcome ofPopulation(Reading reading, List<Reading> all) {
        Claim claim = reading.claim();
        OfArm arm = reading.arm();
        boolean certain = isIntroduced(claim) || isPopulated(claim) || isEnrolled(claim) || isOfArm(claim);
        if (arm == null) {
            return counted(reading, evidence.totals(null), null, List.of(), certain);
        }
        Set<String> others = new HashSet<>();
        all.stream().filter(r -> !r.equals(reading)).map(Reading::arm).filter(Objects::nonNull).map(OfArm::arm)
                .filter(Objects::nonNull).forEach(others::add);
        List<Fact> free = evidence.arms().stream().filter(a -> !a.equals(arm.arm()) && !others.contains(a))
                .flatMap(a -> evidence.totals(a).stream()).toList();
        if (arm.arm() == null) {
            return noSuchArm(reading, arm, free);
        }
        Optional<Fact> whole = isBeforeSeveral(claim) ? same(reading, evidence.totals(null)) : Optional.empty();
        return whole.isPresent()
                ? Outcome.confirmed(reading, whole.get(), null)
                : counted(reading, evidence.totals(arm.arm()), arm, free, certain);
    }

    /// Whether a count beside an arm is that of its subjects and not of those who had something: the sentence says that they were
    /// treated, or names nothing else.
    private boolean isOfArm(Claim claim) {
        boolean populated = sentence.isSaid(POPULATED, 0, sentence.tokens().size());
        boolean nothingElse = sentence.mentions(OfConcepts.class).isEmpty() && sentence.spoken().concepts().isEmpty();
        return isGroupSize(claim) || populated || nothingElse;
    }

    /// "114 patients were randomised to TAB-101 (n=57) or placebo (n=57)", "14 patients, 8 with SLE and 6 with MDR-SRNS": all,
    /// not those of the first arm.
    private boolean isBeforeSeveral(Claim claim) {
        return sentence.mentions(OfArm.class).stream().filter(m -> m.start() >= claim.end()).count() > 1
                && sentence.claims().indexOf(claim) == 0;
    }

    /// No arm has this dose: it is wrong, whatever the count.
    private static Outcome noSuchArm(Reading reading, OfArm arm, List<Fact> others) {
        return same(reading, others).or(() -> others.stream().findFirst())
                .map(fact -> Outcome.blamed(reading, arm, fact)).orElseGet(() -> Outcome.unknown(reading));
    }

    // --- a count of people

    private static Optional<Fact> same(Reading reading, List<Fact> facts) {
        Element count = reading.claim().elements().getFirst();
        return facts.stream().filter(f -> count.isPrintOf(f.value())).findFirst();
    }

    private Outcome counted(Reading reading, List<Fact> facts, @Nullable Mention qualifier, List<Fact> others, boolean certain) {
        Optional<Fact> same = same(reading, facts);
        Optional<Fact> other = same(reading, others);
        if (same.isPresent()) {
            return Outcome.confirmed(reading, same.get(), qualifier);
        }
        if (qualifier != null && other.isPresent() && !isSaidElsewhere(reading, facts)) {
            return Outcome.blamed(reading, qualifier, other.get());
        }
        return certain && !facts.isEmpty() ? Outcome.contradicted(reading, facts.getFirst()) : Outcome.unknown(reading);
    }

    /// Whether the number that should stand here is said of something else in the sentence: the two were swapped.
    private boolean isSaidElsewhere(Reading reading, List<Fact> facts) {
        return sentence.claims().stream().filter(c -> !c.equals(reading.claim()))
                .filter(c -> !isOfSameArm(reading.arm(), sentence.nearest(c, OfArm.class))).flatMap(c -> c.elements().stream())
                .anyMatch(e -> e.role() == Role.COUNT && facts.stream().anyMatch(f -> e.isPrintOf(f.value())));
    }

    private static boolean isOfSameArm(@Nullable OfArm one, @Nullable OfArm other) {
        return one != null && other != null && Objects.equals(one.arm(), other.arm());
    }
}
