package org.tabularium.validation.score;

import java.util.BitSet;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.StudyData;

/// The series of a dataset, each a subject's records of one parameter, where all records of a series follow each other, as in
/// most files: one after the other, so that nothing need be held of each.
///
/// @param rows of the dataset
/// @param subjectOf whose they are
/// @param parameter PARAMCD
/// @param number what is looked at
record AdjacentSeries(int rows, RowSubjects subjectOf, TextColumn parameter, NumericColumn number) {

    /// Rows looked at at once. Series of more are not gone through.
    private static final int BLOCK = 2_048;

    /// What is done with a series.
    @FunctionalInterface
    interface Use {

        /// A series.
        ///
        /// @param row the first of it
        /// @param numbers of many rows
        /// @param from where among them those of the series begin
        /// @param to behind the last
        void series(int row, double[] numbers, int from, int to);
    }

    /// Goes through the series of known subjects, in the order of their rows.
    ///
    /// @return false where one comes again after another one, or has very many records: then some were not gone through
    boolean each(Use use) {
        int[] subjects = new int[BLOCK];
        int[] codes = new int[BLOCK];
        double[] numbers = new double[BLOCK];
        BitSet met = new BitSet();
        int row = 0;
        while (row < rows) {
            int count = Math.min(BLOCK, rows - row);
            subjectOf.fill(row, count, subjects);
            parameter.codes(row, count, codes);
            number.values(row, count, numbers);
            int whole = row + count < rows ? lastStart(subjects, codes, count) : count;
            int from = 0;
            while (from < whole) {
                int to = end(subjects, codes, from, whole);
                if (subjects[from] != StudyData.UNKNOWN) {
                    long series = (long) subjects[from] * parameter.dictionary().size() + codes[from];
                    if (series >= Integer.MAX_VALUE || met.get((int) series)) {
                        return false;
                    }
                    met.set((int) series);
                    use.series(row + from, numbers, from, to);
                }
                from = to;
            }
            if (whole == 0) {
                return false;
            }
            row += whole;
        }
        return true;
    }

    /// Where the last series of a block begins, which may go on behind it.
    private static int lastStart(int[] subjects, int[] codes, int count) {
        int start = count - 1;
        while (start > 0 && subjects[start - 1] == subjects[start] && codes[start - 1] == codes[start]) {
            start--;
        }
        return start;
    }

    private static int end(int[] subjects, int[] codes, int from, int whole) {
        int subject = subjects[from];
        int code = codes[from];
        int to = from + 1;
        while (to < whole && subjects[to] == subject && codes[to] == code) {
            to++;
        }
        return to;
    }
}
