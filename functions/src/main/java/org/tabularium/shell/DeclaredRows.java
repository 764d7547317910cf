package org.tabularium.shell;

import java.util.stream.StreamSupport;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.LinkedHashMap;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.comparison.Comparison;

/// Rows that a shell declares: what is to be computed, as data. Each kind has one class in `analysis` that computes it; nobody
/// else asks which kind it is, but what it says of itself.
public interface DeclaredRows {

    /// Whether they find their dataset by their parameters, where the shell names none.
    default boolean hasParameters() {
        return false;
    }

    /// The PARAMCDs they name, or [#ALL]; empty where they name none.
    default List<String> parameters() {
        return List.of();
    }

    /// The lines of statistics that they ask for, by their words; empty for those of the house style.
    default List<String> statistics() {
        return List.of();
    }

    /// Whether they leave their one parameter open: a table each for those that the study has.
    default boolean isOnePerParameter() {
        return false;
    }

    /// The same rows of one parameter, where they leave it open.
    default DeclaredRows ofParameter(String code) {
        return this;
    }

    /// What stands for `{parameter}` in a title before the parameter is known.
    default String ofAnyParameter() {
        return "Score";
    }

    /// What stands for `{analysed}` in a title.
    default Analysed analysed() {
        return Analysed.CHANGE;
    }

    /// Whether tests are of the rows' variables between all arms, and not of each row.
    default boolean testsVariables() {
        return false;
    }

    /// Whether they are counts of subjects that can be compared between arms.
    default boolean comparesCounts() {
        return false;
    }

    /// Whether they count events, whose rates can be given.
    default boolean countsEvents() {
        return false;
    }

    /// What of a shell's comparisons they can have.
    default Set<Comparison> comparisons() {
        Set<Comparison> comparisons = EnumSet.noneOf(Comparison.class);
        if (comparesCounts()) {
            comparisons.addAll(EnumSet.of(Comparison.TESTS, Comparison.RISK_DIFFERENCE, Comparison.ODDS_RATIO));
        }
        if (countsEvents()) {
            comparisons.add(Comparison.EXPOSURE_ADJUSTED);
        }
        return comparisons;
    }

    /// Whether they come again for subgroups.
    default boolean hasSubgroups() {
        return !listsRecords() && !(this instanceof DeclaredFigure);
    }

    /// Whether they are records one by one and count nobody.
    default boolean listsRecords() {
        return false;
    }

    /// The text of a value that is missing, where they say it; else empty.
    default String absent() {
        return "";
    }

    /// The columns on the left that identify a listing's row.
    default List<ListingColumn> identifyingColumns() {
        return List.of();
    }

    /// Whether the rows of a table are of the same, so that results of one key must be one number in both; figures
    /// are compared with tables by it.
    default boolean saysTheSameAs(DeclaredRows rows) {
        return false;
    }

    /// Whether the shell's own filter acts on them; where it does not, a shell with one is refused.
    default boolean isFilteredByShell() {
        return true;
    }

    /// Whether they can count a record under its own treatment and a subject in several columns, where subjects had several
    /// treatments.
    default boolean countsEachTreatment() {
        return false;
    }

    /// Whether the columns are dose levels, planned ones without subjects among them.
    default boolean hasDoseLevels() {
        return false;
    }

    /// The conditions on records that they count by, beside the table's own.
    default List<Condition> recordConditions() {
        return List.of();
    }

    /// Summary of ADSL variables: numbers by statistics, text by counts of its levels.
    ///
    /// @param variables in order; empty for the study's baseline variables
    /// @param statistics rows for a number; empty for the house style's
    /// @param missing whether a row "Missing" is shown where any column has one
    /// @param where restricts the subjects counted (not the denominator); null for all
    /// @param groups levels that are counted together, of each variable that has some of them
    record Summary(List<String> variables, List<String> statistics, boolean missing, @Nullable Condition where,
            List<LevelGroup> groups) implements DeclaredRows {

        /// Each level by itself.
        public Summary(List<String> variables, List<String> statistics, boolean missing, @Nullable Condition where) {
            this(variables, statistics, missing, where, List.of());
        }

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean testsVariables() {
            return true;
        }
    }

    /// A classification of subjects by conditions, laid out and tested as a text variable is: a subject counts in the first level
    /// it satisfies.
    ///
    /// @param label names the classification; also the first level of its results
    /// @param levels in order
    record Categories(String label, List<Level> levels) implements DeclaredRows {
        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean testsVariables() {
            return true;
        }


