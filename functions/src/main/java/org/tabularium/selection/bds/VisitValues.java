package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tabularium.statistic.Decimals;

/// The numbers of a variable at the visits of a parameter, by subject.
///
/// They are looked up once, some subjects after the others, which is the order that most files have: what stays in a large file
/// is then read from its beginning to its end, and not once a visit from all over it.
public final class VisitValues {

    /// Subjects looked up at once.
    private static final int BLOCK = 1_024;

    /// Of more numbers each is held in as few bits as it needs, which costs somewhat more time.
    private static final int MOST_PLAIN = 2_000_000;

    private final List<NumberSeries> values;
    private final int mostDecimals;

    private VisitValues(List<NumberSeries> values, int mostDecimals) {
        this.values = values;
        this.mostDecimals = mostDecimals;
    }

    /// Looks up the numbers.
    public static VisitValues of(List<Visit> visits, RecordNumbers numbers) {
        int[][] rows = visits.stream().map(Visit::recordOf).toArray(int[][]::new);
        int subjects = rows.length == 0 ? 0 : rows[0].length;
        boolean small = (long) subjects * rows.length > MOST_PLAIN;
        List<NumberSeries> values = visits.stream().map(_ -> new NumberSeries(subjects, small)).toList();
        double[] block = new double[Math.min(subjects, BLOCK)];
        for (int from = 0; from < subjects; from += BLOCK) {
            int count = Math.min(subjects - from, BLOCK);
            for (int visit = 0; visit < rows.length; visit++) {
                numbers.ofRows(Arrays.copyOfRange(rows[visit], from, from + count), 0, count, block);
                values.get(visit).add(block, count);
            }
        }
        return new VisitValues(values, numbers.mostDecimals());
    }

    /// The numbers at a visit of some subjects, without missing ones.
    ///
    /// @param visit its place in the list
    /// @param subjects their numbers, which whoever asks about many visits makes once
    public double[] at(int visit, int[] subjects) {
        return values.get(visit).of(subjects);
    }

    /// Who has a number at a visit.
    ///
    /// @param visit its place in the list
    public BitSet having(int visit) {
        NumberSeries all = values.get(visit);
        long[] having = new long[(all.size() + Long.SIZE - 1) / Long.SIZE];
        for (int subject = 0; subject < all.size(); subject++) {
            having[subject / Long.SIZE] |= Double.isNaN(all.get(subject)) ? 0 : 1L << subject;
        }
        return BitSet.valueOf(having);
    }

    /// Decimals that the variable was collected with ([Decimals#collected]), of all visits together: a visit at which everybody
    /// has a whole number is shown like the others.
    ///
    /// @param subjects whose records count
    public int decimals(BitSet subjects) {
        boolean all = values.isEmpty() || subjects.cardinality() == values.getFirst().size();
        if (all && values.stream().allMatch(NumberSeries::areDecimals)) {
            return values.stream().mapToInt(NumberSeries::decimals).max().orElse(0);
        }
        if (all) {
            return Decimals.collected(values.stream().map(NumberSeries::all).toList(), mostDecimals);
        }
        int[] some = subjects.stream().toArray();
        return Decimals.collected(values.stream().map(of -> of.of(some)).toList(), mostDecimals);
    }
}
