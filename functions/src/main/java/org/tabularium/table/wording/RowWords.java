package org.tabularium.table.wording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.RowLabel.Cells;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.study.ValueText;

/// The labels of rows.
public final class RowWords {

    private static final int WEEK = 7;

    private final PrintedNames names;
    private final boolean cellsInNote;

    /// @param cellsInNote whether a footnote says what cells hold, so that labels do not
    public RowWords(PrintedNames names, boolean cellsInNote) {
        this.names = names;
        this.cellsInNote = cellsInNote;
    }

    /// A row's label.
    public String of(RowLabel label) {
        return label instanceof RowLabel.OfLevel(String variable, String level)
                ? names.ofLevel(variable, level)
                : names.ofNumbers(words(label));
    }

    private String words(RowLabel label) {
        return switch (label) {
            case RowLabel.Given(String text) -> names.ofText(text);
            case RowLabel.Named(RowName name) -> Vocabulary.of(name);
            case RowLabel.OfCase narrative -> ofCase(narrative);
            case RowLabel.WithInterval(RowName name, double confidence) -> withInterval(name, confidence);
            case RowLabel.OfArm(String arm) -> names.ofArm(arm);
            case RowLabel.Against(RowName name, String arm) -> against(name, names.ofArm(arm));
            case RowLabel.AgainstWithInterval(RowName name, String arm, double confidence) ->
                against(name, names.ofArm(arm)) + " (" + interval(confidence) + ")";
            case RowLabel.OfVariable(String dataset, String variable) -> names.ofVariable(dataset, variable);
            case RowLabel.OfLevel(String variable, String level) -> names.ofLevel(variable, level);
            case RowLabel.OfUnmet(var kind, RowLabel criterion) -> SubjectWords.ofUnmet(kind, of(criterion));
            case RowLabel.Together several -> together(several);
            case RowLabel.OfGrade(int grade) -> "Grade " + grade;
            case RowLabel.OfWorst(String name) -> name;
            case RowLabel.Within(RowLabel whole, String variable, String level) ->
                of(whole) + ", " + (variable.equals("APERIOD") ? "period " + level : begunSmall(names.ofLevel(variable, level)));
            case RowLabel.Followed(RowLabel of, String more) -> of(of) + more;
            case RowLabel.AfterBaseline(RowLabel of) -> of(of) + ", after baseline";
            case RowLabel.OfPeriod(String period) -> "Period " + period;
            case RowLabel.AtBaseline(RowLabel.OfGrade(int grade)) -> "Baseline grade " + grade;
            case RowLabel.AtBaseline(RowLabel level) -> "Baseline " + inSentence(of(level));
            case RowLabel.Shifted(RowLabel _, RowLabel later) -> of(later);
            case RowLabel.InDirection(String parameter, var direction) ->
                names.ofText(parameter) + ", " + direction.name().toLowerCase(Locale.ROOT);
            case RowLabel.OfLine(var line, double confidence) -> StatisticWords.of(line, interval(confidence));
            case RowLabel.Holding(RowLabel of, Cells cells) ->
                of(of) + (cellsInNote && HeadWords.isUsual(cells) ? "" : of(cells));
            case RowLabel.TimeToEvent(String unit) -> "Time to event" + (unit.isEmpty() ? "" : " (" + unit + ")");
            case RowLabel.PercentileTime(double percent, double confidence) ->
                Plural.ordinal(percent) + " percentile (" + interval(confidence) + ")";
            case RowLabel.AtTime(double time, String unit) ->
                "At " + ValueText.number(time) + (unit.isEmpty() ? "" : " " + unit);
            case RowLabel.InDays(int from, Integer to) -> inDays(from, to);
            case RowLabel.AreaOf(String name, String unit) ->
                names.ofText(name + " (days × " + (unit.isEmpty() ? "unit of the values" : unit) + ")");
            case RowLabel.DaysTo(String condition, double confidence) ->
                "Days to " + begunSmall(names.ofText(condition)) + ", median (" + interval(confidence) + ")";
            case RowLabel.NothingFrequent(double percent) ->
                "Nothing was reported by " + ValueText.number(percent) + "% or more of the subjects of any group.";
            case RowLabel.NothingShown(int smallest) ->
                "No row is shown, so that no count below " + smallest + " can be worked out.";
            case RowLabel.Because(var obstacle) -> AbsentPartWords.of(obstacle);
        };
    }

