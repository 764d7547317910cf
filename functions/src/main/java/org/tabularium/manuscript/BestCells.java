package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.evidence.Cells;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.Fact;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Vagueness;

/// Which of the run's cells agrees best with a claim of a sentence.
final class BestCells {

    private final RunEvidence evidence;
    private final Cells cells;
    private final SentenceInContext sentence;

    BestCells(RunEvidence evidence, SentenceInContext sentence) {
        this.evidence = evidence;
        this.cells = new Cells(evidence);
        this.sentence = sentence;
    }

    /// The cells of these words.
    List<EvidenceCell> named(List<Concept> concepts, Wanted wanted) {
        return cells.of(concepts, wanted);
    }

    /// What a claim says of a cell.
    Statement statement(Claim claim, EvidenceCell cell) {
        return Statement.of(claim, cell, denominators(claim, cell));
    }

    /// The cell that agrees best with a claim; null where none has numbers of its kind.
    @Nullable
    Statement best(Claim claim, List<EvidenceCell> named) {
        Statement best = null;
        for (EvidenceCell cell : named) {
            Statement statement = statement(claim, cell);
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
        cells.of(spoken, Way.wanted(null, Way.ANY, null)).stream().filter(c -> Objects.equals(c.arm(), cell.arm()))
                .map(c -> c.facts().get("count")).filter(Objects::nonNull).forEach(facts::add);
        return facts;
    }

    /// The cell that agrees best with a claim of a reading whose visit does not matter; null where none has numbers of its kind.
    @Nullable
    Statement best(Reading reading, List<Concept> concepts) {
        return best(reading.claim(), cells.of(concepts, Way.wanted(reading)));
    }
}