        /// One level.
        ///
        /// @param label the row's label
        /// @param where of variables of ADSL; a level whose variables the study lacks is left out
        /// @param below the row that it is a kind of, which counts all its kinds; empty for none
        public record Level(String label, Condition where, String below) {}
    }

    /// One row a Y/N flag of ADSL: subjects with Y.
    ///
    /// @param variables in order; those ADSL lacks are passed over
    /// @param others whether flags of ADSL whose label says that they are populations follow
    /// @param untreated whether a row of those who were not treated follows, with their reasons, where there are some
    record Flags(List<String> variables, boolean others, boolean untreated) implements DeclaredRows {
        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }
    }

    /// One row: subjects with at least one record that satisfies the condition.
    ///
    /// @param label the row's label, also its level in the results
    /// @param where null for any record; a row whose variables the study lacks is left out
    /// @param events whether the number of records is shown beside
    /// @param indent level of indentation
    record Subjects(String label, @Nullable Condition where, boolean events, int indent) implements DeclaredRows {
        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }

        @Override
        public List<Condition> recordConditions() {
            return where == null ? List.of() : List.of(where);
        }
    }

    /// Rows by the levels of nested variables, such as SOC and preferred term.
    ///
    /// @param variables from outer to inner
    /// @param events whether the number of events is shown
    /// @param order of the levels
    /// @param threshold percent of subjects that a row of the innermost variable must reach in some column; 0 for all
    /// @param grades whether each row is followed by rows for the worst grade
    /// @param ranges the worst grades that are counted, in order; empty for each of them and 3 and more
    /// @param gradesIn whether these stand in columns beside the row or in rows below it
    /// @param label of a row above them of everybody who has some of them; empty for none
    /// @param where which records; null for any; rows whose variables the study lacks are left out
    /// @param groups levels of the outermost variable that are counted together
    /// @param worst the variable by whose greatest level of each subject each row is followed by rows; empty for none
    record Nest(List<String> variables, boolean events, Order order, double threshold, boolean grades, List<GradeRange> ranges,
            GradesIn gradesIn, String label, @Nullable Condition where, List<LevelGroup> groups, String worst)
            implements DeclaredRows {

        /// Rows of any record, without ranges of grades.
        public Nest(List<String> variables, boolean events, Order order, double threshold, boolean grades) {
            this(variables, events, order, threshold, grades, List.of(), GradesIn.ROWS, "", null, List.of(), "");
        }

        @Override
        public List<Condition> recordConditions() {
            return where == null ? List.of() : List.of(where);
        }

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }
    }

    /// Where the worst grades of a row stand.
    enum GradesIn {
        COLUMNS,
        ROWS
    }

    /// Grades that are counted together, such as 1 and 2.
    ///
    /// @param from the lowest, from 1
    /// @param to the highest, 5 where the range is open
    /// @param label what they are called; empty for their numbers
    record GradeRange(int from, int to, String label) {

        /// Grades that are called by their numbers.
        public GradeRange(int from, int to) {
            this(from, to, "");
        }

        /// Whether another range is a part of this one.
        public boolean contains(GradeRange other) {
            return from <= other.from && other.to <= to && (from < other.from || other.to < to);
        }
    }

    /// Levels that are counted together.
    ///
    /// @param label of their row, also its level in the results
    /// @param levels in any letter case
    /// @param kinds whether a row each stands below
    record LevelGroup(String label, List<String> levels, boolean kinds) {

        /// Whether a level is one of them.
        public boolean has(String level) {
            return levels.stream().anyMatch(level::equalsIgnoreCase);
        }
    }

    /// The order of levels that have no order of their own.
    enum Order {
        DESCENDING,
        ALPHABETICAL,
        /// By the variable's N companion, else the clinical order, else the alphabet.
        OF_DATA
    }

    /// Worst grade a subject by term: any grade, each grade, grade ≥3; then what the events were treated with, then onset and
    /// duration where dates or study days are there.
    ///
    /// @param terms in order
    /// @param groups whether the groups of CQzzNAM and SMQzzNAM follow
    /// @param treatments rows for what the events were treated with, where the data say so
    /// @param timing whether onset day and duration are summarised
    record Grades(List<String> terms, boolean groups, List<Given> treatments, boolean timing) implements DeclaredRows {
        @Override
        public boolean comparesCounts() {
            return true;
        }
    }

    /// A treatment given for an event.
    ///
    /// @param label the row's label
    /// @param flag the variable that is Y where it was given
    /// @param words words of AEACNOTH or AECONTRT that name it, in any letter case, where there is no such variable
    record Given(String label, String flag, List<String> words) {}

    /// A score by visit with its change from baseline.
    ///
    /// @param parameter PARAMCD; null for each parameter found (one table each)
    /// @param parameters PARAMCDs that stand in one table, in order, or [#ALL]; empty where `parameter` says it
    /// @param visits AVISIT values in order; empty for all scheduled ones
    /// @param statistics rows; empty for n, mean (SD), median, min and max
    /// @param statisticsAcross whether statistics are columns and visits rows, a block an arm; else arms are columns
    record Change(@Nullable String parameter, List<String> parameters, List<String> visits, List<String> statistics,
            boolean statisticsAcross) implements DeclaredRows {

        /// Rows below arms.
        public Change(@Nullable String parameter, List<String> parameters, List<String> visits, List<String> statistics) {
            this(parameter, parameters, visits, statistics, false);
        }

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null && parameters.isEmpty();
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Change(code, List.of(), visits, statistics, statisticsAcross) : this;
        }
    }

    /// Who attains a response first at which visit and when, and who keeps it.
    ///
    /// @param parameters PARAMCDs of yes or no in order; those the study lacks are passed over
    /// @param others whether every other favourable response of ADEFF and ADRS follows
    /// @param attained what the row of those with a yes is called
    /// @param visits whether a row a visit says at which visit the first yes was
    /// @param kept what the row of those who keep it is called; empty for none
    /// @param lost what the event that ends it is called
    /// @param with responses that are looked at once more together with a condition at the same visit
    record Attainment(List<String> parameters, boolean others, String attained, boolean visits, String kept, String lost,
            List<With> with) implements DeclaredRows {

        /// A response together with something else.
        ///
        /// @param label what the two are called
        /// @param parameter PARAMCD of the response
        /// @param also PARAMCD of the other parameter
        /// @param where what its value must be
        public record With(String label, String parameter, String also, Condition where) {}

        @Override
        public boolean hasParameters() {
            return true;
        }

        /// The responses as rows by visit name them.
        public Response responses() {
            return new Response(parameters, List.of(), Interval.NONE, null, others);
        }
    }

    /// In place of PARAMCDs: every parameter of the shell's dataset that has what the block is about.
    String ALL = "all";

    /// Shift from baseline: the level after it by the level at it.
    ///
    /// @param parameters PARAMCDs in order, or [#ALL]; those the study lacks are passed over
    /// @param of what a level is
    /// @param at when the later level is
    /// @param levels levels in order; empty for those of the data in their own order
    /// @param visits AVISIT values in order; empty for all scheduled ones after baseline
    /// @param percentOf whom the percentages of later levels are of
    /// @param cmh tests of whether the arms differ, stratified by the level at baseline; empty for none
    record Shift(List<String> parameters, Levels of, Later at, List<String> levels, List<String> visits, ShiftPercent percentOf,
            List<Association> cmh) implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// What a level of a shift is.
    enum Levels {
        /// The toxicity grade (ATOXGR and BTOXGR, else by CTCAE), else the reference range indicator (ANRIND, BNRIND).
        GRADE,
        /// The reference range indicator.
        RANGE,
        /// The text AVALC, such as the grades A to E of BILAG.
        VALUE
    }

    /// Whom the percentages of a shift's later levels are of.
    enum ShiftPercent {
        /// All subjects of the column with both levels.
        ALL,
        /// Those of them with the same level at baseline.
        BASELINE
    }

    /// The Cochran-Mantel-Haenszel tests.
    enum Association {
        GENERAL_ASSOCIATION,
        ROW_MEAN_SCORES,
        CORRELATION
    }

    /// When the later level of a shift is.
    enum Later {
        /// The worst of all records after baseline, scheduled or not.
        WORST,
        /// That of each visit.
        VISITS
    }

    /// A condition with the label of its row.
    ///
    /// @param where null for everybody (in [Criteria]: for the rest)
    record Labelled(String label, @Nullable Condition where) {}

    /// Subjects whose value meets conditions, by visit, with statistics of the value.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param where which subjects; null for all
    /// @param statistics rows of the value beside n; empty for none
    /// @param conditions rows of counts; each looks at AVAL, BASE, CHG, PCHG, R2BASE, ATOXGR and other variables of the record
    /// @param visits AVISIT values in order; empty for all scheduled ones
    /// @param days study days in place of visits; empty for visits
    /// @param window how many days before or after such a day a value may lie
    /// @param ratios of geometric means that follow the statistics
    /// @param timePoints where the time points of a visit stand that subjects have several of
    record Thresholds(List<String> parameters, @Nullable Condition where, List<String> statistics, List<Labelled> conditions,
            List<String> visits, List<Integer> days, int window, List<GeometricRatio> ratios, TimePoints timePoints) implements DeclaredRows {
        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Days that a value may lie before or after a day asked for, where the shell says nothing.
    int WINDOW = 7;

    /// Where time points stand.
    enum TimePoints {
        /// A heading each, the visits below it.
        ABOVE_VISITS,
        /// Below each visit.
        WITHIN_VISITS
    }

    /// What geometric means are divided by.
    enum GeometricRatio {
        /// That of the control, at the same visit.
        ARMS,
        /// That of the same subjects at baseline.
        BASELINE
    }

    /// Subjects by the first condition that they meet at a visit, of several parameters together.
    ///
    /// @param label heading
    /// @param parameters PARAMCDs that the conditions look at; a subject counts where it has a value of each
    /// @param where which subjects; null for all
    /// @param among which of these count at a visit, a condition like the others; null for all
    /// @param conditions rows of counts; variables are `UPCR` (its AVAL) and `UPCR.R2BASE`
    /// @param visits AVISIT values of the first parameter in order; empty for all scheduled ones after baseline
    /// @param window how many days before or after it a value of another parameter may lie that has none at the visit
    record Criteria(String label, List<String> parameters, @Nullable Condition where, @Nullable Condition among,
            List<Labelled> conditions, List<String> visits, int window) implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// From the first record after baseline that meets one condition to the first later one that meets another: how many, and how
    /// long.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param where which subjects; null for all
    /// @param from how it begins
    /// @param to how it ends
    /// @param since from when the time counts
    record Transition(List<String> parameters, @Nullable Condition where, Labelled from, Labelled to, Since since)
            implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// From when the time of a transition counts.
    enum Since {
        /// The first record that meets `from`.
        FROM,
        /// The day of first treatment.
        TREATMENT
    }

    /// Y/N responses by visit.
    ///
    /// @param parameters PARAMCDs in order; those no dataset has are passed over
    /// @param visits AVISIT values in order; empty for all scheduled ones after baseline
    /// @param interval method of the interval
    /// @param denominator whom a rate is of; null for `reached` where day zero and the cut-off are known, else `assessed`
    /// @param others whether every other Y/N parameter of ADEFF and ADRS follows
    record Response(List<String> parameters, List<String> visits, Interval interval, @Nullable Denominator denominator,
            boolean others) implements DeclaredRows {
        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Method of a proportion's interval.
    enum Interval {
        CLOPPER_PEARSON,
        WILSON,
        JEFFREYS,
        AGRESTI_COULL,
        WALD,
        WALD_CORRECTED,
        NONE
    }

    /// Whom a response rate is of.
    enum Denominator {
        /// Those with a value at the visit.
        ASSESSED,
        /// Treated subjects whose visit day lies on or before the cut-off.
        REACHED,
        /// The column's N.
        ALL
    }

    /// Time to an event: events, quantiles of the time, survival and numbers at risk at landmarks, and each arm against the
    /// first.
    ///
    /// @param parameter PARAMCD; null for each parameter found (one table each)
    /// @param unit the unit of AVAL as it is printed; empty for what the data say
    /// @param landmarks times in that unit at which survival is shown, in order
    /// @param strata variables that stratify the log-rank test and the hazard ratio
    /// @param ties what the hazard ratio does where events have one time
    /// @param curve what is shown of the curves
    record TimeToEvent(@Nullable String parameter, String unit, List<Double> landmarks, List<String> strata, Ties ties,
            Curve curve) implements DeclaredRows {

        /// What is shown of Kaplan–Meier curves.
        ///
        /// @param interval the scale of limits
        /// @param quantiles shares of subjects with the event, in percent, whose times are shown
        /// @param range whether the least and the greatest time are shown, censored ones marked
        /// @param differences whether arms are compared at the landmarks
        public record Curve(LimitScale interval, List<Double> quantiles, boolean range, boolean differences) {

            /// What a shell gets that says nothing.
            public static final Curve USUAL = new Curve(LimitScale.LOG_LOG, List.of(25.0, 50.0, 75.0), false, false);
        }

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new TimeToEvent(code, unit, landmarks, strata, ties, curve) : this;
        }

        @Override
        public String ofAnyParameter() {
            return "Time to Event";
        }
    }

    /// The scale on which limits of Kaplan–Meier estimates lie as far from them on either side.
    enum LimitScale {
        LOG_LOG,
        LOG,
        PLAIN
    }

    /// What Cox regression does where several events have one time.
    enum Ties {
        EFRON,
        BRESLOW
    }

    /// Analysis of covariance at a visit.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visit AVISIT; null for the last scheduled one
    /// @param of what is analysed
    /// @param covariates variables: numbers act by their slope, text and names of groups by their levels
    /// @param margins how levels are weighted in LS means
    /// @param dose the variable with the dose, for a test of dose response; null for none
    /// @param rmse whether a row shows the model's root mean square error
    record Ancova(
            @Nullable String parameter,
            @Nullable String visit,
            Analysed of,
            List<String> covariates,
            Margins margins,
            @Nullable String dose,
            boolean rmse) implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public Analysed analysed() {
            return of;
        }
    }

    /// What of a parameter a model is of.
    enum Analysed {
        CHANGE,
        VALUE
    }

    /// Mixed model for repeated measures of the change from baseline at several visits.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visits AVISITs; empty for all scheduled ones after baseline
    /// @param covariates variables, those of `byVisit` among them: numbers act by their slope, text and names of groups by their
    ///     levels
    /// @param byVisit those of them that act at each visit in its own way
    /// @param covariance of a subject's visits: the first that can be fitted
    /// @param df how errors and degrees of freedom are made
    /// @param margins how levels are weighted in LS means
    record Mmrm(
            @Nullable String parameter,
            List<String> visits,
            List<String> covariates,
            List<String> byVisit,
            List<VisitCovariance> covariance,
            FreedomMethod df,
            Margins margins) implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// How the values of a subject vary together from visit to visit.
    enum VisitCovariance {
        UNSTRUCTURED,
        HETEROGENEOUS_COMPOUND_SYMMETRY,
        HETEROGENEOUS_AUTOREGRESSIVE,
        COMPOUND_SYMMETRY,
        AUTOREGRESSIVE
    }

    /// How errors and degrees of freedom allow for an estimated covariance.
    enum FreedomMethod {
        SATTERTHWAITE,
        KENWARD_ROGER
    }

    /// How the levels of factors are weighted in LS means.
    enum Margins {
        EQUAL,
        OBSERVED
    }

    /// Levels of a parameter at a visit with the Cochran-Mantel-Haenszel tests.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visit AVISIT; null for the last scheduled one
    /// @param strata variables within whose levels the arms are compared
    /// @param also further tests, in order
    record Cmh(@Nullable String parameter, @Nullable String visit, List<String> strata, List<FurtherTest> also) implements DeclaredRows {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Tests beside those of Cochran, Mantel and Haenszel.
    enum FurtherTest {
        /// Pearson's chi-square test, without strata.
        CHI_SQUARE,
        /// The same with Yates's continuity correction.
        CHI_SQUARE_CORRECTED,
        /// Fisher's exact test, without strata.
        FISHER,
        /// Breslow and Day's test that the strata have one odds ratio, of two arms and two levels.
        BRESLOW_DAY,
        /// The same with Tarone's adjustment.
        TARONE
    }

    /// Dose-limiting toxicities by dose level, the columns: treated, evaluable, with a DLT, and what the escalation rule of
    /// study.yaml decides.
    ///
    /// @param interval method of the interval
    record Dlt(Interval interval) implements DeclaredRows {
        @Override
        public boolean hasDoseLevels() {
            return true;
        }
    }

    /// Who was screened, who failed and by which criterion, who was enrolled.
    ///
    /// @param order of the criteria within inclusion and exclusion
    record Eligibility(Order order) implements DeclaredRows {}

    /// Parameters that a subject has once: numbers by statistics, text by counts of its levels.
    ///
    /// @param parameters PARAMCDs in order; those the dataset lacks are passed over
    /// @param others whether the dataset's other parameters follow
    /// @param statistics rows for a number; empty for the house style's
    record Exposure(List<String> parameters, boolean others, List<String> statistics) implements DeclaredRows {}

    /// One row a record of the shell's dataset (or a subject of ADSL).
    ///
    /// @param columns from left to right
    /// @param sort variables in order
    /// @param absent text of a missing value, such as `/`
    /// @param stub how many columns on the left identify the row
    record Listing(List<ListingColumn> columns, List<String> sort, String absent, int stub) implements DeclaredRows {
        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public List<ListingColumn> identifyingColumns() {
            return columns.subList(0, Math.min(stub, columns.size()));
        }

        @Override
        public boolean listsRecords() {
            return true;
        }
    }

    /// A text with live numbers, in place of rows: sentences with slots that name results of the report's tables.
    ///
    /// @param sentences in order
    record Prose(List<Sentence> sentences) implements DeclaredRows {

        public static final RowsDeclaration<Prose> TEXT = RowsDeclaration.of("text", Prose.class,
                NamedVariable.Of.RECORDS,
                list -> new Prose(
                        StreamSupport.stream(list.spliterator(), false).map(Prose::sentence).toList()));

        @Override
        public boolean isFilteredByShell() {
            return false;
        }

        @Override
        public boolean hasSubgroups() {
            return false;
        }

        /// A sentence. It stands in the text where each of its slots finds a number.
        ///
        /// @param say the words, `{name}` for a slot, `{name:patient|patients}` for a word that agrees with its number
        /// @param paragraph whether a new paragraph begins with it
        /// @param slots by name
        public record Sentence(String say, boolean paragraph, Map<String, Slot> slots) {}

        /// How a slot is printed.
        public enum Form {
            /// the number of the statistic
            VALUE,
            /// `14 (78%) of 18`
            OF,
            /// `14 (78%)`
            PART,
            /// `20/22`
            FRACTION,
            /// counts of several levels added up
            SUM,
            /// the first visit that counts somebody: its number
            FIRST_VISIT,
            /// the greatest value of a listing's column
            MAX,
            /// a part for each arm
            ARMS,
            /// a part for each level of the variable that counts somebody
            LEVELS,
            /// a part for each grade that somebody has
            GRADES
        }

        /// What names a result.
        ///
        /// @param table id of the table
        /// @param variable null for any
        /// @param parameter PARAMCD; null for none
        /// @param level as results have it; empty for any
        /// @param visit null for none
        /// @param statistic its word
        /// @param form how it is printed
        /// @param except a level that is left out
        /// @param item what each part says, with `{n}`, `{of}`, `{name}` and `{roman}`
        /// @param last what stands before the last part
        /// @param unit the unit of time that the sentence says; a result in another one is not meant; null for none
        public record Slot(String table, @Nullable String variable, @Nullable String parameter, List<String> level,
                @Nullable String visit, String statistic, Form form, @Nullable String except, String item, String last,
                @Nullable String unit) {}

        /// The tables that its slots name.
        public List<String> tables() {
            return sentences.stream().flatMap(s -> s.slots().values().stream()).map(Slot::table).distinct().toList();
        }

        private static Sentence sentence(JsonNode map) {
            Map<String, Slot> slots = new LinkedHashMap<>();
            map.path("slots").properties().forEach(entry -> slots.put(entry.getKey(), slot(entry.getValue())));
            return new Sentence(map.path("say").asText(), map.path("paragraph").asBoolean(), slots);
        }

        private static Slot slot(JsonNode map) {
            JsonNode level = map.path("level");
            return new Slot(
                    map.path("table").asText(),
                    text(map.path("variable")),
                    text(map.path("parameter")),
                    level.isTextual() ? List.of(level.asText()) : YamlWords.list(level),
                    text(map.path("at")),
                    map.path("statistic").asText("count"),
                    YamlWords.constant(Form.class, map.path("form"), Form.VALUE),
                    text(map.path("except")),
                    map.path("item").asText("{n} {name}"),
                    map.path("last").asText(" and "),
                    text(map.path("unit")));
        }

        private static @Nullable String text(JsonNode node) {
            return node.isMissingNode() ? null : node.asText();
        }
    }
}
