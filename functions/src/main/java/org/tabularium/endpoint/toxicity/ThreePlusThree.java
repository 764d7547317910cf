package org.tabularium.endpoint.toxicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The 3+3 rule of dose escalation: what follows at each dose level from the number of evaluable subjects and of those with a
/// dose-limiting toxicity (DLT).
///
/// | evaluable | DLT | decision |
/// | --- | --- | --- |
/// | any | 2 or more | stop |
/// | fewer than 3 | at most 1 | pending |
/// | 3, 4 or 5 | 0 | escalate |
/// | 3 | 1 | add 3 |
/// | 4 or 5 | 1 | pending |
/// | 6 or more | at most 1 | escalate |
///
/// Then the levels are looked at together. Directly below the lowest stopped level, a level that would be escalated from is the
/// maximum tolerated dose with six evaluable
/// subjects or more, and "add 3" with fewer. A level above a stopped one is stopped as well, unless it is pending: nobody may be
/// added there. Without a stopped level, the top
/// level that would be escalated from is "MTD not reached".
///
/// Source: the traditional design as in Storer, Biometrics 1989;45:925–937. Levels are taken to be ordered by toxicity; subjects
/// who are still in their window are no part of
/// the rule.
public final class ThreePlusThree {

    private static final int COHORT = 3;
    private static final int EXPANDED = 6;

    /// What the rule says of a level.
    public enum Decision {
        ESCALATE, ADD_3, STOP, PENDING, MTD, MTD_NOT_REACHED;

        /// As printed: `escalate`, `add 3`, `stop`, `pending`, `MTD`, `MTD not reached`.
        public String word() {
            String words = name().replace('_', ' ');
            return words.startsWith("MTD") ? "MTD" + words.substring(3).toLowerCase(Locale.ROOT) : words.toLowerCase(Locale.ROOT);
        }
    }

    /// One dose level.
    ///
    /// @param evaluable DLT-evaluable subjects
    /// @param toxic those of them with a DLT
    public record Level(int evaluable, int toxic) {

        /// One level.
        ///
        /// @throws IllegalArgumentException unless 0 ≤ toxic ≤ evaluable
        public Level {
            if (toxic < 0 || toxic > evaluable) {
                throw new IllegalArgumentException(toxic + " of " + evaluable + " subjects with a DLT");
            }
        }
    }

    private ThreePlusThree() {}

    /// The decision of each level.
    ///
    /// @param levels all planned levels, from the lowest dose; a level without subjects has 0 of 0
    public static List<Decision> decisions(List<Level> levels) {
        List<Decision> decisions = new ArrayList<>(levels.stream().map(ThreePlusThree::alone).toList());
        int stopped = decisions.indexOf(Decision.STOP);
        int top = decisions.size() - 1;
        if (stopped < 0) {
            if (top >= 0 && decisions.get(top) == Decision.ESCALATE) {
                decisions.set(top, Decision.MTD_NOT_REACHED);
            }
            return List.copyOf(decisions);
        }
        for (int above = stopped + 1; above <= top; above++) {
            if (decisions.get(above) != Decision.PENDING) {
                decisions.set(above, Decision.STOP);
            }
        }
        int below = stopped - 1;
        if (below >= 0 && decisions.get(below) == Decision.ESCALATE) {
            decisions.set(below, levels.get(below).evaluable() >= EXPANDED ? Decision.MTD : Decision.ADD_3);
        }
        return List.copyOf(decisions);
    }

    /// The decision of a level whose neighbours are not looked at.
    private static Decision alone(Level level) {
        if (level.toxic() >= 2) {
            return Decision.STOP;
        }
        if (level.evaluable() < COHORT) {
            return Decision.PENDING;
        }
        if (level.toxic() == 0 || level.evaluable() >= EXPANDED) {
            return Decision.ESCALATE;
        }
        return level.evaluable() == COHORT ? Decision.ADD_3 : Decision.PENDING;
    }
}
