package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.BitSet;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.records.BdsRecords.Phase;

/// Study days in place of visits: for each subject the record nearest to the day, of scheduled and of unscheduled visits after
/// baseline; of two equally near ones the later,
/// of two on one day the last.
public final class DayWindow {

    private DayWindow() {}

    /// The records nearest to a study day, as a visit.
    ///
    /// @param window how many days before or after the day a record may lie
    public static Visit of(BdsParameter parameter, ParameterTimeline timeline, int day, int window) {
        double[] days = new double[parameter.records().data().subjectCount()];
        Arrays.fill(days, day);
        return new Visit("Day " + day, Phase.AFTER_BASELINE, nearest(parameter, timeline, days, window));
    }

    /// For each subject the row of its record nearest to a study day of its own; −1 for none.
    ///
    /// @param days for each subject the day; NaN for none
    public static int[] nearest(BdsParameter parameter, ParameterTimeline timeline, double[] days, int window) {
        JoinedRecords records = parameter.records();
        int[] nearest = new int[days.length];
        Arrays.fill(nearest, Visit.NONE);
        BitSet rows = timeline.after();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int subject = records.subject(row);
            double day = days[subject];
            if (Math.abs(timeline.day(row) - day) <= window) { // false for NaN
                int other = nearest[subject];
                if (other == Visit.NONE || isNearer(timeline.day(row), timeline.day(other), day)) {
                    nearest[subject] = row;
                }
            }
        }
        return nearest;
    }

    private static boolean isNearer(double first, double second, double day) {
        double difference = Math.abs(first - day) - Math.abs(second - day);
        return difference < 0 || (difference == 0 && first >= second);
    }
}
