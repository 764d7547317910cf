package org.tabularium.table.wording;

import java.util.List;

/// What is written on figures, and the sentences that say what they show.
public final class FigureWords {

    private FigureWords() {}

    /// The vertical axis of Kaplan–Meier curves.
    public static String eventFree() {
        return "Probability of no event";
    }

    /// An axis of time.
    ///
    /// @param unit empty where it is not known
    public static String time(String unit) {
        return unit.isEmpty() ? "Time" : "Time (" + unit + ")";
    }

    public static String atRisk() {
        return "Number at risk";
    }

    public static String eventsOfSubjects() {
        return "Events/n";
    }

    /// The marks at which subjects are censored.
    public static String censored(String arm) {
        return arm + ", censored";
    }

    /// What a curve shows.
    ///
    /// @param events such as `29/86`
    /// @param median with its limits
    public static String curve(String arm, String events, String median, String unit) {
        String sentence = arm + ": " + events + " with the event";
        return median.isEmpty() ? sentence : sentence + ", median " + median + (unit.isEmpty() ? "" : " " + unit);
    }

    /// What the figure shows.
    public static String survival(String title, List<String> curves) {
        return title + ". Step curves fall from 1 at each event, small ticks are censored subjects; below the axis the numbers at risk. "
                + String.join("; ", curves) + ".";
    }
}
