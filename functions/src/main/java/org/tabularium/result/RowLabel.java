package org.tabularium.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.toxicity.CtcaeDirection;
import org.tabularium.result.obstacle.Obstacle;

/// What names a row, as data. `table.wording` makes the text; codes are decoded and labels looked up there.
public sealed interface RowLabel {

    /// A text of the study or of the shell, which stands as it is.
    record Given(String text) implements RowLabel {}

    /// What a narrative is of.
    ///
    /// @param number of the narrative
    /// @param subject empty where no subject is named
    /// @param event its preferred term; empty for a death of which there is no event
    /// @param reasons why it has a narrative
    record OfCase(int number, String subject, String event, List<RowName> reasons) implements RowLabel {}

    /// An arm, as the data name it.
    record OfArm(String arm) implements RowLabel {}

    /// A row that is no level of a variable.
    record Named(RowName name) implements RowLabel {}

    /// The same with the limits that its cells show.
    ///
    /// @param confidence of the limits, 0.95
    record WithInterval(RowName name, double confidence) implements RowLabel {}

    /// A comparison with an arm.
    record Against(RowName name, String arm) implements RowLabel {}

    /// The same with the limits that its cells show.
    ///
    /// @param confidence of the limits, 0.95
    record AgainstWithInterval(RowName name, String arm, double confidence) implements RowLabel {}

    /// A variable of a dataset, by its label.
    record OfVariable(String dataset, String variable) implements RowLabel {}

    /// Several of one kind, as the parameters that a title names.
    record Together(List<RowLabel> labels) implements RowLabel {

        /// More than these are not named one by one.
        public static final int MOST_NAMED = 3;

        /// Whether they are too many to be named.
        public boolean isMany() {
            return labels.size() > MOST_NAMED;
        }
    }

    /// A level of a variable.
    record OfLevel(String variable, String level) implements RowLabel {}

    /// A criterion of eligibility as the reason why subjects are not in the study.
    ///
    /// @param kind whether it is one of inclusion that is not met, or one of exclusion that is
    record OfUnmet(RowName.Subject kind, RowLabel criterion) implements RowLabel {}

    /// Part of a parameter: its records with one level of a variable, such as a time point.
    record Within(RowLabel label, String variable, String level) implements RowLabel {}

    /// A period of the study that has a number.
    record OfPeriod(String period) implements RowLabel {}

    /// A grade of an event or a laboratory value.
    record OfGrade(int grade) implements RowLabel {}

    /// A worst grade or severity of those counted in the row above, which stands beside it.
    record OfWorst(String name) implements RowLabel {}

    /// A label with more words behind it.
    record Followed(RowLabel label, String more) implements RowLabel {}

    /// A parameter after baseline, at whatever time, where the rows of its visits stand under its label already.
    record AfterBaseline(RowLabel label) implements RowLabel {}

    /// A level at baseline.
    record AtBaseline(RowLabel level) implements RowLabel {}

    /// A level after baseline of those who had a level at it.
    ///
    /// @param baseline what the row of the level at baseline is called
    record Shifted(RowLabel baseline, RowLabel later) implements RowLabel {}

    /// A laboratory parameter that is graded in two directions, in one of them.
    record InDirection(String parameter, CtcaeDirection direction) implements RowLabel {}

    /// A line of statistics of a continuous variable.
    ///
    /// @param confidence of its interval; 0 for a line without one
    record OfLine(SummaryLine line, double confidence) implements RowLabel {

        /// A line without an interval.
        public OfLine(SummaryLine line) {
            this(line, 0);
        }
    }

    /// A label that says what the row's cells, or those of the rows below it, hold.
    record Holding(RowLabel label, Cells cells) implements RowLabel {}

    /// Quantiles of a time to an event.
    ///
    /// @param unit empty where it is not known
    record TimeToEvent(String unit) implements RowLabel {}

    /// The time by which a share of the subjects has the event.
    ///
    /// @param percent of the subjects
    /// @param confidence of the limits, 0.95
    record PercentileTime(double percent, double confidence) implements RowLabel {}

    /// At a time after day zero.
    ///
    /// @param unit empty where it is not known
    record AtTime(double time, String unit) implements RowLabel {}

    /// A period of study days.
    ///
    /// @param to its last; null for the end of observation
    record InDays(int from, @Nullable Integer to) implements RowLabel {}

    /// An area under values over days.
    ///
    /// @param unit of the values; empty where it is not known
    record AreaOf(String label, String unit) implements RowLabel {}

    /// Days until a condition is met.
    ///
    /// @param confidence of the limits, 0.95
    record DaysTo(String condition, double confidence) implements RowLabel {}

    /// No level reaches the table's threshold.
    record NothingFrequent(double percent) implements RowLabel {}

    /// No row is shown, so that no count below a smallest one can be worked out.
    record NothingShown(int smallest) implements RowLabel {}

    /// Why there are no rows.
    record Because(Obstacle obstacle) implements RowLabel {}

    /// What cells hold.
    enum Cells {
        COUNT_PERCENT, MEDIAN_QUARTILES, MEDIAN_RANGE;

        /// Those of a line that stands beside a label.
        public static Cells of(SummaryLine line) {
            return line == SummaryLine.Several.MEDIAN_Q1_Q3 ? MEDIAN_QUARTILES : MEDIAN_RANGE;
        }
    }
}
