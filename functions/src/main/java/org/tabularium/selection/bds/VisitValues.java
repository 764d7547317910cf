package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tabularium.statistic.Decimals;

/// The numbers of a variable at the visits of a parameter, by subject.
///
/// They are looked up once, subject by subject, which is the order that most files have: what stays in a large file is then read
/// from its beginning to its end, and not once a visit from all over it.
public final class VisitValues {

    private final double[][] values;

    private VisitValues(double[][] values) {
        this.values = values;
    }

    /// Looks up the numbers.
    ///
    /// @param value of a row; NaN for missing
    public static VisitValues of(List<Visit> visits, IntToDoubleFunction value) {
        int[][] rows = visits.stream().map(Visit::recordOf).toArray(int[][]::new);
        int subjects = rows.length == 0 ? 0 : rows[0].length;
        double[][] values = new double[rows.length][subjects];
        for (int subject = 0; subject < subjects; subject++) {
            for (int visit = 0; visit < rows.length; visit++) {
                int row = rows[visit][subject];
                values[visit][subject] = row == Visit.NONE ? Double.NaN : value.applyAsDouble(row);
            }
        }
        return new VisitValues(values);
    }

    /// The numbers at a visit of some subjects, without missing ones.
    ///
    /// @param visit its place in the list
    /// @param subjects their numbers, which whoever asks about many visits makes once
    public double[] at(int visit, int[] subjects) {
        double[] all = values[visit];
        double[] found = new double[subjects.length];
        int count = 0;
        for (int subject : subjects) {
            double value = all[subject];
            if (!Double.isNaN(value)) {
                found[count++] = value;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /// Who has a number at a visit.
    ///
    /// @param visit its place in the list
    public BitSet having(int visit) {
        BitSet having = new BitSet();
        for (int subject = 0; subject < values[visit].length; subject++) {
            having.set(subject, !Double.isNaN(values[visit][subject]));
        }
        return having;
    }

    /// Decimals that the variable was collected with ([Decimals#collected]), of all visits together: a visit at which everybody
    /// has a whole number is shown like the others.
    ///
    /// @param subjects whose records count
    public int decimals(BitSet subjects) {
        if (values.length == 0 || subjects.cardinality() == values[0].length) {
            return Decimals.collected(List.of(values));
        }
        int[] some = subjects.stream().toArray();
        return Decimals.collected(IntStream.range(0, values.length).mapToObj(visit -> at(visit, some)).toList());
    }
}
