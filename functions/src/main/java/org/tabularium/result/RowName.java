package org.tabularium.result;

/// A row that is no level of a variable. Its level is what results and their keys say of it, which stays whatever is printed;
/// `table.wording` has what is printed, a class a family. A kind of rows may bring names of its own: an enum beside these.
public interface RowName {

    /// Names that several families share.
    enum Shared implements RowName {
        N("n"), MISSING("Missing"), OTHER_OR_MISSING("Missing"), INTERVAL(""), P_VALUE(""), NOT_GIVEN("not given"), OVERALL(
                "Overall"), BASELINE(""), NOTHING_MEETS_CONDITIONS("");

        private final String level;

        Shared(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Comparisons of arms.
    enum Comparison implements RowName {
        PER_100_PATIENT_YEARS("Per 100 patient-years"), RATE_RATIO("Rate ratio to"), RATE_DIFFERENCE(
                "Rate difference from"), DIFFERENCE(
                        "Difference from"), ODDS_RATIO(
                                "Odds ratio to"), COMPARISON(""), COMPARISON_P_VALUE(""), ALL_ARMS_P_VALUE("");

        private final String level;

        Comparison(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Events.
    enum Event implements RowName {
        ANY_ADVERSE_EVENT("Any adverse event"), ANY_OF_THESE("Any of these events"), NOT_CODED("Not coded"), ANY_GRADE(
                "Any grade"), GRADE_ZERO_BY_COMPONENTS(
                        "Reported, grade 0 by components"), ONSET("Onset (study day)"), ONSET_SINCE_INFUSION(
                                "Onset since the last infusion (day)"), DURATION("Duration (days)"), WORST_GRADE(
                                        ""), WORST_SEVERITY(
                                                ""), ANY_REACTION("Any solicited reaction"), ANY_PERIOD("Any period"), NO_PERIOD(
                                                        ""), SEVERITY_NOT_RECORDED(
                                                                "Severity not recorded"), SEVERE_OR_WORSE("Severe or worse");

        private final String level;

        Event(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Narratives: why an event has one, and their sections.
    enum Narrative implements RowName {
        DEATH, SERIOUS, DOSE_LIMITING, SEVERE_TOXICITY, SUBJECT, TREATMENT, EXPOSURE, EVENT, HISTORY, LABORATORY, MEDICATION, TO_BE_WRITTEN, NONE;

        @Override
        public String level() {
            return "";
        }
    }

    /// Dose-limiting toxicities.
    enum Dose implements RowName {
        TREATED("Treated"), DLT_EVALUABLE(""), IN_DLT_WINDOW("In the DLT window at the cut-off"), NOT_EVALUABLE(
                "Not evaluable"), DLT("DLT"), DECISION("");

        private final String level;

        Dose(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Screening.
    enum Subject implements RowName {
        SCREENED("Screened"), SCREEN_FAILURES("Screen failures"), INCLUSION_NOT_MET(
                "Inclusion criteria not met"), EXCLUSION_MET("Exclusion criteria met"), CRITERIA_NOT_MET(
                        "Criteria not met"), NO_CRITERION("No criterion recorded"), ENROLLED("Enrolled"), NOT_ENROLLED(
                                "Not enrolled"), ENROLLED_AND_RANDOMISED("Enrolled and randomised"), RANDOMISED(
                                        "Randomised"), NOT_RANDOMISED("Not randomised"), INFUSED(
                                                "Infused"), NOT_INFUSED("Not infused"), NOT_TREATED(
                                                        "Not treated"), NOT_IN_SAFETY_POPULATION(
                                                                "Not in the safety population"), NO_ARM(
                                                                        "No treatment arm"), STUDY_STATUS(
                                                                                "Study status"), NO_STATUS(
                                                                                        "No status recorded"), NO_REASON(
                                                                                                "No reason recorded"), ANALYSIS_SETS(
                                                                                                        "Analysis sets"), DEATH(
                                                                                                                "Death"), CUT_OFF(
                                                                                                                        "Data cut-off");

        private final String level;

        Subject(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Laboratory values and other limits.
    enum Laboratory implements RowName {
        LOW("LOW"), NORMAL("NORMAL"), HIGH("HIGH"), LOW_AND_HIGH("LOW AND HIGH"), ABNORMAL("ABNORMAL"), BASELINE_MISSING(
                "Baseline missing"), NO_LATER_VALUE(
                        "No later value"), AT_ANY_VISIT("At any visit"), AT_LAST_ASSESSMENT(
                                "At last assessment"), EVER_QUANTIFIABLE(
                                        "Ever quantifiable"), MAXIMUM_AFTER_BASELINE(
                                                "Maximum after baseline"), MINIMUM_AFTER_BASELINE(
                                                        "Minimum after baseline"), GEOMETRIC_RATIO(
                                                                "Geometric mean ratio to"), RATIO_TO_BASELINE(
                                                                        "Geometric mean ratio to baseline"), SHIFT_ASSOCIATION(
                                                                                "General association"), SHIFT_MEAN_SCORES(
                                                                                        "Row mean scores differ"), SHIFT_CORRELATION(
                                                                                                "Nonzero correlation");

        private final String level;

        Laboratory(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// Responses, changes, times to an event and models.
    enum Efficacy implements RowName {
        EVENTS("Events"), CENSORED("Censored"), FIRST_QUARTILE_TIME("25th percentile"), MEDIAN_TIME(
                "Median"), THIRD_QUARTILE_TIME("75th percentile"), RANGE("Range"), AT_RISK(
                        ""), EVENT_FREE(""), EVENT_FREE_DIFFERENCE("Difference of event-free probability"), HAZARD_RATIO(
                                "Hazard ratio"), LOG_RANK("Log-rank"), ROW_MEAN_SCORES(
                                        "Row mean scores differ"), GENERAL_ASSOCIATION(
                                                "General association"), NONZERO_CORRELATION("Nonzero correlation"), CHI_SQUARE(
                                                        "Pearson's chi-square, unstratified"), CHI_SQUARE_CORRECTED(
                                                                "Chi-square with continuity correction, unstratified"), FISHER(
                                                                        "Fisher's exact test, unstratified"), BRESLOW_DAY(
                                                                                "Homogeneity of odds ratios, Breslow–Day"), TARONE(
                                                                                        "Homogeneity of odds ratios, Breslow–Day–Tarone"), CHANGE_FROM_BASELINE(
                                                                                                ""), ANCOVA(""), LS_MEAN(
                                                                                                        ""), LS_MEAN_DIFFERENCE(
                                                                                                                ""), DOSE_RESPONSE(
                                                                                                                        "Dose response"), ROOT_MEAN_SQUARE_ERROR(
                                                                                                                                "Root mean square error"), ANALYSED_CHANGE(
                                                                                                                                        ""), ANALYSED_VALUE(
                                                                                                                                                "");

        private final String level;

        Efficacy(String level) {
            this.level = level;
        }

        @Override
        public String level() {
            return level;
        }
    }

    /// The level of its results; empty where they have none.
    String level();

    /// The level of the results of a comparison with an arm.
    default String levelOf(String arm) {
        return level() + " " + arm;
    }
}
