package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.Claim.Element;
import org.tabularium.manuscript.Claim.Kind;
import org.tabularium.manuscript.Claim.Role;
import org.tabularium.manuscript.Mention.OfArm;
import org.tabularium.manuscript.Mention.OfConcepts;
import org.tabularium.manuscript.Mention.OfGrade;
import org.tabularium.manuscript.Mention.OfVisit;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.evidence.Fact;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.evidence.Cells;

/// Holds the claims of a sentence against a run.
///
/// A sentence can be read in several ways: what a number is of may stand before or behind it, and a visit may be left unsaid.
/// All numbers of a sentence are read in one way, the one in which most of them agree and what belongs together stands near.
/// Where a claim then agrees with no cell, the fewest of its parts are blamed: numbers that the named cell has otherwise, or the
/// visit, the arm or the grade where all numbers are those of another one that the sentence does not name elsewhere.
final class SentenceProof {

    private enum Side {
        NEAREST, BEFORE, BEHIND
    }

    private static final Timepoint ANY = Timepoint.of("at any visit");
    private static final Timepoint LAST = Timepoint.of("at last assessment");
    private static final Set<String> FOLLOWED = Set.of("follow", "followed", "assessed", "evaluable", "evaluated", "assessment",
            "data",
            "available");
    private static final Set<String> POPULATED = Set.of("enrolled", "treated", "evaluated", "included", "randomised",
            "randomized",
            "received", "infused", "dosed", "completed", "assigned", "analysed", "analyzed", "participated", "recruited");
    private static final Set<String> ENROLLED = Set.of("enrolled", "included", "randomised", "randomized", "recruited", "dosed",
            "infused");
    /// What a switch of all sides must gain.
    private static final double PREFERENCE = 0.3;
    private static final double COST = 0.3;
    private static final double ELLIPSIS = 1;
    /// A reading that says nothing is hardly better than one that contradicts.
    private static final double DOUBT = -0.7;

    private final RunEvidence evidence;
    private final Cells cells;
    private final Sentence sentence;
    private final Distance distance;
    private final Spoken context;
    private final @Nullable Timepoint carried;
    private final Map<OfGrade, Claim> grades = new HashMap<>();
    private final TreeMap<Integer, Judgement> judgements = new TreeMap<>();

    /// @param context what the sentences before speak of
    SentenceProof(RunEvidence evidence, Sentence sentence, Spoken context) {
        this.evidence = evidence;
        this.cells = new Cells(evidence);
        this.sentence = sentence;
        this.distance = new Distance(sentence);
        this.context = context;
        this.carried = context.visit();
    }

    /// Judgements by token.
    Map<Integer, Judgement> judgements() {
        bindGrades();
        List<Outcome> best = bestOutcomes();
        best.forEach(outcome -> outcome.elements.forEach((element, judgement) -> judgements.put(element.token(), judgement)));
        breakdowns(best);
        qualifiers(best);
        onsets(best);
        dates();
        sentence.unread().forEach(token -> judgements.putIfAbsent(token, Judgement.UNKNOWN));
        return judgements;
    }

    /// A grade is that of the claim nearest to it.
    private void bindGrades() {
        for (OfGrade grade : mentions(OfGrade.class)) {
            sentence.claims().stream().min(Comparator.comparingDouble(c -> distance.between(c, grade)))
                    .filter(c -> distance.between(c, grade) <= 2.5).ifPresent(claim -> grades.put(grade, claim));
        }
    }

