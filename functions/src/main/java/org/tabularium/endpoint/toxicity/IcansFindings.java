package org.tabularium.endpoint.toxicity;

import java.util.stream.IntStream;

/// What immune effector cell-associated neurotoxicity syndrome is graded by: the ASTCT consensus, the worst of five domains.
/// Tremor, myoclonus and intracranial
/// haemorrhage do not count.
///
/// Source: Lee et al., Biol Blood Marrow Transplant 2019;25:625–638.
///
/// @param cognition by ICE, for children under 12 by CAPD
/// @param consciousness what wakes the subject
/// @param seizure the worst
/// @param motor findings
/// @param oedema of the brain, or raised intracranial pressure
/// @param fatal whether the subject died of the syndrome
public record IcansFindings(
        Cognition cognition, Consciousness consciousness, Seizure seizure, Motor motor, Oedema oedema, boolean fatal) {

    /// A test of thinking.
    public sealed interface Cognition {

        /// The grade of the score alone.
        int grade();

        /// The Immune Effector Cell-Associated Encephalopathy score, 0 to 10: orientation 4, naming 3, command 1, writing 1,
        /// attention 1. A subject who cannot be aroused to
        /// perform it is of grade 4 by consciousness; 0 while awake is grade 3.
        record Ice(int score) implements Cognition {

            public Ice {
                require(score, 10);
            }

            @Override
            public int grade() {
                if (score == 10) {
                    return 0;
                }
                if (score >= 7) {
                    return 1;
                }
                return score >= 3 ? 2 : 3;
            }
        }

        /// The Cornell Assessment of Pediatric Delirium, 0 to 32, for children under 12. Scores of 1 to 8 are grade 1, or 2 by
        /// consciousness.
        record Capd(int score) implements Cognition {

            public Capd {
                require(score, 32);
            }

            @Override
            public int grade() {
                if (score == 0) {
                    return 0;
                }
                return score <= 8 ? 1 : 3;
            }
        }

        /// The subject is unable to perform the test.
        record Unable() implements Cognition {

            @Override
            public int grade() {
                return 4;
            }
        }

        private static void require(int score, int highest) {
            if (score < 0 || score > highest) {
                throw new IllegalArgumentException("a score from 0 to " + highest + " was expected, not " + score);
            }
        }
    }

    /// What wakes the subject.
    public enum Consciousness {
        NORMAL(0), AWAKENS_SPONTANEOUSLY(1), AWAKENS_TO_VOICE(2), AWAKENS_TO_TOUCH(3),
        /// Unarousable, or only by vigorous or repeated touch; stupor, coma.
        UNAROUSABLE(4);

        private final int grade;

        Consciousness(int grade) {
            this.grade = grade;
        }
    }

    /// The worst seizure.
    public enum Seizure {
        NONE(0),
        /// Focal or generalised and gone rapidly, or non-convulsive and resolved with treatment.
        RAPIDLY_RESOLVING(3),
        /// Longer than five minutes, or repetitive without return to baseline.
        PROLONGED_OR_REPETITIVE(4);

        private final int grade;

        Seizure(int grade) {
            this.grade = grade;
        }
    }

    /// Motor findings.
    public enum Motor {
        NONE(0), DEEP_FOCAL_WEAKNESS(4);

        private final int grade;

        Motor(int grade) {
            this.grade = grade;
        }
    }

    /// Oedema of the brain or raised intracranial pressure.
    public enum Oedema {
        NONE(0), FOCAL(3),
        /// Diffuse oedema, posturing, palsy of the sixth nerve, papilloedema or Cushing's triad.
        DIFFUSE(4);

        private final int grade;

        Oedema(int grade) {
            this.grade = grade;
        }
    }

    /// The grade: 0 for no syndrome to 5.
    public int grade() {
        return fatal
                ? Grade.FATAL
                : IntStream.of(cognition.grade(), consciousness.grade, seizure.grade, motor.grade, oedema.grade).max().orElseThrow();
    }
}
