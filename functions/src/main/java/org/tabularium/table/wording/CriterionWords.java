package org.tabularium.table.wording;

import java.util.List;
import org.tabularium.result.Clause;

/// The words of the criteria that are no comparison of a variable.
final class CriterionWords {

    private CriterionWords() {}

    static String of(Clause.Named named) {
        List<String> values = named.values();
        return switch (named.criterion()) {
            case REACTION_OCCURRED -> "said to have occurred";
            case WORST_GRADE -> "worst grade: " + values.getFirst();
            case GREATEST_LEVEL -> "greatest level of " + values.getFirst() + ": " + values.getLast();
            case REACTION_ANSWERED -> "said whether it occurred";
            case FIRST_EVENT -> "the subject's first event";
            case FIRST_EVENT_AFTER_INFUSION -> "the subject's first event after each infusion, counted from it";
            case ENDED_EPISODE -> "episodes that have ended, from the first day to the last";
            case GRADE_NOT_ZERO -> "the grade is not 0";
            case NAMES_TREATMENT ->
                values.getFirst().replace(",", " or ") + " names " + String.join(" or ", values.subList(1, values.size()));
            case OF_EVENT_GROUP -> "a term of the group " + values.getFirst();
            case NOT_SCREEN_FAILURE -> "not a screen failure";
            case SCREEN_FAILURE -> "screen failure";
            case NOT_ENROLLED -> "not enrolled";
            case UNEXPLAINED_SCREEN_FAILURE -> "screen failure without a record in " + values.getFirst();
            case IN_DLT_WINDOW -> "in the DLT window at the cut-off";
            case NOT_DLT_EVALUABLE -> "neither DLT-evaluable";
            case NEITHER_EVALUABLE_NOR_IN_WINDOW -> "neither DLT-evaluable nor in the DLT window at the cut-off";
            case DLT_OR_FOLLOWED -> "a DLT or followed for " + values.getFirst() + " days from " + values.getLast();
            case THREE_PLUS_THREE -> "rule 3+3";
            case THREE_PLUS_THREE_OF_FIRST_SIX -> "rule 3+3 of the first 6 evaluable by first infusion";
            case BOIN -> "BOIN design, target " + values.getFirst();
            case MTPI_2 -> "mTPI-2 design, target " + values.getFirst();
            case GRADE_ZERO_BY_COMPONENTS -> "grade 0 by components";
            case NONE_OF -> "none of " + String.join(", ", values);
            case ANY_LEVEL -> "any level of " + values.getFirst();
            case NO_LEVEL -> "no level of " + values.getFirst();
            case NONE_ABOVE -> "none of the above";
            case AFTER_BASELINE -> "after baseline";
            case WORST_AFTER_BASELINE -> "worst after baseline";
            case AT_BASELINE -> "baseline: " + values.getFirst();
            case LATER_LEVEL -> "later: " + values.getFirst();
            case NO_LATER_LEVEL -> "without a later level";
            case BASELINE_MISSING -> "baseline missing";
            case WITHOUT_VALUE -> "without a value";
            case REACHED_VISIT -> (values.isEmpty() ? "a visit" : values.getFirst()) + " reached by the cut-off";
            case CAN_MEET_ENDPOINT -> "not of " + String.join(", ", values);
            case ANY_VISIT -> "any visit";
            case LAST_VISIT -> "last visit with a value";
            case BASELINE_RECORD -> "the baseline record";
            case ONE_ASSESSMENT -> "one assessment a subject";
            case NEAR_DAY -> "within " + values.getLast() + " days of day " + values.getFirst();
            case NEAR_VISIT -> "values of other parameters within " + values.getFirst() + " days of it";
            case VALUE_OF_EACH -> "a value of each of " + String.join(", ", values);
            case WITHIN_DAYS -> "on the same day or within " + values.getFirst() + " days";
            case ALL_BETWEEN -> "so in all values from the first day to the last of these";
            case FROM_DAY_ZERO -> "from day zero on";
            case UNTIL_DAY -> "until day " + values.getFirst();
            case QUANTIFIABLE -> "of subjects with a quantifiable value";
            case UNDER_OBSERVATION ->
                "in the study on study day " + values.getFirst() + " or with an event in the period";
            case COMPARED_WITH -> "compared with " + values.getFirst();
            case ALL_ARMS -> "all arms compared";
            case RATE_OF_EVENTS -> "events";
            case RATE_OF_SUBJECTS -> "subjects, until the first event";
            case DERIVED -> values.getFirst() + " derived from " + values.getLast();
            case RECORD -> values.getFirst() + " row " + values.getLast();
            case EGFR_DERIVED -> " (EGFR derived from it)";
        };
    }
}
