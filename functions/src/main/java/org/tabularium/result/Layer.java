package org.tabularium.result;

import java.util.Locale;

/// What parts of a figure are drawn as.
public enum Layer {
    /// A curve's value from a time on.
    STEP,
    /// The end of follow-up without the event, on the curve.
    CENSORED,
    /// Numbers below the axis.
    AT_RISK,
    /// What a box beside the curves says.
    SUMMARY,
    /// A point of a subject's line.
    SUBJECT_POINT,
    /// A point of a group's line.
    GROUP_POINT,
    /// A bar of a subject.
    BAR,
    /// A bar that has not ended.
    ONGOING,
    /// A response on a bar, first attained.
    MARK,
    /// An event on a bar.
    EVENT,
    /// An infusion on a bar.
    INFUSION,
    /// A stretch of a bar that is shaded.
    STRETCH,
    /// A line across the figure.
    REFERENCE,
    /// An estimate with its limits.
    INTERVAL,
    /// A point of an arm in a row.
    DOT,
    /// A box of a flow.
    BOX;

    /// The word in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
