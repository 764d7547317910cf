package org.tabularium.analysis.listing;

import org.tabularium.selection.event.EventDays;

/// The days around an event from which a narrative has laboratory values and medication.
///
/// @param from in a row ([EventDays#inARow]), as the end
/// @param to NaN, as the start, where nothing says when the event began: then nothing lies in it
record NarrativeWindow(double from, double to) {

    static NarrativeWindow around(double onset, int before, int after) {
        double day = EventDays.inARow(onset);
        return new NarrativeWindow(day - before, day + after);
    }

    /// Whether a study day lies in it.
    boolean has(double studyDay) {
        double day = EventDays.inARow(studyDay);
        return day >= from && day <= to;
    }

    /// Whether a time from one day to another meets it; without an end it goes on, without a beginning it began before.
    boolean meets(double start, double end) {
        double first = EventDays.inARow(start);
        double last = EventDays.inARow(end);
        return !Double.isNaN(from) && !(first > to) && !(last < from) && !(Double.isNaN(first) && Double.isNaN(last));
    }
}
