package org.tabularium.endpoint.toxicity;

import java.util.List;
import java.util.OptionalInt;
import org.tabularium.statistic.Decimals;

/// How CTCAE version 5.0 grades one laboratory test, by its number alone; what a clinician must see (a transfusion,
/// life-threatening consequences) is not
/// in the number and not graded.
///
/// A value equal to a bound belongs to the milder grade, and all comparisons are of decimals as written ([Decimals#compare]).
///
/// Source: NCI, Common Terminology Criteria for Adverse Events v5.0, 27 November 2017.
public sealed interface CtcaeGrading {

    /// The grade of a value.
    ///
    /// @param value in the test's standard unit; NaN where missing
    /// @param range limits of normal and baseline
    /// @return 0 to 4; empty where the value is missing, negative or infinite, or a limit is missing that the grade hangs on
    OptionalInt grade(double value, LaboratoryRange range);

    /// A count or concentration that is too low: grade 1 below the lower limit of normal, the others below fixed bounds, which
    /// hold whatever the limit is. Without
    /// the limit grade 2 and above are known, grades 0 and 1 are not.
    ///
    /// @param bounds what grades 2, 3 and so on lie below, in that order, in the standard unit
    record Decreased(List<Double> bounds) implements CtcaeGrading {

        public Decreased {
            bounds = List.copyOf(bounds);
        }

        @Override
        public OptionalInt grade(double value, LaboratoryRange range) {
            if (!LaboratoryRange.isMeasured(value)) {
                return OptionalInt.empty();
            }
            for (int i = bounds.size() - 1; i >= 0; i--) {
                if (Decimals.compare(value, bounds.get(i)) < 0) {
                    return OptionalInt.of(i + 2);
                }
            }
            if (!LaboratoryRange.isMeasured(range.lower())) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(Decimals.compare(value, range.lower()) < 0 ? 1 : 0);
        }
    }

    /// An enzyme or bilirubin that is too high: multiples of the upper limit of normal, or of baseline where baseline itself lies
    /// above the limit. A missing baseline
    /// counts as normal, which is also how the baseline value itself is graded.
    ///
    /// @param multiples what grades 2, 3 and 4 lie above
    /// @param firstOfBaseline the multiple of an abnormal baseline with which grade 1 begins
    /// @param firstIncluded whether grade 1 includes exactly that multiple ("1.5 - 3.0 x baseline") or lies above it ("> 1.0 -
    ///     1.5 x baseline")
    record IncreasedFromBaseline(List<Double> multiples, double firstOfBaseline, boolean firstIncluded) implements CtcaeGrading {

        public IncreasedFromBaseline {
            multiples = List.copyOf(multiples);
        }

        @Override
        public OptionalInt grade(double value, LaboratoryRange range) {
            if (!LaboratoryRange.isMeasured(value) || !LaboratoryRange.isMeasured(range.upper())) {
                return OptionalInt.empty();
            }
            boolean abnormal = LaboratoryRange.isMeasured(range.baseline())
                    && Decimals.compare(range.baseline(), range.upper()) > 0;
            double of = abnormal ? range.baseline() : range.upper();
            int grade = aboveMultiples(value, multiples, of);
            if (grade > 0) {
                return OptionalInt.of(grade);
            }
            int first = Decimals.compareToMultiple(value, abnormal ? firstOfBaseline : 1, of);
            return OptionalInt.of(first > 0 || (first == 0 && abnormal && firstIncluded) ? 1 : 0);
        }
    }

    /// Creatinine: multiples of the upper limit of normal and, for grades 2 and 3, of baseline too, whether that is normal or
    /// not; the worse of the two counts.
    /// Without the limit only what baseline shows is known: grade 2 or 3, else nothing.
    ///
    /// @param multiples of the limit that grades 2, 3 and 4 lie above
    /// @param ofBaseline multiples of baseline that grades 2 and 3 lie above
    record IncreasedOrRisen(List<Double> multiples, List<Double> ofBaseline) implements CtcaeGrading {

        public IncreasedOrRisen {
            multiples = List.copyOf(multiples);
            ofBaseline = List.copyOf(ofBaseline);
        }

        @Override
        public OptionalInt grade(double value, LaboratoryRange range) {
            if (!LaboratoryRange.isMeasured(value)) {
                return OptionalInt.empty();
            }
            int risen = LaboratoryRange.isMeasured(range.baseline()) ? aboveMultiples(value, ofBaseline, range.baseline()) : 0;
            if (!LaboratoryRange.isMeasured(range.upper())) {
                return risen > 0 ? OptionalInt.of(risen) : OptionalInt.empty();
            }
            int high = aboveMultiples(value, multiples, range.upper());
            int first = Decimals.compare(value, range.upper()) > 0 ? 1 : 0;
            return OptionalInt.of(Math.max(risen, Math.max(high, first)));
        }
    }

    /// The worst grade from 2 on whose multiple the value lies above; 0 for none.
    private static int aboveMultiples(double value, List<Double> multiples, double of) {
        for (int i = multiples.size() - 1; i >= 0; i--) {
            if (Decimals.compareToMultiple(value, multiples.get(i), of) > 0) {
                return i + 2;
            }
        }
        return 0;
    }
}
