package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.Fact;

/// A claim held against one cell: which of its numbers the cell has, and which it has otherwise.
///
/// @param agreeing with the fact that says so
/// @param opposing with the fact that says otherwise
record Statement(Map<Element, Fact> agreeing, Map<Element, Fact> opposing) {

    private static final Set<String> HIGHEST = Set.of("maximum", "max", "longest", "highest");
    private static final Set<String> LOWEST = Set.of("minimum", "min", "shortest", "lowest");
    private static final List<String> CENTRES = List.of("median", "mean", "lsmean", "median-time", "estimate", "hazard-ratio",
            "difference");
    private static final List<List<String>> PAIRS = List.of(List.of("min", "max"), List.of("q1", "q3"),
            List.of("ci-lower", "ci-upper"));

    static Statement of(Claim claim, EvidenceCell cell, List<Fact> denominators) {
        Map<Element, Fact> agreeing = new LinkedHashMap<>();
        Map<Element, Fact> opposing = new LinkedHashMap<>();
        List<String> limits = limits(claim, cell);
        for (Element element : claim.elements()) {
            List<Fact> facts = facts(claim, element, cell, denominators, limits);
            facts.stream().filter(fact -> isSame(element, fact, cell)).findFirst().ifPresentOrElse(
                    fact -> agreeing.put(element, fact),
                    () -> facts.stream().findFirst().ifPresent(fact -> opposing.put(element, fact)));
        }
        return new Statement(agreeing, opposing);
    }

    private static boolean isSame(Element element, Fact fact, EvidenceCell cell) {
        return element.isPrintOf(fact.value()) || (cell.concept().change() && element.isPrintOf(-fact.value()));
    }

    /// The statistics that a count may be.
    private static List<String> counts(Claim claim) {
        if (claim.isBound()) {
            return List.of(claim.words().contains("least") ? "min" : "max");
        }
        return claim.isCountAlone() ? List.of("count", "events") : List.of("count");
    }

    private static List<Fact> facts(Claim claim, Element element, EvidenceCell cell, List<Fact> denominators,
            List<String> limits) {
        return switch (element.role()) {
            case COUNT -> counted(claim, element, cell);
            case DENOMINATOR -> cell.facts().containsKey("count") ? denominators : List.of();
            case PERCENT -> percent(cell);
            case CENTRE -> named(cell, centres(claim.words()));
            case SPREAD -> named(cell, List.of("sd", "se"));
            case LOW -> named(cell, limits.isEmpty() ? List.of() : List.of(limits.getFirst()));
            case HIGH -> named(cell, limits.isEmpty() ? List.of() : List.of(limits.getLast()));
            case CI_LOW -> named(cell, List.of("ci-lower"));
            case CI_HIGH -> named(cell, List.of("ci-upper"));
            case P_VALUE -> named(cell, List.of("p-value"));
        };
    }

    /// "237 events" may be told of subjects that had one, but where no events are counted nothing says otherwise.
    private static List<Fact> counted(Claim claim, Element element, EvidenceCell cell) {
        if (!claim.words().contains(Claim.EVENTS) || claim.isBound()) {
            return named(cell, counts(claim));
        }
        List<Fact> facts = named(cell, List.of("events", "count"));
        return cell.facts().containsKey("events") ? facts : facts.stream().filter(f -> isSame(element, f, cell)).toList();
    }

    /// A count of none is 0% though no percentage is recorded.
    private static List<Fact> percent(EvidenceCell cell) {
        Fact count = cell.facts().get("count");
        if (!cell.facts().containsKey("percent") && count != null && count.value() == 0) {
            return List.of(count);
        }
        return named(cell, List.of("percent"));
    }

    private static List<Fact> named(EvidenceCell cell, List<String> statistics) {
        List<Fact> facts = new ArrayList<>();
        for (String statistic : statistics) {
            Fact fact = cell.facts().get(statistic);
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static List<String> centres(Set<String> words) {
        if (words.stream().anyMatch(HIGHEST::contains)) {
            return List.of("max");
        }
        if (words.stream().anyMatch(LOWEST::contains)) {
            return List.of("min");
        }
        if (words.contains("median")) {
            return List.of("median", "median-time");
        }
        if (words.contains("mean") || words.contains("average")) {
            return List.of("mean", "lsmean");
        }
        if (words.contains("hazard") || words.contains("hr")) {
            return List.of("hazard-ratio");
        }
        if (words.contains("sd") || words.contains("se")) {
            return List.of(words.contains("sd") ? "sd" : "se");
        }
        return words.contains("difference") ? List.of("difference") : CENTRES;
    }

    /// Which limits a claim gives: those it names, else those that agree best.
    private static List<String> limits(Claim claim, EvidenceCell cell) {
        if (claim.words().contains("iqr") || claim.words().contains("interquartile")) {
            return PAIRS.get(1);
        }
        if (claim.words().contains("range")) {
            return PAIRS.getFirst();
        }
        List<String> best = List.of();
        long most = -1;
        for (List<String> pair : claim.kind() == Claim.Kind.LIMITS ? PAIRS.subList(0, 2) : PAIRS) {
            if (cell.facts().containsKey(pair.getFirst()) && cell.facts().containsKey(pair.getLast())) {
                long same = claim.elements().stream().filter(e -> e.role() == Role.LOW || e.role() == Role.HIGH)
                        .filter(e -> isSame(e,
                                Objects.requireNonNull(cell.facts().get(e.role() == Role.LOW ? pair.getFirst() : pair.getLast())),
                                cell))
                        .count();
                if (same > most) {
                    most = same;
                    best = pair;
                }
            }
        }
        return best;
    }

    boolean isJudged() {
        return !agreeing.isEmpty() || !opposing.isEmpty();
    }

    boolean holds() {
        return opposing.isEmpty() && !agreeing.isEmpty();
    }

    /// A cell that has more of the numbers says more; of two that have as many, the one that has more of them as printed.
    boolean isBetterThan(Statement other) {
        int judged = agreeing.size() + opposing.size();
        int ofOther = other.agreeing.size() + other.opposing.size();
        return judged == ofOther ? agreeing.size() > other.agreeing.size() : judged > ofOther;
    }
}
