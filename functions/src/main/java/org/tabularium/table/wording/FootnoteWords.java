package org.tabularium.table.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.tabularium.result.MethodId;
import org.tabularium.shell.comparison.Tests;

/// The footnotes that every table may have: quartiles, tests, scales, dictionaries, the source.
public final class FootnoteWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /// The definition of quantiles that SAS calls PCTLDEF=5.
    private static final int SAS_DEFAULT = 2;

    private FootnoteWords() {}

    /// "Data cut-off 31 Aug 2025".
    public static String cutOff(LocalDate date) {
        return "Data cut-off " + DATE.format(date);
    }

    /// Of whom a table is: "Safety population."
    public static String population(String population) {
        return population + ".";
    }

    /// What the cells of a table hold: "Data are n (%) or median (IQR)."
    ///
    /// @param forms such as "n (%)", at least one
    /// @param others whether some cells hold something else, which their rows say
    public static String cells(List<String> forms, boolean others) {
        String all = forms.size() == 1
                ? forms.getFirst()
                : String.join(", ", forms.subList(0, forms.size() - 1)) + " or " + forms.getLast();
        return "Data are " + all + (others ? ", unless otherwise indicated." : ".");
    }

    /// How quartiles are defined.
    ///
    /// @param type of Hyndman and Fan, 1 to 9
    public static String quartiles(int type) {
        return "Quartiles are Hyndman–Fan type " + type + (type == SAS_DEFAULT ? " (SAS PCTLDEF=5)." : ".");
    }

    /// Which tests rows have.
    ///
    /// @param against the arm that others are tested against
    /// @param asked what the shell says of them
    public static String testsOfRows(List<MethodId> tests, String against, Tests asked, PrintedNames names) {
        String side = switch (asked.alternative()) {
            case TWO_SIDED -> ", two-sided, versus " + against;
            case GREATER -> ", one-sided for a greater proportion than with " + against;
            case LESS -> ", one-sided for a smaller proportion than with " + against;
        };
        return "p-values are from " + named(tests) + ComparisonWords.stratified(asked.strata(), names) + side
                + ", without adjustment for multiplicity.";
    }

    /// Which tests variables have.
    ///
    /// @param numbers those of continuous variables; empty where there are none
    /// @param levels those of categorical variables; empty where there are none
    /// @param strata those of the tests of levels; empty for none
    public static String testsOfVariables(List<MethodId> numbers, List<MethodId> levels, List<String> strata,
            PrintedNames names) {
        String ofLevels = named(levels) + ComparisonWords.stratified(strata, names);
        if (levels.isEmpty()) {
            return "p-values are from " + named(numbers) + ", between the arms.";
        }
        return numbers.isEmpty()
                ? "p-values are from " + ofLevels + ", between the arms."
                : "p-values are from " + named(numbers) + " for continuous variables and from " + ofLevels
                        + " for categorical variables, between the arms.";
    }

    /// What the events are graded by, by abbreviations of the events.
    public static String scales(Map<String, String> scales) {
        Map<String, List<String>> events = new LinkedHashMap<>();
        scales.forEach((event, scale) -> events.computeIfAbsent(scale, _ -> new ArrayList<>()).add(event));
        return events.entrySet().stream()
                .map(e -> String.join(" and ", e.getValue()) + (e.getValue().size() == 1 ? " is" : " are") + " graded by "
                        + e.getKey())
                .collect(Collectors.joining("; ")) + ".";
    }

    /// The versions of dictionaries.
    public static String dictionaries(SortedMap<String, String> versions) {
        return versions.entrySet().stream()
                .map(e -> e.getKey() + " version " + e.getValue())
                .collect(Collectors.joining("; ", "", "."));
    }

    /// What stands in place of an interval of one subject.
    public static String intervalOfOne(String sign) {
        return "No interval is given for a single subject (" + sign + ").";
    }

    /// What stands in a listing that has a sign for what is absent.
    public static String absent(String sign) {
        return sign + " stands for none or not recorded.";
    }

    /// The last line: datasets, cut-off and run.
    ///
    /// @param datasets empty where none is to be named
    /// @param cutOff as [#cutOff] says it; empty for none
    public static String source(List<String> datasets, String cutOff, String run) {
        return (datasets.isEmpty() ? "" : "Source: " + String.join(", ", datasets) + ". ")
                + (cutOff.isEmpty() ? "" : cutOff + ". ") + "Run " + run + ".";
    }

    /// The names of the tests, each once.
    private static String named(List<MethodId> tests) {
        return tests.stream().map(StatisticWords::of).distinct().collect(Collectors.joining(" and "));
    }
}
