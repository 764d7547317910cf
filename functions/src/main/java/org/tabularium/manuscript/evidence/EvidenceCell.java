package org.tabularium.manuscript.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Grade;

/// The numbers of one concept in one group.
///
/// @param concept what they are of
/// @param arm null for all arms together
/// @param visit null where there is none
/// @param grade null for any
/// @param facts by the word of the statistic
public record EvidenceCell(Concept concept, @Nullable String arm, @Nullable Timepoint visit, @Nullable Grade grade,
        Map<String, Fact> facts) {

    public boolean counts() {
        return facts.containsKey("count");
    }
}
