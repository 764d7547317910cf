package org.tabularium.statistic;

/// Follow-up of some subjects: each one's time to the event, or to the end of observation without it (censoring).
///
/// @param times in any unit, finite (anything else throws); not changed
/// @param events for each time whether it ends in the event
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EventTimes(double[] times, boolean[] events) {

    public EventTimes {
        if (times.length != events.length) {
            throw new IllegalArgumentException(
                    "as many times as events are needed, not " + times.length + " and " + events.length);
        }
        for (double time : times) {
            if (!Double.isFinite(time)) {
                throw new IllegalArgumentException("missing times must be left out before statistics are computed");
            }
        }
    }

    /// How many subjects.
    public int n() {
        return times.length;
    }

    /// How many are under observation just before a time: those whose own time is not before it.
    public int atRisk(double time) {
        int count = 0;
        for (double own : times) {
            count += own >= time ? 1 : 0;
        }
        return count;
    }

    /// How many have the event at exactly this time.
    public int eventsAt(double time) {
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            count += events[i] && times[i] == time ? 1 : 0;
        }
        return count;
    }

    /// How many have exactly this time, with the event or without.
    public int endingAt(double time) {
        int count = 0;
        for (double own : times) {
            count += own == time ? 1 : 0;
        }
        return count;
    }
}
