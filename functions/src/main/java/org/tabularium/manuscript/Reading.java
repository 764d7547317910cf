package org.tabularium.manuscript;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Concept;

/// A claim with what it is taken to be of.
///
/// @param concepts null where it is of nothing that is named
/// @param arm null for all arms together
/// @param visit null where none is said
/// @param grade null where none is said
/// @param cost how far these are from the claim
record Reading(Claim claim, @Nullable List<Concept> concepts, Mention.@Nullable OfArm arm, Mention.@Nullable OfVisit visit,
        Mention.@Nullable OfGrade grade, double cost) {}
