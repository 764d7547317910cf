package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.EventRemark.BroadTerms;
import org.tabularium.result.display.EventRemark.Counted;
import org.tabularium.result.display.EventRemark.DerivedGrades;
import org.tabularium.result.display.EventRemark.DistinctEvents;
import org.tabularium.result.display.EventRemark.EpisodeDurations;
import org.tabularium.result.display.EventRemark.GradeZero;
import org.tabularium.result.display.EventRemark.Groups.Group;
import org.tabularium.result.display.EventRemark.Groups;
import org.tabularium.result.display.EventRemark.GroupsUnknown;
import org.tabularium.result.display.EventRemark.MissingRelationship;
import org.tabularium.result.display.EventRemark.MissingSeriousness;
import org.tabularium.result.display.EventRemark.RelatedToAny;
import org.tabularium.result.display.EventRemark.MostFrequentTerms;
import org.tabularium.result.display.EventRemark.NarrativeWindow;
import org.tabularium.result.display.EventRemark.NoComponents;
import org.tabularium.result.display.EventRemark.NoReactions;
import org.tabularium.result.display.EventRemark.OccurredThoughNone;
import org.tabularium.result.display.EventRemark.Onset;
import org.tabularium.result.display.EventRemark.OnsetPeriods;
import org.tabularium.result.display.EventRemark.OnsetSinceInfusion;
import org.tabularium.result.display.EventRemark.OtherScale;
import org.tabularium.result.display.EventRemark.PeriodsOfNobody;
import org.tabularium.result.display.EventRemark.SevereThoughDenied;
import org.tabularium.result.display.EventRemark.SolicitedReactions;
import org.tabularium.result.display.EventRemark.Threshold;
import org.tabularium.result.display.EventRemark.TimesOfNobody;
import org.tabularium.result.display.EventRemark.UnclassifiedRelationship;
import org.tabularium.result.display.EventRemark.Uncoded;
import org.tabularium.result.display.EventRemark.WorstOfRecorded;
import org.tabularium.result.display.EventRemark;
import org.tabularium.study.ValueText;

/// Events, their grades and their relationship to treatment.
final class EventWords {

    private EventWords() {}

    /// A row's label.
    static String of(RowName.Event name) {
        return switch (name) {
            case ANY_ADVERSE_EVENT -> "Any adverse event";
            case ANY_OF_THESE -> "Any of these events";
            case NOT_CODED -> "Not coded";
            case ANY_GRADE -> "Any grade";
            case GRADE_ZERO_BY_COMPONENTS -> "Reported, grade 0 by components";
            case ONSET -> "Onset (study day)";
            case ONSET_SINCE_INFUSION -> "Onset since the last infusion (day)";
            case DURATION -> "Duration (days)";
            case WORST_GRADE -> "Worst Grade";
            case WORST_SEVERITY -> "Worst Severity";
            case ANY_REACTION -> "Any solicited reaction";
            case NO_PERIOD -> "Period not given";
            case ANY_PERIOD -> "Any period";
            case SEVERITY_NOT_RECORDED -> "Severity not recorded";
            case SEVERE_OR_WORSE -> "Severe or worse (grade ≥3)";
        };
    }

    /// What stands in a narrative.
    static String of(RowName.Narrative name) {
        return switch (name) {
            case DEATH -> "death";
            case SERIOUS -> "serious";
            case DOSE_LIMITING -> "dose-limiting toxicity";
            case SEVERE_TOXICITY -> "grade 3 or higher";
            case SUBJECT -> "Subject";
            case TREATMENT -> "Treatment";
            case EXPOSURE -> "Study treatment";
            case EVENT -> "Event";
            case HISTORY -> "Medical history";
            case LABORATORY -> "Laboratory (study day: value)";
            case MEDICATION -> "Concomitant medication";
            case NONE -> "No death, serious event, dose-limiting toxicity or severe cytokine release syndrome or ICANS was"
                    + " reported.";
            case TO_BE_WRITTEN -> "[To be completed: course of the event and its treatment, risk factors and other explanations,"
                    + " the investigator's and the sponsor's assessment.]";
        };
    }

