package org.tabularium.result.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;

/// Events, their grades and their relationship to treatment.
public sealed interface EventRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case Counted(Counted.Once _, Counted.Events events) -> events == Counted.Events.NONE
                    ? Optional.empty()
                    : Optional.of(new Counted(null, events));
            case MostFrequentTerms _, Threshold _, TimesOfNobody _, Uncoded _, GroupsUnknown _, BroadTerms _, RelatedToAny _, MissingRelationship _, MissingSeriousness _,
                    UnclassifiedRelationship _ ->
                Optional.of(this);
            case DistinctEvents _, DerivedGrades _, WorstOfRecorded _, NoComponents _, OtherScale _, GradeZero _,
                    Onset _, Groups _, NarrativeWindow _, OnsetPeriods _, PeriodsOfNobody _,
                    SolicitedReactions _, NoReactions _, SevereThoughDenied _, OccurredThoughNone _,
                    OnsetSinceInfusion _, EpisodeDurations _ ->
                Optional.empty();
        };
    }

    /// Records that are one event.
    ///
    /// @param variables in which they agree
    record DistinctEvents(List<String> variables) implements EventRemark {}

    /// How subjects and their events are counted.
    ///
    /// @param once in what a subject counts once; null for what is not said here
    /// @param events what counts of events are of
    record Counted(@Nullable Once once, Events events) implements EventRemark {

        /// In what a subject counts once.
        public enum Once {
            ROW,
            /// A row, at its worst grade or severity.
            WORST_OF_ROW,
            /// The same in parts of a table that do not exclude each other.
            WORST_OF_ROW_IN_PARTS,
            /// An event, at its worst grade.
            EVENT
        }

        /// What counts of events are of.
        public enum Events {
            NONE, EVENTS, DEVIATIONS
        }
    }

    /// Events that are in a standardised query (SMQ) by a term of broad scope, and count there as those of narrow scope do.
    record BroadTerms(long events) implements EventRemark {}

    /// Terms of which a figure shows the most frequent.
    record MostFrequentTerms(int shown, int terms) implements EventRemark {}

    /// Events whose grade is derived from its components.
    record DerivedGrades(long events) implements EventRemark {}

    /// Of them those with a component that was not recorded.
    record WorstOfRecorded(long events) implements EventRemark {}

    /// Events without a grade for want of a component.
    record NoComponents(long events) implements EventRemark {}

    /// Events without a grade, whose components do not give one of the study's scale.
    record OtherScale(long events, String scale) implements EventRemark {}

    /// Events that their components grade 0.
    record GradeZero(long events) implements EventRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Event.GRADE_ZERO_BY_COMPONENTS);
        }
    }

    /// What onset is counted from.
    ///
    /// @param dayZero the variable with day 1; empty for the day of first treatment
    record Onset(String dayZero) implements EventRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Event.ONSET);
        }
    }

    /// What makes the groups of events of special interest in the data.
    ///
    /// @param groups by name, in the order of the table
    record Groups(List<Group> groups) implements EventRemark {

        /// One of them.
        ///
        /// @param found its preferred terms, or system organ classes that are members as a whole
        /// @param marked whether the data mark it
        public record Group(String name, List<String> found, boolean marked) {}
    }

    /// Groups that are not shown, since they are of system organ classes and the data have none.
    record GroupsUnknown(List<String> names) implements EventRemark {}

    /// Events without a preferred term, which are in no group.
    record Uncoded(long events) implements EventRemark {}

    /// Which laboratory values and medications narratives have.
    ///
    /// @param before days before the event
    /// @param after days after it
    /// @param abnormal whether only parameters with an abnormal value there are shown
    record NarrativeWindow(int before, int after, boolean abnormal) implements EventRemark {}

    /// What periods of onset count.
    ///
    /// @param undated how many events have no study day
    record OnsetPeriods(long undated) implements EventRemark {}

    /// Periods of onset in which nobody was under observation.
    record PeriodsOfNobody(List<RowLabel> periods) implements EventRemark {}

    /// How solicited reactions are counted.
    record SolicitedReactions() implements EventRemark {}

    /// Parameters of a dataset of reactions that say neither whether one occurred nor how severe it was.
    record NoReactions(List<String> labels) implements EventRemark {}

    /// Reactions with a severity although every answer to whether they occurred is no.
    record SevereThoughDenied(int reactions) implements EventRemark {}

    /// Reactions that are said to have occurred although every severity of them is none.
    record OccurredThoughNone(int reactions) implements EventRemark {}

    /// Onset after each of several infusions.
    record OnsetSinceInfusion() implements EventRemark {}

    /// What stands for the times of events in a column without any.
    record TimesOfNobody() implements EventRemark {}

    /// What a duration is of.
    record EpisodeDurations() implements EventRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Event.DURATION);
        }
    }

    /// Only frequent rows are shown.
    ///
    /// @param percent of the subjects of a column
    record Threshold(double percent) implements EventRemark {}

    /// That an event is related which is so to any of several treatments.
    record RelatedToAny() implements EventRemark {}

    /// Events without a relationship to treatment.
    ///
    /// @param related whether they count as related
    record MissingRelationship(long events, boolean related) implements EventRemark {}

    /// Events of which nobody says whether they are serious.
    record MissingSeriousness(long events) implements EventRemark {}

    /// Events whose relationship to treatment is a word that nothing classifies.
    ///
    /// @param words the first of them, as written, in alphabetical order
    /// @param related whether they count as related
    record UnclassifiedRelationship(long events, List<String> words, boolean related) implements EventRemark {}
}