    /// The label of a row that says what its cells hold.
    public String holding(RowLabel label, RowsPromise.Cells counts) {
        String text = of(label);
        String held = HeadWords.of(counts);
        return text.endsWith(held) ? text : text + ", " + held;
    }

    /// A row's label below a header that says that it is of baseline.
    public String belowBaseline(RowLabel label) {
        if (label instanceof RowLabel.AtBaseline(RowLabel level)) {
            return of(level);
        }
        return label.equals(new RowLabel.Named(RowName.Laboratory.BASELINE_MISSING))
                ? Vocabulary.of(RowName.Shared.MISSING)
                : of(label);
    }

    private String together(RowLabel.Together several) {
        List<String> labels = several.labels().stream().map(this::of).toList();
        return several.isMany() ? "Several Parameters" : listed(labels);
    }

    /// "A, B and C".
    static String listed(List<String> texts) {
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    private static String ofCase(RowLabel.OfCase narrative) {
        String reasons = narrative.reasons().stream().map(Vocabulary::of).collect(Collectors.joining("; "));
        String whose = narrative.subject().isEmpty() ? "Narrative " + narrative.number() : "Subject " + narrative.subject();
        return whose + ": " + (narrative.event().isEmpty() ? reasons : narrative.event() + " (" + reasons + ")");
    }

    /// What stands for a placeholder of a title, where variables and their levels have no labels.
    public static String inTitle(RowLabel label) {
        return new RowWords(PrintedNames.AS_WRITTEN, false).of(label);
    }

    /// Study day 1 is the first: days 1 to 28 are within four weeks.
    private static String inDays(int from, @Nullable Integer to) {
        if (to == null) {
            return from == 1 ? "At any time" : "From day " + from;
        }
        if (from != 1) {
            return "Days " + from + " to " + to;
        }
        return to % WEEK == 0
                ? Plural.of(to / WEEK, "Within {n} week", "Within {n} weeks")
                : Plural.of(to, "Within {n} day", "Within {n} days");
    }

    private static String withInterval(RowName name, double confidence) {
        return name == RowName.Shared.INTERVAL ? interval(confidence) : Vocabulary.of(name) + " (" + interval(confidence) + ")";
    }

    private static String against(RowName name, String arm) {
        return name == RowName.Comparison.COMPARISON_P_VALUE
                ? "Comparison with " + arm + ", p-value"
                : Vocabulary.of(name) + " " + arm;
    }

    /// Limits of confidence: `95% CI`.
    static String interval(double confidence) {
        return ValueText.number(confidence * 100) + "% CI";
    }

    private static String of(Cells cells) {
        return switch (cells) {
            case COUNT_PERCENT -> ", n (%)";
            case MEDIAN_QUARTILES -> ", median (IQR)";
            case MEDIAN_RANGE -> ", median (range)";
        };
    }

    /// A row's label.
    static String of(RowName.Shared name) {
        return switch (name) {
            case N -> "n";
            case MISSING -> "Missing";
            case OTHER_OR_MISSING -> "Other or missing";
            case NOTHING_MEETS_CONDITIONS -> "No records meet the conditions of this table.";
            case INTERVAL -> "CI";
            case P_VALUE -> "p-value";
            case NOT_GIVEN -> "not given";
            case OVERALL -> "Overall";
            case BASELINE -> "Baseline";
        };
    }

    /// A level within a sentence: a word in sentence case begins small, an abbreviation or code stays.
    private static String inSentence(String level) {
        boolean word = level.length() > 1 && Character.isUpperCase(level.charAt(0))
                && level.substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == ' ');
        return word ? level.substring(0, 1).toLowerCase(Locale.ROOT) + level.substring(1) : level;
    }

    static String begunSmall(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }
}