    static String of(EventRemark remark, PrintedNames names) {
        return switch (remark) {
            case DistinctEvents(List<String> variables) ->
                "Records of a subject with the same " + variables.stream().map(v -> "\"" + names.ofVariable(v) + "\"")
                        .collect(Collectors.joining(" and ")) + " count as one event.";
            case Counted counted -> counted(counted);
            case MostFrequentTerms(int shown, int terms) ->
                "The " + shown + " most frequent of " + terms + " preferred terms are shown.";
            case Groups(List<Group> groups) -> groups.stream().map(EventWords::made)
                    .collect(Collectors.joining("; ", "Reported terms of the groups: ", "."));
            case GroupsUnknown(List<String> unknown) ->
                "Without system organ classes it cannot be told which events are of " + String.join(", ", unknown) + ".";
            case Uncoded(long events) -> Plural.of(events,
                    "{n} event without a preferred term is in no group.",
                    "{n} events without a preferred term are in no group.");
            case NarrativeWindow(int before, int after, boolean abnormal) ->
                "Laboratory values" + (abnormal ? " of parameters with one outside the range of normal" : "")
                        + " and concomitant medication are those from " + before + " days before the event began to " + after
                        + " days after; a narrative without a date of onset has none.";
            case OnsetPeriods(long undated) ->
                "A subject counts once in each row of a period in which an event begins, day 1 being that of first treatment; percentages are based on the subjects in the study on the first day of the period or with an event in it (n)."
                        + (undated == 0
                                ? ""
                                : Plural.of(undated,
                                        " {n} event without a study day is in no period.",
                                        " {n} events without a study day are in no period."));
            case PeriodsOfNobody(List<RowLabel> periods) -> "Not shown, since no subject was in the study: "
                    + periods.stream().map(new RowWords(names, false)::of).collect(Collectors.joining("; ")) + ".";
            case SolicitedReactions() ->
                "Percentages are based on the subjects with an answer in the period (n). A subject counts once in a row, with its most severe answer; a reaction is one that is said to have occurred or to be mild or more severe.";
            case NoReactions(List<String> labels) ->
                "Measurements are not counted as reactions: " + String.join("; ", labels) + ".";
            case SevereThoughDenied(int reactions) -> Plural.of(reactions,
                    "{n} reaction of a subject in a period has a severity although none is said to have occurred; it counts.",
                    "{n} reactions of a subject in a period have a severity although none is said to have occurred; they count.");
            case OccurredThoughNone(int reactions) -> Plural.of(reactions,
                    "{n} reaction of a subject in a period is said to have occurred although its severity is none; it counts, with its severity not recorded.",
                    "{n} reactions of a subject in a period are said to have occurred although their severity is none; they count, with their severity not recorded.");
            case DerivedGrades(long events) -> Plural.of(events,
                    "The grade of {n} event is derived from its components.",
                    "The grades of {n} events are derived from their components.");
            case WorstOfRecorded(long events) -> Plural.of(events,
                    "The grade of {n} event is the worst that its recorded components give; a component not recorded gives none.",
                    "The grades of {n} events are the worst that their recorded components give; a component not recorded gives none.");
            case NoComponents(long events) -> Plural.of(events,
                    "{n} event has no grade because a component is missing.",
                    "{n} events have no grade because a component is missing.");
            case OtherScale(long events, String scale) -> Plural.of(events,
                    "{n} event has no grade in the data; its components do not give one of " + scale + ".",
                    "{n} events have no grade in the data; their components do not give one of " + scale + ".");
            case GradeZero(long events) -> Plural.of(events,
                    "{n} event was reported as cytokine release syndrome or neurotoxicity and is grade 0 by its components (such as no"
                            + " fever): not counted in the rows of grades.",
                    "{n} events were reported as cytokine release syndrome or neurotoxicity and are grade 0 by their components (such as"
                            + " no fever): not counted in the rows of grades.");
            case Onset(String dayZero) -> "Onset is the study day of the first event, counted from "
                    + SubjectWords.dayZero(dayZero, names) + " as day 1.";
            case OnsetSinceInfusion() ->
                "Onset since the last infusion is the day of the first event after each infusion, counted from that infusion as day 1.";
            case EpisodeDurations() ->
                "Duration is that of each episode; adjoining records are one episode, and an episode without an"
                        + " end is left out.";
            case TimesOfNobody() -> "– stands where no event has such a time.";
            case BroadTerms(long events) -> Plural.of(events,
                    "Terms of narrow and of broad scope count in a query; {n} event is in one by a term of broad scope.",
                    "Terms of narrow and of broad scope count in a query; {n} events are in one by a term of broad scope.");
            case Threshold(double percent) -> "Rows with at least " + ValueText.number(percent)
                    + "% of the subjects of at least one group are shown.";
            case RelatedToAny() -> "An event counts as related to treatment if it is related to any of the study treatments.";
            case MissingSeriousness(long events) -> Plural.of(events,
                    "The seriousness of {n} event is missing; it is not counted as serious.",
                    "The seriousness of {n} events is missing; they are not counted as serious.");
            case MissingRelationship(long events, boolean related) -> Plural.of(events,
                    "The relationship to treatment is missing for {n} event, which is " + counted(related),
                    "The relationship to treatment is missing for {n} events, which are " + counted(related));
            case UnclassifiedRelationship(long events, List<String> words, boolean related) -> Plural.of(events,
                    "The relationship to treatment of {n} event is not classified (" + quoted(words, names) + "); it is "
                            + counted(related),
                    "The relationship to treatment of {n} events is not classified (" + quoted(words, names) + "); they are "
                            + counted(related));
        };
    }

    private static String counted(Counted counted) {
        String events = switch (counted.events()) {
            case NONE -> "";
            case EVENTS -> "[E] is the number of events";
            case DEVIATIONS -> "[E] is the number of deviations";
        };
        String once = switch (counted.once()) {
            case null -> "";
            case ROW -> "A subject is counted once in each row";
            case WORST_OF_ROW -> "A subject is counted once in each row, at the worst grade or severity within that row";
            case WORST_OF_ROW_IN_PARTS ->
                "A subject is counted once in each row, at the worst grade or severity within that row, and may be counted in both"
                        + " parts of the table";
            case EVENT -> "A subject is counted once for each event, with its worst grade";
        };
        return Stream.of(once, events).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ", "", "."));
    }

    private static String made(Group group) {
        String found = group.found().isEmpty() ? "none" : String.join(", ", group.found());
        return group.name() + " – " + found + (group.marked() ? " (as marked in the data)" : "");
    }

    private static String quoted(List<String> words, PrintedNames names) {
        return words.stream().map(word -> "\"" + names.ofLevel("AREL", word) + "\"").collect(Collectors.joining(", "));
    }

    private static String counted(boolean related) {
        return related ? "counted as related." : "not counted as related.";
    }
}
