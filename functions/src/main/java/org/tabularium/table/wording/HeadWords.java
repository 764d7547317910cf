package org.tabularium.table.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.ComparisonHead.Difference;
import org.tabularium.result.display.ComparisonHead.OddsRatio;
import org.tabularium.result.display.ComparisonHead.PValue;
import org.tabularium.result.display.ComparisonHead.PValueOfVariable;
import org.tabularium.result.display.ComparisonHead.Rate;
import org.tabularium.result.display.ComparisonHead.RateComparison;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.shell.Shell;
import org.tabularium.shell.comparison.ExposureAdjusted.Compare;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.rows.DeclaredVisits;

/// Headers of columns that compare, and what the header over the labels says of cells.
public final class HeadWords {

    /// The header over numbers of subjects.
    public static final String SUBJECTS = "Subjects\nn (%)";

    /// The header of visits.
    public static final String VISIT = "Visit";

    /// The header over the statistics of values beside those of changes.
    public static final String VALUE = "Value";

    /// The headers of subjects and of their events.
    public static final List<String> COUNT_AND_EVENTS = List.of("n (%)", "[E]");

    private static final String COHORT = "Cohort";

    /// Headers of our shells over treatments.
    private static final Set<String> USUAL = Set.of("Treatment", "Dose", "Dose level");

    /// Variables that hold treatments, those of several periods too.
    private static final Pattern TREATMENTS = Pattern.compile("TRT([0-9]{2}|SEQ)?[AP]|(ACT)?ARM");

    private HeadWords() {}

    /// The header of the count of any grade or severity.
    ///
    /// @param worst what the worst ones are; null for grades
    public static String anyOf(@Nullable RowLabel worst) {
        return new RowLabel.Named(RowName.Event.WORST_SEVERITY).equals(worst) ? "Any severity" : "Any grade";
    }

    /// The header over the arms where each is a row.
    ///
    /// @param by the column variable of the shell
    /// @param variable that of ADSL which gives the arms; empty for none
    public static String ofArms(String by, String variable, PrintedNames names) {
        return switch (by) {
            case Shell.BY_TREATMENT -> ofTreatment("Treatment", variable, names);
            case Shell.BY_COHORT -> COHORT;
            case Shell.BY_NONE -> "";
            default -> names.ofVariable(by);
        };
    }

    /// The header over arms that a shell heads as treatments: where their variable holds none, what that is called.
    ///
    /// @param declared the header of the shell
    /// @param variable that which gives the arms; empty for none
    public static String ofTreatment(String declared, String variable, PrintedNames names) {
        if (variable.isEmpty() || !USUAL.contains(declared) || TREATMENTS.matcher(variable).matches()) {
            return declared;
        }
        return variable.equals("COHORT") ? COHORT : names.ofVariable(variable);
    }

    /// The headers over what a figure draws: as what, of which arm, of what, where, and as it is written beside it.
    public static List<String> ofDrawn() {
        return List.of("Drawn as", "Arm", "Item", "What", "At", "Shown");
    }

    /// The header of a comparison; its lines are separated by line feeds.
    public static String of(ComparisonHead head, PrintedNames names) {
        return switch (head) {
            case Rate(String arm, double confidence) ->
                "Rate per 100\npatient-years " + interval(confidence) + "\n" + names.ofArm(arm);
            case RateComparison(Compare compare, String arm, String against, double confidence) ->
                (compare == Compare.RATIO ? "Rate ratio " : "Rate difference ") + interval(confidence) + "\n"
                        + versus(arm, against, names);
            case Difference(String arm, String against, double confidence) ->
                "Difference " + interval(confidence) + "\n" + versus(arm, against, names);
            case OddsRatio(String arm, String against, double confidence) ->
                "Odds ratio " + interval(confidence) + "\n" + versus(arm, against, names);
            case PValue(String arm, String against, Tests.Alternative alternative) -> switch (alternative) {
                case TWO_SIDED -> "p-value\n" + versus(against, arm, names);
                case GREATER, LESS -> "p-value\none-sided\n" + versus(arm, against, names);
            };
            case PValueOfVariable() -> "p-value";
        };
    }

    /// The header over a later level of a shift and its neighbours of the same kind.
    public static String over(RowLabel later, DeclaredVisits.Shift shift) {
        String level = kind(later, shift);
        return switch (shift.at()) {
            case WORST -> "Worst " + level.toLowerCase(Locale.ROOT) + " after baseline, " + of(Cells.COUNT_PERCENT);
            case VISITS -> level + " at the visit, " + of(Cells.COUNT_PERCENT);
        };
    }

    /// What the levels are called: the texts of a parameter are values, but for the grades of BILAG-2004.
    private static String kind(RowLabel later, DeclaredVisits.Shift shift) {
        return switch (later) {
            case RowLabel.Named _ -> "Level";
            case RowLabel.OfLevel _ when shift.parameters().stream().noneMatch(code -> code.startsWith("BILAG")) -> "Value";
            default -> "Grade";
        };
    }

    /// What cells hold; empty where the rows say it.
    public static String of(Cells cells) {
        return switch (cells) {
            case OF_ROW -> "";
            case COUNT_PERCENT -> "n (%)";
            case COUNT_PERCENT_EVENTS -> "n (%) [E]";
            case FRACTION -> "n/N (%)";
        };
    }

    /// Whether a footnote such as "Data are n (%) or median (IQR)." says what the cells of a row hold.
    static boolean isUsual(RowLabel.Cells cells) {
        return cells == RowLabel.Cells.COUNT_PERCENT || cells == RowLabel.Cells.MEDIAN_QUARTILES;
    }

    private static String versus(String first, String second, PrintedNames names) {
        return names.ofArm(first) + " vs\n" + names.ofArm(second);
    }

    private static String interval(double confidence) {
        return "(" + RowWords.interval(confidence) + ")";
    }
}