    private <T extends Mention> List<T> mentions(Class<T> kind) {
        return sentence.mentions().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What became of a claim in one reading.
    private static final class Outcome {

        private final Reading reading;
        private final Map<Element, Judgement> elements = new LinkedHashMap<>();
        private final Set<Mention> used = new HashSet<>();
        private boolean holds;
        private @Nullable Mention blamed;
        private @Nullable Fact blaming;

        Outcome(Reading reading) {
            this.reading = reading;
        }

        double score() {
            double score = 0;
            for (Judgement judgement : elements.values()) {
                score += switch (judgement.verdict()) {
                    case CONFIRMED -> 1;
                    case CONTRADICTED -> -1;
                    case UNKNOWN -> DOUBT;
                };
            }
            return (blamed == null ? score : -0.5) - COST * reading.cost();
        }
    }

    private List<Outcome> bestOutcomes() {
        List<Outcome> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (Side side : Side.values()) {
            for (Timepoint visit : unsaidVisits()) {
                List<Outcome> outcomes = outcomes(side, visit);
                double score = outcomes.stream().mapToDouble(Outcome::score).sum() + (side == Side.NEAREST ? PREFERENCE : 0)
                        + (visit.equals(ANY) ? 0.5 : 0) + (visit.equals(carried) ? 0.2 : 0);
                if (score > most + 1e-9) {
                    most = score;
                    best = outcomes;
                }
            }
        }
        return best;
    }

    private List<Timepoint> unsaidVisits() {
        List<Timepoint> visits = new ArrayList<>(List.of(ANY));
        if (carried != null) {
            visits.add(carried);
        }
        visits.add(LAST);
        return visits;
    }

    private List<Outcome> outcomes(Side side, Timepoint unsaid) {
        List<Reading> readings = new ArrayList<>();
        for (Claim claim : sentence.claims()) {
            readings.add(reading(claim, side, readings));
        }
        return readings.stream().map(reading -> outcome(reading, readings, unsaid)).toList();
    }

    private Reading reading(Claim claim, Side side, List<Reading> before) {
        OfArm arm = paired(claim).orElseGet(() -> nearest(claim, OfArm.class, 4));
        OfVisit visit = nearest(claim, OfVisit.class, 4);
        OfGrade grade = grades.entrySet().stream().filter(e -> e.getValue().equals(claim)).map(Map.Entry::getKey)
                .min(Comparator.comparingDouble(g -> distance.between(claim, g))).orElse(null);
        Reading host = host(claim, before);
        OfConcepts concepts = concepts(claim, side);
        if (host == null && isPercentOf(claim, before)) {
            host = before.getLast();
        }
        if (host != null && (concepts == null || !isInside(concepts, claim.paren()))) {
            return new Reading(claim, host.concepts(), arm == null ? host.arm() : arm, visit == null ? host.visit() : visit,
                    grade == null ? host.grade() : grade, 1);
        }
        if (arm == null) {
            arm = respective(claim);
        }
        if (concepts == null && !before.isEmpty() && isOfSameKind(claim, before.getLast(), arm, visit, grade)) {
            Reading last = before.getLast();
            return new Reading(claim, last.concepts(), arm, visit == null ? last.visit() : visit, grade, ELLIPSIS);
        }
        List<Concept> spoken = concepts == null && mentions(OfConcepts.class).isEmpty()
                ? usable(context.concepts(), claim)
                : List.of();
        if (!spoken.isEmpty() && grade != null) {
            return new Reading(claim, spoken, arm, visit, grade, ELLIPSIS);
        }
        double cost = concepts == null ? 1 : distance.between(claim, concepts);
        if (concepts != null && visit == null && !before.isEmpty() && concepts.concepts().equals(before.getLast().concepts())) {
            visit = before.getLast().visit();
        }
        return new Reading(claim, concepts == null ? null : concepts.concepts(), arm, visit, grade, cost);
    }

    /// "given to four patients with CRS (23.5%)": the percentage is that of the count, whatever stands between.
    private boolean isPercentOf(Claim claim, List<Reading> before) {
        boolean alone = claim.paren() == claim.start() - 1 && claim.elements().size() == 1 && claim.has(Role.PERCENT);
        if (!alone || before.isEmpty() || before.getLast().claim().has(Role.PERCENT)
                || !before.getLast().claim().has(Role.COUNT)) {
            return false;
        }
        int from = before.getLast().claim().end();
        return claim.paren() - from <= 5
                && sentence.tokens().subList(from, claim.paren()).stream().noneMatch(t -> t.is(",") || t.is("and"));
    }

    /// "0.3×10⁵/kg to 6 patients, 1×10⁵/kg to 12 and …": as many arms as numbers, one after the other in turn.
    private Optional<OfArm> paired(Claim claim) {
        List<OfArm> arms = mentions(OfArm.class);
        List<Claim> claims = sentence.claims().stream().filter(c -> c.paren() < 0 && c.kind() == claim.kind()).toList();
        int at = claims.indexOf(claim);
        if (arms.size() < 2 || arms.size() != claims.size() || at < 0) {
            return Optional.empty();
        }
        boolean armFirst = arms.getFirst().start() < claims.getFirst().start();
        for (int i = 0; i < arms.size(); i++) {
            boolean inTurn = armFirst == arms.get(i).start() < claims.get(i).start()
                    && (i == 0 || (armFirst
                            ? claims.get(i - 1).end() <= arms.get(i).start()
                            : arms.get(i - 1).end() <= claims.get(i).start()));
            if (!inTurn) {
                return Optional.empty();
            }
        }
        return Optional.of(arms.get(at));
    }

    /// "31 of 43 with TAB-101 and 25 of 41 with placebo": what the second is of is not said again.
    private static boolean isOfSameKind(Claim claim, Reading last, @Nullable OfArm arm, @Nullable OfVisit visit,
            @Nullable OfGrade grade) {
        boolean other = (arm != null && !arm.equals(last.arm())) || (grade != null && !grade.equals(last.grade()))
                || (visit != null && !visit.equals(last.visit()));
        return other && last.concepts() != null && last.claim().kind() == claim.kind();
    }

    /// "in 8 and 16 patients, respectively": as many numbers as arms, in the same order; the arms stand in this sentence or in
    /// the one before.
    private @Nullable OfArm respective(Claim claim) {
        if (sentence.tokens().stream().noneMatch(t -> t.is("respectively"))) {
            return null;
        }
        List<Claim> claims = sentence.claims().stream().filter(c -> c.kind() == claim.kind()).toList();
        List<OfArm> here = mentions(OfArm.class);
        List<OfArm> arms = here.isEmpty() ? context.arms() : here;
        return arms.size() == claims.size() ? arms.get(claims.indexOf(claim)) : null;
    }

    /// The claim whose breakdown or other half stands in the parenthesis behind it.
    private @Nullable Reading host(Claim claim, List<Reading> before) {
        if (claim.paren() < 0) {
            return null;
        }
        return before.reversed().stream().filter(r -> r.claim().end() <= claim.paren()).findFirst()
                .filter(r -> claim.paren() - r.claim().end() <= 8)
                .filter(r -> mentions(OfConcepts.class).stream()
                        .noneMatch(m -> m.start() >= r.claim().end() && m.end() == claim.paren()))
                .orElse(null);
    }

    private boolean isInside(Mention mention, int paren) {
        if (mention.start() < paren) {
            return false;
        }
        for (int i = paren; i < mention.start(); i++) {
            if (sentence.tokens().get(i).text().equals(")")) {
                return false;
            }
        }
        return true;
    }

    private <T extends Mention> @Nullable T nearest(Claim claim, Class<T> kind, double limit) {
        return mentions(kind).stream().filter(m -> distance.between(claim, m) <= limit)
                .min(Comparator.comparingDouble(m -> distance.between(claim, m))).orElse(null);
    }

    private @Nullable OfConcepts concepts(Claim claim, Side side) {
        List<OfConcepts> usable = mentions(OfConcepts.class).stream().map(m -> usable(m, claim))
                .filter(m -> !m.concepts().isEmpty())
                .filter(m -> distance.between(claim, m) <= Distance.FAR).toList();
        List<OfConcepts> sided = usable.stream().filter(m -> switch (side) {
            case NEAREST -> true;
            case BEFORE -> m.end() <= claim.start();
            case BEHIND -> m.start() >= claim.end();
        }).toList();
        return (sided.isEmpty() ? usable : sided).stream().min(Comparator.comparingDouble(m -> distance.between(claim, m)))
                .orElse(null);
    }

    /// The concepts of a mention that have numbers of the claim's kind.
    private OfConcepts usable(OfConcepts mention, Claim claim) {
        return new OfConcepts(mention.start(), mention.end(), usable(mention.concepts(), claim), mention.size(), mention.wrong());
    }

    private List<Concept> usable(List<Concept> named, Claim claim) {
        boolean change = isChange(claim);
        List<Concept> concepts = named.stream()
                .filter(c -> evidence.cells(c).stream().anyMatch(cell -> has(cell, claim.kind()))).toList();
        List<Concept> changed = concepts.stream().filter(c -> c.change() == change).toList();
        return changed.isEmpty() ? concepts : changed;
    }

    /// "a mean change of −5.9", "decreased by 5.9"; not "decreased from 10.9 to 3.8".
    private boolean isChange(Claim claim) {
        String before = claim.start() == 0 ? "" : sentence.tokens().get(claim.start() - 1).text();
        if (before.equals("from") || before.equals("to")) {
            return false;
        }
        return SentenceReader.wordsNear(sentence.tokens(), claim.start() - 8, claim.start()).stream()
                .anyMatch(
                        w -> w.startsWith("change") || w.startsWith("decreas") || w.startsWith("reduc") || w.startsWith("increas")
                                || w.startsWith("improve") || w.startsWith("declin"));
    }

    private static boolean has(EvidenceCell cell, Kind kind) {
        Set<String> statistics = cell.facts().keySet();
        return switch (kind) {
            case COUNT -> statistics.contains("count");
            case CENTRE ->
                statistics.stream().anyMatch(Set.of("median", "mean", "lsmean", "min", "max", "estimate", "median-time",
                        "hazard-ratio", "difference")::contains);
            case LIMITS -> statistics.stream().anyMatch(Set.of("min", "q1")::contains);
            case P_VALUE -> statistics.contains("p-value");
        };
    }

    // --- one claim

    private Outcome outcome(Reading reading, List<Reading> all, Timepoint unsaid) {
        if (isOfFollowUp(reading)) {
            return ofFollowUp(reading);
        }
        if (isOfPopulation(reading)) {
            return ofPopulation(reading, all);
        }
        List<Concept> concepts = reading.concepts();
        if (concepts == null) {
            return unknown(reading);
        }
        Wanted wanted = wanted(reading, unsaid);
        if (reading.arm() != null && reading.arm().arm() == null) {
            return blameOf(reading, concepts, wanted, all).orElseGet(() -> unknown(reading));
        }
        List<EvidenceCell> named = cells.of(concepts, wanted);
        Statement best = best(reading.claim(), named);
        if (best != null && best.holds()) {
            return withUsed(judged(reading, best, true), named);
        }
        if (named.isEmpty() && reading.visit() == null && reading.grade() == null) {
            return ofSomeVisit(reading, concepts, wanted);
        }
        Optional<Outcome> blame = reading.claim().isBound() ? Optional.empty() : blameOf(reading, concepts, wanted, all);
        if (blame.isPresent()) {
            return blame.get();
        }
        return best == null || reading.claim().isBound() || !isStrong(reading, best)
                ? unknown(reading)
                : judged(reading, best, false);
    }

    /// What the cells were chosen by: a visit that no cell of these has confirms nothing.
    private static Outcome withUsed(Outcome outcome, List<EvidenceCell> named) {
        Reading reading = outcome.reading;
        if (reading.visit() != null && named.stream().anyMatch(c -> c.visit() != null)) {
            outcome.used.add(reading.visit());
        }
        if (reading.grade() != null) {
            outcome.used.add(reading.grade());
        }
        if (reading.arm() != null) {
            outcome.used.add(reading.arm());
        }
        return outcome;
    }

    /// Where every number differs, more than one of them, and what it is of stands far, the claim is of something else.
    private static boolean isStrong(Reading reading, Statement statement) {
        boolean allDiffer = statement.agreeing().isEmpty()
                && statement.opposing().keySet().stream().anyMatch(e -> e.role() == Role.DENOMINATOR);
        return statement.isJudged() && !allDiffer
                && (!statement.agreeing().isEmpty() || (statement.opposing().size() == 1 && reading.cost() <= 2.5)
                        || reading.cost() <= 2);
    }

    private static Wanted wanted(Reading reading, Timepoint unsaid) {
        return new Wanted(reading.arm() == null ? null : reading.arm().arm(), false,
                reading.visit() == null ? unsaid : reading.visit().visit(), false,
                reading.grade() == null ? null : reading.grade().grade(), false);
    }

    private @Nullable Statement best(Claim claim, List<EvidenceCell> named) {
        Statement best = null;
        for (EvidenceCell cell : named) {
            Statement statement = Statement.of(claim, cell, evidence.denominators(cell));
            if (statement.isJudged() && (best == null || statement.isBetterThan(best))) {
                best = statement;
            }
        }
        return best;
    }

    private static Outcome unknown(Reading reading) {
        Outcome outcome = new Outcome(reading);
        reading.claim().elements().forEach(element -> outcome.elements.put(element, Judgement.UNKNOWN));
        return outcome;
    }

    private static Outcome judged(Reading reading, Statement statement, boolean holds) {
        Outcome outcome = unknown(reading);
        statement.agreeing().forEach((element, fact) -> outcome.elements.put(element, Judgement.confirmed(fact)));
        statement.opposing().forEach((element, fact) -> outcome.elements.put(element, Judgement.contradicted(fact)));
        outcome.holds = holds;
        return outcome;
    }

    /// A number by visit whose visit is not said: it is confirmed where several of its parts are those of one visit.
    private Outcome ofSomeVisit(Reading reading, List<Concept> concepts, Wanted wanted) {
        Statement best = best(reading.claim(), cells.of(concepts, wanted.ofAnyVisit()));
        return best != null && best.holds() && best.agreeing().size() > 1 ? judged(reading, best, true) : unknown(reading);
    }

    /// All numbers are those of another visit, arm or grade, which no other claim of the sentence has: that is blamed.
    private Optional<Outcome> blameOf(Reading reading, List<Concept> concepts, Wanted wanted, List<Reading> all) {
        Set<String> taken = new HashSet<>();
        for (Reading other : all) {
            if (!other.equals(reading) && concepts.equals(other.concepts())) {
                taken.add(place(wanted(other, ANY)));
            }
        }
        List<Map.Entry<Mention, Wanted>> relaxed = new ArrayList<>();
        if (reading.grade() != null) {
            relaxed.add(Map.entry(reading.grade(), wanted.ofAnyGrade()));
        }
        if (reading.visit() != null && reading.visit().visit().kind() == Timepoint.Kind.TIME) {
            relaxed.add(Map.entry(reading.visit(), wanted.ofAnyVisit()));
        }
        if (reading.arm() != null) {
            relaxed.add(Map.entry(reading.arm(), wanted.ofAnyArm()));
        }
        for (Map.Entry<Mention, Wanted> one : relaxed) {
            for (EvidenceCell cell : cells.of(concepts, one.getValue())) {
                Statement statement = Statement.of(reading.claim(), cell, evidence.denominators(cell));
                boolean free = !taken
                        .contains(place(new Wanted(cell.arm(), false, cell.visit() == null ? ANY : cell.visit(), false,
                                cell.grade(), false)));
                if (statement.holds() && free && !isOfNone(statement)) {
                    return Optional.of(blamed(reading, one.getKey(), statement));
                }
            }
        }
        return Optional.empty();
    }

    /// Nobody is counted in too many cells to say which is meant.
    private static boolean isOfNone(Statement statement) {
        return statement.agreeing().entrySet().stream()
                .anyMatch(e -> e.getKey().role() == Role.COUNT && e.getValue().value() == 0);
    }

    private static String place(Wanted wanted) {
        return wanted.arm() + "|" + wanted.visit() + "|" + wanted.grade();
    }

    private static Outcome blamed(Reading reading, Mention mention, Statement statement) {
        Outcome outcome = unknown(reading);
        outcome.blamed = mention;
        outcome.blaming = statement.agreeing().values().iterator().next();
        return outcome;
    }

    // --- how many subjects there are

    private boolean isOfFollowUp(Reading reading) {
        Claim claim = reading.claim();
        if (!claim.isCountAlone() || reading.visit() == null || reading.visit().visit().kind() != Timepoint.Kind.TIME) {
            return false;
        }
        OfVisit visit = reading.visit();
        int from = Math.min(claim.start(), visit.start());
        int to = Math.max(claim.end(), visit.end()) + 4;
        boolean said = SentenceReader.wordsNear(sentence.tokens(), from, to).stream().anyMatch(FOLLOWED::contains);
        boolean otherwise = mentions(OfConcepts.class).stream().anyMatch(m -> m.start() >= claim.end() && m.end() <= visit.start()
                && !usable(m, claim).concepts().isEmpty())
                || sentence.claims().stream().anyMatch(c -> c.start() >= claim.end() && c.end() <= visit.start());
        return said && !otherwise && visit.start() >= claim.start() && visit.start() - claim.end() <= 6;
    }

    private Outcome ofFollowUp(Reading reading) {
        String arm = reading.arm() == null ? null : reading.arm().arm();
        Timepoint visit = Objects.requireNonNull(reading.visit()).visit();
        Element count = reading.claim().elements().getFirst();
        List<EvidenceCell> assessed = evidence.cells().stream().filter(c -> c.facts().containsKey("n") && c.visit() != null
                && c.visit().kind() == Timepoint.Kind.TIME && Objects.equals(c.arm(), arm)).toList();
        List<EvidenceCell> then = assessed.stream().filter(c -> Objects.requireNonNull(c.visit()).isSame(visit)).toList();
        List<EvidenceCell> about = then.isEmpty()
                ? assessed.stream().filter(c -> Objects.requireNonNull(c.visit()).isLike(visit)).toList()
                : then;
        List<Fact> facts = about.stream().map(c -> Objects.requireNonNull(c.facts().get("n"))).toList();
        return counted(reading, count, facts, reading.visit(),
                assessed.stream().map(c -> Objects.requireNonNull(c.facts().get("n"))).toList(), true);
    }

    private Outcome counted(Reading reading, Element count, List<Fact> facts, @Nullable Mention qualifier, List<Fact> others,
            boolean certain) {
        Outcome outcome = unknown(reading);
        Optional<Fact> same = facts.stream().filter(f -> count.isPrintOf(f.value())).findFirst();
        Optional<Fact> other = others.stream().filter(f -> count.isPrintOf(f.value())).findFirst();
        if (same.isPresent()) {
            outcome.elements.put(count, Judgement.confirmed(same.get()));
            outcome.holds = true;
            if (qualifier != null) {
                outcome.used.add(qualifier);
            }
        } else if (qualifier != null && other.isPresent() && !isSaidElsewhere(reading, facts)) {
            outcome.blamed = qualifier;
            outcome.blaming = other.get();
        } else if (certain && !facts.isEmpty()) {
            outcome.elements.put(count, Judgement.contradicted(facts.getFirst()));
        }
        return outcome;
    }

    /// Whether the number that should stand here is said of something else in the sentence: the two were swapped.
    private boolean isSaidElsewhere(Reading reading, List<Fact> facts) {
        return sentence.claims().stream().filter(c -> !c.equals(reading.claim()))
                .filter(c -> !isOfSameArm(reading.arm(), nearest(c, OfArm.class, 4))).flatMap(c -> c.elements().stream())
                .anyMatch(e -> e.role() == Role.COUNT && facts.stream().anyMatch(f -> e.isPrintOf(f.value())));
    }

    private static boolean isOfSameArm(@Nullable OfArm one, @Nullable OfArm other) {
        return one != null && other != null && Objects.equals(one.arm(), other.arm());
    }

    /// Whether a count is of all subjects or of an arm: "Of the 18 patients", "22 patients were treated", "6 received
    /// 0.3×10⁵/kg".
    private boolean isOfPopulation(Reading reading) {
        Claim claim = reading.claim();
        if (!claim.isCountAlone() || claim.paren() >= 0 || reading.grade() != null) {
            return false;
        }
        boolean near = reading.concepts() != null && reading.cost() <= 3;
        return isIntroduced(claim) || (!near && (isOfPeople(claim) || isArmOfItsOwn(reading) || isPopulated(claim)));
    }

    /// "Of the 18 patients", "Among 22 patients evaluated".
    private boolean isIntroduced(Claim claim) {
        int at = claim.start() - 1;
        at -= at >= 0 && (sentence.tokens().get(at).is("the") || sentence.tokens().get(at).is("all")) ? 1 : 0;
        boolean introduced = at >= 0 && (sentence.tokens().get(at).is("of") || sentence.tokens().get(at).is("among"));
        return introduced && at == 0 && isOfPeople(claim);
    }

    private boolean isOfPeople(Claim claim) {
        String last = sentence.tokens().get(claim.end() - 1).text().toLowerCase(Locale.ROOT);
        return claim.end() > claim.start() + 1 && (last.startsWith("patient") || last.startsWith("subject")
                || last.startsWith("participant") || last.equals("children") || last.equals("adults")
                || last.equals("individuals"));
    }

    private boolean isPopulated(Claim claim) {
        return SentenceReader.wordsNear(sentence.tokens(), claim.end(), claim.end() + 3).stream().anyMatch(POPULATED::contains);
    }

    /// "18 patients with … were enrolled", at the beginning of a sentence.
    private boolean isEnrolled(Claim claim) {
        int to = sentence.claims().stream().filter(c -> c.start() >= claim.end()).mapToInt(Claim::start).min()
                .orElse(sentence.tokens().size());
        return claim.start() == 0 && isOfPeople(claim)
                && SentenceReader.wordsNear(sentence.tokens(), claim.end(), to).stream().anyMatch(ENROLLED::contains);
    }

    private static boolean isArmOfItsOwn(Reading reading) {
        return reading.arm() != null;
    }

    private Outcome ofPopulation(Reading reading, List<Reading> all) {
        Element count = reading.claim().elements().getFirst();
        OfArm arm = reading.arm();
        boolean certain = isIntroduced(reading.claim()) || arm != null || isPopulated(reading.claim())
                || isEnrolled(reading.claim());
        if (arm == null) {
            return counted(reading, count, evidence.totals(null), null, List.of(), certain);
        }
        Set<String> named = new HashSet<>();
        all.stream().filter(r -> !r.equals(reading)).map(Reading::arm).filter(Objects::nonNull).map(OfArm::arm)
                .filter(Objects::nonNull)
                .forEach(named::add);
        List<Fact> others = evidence.arms().stream().filter(a -> !a.equals(arm.arm()) && !named.contains(a))
                .flatMap(a -> evidence.totals(a).stream()).toList();
        if (arm.arm() == null) {
            return noSuchArm(reading, arm, others, count);
        }
        return counted(reading, count, evidence.totals(arm.arm()), arm, others, true);
    }

    /// No arm has this dose: it is wrong, whatever the count.
    private static Outcome noSuchArm(Reading reading, OfArm arm, List<Fact> others, Element count) {
        Outcome outcome = unknown(reading);
        others.stream().filter(f -> count.isPrintOf(f.value())).findFirst().or(() -> others.stream().findFirst())
                .ifPresent(fact -> {
                    outcome.blamed = arm;
                    outcome.blaming = fact;
                });
        return outcome;
    }

    // --- what stands beside the claims

    /// "14 received reduced doses (2 …, 2 … and 10 …)": the parts are levels of one variable, and what they are of is their sum.
    private void breakdowns(List<Outcome> outcomes) {
        for (Outcome whole : outcomes) {
            if (whole.holds || !whole.reading.claim().isCountAlone()) {
                continue;
            }
            List<Outcome> parts = outcomes.stream().filter(o -> o.reading.claim().paren() >= whole.reading.claim().end()
                    && whole.reading.equals(host(o.reading.claim(),
                            outcomes.stream().map(x -> x.reading).filter(r -> r.claim().start() < o.reading.claim()
                                    .start()).toList())))
                    .toList();
            sum(whole, parts);
        }
    }

    private void sum(Outcome whole, List<Outcome> parts) {
        Set<String> families = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        for (Outcome part : parts) {
            List<Concept> concepts = part.reading.concepts();
            if (concepts == null || part.reading.grade() != null) {
                return;
            }
            Statement best = best(part.reading.claim(), cells.of(concepts, wanted(part.reading, ANY)));
            if (best == null || (best.agreeing().isEmpty() && best.opposing().isEmpty())) {
                return;
            }
            facts.add(best.agreeing().isEmpty()
                    ? best.opposing().values().iterator().next()
                    : best.agreeing().values().iterator().next());
            families.add(concepts.getFirst().family());
        }
        if (facts.size() < 2 || families.size() != 1) {
            return;
        }
        double sum = facts.stream().mapToDouble(Fact::value).sum();
        Element count = whole.reading.claim().elements().getFirst();
        if (count.isPrintOf(sum) || parts.stream().allMatch(part -> part.holds)) {
            Judgement judgement = new Judgement(count.isPrintOf(sum) ? Verdict.CONFIRMED : Verdict.CONTRADICTED,
                    facts.stream().map(Fact::key).toList(), Long.toString(Math.round(sum)));
            judgements.put(count.token(), judgement);
        }
    }

    /// A visit, an arm or a grade is as good as the claims that name it.
    private void qualifiers(List<Outcome> outcomes) {
        for (Mention mention : sentence.mentions()) {
            switch (mention) {
                case OfVisit visit -> qualifier(visit, visit.token(), outcomes);
                case OfGrade grade -> qualifier(grade, grade.token(), outcomes);
                case OfArm arm -> qualifier(arm, arm.token(), outcomes);
                case OfConcepts concepts -> level(concepts, outcomes);
                case Mention.OfDate _ -> {}
            }
        }
    }

    private void qualifier(Mention mention, int token, List<Outcome> outcomes) {
        if (token < 0) {
            return;
        }
        Judgement judgement = Judgement.UNKNOWN;
        for (Outcome outcome : outcomes) {
            if (outcome.used.contains(mention) && outcome.holds) {
                judgement = firstConfirmed(outcome);
                break;
            }
            if (mention.equals(outcome.blamed)) {
                judgement = Judgement.contradicted(Objects.requireNonNull(outcome.blaming));
            }
        }
        judgements.put(token, judgement);
    }

    private static Judgement firstConfirmed(Outcome outcome) {
        return outcome.elements.values().stream().filter(j -> j.verdict() == Verdict.CONFIRMED).findFirst()
                .orElse(Judgement.UNKNOWN);
    }

    /// Numbers in the name of a level, such as `2/3 dose`.
    private void level(OfConcepts mention, List<Outcome> outcomes) {
        for (int i = mention.start(); i < mention.end(); i++) {
            if (sentence.tokens().get(i).isNumber()) {
                Judgement judgement = Judgement.UNKNOWN;
                for (Outcome outcome : outcomes) {
                    List<Concept> concepts = outcome.reading.concepts();
                    if (concepts != null && outcome.holds && mention.concepts().containsAll(concepts)) {
                        judgement = firstConfirmed(outcome);
                    }
                }
                if (mention.wrong().contains(i)) {
                    judgement = new Judgement(Verdict.CONTRADICTED, judgement.keys(), judgement.says());
                }
                judgements.put(i, judgement);
            }
        }
    }

    /// "this patient attained LLDAS at 4 months": the visit at which it was first attained.
    private void onsets(List<Outcome> outcomes) {
        for (OfVisit visit : mentions(OfVisit.class)) {
            boolean used = visit.token() < 0 || visit.visit().kind() != Timepoint.Kind.TIME
                    || outcomes.stream().anyMatch(o -> visit.equals(o.reading.visit()));
            if (!used) {
                mentions(OfConcepts.class).stream().filter(m -> m.end() <= visit.start() && visit.start() - m.end() <= 4)
                        .max(Comparator.comparingInt(OfConcepts::end))
                        .ifPresent(m -> judgements.put(visit.token(), onset(m, visit)));
            }
        }
    }

    private Judgement onset(OfConcepts mention, OfVisit visit) {
        List<EvidenceCell> counted = cells.of(mention.concepts(), new Wanted(null, false, null, true, null, false)).stream()
                .filter(EvidenceCell::counts)
                .sorted(Comparator.comparingDouble(
                        c -> Objects.requireNonNull(c.visit()).count() * Objects.requireNonNull(c.visit()).unit()))
                .toList();
        Optional<EvidenceCell> first = counted.stream().filter(c -> count(c).value() > 0).findFirst();
        if (first.isEmpty()) {
            return Judgement.UNKNOWN;
        }
        if (Objects.requireNonNull(first.get().visit()).isLike(visit.visit())) {
            return Judgement.confirmed(count(first.get()));
        }
        boolean some = counted.stream()
                .anyMatch(c -> Objects.requireNonNull(c.visit()).isLike(visit.visit()) && count(c).value() > 0);
        return some ? Judgement.UNKNOWN : Judgement.contradicted(count(first.get()));
    }

    private static Fact count(EvidenceCell cell) {
        return Objects.requireNonNull(cell.facts().get("count"));
    }

    /// A date is known where it is the cut-off.
    private void dates() {
        String cutoff = evidence.cutoff();
        for (Mention.OfDate date : mentions(Mention.OfDate.class)) {
            boolean of = SentenceReader.wordsNear(sentence.tokens(), date.start() - 4, date.start()).stream()
                    .anyMatch(w -> w.equals("as") || w.equals("cutoff") || w.equals("cut"));
            if (cutoff == null || !of) {
                judgements.put(date.token(), Judgement.UNKNOWN);
            } else {
                Verdict verdict = cutoff.startsWith(date.date()) ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
                judgements.put(date.token(), new Judgement(verdict, List.of(), cutoff));
            }
        }
    }
}
