package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.statistic.Decimals;

/// The numbers of a variable at the visits of a parameter, by subject.
///
/// They are looked up once, some subjects after the others, which is the order that most files have: what stays in a large file
/// is then read from its beginning to its end, and not once a visit from all over it.
public final class VisitValues {

    /// Subjects looked up at once.
    private static final int BLOCK = 1_024;

    private final double[][] values;
    private final int mostDecimals;

    private VisitValues(double[][] values, int mostDecimals) {
        this.values = values;
        this.mostDecimals = mostDecimals;
    }

    /// Looks up the numbers.
    public static VisitValues of(List<Visit> visits, RecordNumbers numbers) {
        int[][] rows = visits.stream().map(Visit::recordOf).toArray(int[][]::new);
        int subjects = rows.length == 0 ? 0 : rows[0].length;
        double[][] values = new double[rows.length][subjects];
        for (int from = 0; from < subjects; from += BLOCK) {
            for (int visit = 0; visit < rows.length; visit++) {
                numbers.ofRows(rows[visit], from, Math.min(subjects, from + BLOCK), values[visit]);
            }
        }
        return new VisitValues(values, numbers.mostDecimals());
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
        double[] all = values[visit];
        long[] having = new long[(all.length + Long.SIZE - 1) / Long.SIZE];
        for (int subject = 0; subject < all.length; subject++) {
            having[subject / Long.SIZE] |= Double.isNaN(all[subject]) ? 0 : 1L << subject;
        }
        return BitSet.valueOf(having);
    }

    /// Decimals that the variable was collected with ([Decimals#collected]), of all visits together: a visit at which everybody
    /// has a whole number is shown like the others.
    ///
    /// @param subjects whose records count
    public int decimals(BitSet subjects) {
        if (values.length == 0 || subjects.cardinality() == values[0].length) {
            return Decimals.collected(List.of(values), mostDecimals);
        }
        int[] some = subjects.stream().toArray();
        return Decimals.collected(IntStream.range(0, values.length).mapToObj(visit -> at(visit, some)).toList(),
                mostDecimals);
    }
}
