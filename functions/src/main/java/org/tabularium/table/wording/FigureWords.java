package org.tabularium.table.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.tabularium.result.RowName;
import org.tabularium.study.ValueText;

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

    /// Numbers at risk.
    ///
    /// @param censored whether the numbers censored before stand beside them
    public static String atRisk(boolean censored) {
        return censored ? "Number at risk (censored before)" : "Number at risk";
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
        return median.isEmpty() ? sentence : sentence + ", median " + (median + " " + unit).strip();
    }

    /// Curves that have the same value for a while.
    ///
    /// @param number a time as it is printed
    public static String stretch(List<String> arms, double from, double to, String unit, DoubleFunction<String> number) {
        return listed(arms) + " from " + number.apply(rounded(from)) + " to " + (number.apply(rounded(to)) + " " + unit).strip();
    }

    /// All curves that have the same value for a while.
    ///
    /// @param stretches as [#stretch] says them
    public static String coincide(List<String> stretches) {
        return "Curves coincide: " + String.join("; ", stretches) + ".";
    }

    /// Where too many stretches would have to be said.
    public static String coincideInParts() {
        return "Curves of several arms coincide in parts.";
    }

    /// Arms that have the same value at visits.
    public static String pointsAt(List<String> arms, List<String> visits) {
        return listed(arms) + " at " + listed(visits);
    }

    /// All arms that have the same value at visits.
    ///
    /// @param points as [#pointsAt] says them
    public static String pointsCoincide(List<String> points) {
        return "Points coincide: " + String.join("; ", points) + ".";
    }

    /// Where too many points would have to be said.
    public static String pointsCoincideInParts() {
        return "Points of several arms coincide at some visits.";
    }

    private static double rounded(double value) {
        return new BigDecimal(oneDecimal(value)).doubleValue();
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// An axis of time since the first infusion or treatment.
    ///
    /// @param zero the variable of another day that time counts from; empty for none
    public static String sinceInfusion(String unit, String zero) {
        return (unit.isEmpty() ? "Time" : begunLarge(unit)) + " since " + (zero.isEmpty() ? "first treatment" : "day zero");
    }

    private static String begunLarge(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// The mark of a treatment given.
    ///
    /// @param several whether a subject has more than one; the only one may be the first dose of any treatment
    public static String infusion(boolean several) {
        return several ? "Infusion" : "First treatment";
    }

    public static String ongoing() {
        return "Follow-up ongoing";
    }

    public static String cutOff() {
        return Vocabulary.of(RowName.Subject.CUT_OFF);
    }

    public static String steroidFree() {
        return "Without steroids";
    }

    /// An event whose mark shows its grade.
    public static String withGrade(String term) {
        return term + ", grade";
    }

    /// What happened when.
    ///
    /// @param grade NaN for none
    public static String happened(String what, double grade, double at, String unit) {
        return what + (Double.isNaN(grade) ? "" : " grade " + ValueText.number(grade)) + " at " + time(at, unit);
    }

    private static String time(double at, String unit) {
        return oneDecimal(at) + " " + unit;
    }

    private static String oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /// What a lane shows.
    ///
    /// @param subject empty where subjects have no names
    public static String lane(String subject, String arm, double end, String unit, List<String> happened) {
        return (subject.isEmpty() ? "A subject" : "Subject " + subject) + " (" + arm + "): " + time(end, unit)
                + (happened.isEmpty() ? "" : ", " + String.join(", ", happened));
    }

    /// What the figure shows.
    public static String swimmer(String title, List<String> lanes) {
        return title + ". One bar a subject, as long as its follow-up. " + String.join("; ", lanes) + ".";
    }

    public static String visit() {
        return "Visit";
    }

    public static String subject() {
        return "Subject";
    }

    public static String medianQuartiles() {
        return "Median (quartiles)";
    }

    /// A line across a figure.
    ///
    /// @param of what it is a limit of; empty where nothing says it
    public static String threshold(String limit, List<String> of) {
        return "Threshold: " + limit + (of.isEmpty() ? "" : " (" + String.join(", ", of) + ")");
    }

    /// The limit of quantification.
    public static String limit() {
        return "Limit of quantification";
    }

    /// How many have a value.
    public static String counted() {
        return "n";
    }

    /// What points and their limits are.
    public static String course(boolean mean) {
        return mean ? "Mean (standard error)" : medianQuartiles();
    }

    /// A vertical axis.
    ///
    /// @param parameter with its unit; empty where it is not known
    /// @param what of it is shown
    public static String axis(String parameter, String what) {
        return parameter.isEmpty() ? what : parameter + ", " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    }

    public static String bestChange() {
        return "Best change from baseline";
    }

    /// A box and how many are in it, which is not broken.
    public static String counted(String what, String number) {
        return what + " (n\u00A0=\u00A0" + number + ")";
    }

    /// How an arm begins and ends.
    public static String fromTo(String arm, int subjects, double first, double last) {
        return arm + ": " + subjects + (subjects == 1 ? " subject" : " subjects") + ", from " + oneDecimal(first) + " to "
                + oneDecimal(last);
    }

    /// What the figure shows.
    public static String trajectories(String title, List<String> arms) {
        return title + ". A thin line a subject, a panel an arm; medians at the first and the last visit: "
                + String.join("; ", arms)
                + ".";
    }

    /// What the figure shows.
    public static String courses(String title, boolean mean, List<String> arms) {
        return title + ". " + course(mean) + " by visit; at the first and the last visit: " + String.join("; ", arms) + ".";
    }

    /// What a bar shows.
    public static String changed(String subject, String arm, String change, boolean responded) {
        return (subject.isEmpty() ? "a subject" : subject) + (arm.isEmpty() ? "" : " (" + arm + ")") + " " + change
                + (responded ? " with response" : "");
    }

    /// What the figure shows.
    public static String waterfall(String title, List<String> changes) {
        return title + ". One bar a subject, from the largest change to the smallest: " + String.join(", ", changes) + ".";
    }

    /// The column of the subgroups of a forest.
    public static String subgroup() {
        return "Subgroup";
    }

    public static String arm() {
        return "Arm";
    }

    /// Of a column: responders or events of subjects.
    ///
    /// @param events whether they are events
    public static String ofSubjects(boolean events) {
        return events ? eventsOfSubjects() : "n/N";
    }

    /// The same where no other column names the arm.
    public static String ofSubjects(boolean events, String arm) {
        return arm + (events ? ", events/n" : ", n/N");
    }

    /// An estimate with its limits.
    ///
    /// @param ratio whether it is a hazard ratio, else a difference in percentage points
    public static String effect(boolean ratio, double confidence) {
        return (ratio ? "Hazard ratio (" : "Difference (") + RowWords.interval(confidence) + ")";
    }

    /// An axis of effects.
    public static String effectAxis(boolean ratio) {
        return ratio ? "Hazard ratio" : "Difference (percentage points)";
    }

    /// The line across a forest's rows.
    public static String noEffect() {
        return "No effect";
    }

    /// What the rows of a profile are.
    public static String preferredTerm() {
        return "Preferred term";
    }

    /// What effects are.
    public static String effectFrom(boolean ratio, String control) {
        return ratio ? "Hazard ratios to " + control : "Differences from " + control + " in percentage points";
    }

    public static String favours(String arm) {
        return "Favours " + arm;
    }

    /// An axis with whose its sides are.
    public static String between(String lower, String axis, String upper) {
        return "← " + lower + " · " + axis + " · " + upper + " →";
    }

    /// A side of a hazard ratio where nobody knows whether the event is wanted.
    public static String hazard(boolean lower) {
        return lower ? "Lower hazard" : "Higher hazard";
    }

    /// What favours what is compared, where that is several arms.
    public static String comparedArm() {
        return "the arm";
    }

    /// A level of a variable.
    public static String within(String variable, String level) {
        return variable + " " + level;
    }

    /// The limits of an arm's intervals.
    public static String limitsOf(String arm) {
        return arm + ", interval";
    }

    /// What a row of a forest shows.
    public static String effectOf(String subgroup, String arm, String effect) {
        return subgroup + (arm.isEmpty() ? "" : ", " + arm) + " " + effect;
    }

    /// What the figure shows.
    public static String forest(String title, String axis, List<String> effects) {
        return title + ". " + axis + ", a square an estimate, a line its confidence interval: " + String.join("; ", effects)
                + ".";
    }

    /// An axis of shares.
    public static String percentOfSubjects() {
        return "Subjects (%)";
    }

    public static String nothingToDraw() {
        return "Nothing was reported that this figure shows.";
    }

    /// Of marks that would hide each other.
    public static String below() {
        return "Marks of a row stand below each other in the order of the arms.";
    }

    /// What a row of a profile shows.
    ///
    /// @param shares of the arms, as they are printed
    /// @param differences of the arms from the control
    public static String term(String term, List<String> shares, List<String> differences) {
        return term + ": " + String.join(", ", shares)
                + (differences.isEmpty() ? "" : "; difference " + String.join(", ", differences));
    }

    /// What a term's share or difference is of an arm.
    public static String ofArm(String arm, String shown) {
        return arm + " " + shown;
    }

    /// What the figure shows.
    public static String profile(String title, List<String> terms) {
        return title + ". A row a preferred term: at the left the share of each arm's subjects, beside it differences with their"
                + " confidence intervals. " + String.join(". ", terms) + ".";
    }

    /// What the figure shows.
    public static String flow(String title, List<String> boxes) {
        return title + ". Boxes from above to below: " + String.join("; ", boxes) + ".";
    }

    /// What the figure shows.
    public static String survival(String title, List<String> curves) {
        return title
                + ". Step curves fall from 1 at each event, small ticks are censored subjects; below the axis the numbers at risk. "
                + String.join("; ", curves) + ".";
    }
}
