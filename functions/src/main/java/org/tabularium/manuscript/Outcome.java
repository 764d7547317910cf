package org.tabularium.manuscript;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Fact;

/// What became of a claim in one reading: a judgement of each of its numbers, or a mention that is blamed.
final class Outcome {

    private static final double COST = 0.3;
    /// A reading that says nothing is hardly better than one that contradicts.
    private static final double DOUBT = -0.7;
    private static final double BLAME = -0.5;

    private final Reading reading;
    private final Map<Element, Judgement> elements = new LinkedHashMap<>();
    private final Set<Mention> used = new HashSet<>();
    private boolean holds;
    private @Nullable Mention blamed;
    private @Nullable Fact blaming;

    private Outcome(Reading reading) {
        this.reading = reading;
        reading.claim().elements().forEach(element -> elements.put(element, Judgement.UNKNOWN));
    }

    /// Nothing is known of the claim.
    static Outcome unknown(Reading reading) {
        return new Outcome(reading);
    }

    /// What a cell says of the claim's numbers.
    static Outcome judged(Reading reading, Statement statement) {
        Outcome outcome = new Outcome(reading);
        statement.agreeing().forEach((element, fact) -> outcome.elements.put(element, Judgement.confirmed(fact)));
        statement.opposing().forEach((element, fact) -> outcome.elements.put(element, Judgement.contradicted(fact)));
        outcome.holds = statement.holds();
        return outcome;
    }

    /// The numbers are those of another visit, arm or grade than the one that is said.
    static Outcome blamed(Reading reading, Mention mention, Fact fact) {
        Outcome outcome = new Outcome(reading);
        outcome.blamed = mention;
        outcome.blaming = fact;
        return outcome;
    }

    /// The claim's one number is this fact.
    static Outcome confirmed(Reading reading, Fact fact, @Nullable Mention qualifier) {
        Outcome outcome = new Outcome(reading);
        outcome.elements.replaceAll((_, _) -> Judgement.confirmed(fact));
        outcome.holds = true;
        outcome.use(qualifier);
        return outcome;
    }

    /// The claim's one number is not this fact.
    static Outcome contradicted(Reading reading, Fact fact) {
        Outcome outcome = new Outcome(reading);
        outcome.elements.replaceAll((_, _) -> Judgement.contradicted(fact));
        return outcome;
    }

    void use(@Nullable Mention mention) {
        if (mention != null) {
            used.add(mention);
        }
    }

    /// Takes back what contradicts such elements.
    void doubt(Predicate<Element> doubtful) {
        elements.replaceAll((element, judgement) -> judgement.verdict() == Verdict.CONTRADICTED && doubtful.test(element)
                ? Judgement.UNKNOWN
                : judgement);
    }

    boolean saysNothing() {
        return blamed == null && elements.values().stream().allMatch(j -> j.verdict() == Verdict.UNKNOWN);
    }

    boolean contradicts() {
        return elements.values().stream().anyMatch(j -> j.verdict() == Verdict.CONTRADICTED);
    }

    Reading reading() {
        return reading;
    }

    Map<Element, Judgement> elements() {
        return elements;
    }

    boolean holds() {
        return holds;
    }

    boolean blames(Mention mention) {
        return mention.equals(blamed);
    }

    /// What the blamed mention is blamed by.
    @Nullable
    Fact blaming() {
        return blaming;
    }

    /// Whether the mention chose the cells that the claim agrees with.
    boolean isBy(Mention mention) {
        return holds && used.contains(mention);
    }

    /// The first number that is confirmed, for what stands beside it.
    Judgement firstConfirmed() {
        return elements.values().stream().filter(j -> j.verdict() == Verdict.CONFIRMED).findFirst().orElse(Judgement.UNKNOWN);
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
        return (blamed == null ? score : BLAME) - COST * reading.cost();
    }
}
