package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Element;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.evidence.Concept;

/// Claims of one thing in several arms. Where one of them holds, the sentence is understood, and what another one says
/// otherwise is
/// wrong; where two have each other's numbers they were swapped, and both are.
final class ClaimsInTurn {

    private final BestCells cells;
    private final SentenceInContext sentence;

    ClaimsInTurn(BestCells cells, SentenceInContext sentence) {
        this.cells = cells;
        this.sentence = sentence;
    }

    /// The outcomes of a sentence, those that say nothing by themselves in the light of the others.
    List<Outcome> settled(List<Outcome> outcomes) {
        List<Outcome> settled = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Statement own = outcome.contradicts() || outcome.holds() ? null : own(outcome.reading());
            boolean wrong = own != null && outcomes.stream().anyMatch(other -> tells(outcome.reading(), other));
            settled.add(wrong ? Outcome.judged(outcome.reading(), Objects.requireNonNull(own)) : outcome);
        }
        return settled;
    }

    /// What the cell of a claim's own arm says, where it says otherwise.
    private @Nullable Statement own(Reading reading) {
        List<Concept> concepts = reading.concepts();
        boolean said = reading.arm() != null && reading.arm().arm() != null;
        if (concepts == null || !said || reading.claim().isBound() || sentence.isVague(reading)) {
            return null;
        }
        Statement own = cells.best(reading, concepts);
        return own == null || own.opposing().isEmpty() ? null : own;
    }

    /// Whether another claim makes sure that this one is wrong.
    private boolean tells(Reading reading, Outcome other) {
        Reading beside = other.reading();
        List<Concept> concepts = reading.concepts();
        if (concepts == null || !concepts.equals(beside.concepts()) || beside.arm() == null || reading.arm() == null
                || beside.arm().arm() == null || Objects.equals(beside.arm().arm(), reading.arm().arm())
                || !roles(beside.claim()).equals(roles(reading.claim()))) {
            return false;
        }
        return other.holds() || (holds(of(reading.claim(), beside), concepts) && holds(of(beside.claim(), reading), concepts));
    }

    private static Set<Role> roles(Claim claim) {
        return claim.elements().stream().map(Element::role).collect(Collectors.toSet());
    }

    /// A claim's numbers where another reading places its own.
    private static Reading of(Claim claim, Reading place) {
        return new Reading(claim, place.concepts(), place.arm(), place.visit(), place.grade(), place.cost());
    }

    private boolean holds(Reading reading, List<Concept> concepts) {
        Statement statement = cells.best(reading, concepts);
        return statement != null && statement.holds();
    }
}
