package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.RunEvidence;

/// Reads the claims of a sentence: what each is of, in whom, when, how severe.
final class Readings {

    private static final double ELLIPSIS = 1;
    private static final double OF_GRADE = 2.5;

    private final SentenceInContext sentence;
    private final NamedConcepts named;
    private final SaidArms arms;
    private final Map<OfGrade, Claim> grades = new HashMap<>();

    Readings(RunEvidence evidence, SentenceInContext sentence) {
        this.sentence = sentence;
        named = new NamedConcepts(evidence, sentence);
        arms = new SaidArms(sentence);
        bindGrades();
    }

    /// A grade is that of the claim nearest to it.
    private void bindGrades() {
        for (OfGrade grade : sentence.mentions(OfGrade.class)) {
            sentence.claims().stream().min(Comparator.comparingDouble(c -> sentence.distance().between(c, grade)))
                    .filter(c -> sentence.distance().between(c, grade) <= OF_GRADE)
                    .ifPresent(claim -> grades.put(grade, claim));
        }
    }

    /// All claims, with what they are of on this side of them where they have a choice.
    List<Reading> of(NamedConcepts.Side side) {
        List<Reading> readings = new ArrayList<>();
        for (Claim claim : sentence.claims()) {
            readings.add(reading(claim, side, readings));
        }
        for (int i = readings.size() - 2; i >= 0; i--) {
            readings.set(i, ofNext(readings.get(i), readings.get(i + 1)));
        }
        return readings;
    }

    private Reading reading(Claim claim, NamedConcepts.Side side, List<Reading> before) {
        OfArm arm = arms.of(claim);
        OfVisit visit = sentence.visit(claim);
        OfGrade grade = grades.entrySet().stream().filter(e -> e.getValue().equals(claim)).map(Map.Entry::getKey)
                .min(Comparator.comparingDouble(g -> sentence.distance().between(claim, g))).orElse(null);
        Reading host = host(claim, before);
        OfConcepts concepts = named.of(claim, side);
        if (host == null && isPercentOf(claim, before)) {
            host = before.getLast();
        }
        OfConcepts changed = named.ofChange(claim);
        if (host != null && host.concepts() != null && changed == null
                && (concepts == null || !isInside(concepts, claim.paren()))) {
            return new Reading(claim, host.concepts(), arm == null ? host.arm() : arm, visit == null ? host.visit() : visit,
                    grade == null ? host.grade() : grade, 1);
        }
        if (changed != null && (concepts == null || concepts.concepts().stream().noneMatch(Concept::change))) {
            return new Reading(claim, changed.concepts(), arm, visit == null && !before.isEmpty()
                    ? before.getLast().visit()
                    : visit, grade, ELLIPSIS);
        }
        if (concepts == null && !before.isEmpty() && isOfSameKind(claim, before.getLast(), arm, visit, grade)) {
            Reading last = before.getLast();
            return new Reading(claim, last.concepts(), arm, visit == null ? last.visit() : visit,
                    grade == null ? last.grade() : grade, ELLIPSIS);
        }
        List<Concept> spoken = concepts == null && sentence.mentions(OfConcepts.class).isEmpty()
                ? named.usable(sentence.spoken().concepts(), claim)
                : List.of();
        if (!spoken.isEmpty() && grade != null) {
            return new Reading(claim, spoken, arm, visit, grade, ELLIPSIS);
        }
        double cost = concepts == null ? 1 : sentence.distance().between(claim, concepts);
        if (concepts != null && visit == null && !before.isEmpty() && concepts.concepts().equals(before.getLast().concepts())) {
            visit = before.getLast().visit();
        }
        if (concepts != null && grade == null && !before.isEmpty() && concepts.concepts().equals(before.getLast().concepts())
                && arm != null && before.getLast().arm() != null && !arm.equals(before.getLast().arm())) {
            grade = before.getLast().grade();
        }
        return new Reading(claim, concepts == null ? null : concepts.concepts(), arm, visit, grade, cost);
    }

    /// "six of the eight with SLE and two of the six with MDR-SRNS were girls": what the first is of is said with the last.
    private static Reading ofNext(Reading reading, Reading next) {
        boolean same = reading.concepts() == null && next.concepts() != null && reading.arm() != null
                && next.arm() != null && !reading.arm().equals(next.arm()) && reading.claim().kind() == next.claim().kind()
                && reading.claim().elements().size() == next.claim().elements().size() && reading.claim().paren() < 0;
        return same
                ? new Reading(reading.claim(), next.concepts(), reading.arm(), reading.visit(), reading.grade(), ELLIPSIS)
                : reading;
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

    /// "31 of 43 with TAB-101 and 25 of 41 with placebo": what the second is of is not said again.
    private static boolean isOfSameKind(Claim claim, Reading last, @Nullable OfArm arm, @Nullable OfVisit visit,
            @Nullable OfGrade grade) {
        boolean other = (arm != null && !arm.equals(last.arm())) || (grade != null && !grade.equals(last.grade()))
                || (visit != null && !visit.equals(last.visit()));
        return other && last.concepts() != null && last.claim().kind() == claim.kind();
    }

    /// The claim whose breakdown or other half stands in the parenthesis behind it; null for none.
    @Nullable
    Reading host(Claim claim, List<Reading> before) {
        if (claim.paren() < 0) {
            return null;
        }
        return before.reversed().stream().filter(r -> r.claim().start() < claim.paren()).findFirst()
                .filter(r -> claim.paren() - r.claim().end() <= 8)
                .filter(r -> sentence.mentions(OfConcepts.class).stream()
                        .noneMatch(m -> m.start() >= r.claim().end() && m.end() == claim.paren()))
                .orElse(null);
    }

    private boolean isInside(Mention mention, int paren) {
        if (mention.start() < paren) {
            return false;
        }
        for (int i = paren; i < mention.start(); i++) {
            if (sentence.is(i, ")")) {
                return false;
            }
        }
        return true;
    }
}
