package org.tabularium.manuscript.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.language.Timepoint;

/// What the sentences of a paragraph have spoken of so far, which the next need not say again.
///
/// @param visit the last; null for none
/// @param arms of the last sentence that names some, in their order
/// @param concepts what the last sentence that names something begins with
public record Spoken(@Nullable Timepoint visit, List<OfArm> arms, List<Concept> concepts) {

    public static final Spoken NOTHING = new Spoken(null, List.of(), List.of());

    public Spoken and(Sentence sentence) {
        Timepoint last = visit;
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof OfVisit of && of.visit().kind() == Timepoint.Kind.TIME) {
                last = of.visit();
            }
        }
        List<OfArm> named = sentence.mentions().stream().filter(OfArm.class::isInstance).map(OfArm.class::cast).toList();
        List<Concept> first = sentence.mentions().stream().filter(OfConcepts.class::isInstance)
                .map(m -> ((OfConcepts) m).concepts())
                .findFirst().orElse(concepts);
        return new Spoken(last, named.isEmpty() ? arms : named, first);
    }
}
