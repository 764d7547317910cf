package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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
    public double[] at(int visit, BitSet subjects) {
        double[] found = new double[subjects.cardinality()];
        int count = 0;
        for (int subject = subjects.nextSetBit(0); subject >= 0; subject = subjects.nextSetBit(subject + 1)) {
            double value = values[visit][subject];
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
        List<double[]> parts = new ArrayList<>();
        for (int visit = 0; visit < values.length; visit++) {
            parts.add(subjects.cardinality() == values[visit].length ? values[visit] : at(visit, subjects));
        }
        return Decimals.collected(parts);
    }
}
