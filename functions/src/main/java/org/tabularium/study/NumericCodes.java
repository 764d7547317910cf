package org.tabularium.study;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.settings.DisplaySettings;

/// Whether the numbers of a variable of ADSL are codes, which are counted by level and never averaged: study.yaml says so
/// (`categorical`, `levels`), define.xml says what each stands for, ADaM has the variable as
/// text, it is a class (ECOG, NYHA), its SAS format is one of the user's own, or it is the N companion of a text variable.
public final class NumericCodes {

    /// Numeric formats that come with SAS and show a number as a number; formats of dates and times begin otherwise but hold no
    /// codes either.
    private static final Set<String> SAS_NUMBERS = Set.of("", "BEST", "BESTD", "BESTX", "D", "E", "F", "COMMA", "COMMAX", "NUMX",
            "NLNUM",
            "DOLLAR", "DOLLARX", "EURO", "EUROX", "NLMNY", "PERCENT", "PERCENTN", "PVALUE", "ODDSR", "Z", "NEGPAREN", "FRACT",
            "ROMAN", "WORDS",
            "HEX", "BINARY", "OCTAL", "IB", "PIB", "RB", "IEEE", "FLOAT", "SSN", "YEN");

    private static final Pattern SAS_TIMES = Pattern
            .compile(
                    ".*(DATE|TIME|TOD|YYMM|YYQ|MMDD|MMYY|DDMM|HHMM|MMSS|HOUR|DTMON|DTYEAR|DTWK|E8601|B8601|IS8601|YEAR|MONTH|MONNAME|MONYY|WEEK|WORDDAT|QTR|JUL|DAY).*");

    /// Classes of performance and of heart failure, whose numbers are their names.
    private static final Pattern CLASSES = Pattern.compile("(?:ECOG|NYHA|KILLIP)[A-Z]*");

    private NumericCodes() {}

    /// Whether the numbers are codes.
    public static boolean are(StudyData data, NumericColumn column) {
        String name = column.variable().name();
        DisplaySettings display = data.settings().display();
        return display.categorical().contains(name) || display.levels().containsKey(name) || isText(column)
                || CLASSES.matcher(name).matches()
                || isCompanionOfText(name) || isDecoded(data, name)
                || words(data, name).isPresent();
    }

    /// Whether nothing but the number itself is known of the codes, though the variable is one of text or has a format of the
    /// user's own.
    public static boolean areUnexplained(StudyData data, NumericColumn column) {
        DisplaySettings display = data.settings().display();
        String name = column.variable().name();
        boolean isAsked = data.settings().baseline().contains(name) && isCompanionOfText(name)
                && text(data.study(), name).isEmpty();
        return (isText(column) || isAsked) && !column.variable().name().endsWith("FL")
                && !display.levels().containsKey(column.variable().name())
                && !isDecoded(data, column.variable().name())
                && !display.categorical().contains(column.variable().name());
    }

    /// Whether a variable is the N companion of one that ADaM has as text, such as SEXN, though that one is not in the data.
    private static boolean isCompanionOfText(String name) {
        return name.endsWith("N") && name.length() > 2
                && AdamVariables.kind(name.substring(0, name.length() - 1)).equals(Optional.of(Kind.TEXT));
    }

    /// The text variable whose N companion a variable is.
    public static Optional<String> text(Study study, String variable) {
        String text = variable.substring(0, Math.max(0, variable.length() - 1));
        return variable.endsWith("N") && !text.isEmpty() && study.has(Study.ADSL, text) ? Optional.of(text) : Optional.empty();
    }

    /// The words of an N companion, where the text variable was read and each number goes with one text.
    public static Optional<TextColumn> words(StudyData data, String variable) {
        return text(data.study(), variable).flatMap(data.adsl()::column).filter(TextColumn.class::isInstance)
                .map(TextColumn.class::cast)
                .filter(words -> data.adsl().column(variable).filter(n -> isOneToOne((NumericColumn) n, words)).isPresent());
    }

    private static boolean isOneToOne(NumericColumn numbers, TextColumn words) {
        Map<Double, String> seen = new HashMap<>();
        for (int row = 0; row < numbers.size(); row++) {
            if (!numbers.isMissing(row) && !words.isMissing(row)) {
                String earlier = seen.putIfAbsent(numbers.value(row), words.value(row).strip());
                if (earlier != null && !earlier.equals(words.value(row).strip())) {
                    return false;
                }
            }
        }
        return !seen.isEmpty() && seen.values().stream().distinct().count() == seen.size();
    }

    /// Whether define.xml says what each number stands for.
    public static boolean isDecoded(StudyData data, String variable) {
        return data.study().codes(Study.ADSL, variable).isOfCodedNumbers();
    }

    private static boolean isText(Column column) {
        String name = column.variable().name();
        return AdamVariables.kind(name).equals(Optional.of(Kind.TEXT)) || hasFormatOfUser(column);
    }

    private static boolean hasFormatOfUser(Column column) {
        String format = column.variable().format().strip().toUpperCase(Locale.ROOT).replaceAll("[0-9]*\\.?[0-9]*$", "");
        return !SAS_NUMBERS.contains(format) && !SAS_TIMES.matcher(format).matches() && format.matches("[A-Z_][A-Z0-9_]*");
    }
}
