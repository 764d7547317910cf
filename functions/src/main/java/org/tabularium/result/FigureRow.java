package org.tabularium.result;

import java.util.List;
import java.util.Locale;

/// One thing that a figure draws, before it is drawn: a point of a curve, a bar, a mark, a box. Its numbers are results like any
/// other.
///
/// @param layer what it is drawn as
/// @param arm the arm's label, as that of its column; empty where it is of no arm
/// @param item what it is of: a subject, a term, a level, a box; names it in the data
/// @param what more of what it is: a response, an event, a visit; an empty text for nothing
/// @param at where on the axis of time or visits; NaN where the figure has none
/// @param cell its results, and the form in which they are written beside it
public record FigureRow(Layer layer, String arm, RowLabel item, RowLabel what, double at, CellResults cell) {

    private static final RowLabel NOTHING = new RowLabel.Given("");

    /// Something of which nothing more is said.
    public FigureRow(Layer layer, String arm, RowLabel item, double at, CellResults cell) {
        this(layer, arm, item, NOTHING, at, cell);
    }

    /// The number of a statistic; NaN where there is none.
    public double number(Statistic statistic) {
        return cell.results().stream().filter(result -> result.statistic() == statistic).mapToDouble(FigureRow::number)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double number(Result result) {
        return switch (result.value()) {
            case Value.Whole(long value) -> value;
            case Value.Real(double value) -> value;
            case Value.Text text -> Double.NaN;
            case Value.NotEstimable none -> Double.NaN;
        };
    }

    /// The results.
    public List<Result> results() {
        return cell.results();
    }

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
        /// A death on a bar.
        DEATH,
        /// Where the data end, on a bar.
        CUT_OFF,
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
        BOX,
        /// A reason in the box before it.
        REASON;

        /// The word in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
