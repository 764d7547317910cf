package org.tabularium.result;

import java.util.Locale;

/// What selects records or subjects and is no comparison of one variable. The comment names its values.
public enum Criterion {
    /// The worst grade, or severity, among the subject's events: its name.
    WORST_GRADE,
    /// The greatest level of a variable among the subject's records: the variable, the level.
    GREATEST_LEVEL,
    /// The subject's first event.
    FIRST_EVENT,
    /// The subject's first event after each infusion, its day counted from that infusion.
    FIRST_EVENT_AFTER_INFUSION,
    /// Episodes that have ended: records that overlap or follow each other without a day between, from the first day to the last.
    ENDED_EPISODE,
    /// A reaction is said to have occurred, or to be mild or more severe.
    REACTION_OCCURRED,
    /// It is said whether a reaction occurred, or how severe it was.
    REACTION_ANSWERED,
    /// The event has a grade, and it is not 0.
    GRADE_NOT_ZERO,
    /// Text variables name a treatment: first the variables joined by a comma, then the treatments' names.
    NAMES_TREATMENT,
    /// An event of a group none of whose terms the data have: the group.
    OF_EVENT_GROUP,
    /// Not a screen failure.
    NOT_SCREEN_FAILURE,
    /// A screen failure.
    SCREEN_FAILURE,
    /// Not enrolled.
    NOT_ENROLLED,
    /// A screen failure of whom a dataset has no record: the dataset.
    UNEXPLAINED_SCREEN_FAILURE,
    /// In the window for dose-limiting toxicities at the cut-off.
    IN_DLT_WINDOW,
    /// Not evaluable for dose-limiting toxicities.
    NOT_DLT_EVALUABLE,
    /// Neither evaluable for dose-limiting toxicities nor in their window at the cut-off.
    NEITHER_EVALUABLE_NOR_IN_WINDOW,
    /// With a dose-limiting toxicity, or followed until the end of the window: its days, the variable it begins at.
    DLT_OR_FOLLOWED,
    /// Decided by the 3+3 rule.
    THREE_PLUS_THREE,
    /// Decided by the 3+3 rule of the first six evaluable by first infusion.
    THREE_PLUS_THREE_OF_FIRST_SIX,
    /// Decided by the BOIN design: its target.
    BOIN,
    /// Decided by the mTPI-2 design: its target.
    MTPI_2,
    /// Reported, and of grade 0 by its components.
    GRADE_ZERO_BY_COMPONENTS,
    /// None of the levels before: their labels.
    NONE_OF,
    /// Some level of a classification: its label.
    ANY_LEVEL,
    /// No level of a classification: its label.
    NO_LEVEL,
    /// None of the conditions above in the table.
    NONE_ABOVE,
    /// After baseline.
    AFTER_BASELINE,
    /// The worst of the records after baseline.
    WORST_AFTER_BASELINE,
    /// At baseline: the level.
    AT_BASELINE,
    /// After it: the level.
    LATER_LEVEL,
    /// Without a later level.
    NO_LATER_LEVEL,
    /// Without a level at baseline.
    BASELINE_MISSING,
    /// Without a value.
    WITHOUT_VALUE,
    /// A visit was reached by the cut-off, whether or not there is a value: the visit, none for any.
    REACHED_VISIT,
    /// Of no level whose subjects cannot meet the endpoint: the levels.
    CAN_MEET_ENDPOINT,
    /// At any visit.
    ANY_VISIT,
    /// At the last visit with a value.
    LAST_VISIT,
    /// The subject's baseline record.
    BASELINE_RECORD,
    /// The one assessment of a subject, of a parameter without visits.
    ONE_ASSESSMENT,
    /// Near a study day: the day, the days allowed on either side.
    NEAR_DAY,
    /// Near the subject's value at a visit, where that is of another parameter: the days allowed on either side.
    NEAR_VISIT,
    /// A value of each of some parameters: their codes.
    VALUE_OF_EACH,
    /// In a record of the same day or at most so many days later: the days.
    WITHIN_DAYS,
    /// In all records from the first day to the last of those that the clauses before are about.
    ALL_BETWEEN,
    /// With a study day, from day zero on.
    FROM_DAY_ZERO,
    /// Up to a day from day zero on, which is 0: the day.
    UNTIL_DAY,
    /// Of subjects with a quantifiable value.
    QUANTIFIABLE,
    /// Under observation on a study day, or with an event in the period that begins on it: the day.
    UNDER_OBSERVATION,
    /// Compared with an arm: its label.
    COMPARED_WITH,
    /// All arms compared with each other.
    ALL_ARMS,
    /// All events, over the whole time of observation.
    RATE_OF_EVENTS,
    /// Subjects, until their first event.
    RATE_OF_SUBJECTS,
    /// A parameter that was derived from others: how, as the derivation says it.
    DERIVED,
    /// One row of a dataset: its name, the row in the file.
    RECORD,
    /// The filtration rate derived from the parameter of the clauses before.
    EGFR_DERIVED;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The id in files.
    public String id() {
        return id;
    }
}
