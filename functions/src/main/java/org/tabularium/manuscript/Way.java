package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.evidence.Cells.Wanted;
import org.tabularium.manuscript.language.Timepoint;

/// A way to take what a claim does not say.
///
/// @param mentions what chooses the cells
/// @param far whether some of these stand far from the claim
record Way(Wanted wanted, List<Mention> mentions, boolean far) {

    /// Any visit, where none is said.
    static final Timepoint ANY = Timepoint.of("at any visit");

    static Way of(@Nullable OfArm arm, @Nullable OfVisit visit, Timepoint time, @Nullable OfGrade grade, boolean far) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : new Mention[]{grade, visit, arm}) {
            if (mention != null) {
                mentions.add(mention);
            }
        }
        return new Way(wanted(arm, time, grade), mentions, far);
    }

    /// The cells of an arm, a visit and a grade; of null for all of them.
    static Wanted wanted(@Nullable OfArm arm, Timepoint visit, @Nullable OfGrade grade) {
        return new Wanted(arm == null ? null : arm.arm(), false, visit, false, grade == null ? null : grade.grade(), false);
    }

    /// The cells that what is mentioned of a reading names, at any visit where it names none.
    static Wanted wanted(Reading reading) {
        OfVisit visit = reading.visit();
        return wanted(reading.arm(), visit == null ? ANY : visit.visit(), reading.grade());
    }
}
