package org.tabularium.selection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.ValueText;
import org.tabularium.study.country.CountryNames;
import org.tabularium.study.define.CodeList;

/// The order of a variable's levels: by its N companion, else that of define.xml's list of codes unless that is merely the
/// alphabet's, else clinical where one is known, else alphabetical.
public final class LevelOrder {

    /// Levels whose order is clinical: lupus nephritis classes, severity, completion.
    private static final List<List<String>> CLINICAL = List.of(
            List.of("I", "II", "III", "III+V", "IV", "IV+V", "V", "VI"),
            List.of("MILD", "MODERATE", "SEVERE", "LIFE THREATENING", "FATAL"),
            List.of("COMPLETED", "ONGOING", "DISCONTINUED"),
            List.of("Y", "N"));

    private static final int UNRANKED = 100;
    private static final Pattern LEADING = Pattern.compile("^\\s*([<>≤≥]=?)?\\s*"
            + "(?:10\\s*\\^\\s*(\\d{1,2})"
            + "|(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s*[*x×·]\\s*10\\s*[\\^eE]?\\s*(\\d{1,2})|[eE]\\+?(\\d{1,2}))?)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SUPERSCRIPT = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final Pattern GRADE = Pattern.compile("^GRADE\\s*(\\d)$");

    private LevelOrder() {}

    /// The order of a column's values.
    ///
    /// @param column the variable
    /// @param companion its N companion; empty where there is none
    /// @param codes what define.xml lists for it
    public static Comparator<String> of(Column column, Optional<Column> companion, CodeList codes) {
        Map<String, Double> numbers = new HashMap<>();
        if (companion.orElse(null) instanceof NumericColumn n) {
            for (int row = 0; row < column.size(); row++) {
                if (!n.isMissing(row)) {
                    numbers.merge(ValueText.text(column, row), n.value(row), Math::min);
                }
            }
        }
        if (column instanceof NumericColumn) {
            return Comparator.comparingDouble((String level) -> new BigDecimal(level).doubleValue());
        }
        Comparator<String> usual = natural(column);
        Comparator<String> natural = codes.isInOrder()
                ? Comparator.comparingInt(codes::place).thenComparing(usual)
                : usual;
        return numbers.isEmpty()
                ? natural
                : Comparator.comparingDouble((String level) -> numbers.getOrDefault(level, Double.MAX_VALUE))
                        .thenComparing(natural);
    }

    /// The order without a companion: clinical lists, then leading numbers (a dose, a grade, an age group), then the alphabet
    /// with numbers as numbers; levels with none of
    /// these come in front of doses (placebo before 1 mg).
    public static Comparator<String> natural() {
        return Comparator.comparingInt(LevelOrder::clinicalRank).thenComparing(unranked());
    }

    /// The order of a variable's levels: countries by their names, which are printed for their codes; a clinical list holds where
    /// at least two of them, or half, are of it.
    private static Comparator<String> natural(Column column) {
        String variable = column.variable().name();
        if (CountryNames.isOf(variable)) {
            return Comparator.comparing((String level) -> CountryNames.ofLevel(variable, level).orElse(level),
                    unranked());
        }
        List<String> levels = column instanceof TextColumn text
                ? text.dictionary().stream().filter(level -> !level.isBlank()).toList()
                : List.of();
        long ranked = levels.stream().filter(level -> clinicalRank(level) < UNRANKED).limit(2).count();
        return ranked == 1 && levels.size() > 2 ? unranked() : natural();
    }

    private static Comparator<String> unranked() {
        return Comparator.comparingDouble(LevelOrder::leadingNumber)
                .thenComparing(LevelOrder::withPaddedNumbers)
                .thenComparing(Comparator.naturalOrder());
    }

    private static int clinicalRank(String level) {
        String upper = PLUS.matcher(level.strip().toUpperCase(Locale.ROOT)).replaceAll("+");
        for (List<String> order : CLINICAL) {
            int rank = order.indexOf(upper);
            if (rank >= 0) {
                return rank;
            }
        }
        Matcher grade = GRADE.matcher(upper);
        return grade.matches() ? Integer.parseInt(grade.group(1)) : UNRANKED;
    }

    /// The text by which the alphabet orders: letter case does not matter and a number within counts as a number (Cohort 2 before
    /// Cohort 10).
    private static String withPaddedNumbers(String level) {
        return DIGITS.matcher(level.toLowerCase(Locale.ROOT))
                .replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    /// The number a level starts with, powers of ten and thousands' commas included: `4.5*10^9`, `4.5×10⁹` and `4.5E9` are 4.5e9,
    /// `10^9` is 1e9, `1,200 mg` is
    /// 1200; `<65` lies just below 65, `>80` just above 80; −1 where there is none.
    static double leadingNumber(String level) {
        Matcher matcher = LEADING.matcher(withoutSuperscripts(level));
        if (!matcher.find()) {
            return -1;
        }
        String digits = matcher.group(3) == null ? "1" : matcher.group(3).replace(",", "");
        int exponent = Stream.of(matcher.group(2), matcher.group(4), matcher.group(5))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        double value = new BigDecimal(digits).scaleByPowerOfTen(exponent).doubleValue();
        String sign = matcher.group(1) == null ? "" : matcher.group(1);
        return switch (sign) {
            case "<", "<=", "≤" -> StrictMath.nextDown(value);
            case ">", ">=", "≥" -> StrictMath.nextUp(value);
            default -> value;
        };
    }

    /// Superscript digits as a caret and digits: `10⁹` is `10^9`.
    private static String withoutSuperscripts(String level) {
        return SUPERSCRIPT.matcher(level).replaceAll(match -> match.group().chars()
                .mapToObj(c -> Integer.toString(SUPERSCRIPTS.indexOf(c)))
                .collect(Collectors.joining("", "^", "")));
    }
}
