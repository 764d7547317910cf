package org.tabularium.endpoint.toxicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// A design of dose escalation that decides at each level by the number of evaluable subjects and of those with a dose-limiting
/// toxicity (DLT) there, against a target share. A level with a true share above the target with a probability of more than
/// 0.95 (by a uniform prior), from three evaluable on, is eliminated with every level above it. Nobody is raised from the top
/// level or to an eliminated one, nor lowered from the lowest: such a level is kept. The maximum tolerated dose is chosen at the
/// end by isotonic regression, which is not done here.
public sealed interface IntervalDesign permits Boin, Mtpi2 {

    double ELIMINATED = 0.95;
    int FEWEST = 3;

    /// What a design says of a level.
    enum Decision {
        ESCALATE, STAY, DE_ESCALATE, ELIMINATE, PENDING;

        /// As printed: `escalate`, `de-escalate`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The share with a DLT that is aimed at.
    double target();

    /// The decision of a level that is not eliminated and has someone evaluable, whose neighbours are not looked at.
    Decision ofCounts(Level level);

    /// The decision of a level whose neighbours are not looked at.
    default Decision alone(Level level) {
        if (level.evaluable() == 0) {
            return Decision.PENDING;
        }
        boolean eliminated = level.evaluable() >= FEWEST && new ToxicityPosterior(level).above(target()) > ELIMINATED;
        return eliminated ? Decision.ELIMINATE : ofCounts(level);
    }

    /// The decision of each level.
    ///
    /// @param levels all planned levels, from the lowest dose; a level without subjects has 0 of 0
    default List<Decision> decisions(List<Level> levels) {
        List<Decision> decisions = new ArrayList<>(levels.stream().map(this::alone).toList());
        int eliminated = decisions.indexOf(Decision.ELIMINATE);
        int last = eliminated < 0 ? decisions.size() - 1 : eliminated - 1;
        for (int level = 0; level < decisions.size(); level++) {
            Decision decision = decisions.get(level);
            if (level > last) {
                decisions.set(level, Decision.ELIMINATE);
            } else if ((level == last && decision == Decision.ESCALATE) || (level == 0 && decision == Decision.DE_ESCALATE)) {
                decisions.set(level, Decision.STAY);
            }
        }
        return List.copyOf(decisions);
    }
}
