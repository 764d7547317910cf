package org.tabularium.manuscript;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.RunEvidence;

/// What a claim may be of: the concepts that its sentence names and that have numbers of its kind.
final class NamedConcepts {

    /// Where what a number is of stands.
    enum Side {
        NEAREST, BEFORE, BEHIND
    }

    private static final List<String> CHANGES = List.of("change", "decreas", "reduc", "increas", "improve", "declin", "fell");
    private static final Set<String> CENTRES = Set.of("median", "mean", "lsmean", "min", "max", "estimate", "median-time",
            "hazard-ratio", "difference");
    private static final Set<String> LIMITS = Set.of("min", "q1");
    private static final int NEAR = 8;
    private static final String CAUSE = "DTHCAUS";
    private static final Set<String> CAUSES = Set.of("cause", "causes", "died", "death", "deaths", "fatal");

    private final RunEvidence evidence;
    private final SentenceInContext sentence;

    NamedConcepts(RunEvidence evidence, SentenceInContext sentence) {
        this.evidence = evidence;
        this.sentence = sentence;
    }

    /// The nearest mention on a side, where one is near.
    @Nullable
    OfConcepts of(Claim claim, Side side) {
        List<OfConcepts> usable = sentence.mentions(OfConcepts.class).stream().map(m -> usable(m, claim))
                .filter(m -> !m.concepts().isEmpty())
                .filter(m -> sentence.distance().between(claim, m) <= Distance.FAR).toList();
        OfConcepts inOrder = respective(claim);
        if (inOrder != null) {
            return inOrder;
        }
        OfConcepts atOnce = usable.stream().filter(m -> isNamedAtOnce(sentence, m, claim)).findFirst().orElse(null);
        if (atOnce != null) {
            return atOnce;
        }
        List<OfConcepts> sided = usable.stream().filter(m -> switch (side) {
            case NEAREST -> true;
            case BEFORE -> m.end() <= claim.start();
            case BEHIND -> m.start() >= claim.end();
        }).toList();
        return (sided.isEmpty() ? usable : sided).stream()
                .min(Comparator.comparingDouble(m -> sentence.distance().between(claim, m))).orElse(null);
    }

    /// Whether what a number is taken to be of stands right before it.
    static boolean isNamedAtOnce(SentenceInContext sentence, List<Concept> concepts, Claim claim) {
        return sentence.mentions(OfConcepts.class).stream()
                .anyMatch(m -> m.concepts().containsAll(concepts) && isNamedAtOnce(sentence, m, claim));
    }

    /// "hypokalaemia in 7 (39%), and pyrexia in 8": what a number is of stands right before it, whatever follows.
    private static boolean isNamedAtOnce(SentenceInContext sentence, OfConcepts mention, Claim claim) {
        return mention.end() == claim.start() - 1 && sentence.is(mention.end(), "in")
                && sentence.mentions(Mention.OfGrade.class).stream().noneMatch(g -> g.start() >= claim.end());
    }

    /// "SRI-4, LLDAS and DORIS were attained by 19, 10 and seven, respectively": as many as numbers, in the same order.
    private @Nullable OfConcepts respective(Claim claim) {
        List<OfConcepts> all = sentence.mentions(OfConcepts.class).stream().map(m -> usable(m, claim))
                .filter(m -> !m.concepts().isEmpty()).toList();
        List<Claim> alike = sentence.claims().stream().filter(c -> c.kind() == claim.kind()).toList();
        boolean before = !all.isEmpty() && all.getLast().end() <= alike.getFirst().start();
        boolean ofArms = sentence.mentions(Mention.OfArm.class).size() == alike.size(); // what is said in order are the arms
        return sentence.isRespective() && !ofArms && before && all.size() > 1 && all.size() == alike.size()
                ? all.get(alike.indexOf(claim))
                : null;
    }

    /// The last mention before a claim of a change that says what has changed, however far.
    @Nullable
    OfConcepts ofChange(Claim claim) {
        return !isChange(claim)
                ? null
                : sentence.mentions(OfConcepts.class).stream().filter(m -> m.end() <= claim.start()).map(m -> usable(m, claim))
                        .filter(m -> m.concepts().stream().anyMatch(Concept::change))
                        .max(Comparator.comparingInt(OfConcepts::end)).orElse(null);
    }

    /// The concepts of a mention that have numbers of the claim's kind.
    OfConcepts usable(OfConcepts mention, Claim claim) {
        return new OfConcepts(mention.start(), mention.end(), usable(mention.concepts(), claim), mention.size(), mention.wrong());
    }

    List<Concept> usable(List<Concept> named, Claim claim) {
        boolean change = isChange(claim);
        List<Concept> concepts = ofDeath(named.stream()
                .filter(c -> evidence.cells(c).stream().anyMatch(cell -> has(cell, claim.kind()))).toList());
        List<Concept> changed = concepts.stream().filter(c -> c.change() == change).toList();
        return changed.isEmpty() ? concepts : changed;
    }

    /// "The causes of death were pneumonia (1) and sepsis (1)": not whoever had such an event.
    private List<Concept> ofDeath(List<Concept> concepts) {
        List<Concept> ofDeath = concepts.stream().filter(c -> c.family().contains(CAUSE)).toList();
        return !ofDeath.isEmpty() && sentence.isSaid(CAUSES, 0, sentence.tokens().size()) ? ofDeath : concepts;
    }

    /// "a mean change of −5.9", "decreased by 5.9", and what is below zero; not "decreased from 10.9 to 3.8".
    private boolean isChange(Claim claim) {
        if (claim.elements().getFirst().value().signum() < 0) {
            return true;
        }
        int sign = claim.start() - 1;
        if (sentence.is(sign, "from", "to")) {
            return false;
        }
        for (int i = sign; i >= Math.max(0, claim.start() - NEAR); i--) {
            if (sentence.is(i, "from") && !sentence.is(i + 1, "baseline")) {
                return false;
            }
            String word = sentence.tokens().get(i).text().toLowerCase(Locale.ROOT);
            if (CHANGES.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(EvidenceCell cell, Claim.Kind kind) {
        Set<String> statistics = cell.facts().keySet();
        return switch (kind) {
            case COUNT -> statistics.contains("count");
            case CENTRE -> statistics.stream().anyMatch(CENTRES::contains);
            case LIMITS -> statistics.stream().anyMatch(LIMITS::contains);
            case P_VALUE -> statistics.contains("p-value");
        };
    }
}
