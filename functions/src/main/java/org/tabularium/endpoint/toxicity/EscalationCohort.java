package org.tabularium.endpoint.toxicity;

import java.util.Comparator;
import java.util.List;

/// The subjects of a dose level that the 3+3 rule looks at: the first six evaluable ones by their first infusion. Whoever came
/// later belongs to an expansion, which decides nothing.
///
/// Where dates do not tell who the first six are, all subjects count: an infusion without a date, or one day on which the sixth
/// and the seventh were infused of whom one had a DLT and the other had not.
///
/// @param counted what the rule counts
/// @param later evaluable subjects of the expansion
/// @param laterToxic those of them with a DLT
/// @param orderKnown whether the dates told who came first; true where there are no more than six
public record EscalationCohort(ThreePlusThree.Level counted, int later, int laterToxic, boolean orderKnown) {

    private static final int SIX = 6;

    /// An evaluable subject.
    ///
    /// @param infused when the first infusion was, as a number that orders; NaN where it is not known
    /// @param toxic whether the subject has a DLT
    public record Subject(double infused, boolean toxic) {}

    /// The subjects that decide.
    ///
    /// @param evaluable all evaluable subjects of a level, in any order
    public static EscalationCohort of(List<Subject> evaluable) {
        if (evaluable.size() <= SIX) {
            return all(evaluable, true);
        }
        if (evaluable.stream().anyMatch(subject -> Double.isNaN(subject.infused))) {
            return all(evaluable, false);
        }
        List<Subject> inOrder = evaluable.stream().sorted(Comparator.comparingDouble(Subject::infused)).toList();
        double sixth = inOrder.get(SIX - 1).infused;
        boolean tied = inOrder.get(SIX).infused == sixth;
        long kinds = inOrder.stream().filter(subject -> subject.infused == sixth).map(Subject::toxic).distinct().count();
        if (tied && kinds > 1) {
            return all(evaluable, false);
        }
        int first = toxic(inOrder.subList(0, SIX));
        return new EscalationCohort(new ThreePlusThree.Level(SIX, first), evaluable.size() - SIX, toxic(inOrder) - first, true);
    }

    private static EscalationCohort all(List<Subject> evaluable, boolean orderKnown) {
        return new EscalationCohort(new ThreePlusThree.Level(evaluable.size(), toxic(evaluable)), 0, 0, orderKnown);
    }

    private static int toxic(List<Subject> subjects) {
        return (int) subjects.stream().filter(Subject::toxic).count();
    }
}
