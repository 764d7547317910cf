package org.tabularium.manuscript;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim.Role;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.language.Timepoint;

/// Blames the visit, the arm or the grade that a sentence says of numbers where all of these are those of another one.
final class Blame {

    private final BestCells cells;

    Blame(BestCells cells) {
        this.cells = cells;
    }

    /// All numbers are those of another visit, arm or grade, which no other claim of the sentence has: that is blamed.
    Optional<Outcome> of(Reading reading, List<Concept> concepts, Way way, List<Reading> all) {
        Set<String> taken = new HashSet<>();
        for (Reading other : all) {
            if (!other.equals(reading) && concepts.equals(other.concepts())) {
                taken.add(place(Way.wanted(other)));
            }
        }
        for (Mention mention : way.mentions()) {
            Wanted relaxed = relaxed(mention, way.wanted());
            for (EvidenceCell cell : relaxed == null ? List.<EvidenceCell>of() : cells.named(concepts, relaxed)) {
                Statement statement = cells.statement(reading.claim(), cell);
                boolean free = !taken.contains(place(new Wanted(cell.arm(), false, cell.visit() == null ? Way.ANY : cell.visit(),
                        false, cell.grade(), false)));
                boolean enough = !way.far() || statement.agreeing().size() > 1;
                if (statement.holds() && free && enough && !isOfNone(statement)) {
                    Statement own = isNameAlone(mention)
                            ? cells.best(reading.claim(), cells.named(concepts, way.wanted()))
                            : null;
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
