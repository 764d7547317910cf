package org.tabularium.endpoint.toxicity;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;

/// Toxicity grades 0 to 5, as CTCAE and ASTCT number them and as datasets write them. Grade 0 is no event.
public final class Grade {

    /// The worst grade, death.
    public static final int FATAL = 5;

    private static final Pattern WRITTEN = Pattern
            .compile("(?:GRADE|GR\\.?|G)?\\s*([0-5])(?:\\.0*)?|(?:GRADE|GR\\.?|G)?\\s*(I{1,3}|IV|V)");
    /// A number and the word of CTCAE for it, in either order: `3 - Severe`, `Grade 4 (Life-threatening)`, `SEVERE (GRADE 3)`.
    private static final Pattern NUMBER_FIRST = Pattern
            .compile("((?:GRADE|GR\\.?|G)?\\s*[0-5])\\s*[-–—:=,/.]?\\s*\\(?\\s*([A-Z][A-Z \\-]*[A-Z])\\s*\\)?");
    private static final Pattern WORD_FIRST = Pattern
            .compile("([A-Z][A-Z \\-]*?[A-Z])\\s*[-–—:=,/]?\\s*\\(?\\s*((?:GRADE|GR\\.?|G)?\\s*[0-5])\\s*\\)?");
    private static final List<Set<String>> WORDS = List.of(
            Set.of("NONE", "NORMAL", "ABSENT", "NO EVENT"), Set.of("MILD"), Set.of("MODERATE"),
            Set.of("SEVERE", "SEVERE OR MEDICALLY SIGNIFICANT"),
            Set.of("LIFE-THREATENING", "LIFE THREATENING", "LIFE-THREATENING CONSEQUENCES", "POTENTIALLY LIFE-THREATENING",
                    "POTENTIALLY LIFE THREATENING", "VERY SEVERE"),
            Set.of("FATAL", "DEATH", "DEATH RELATED TO AE", "DEATH RELATED TO ADVERSE EVENT"));
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V"};

    /// The length of `1-MILD`.
    private static final int SHORTEST_WITH_WORD = 6;

    private Grade() {}

    /// The grade that a text says: `3`, `3.0`, `Grade 3`, `G3`, `Gr. 3`, `III`, `Grade III` and `3 - Severe` in any letter case
    /// are 3; `0` is 0.
    ///
    /// @return empty for blank text and for everything that is no grade from 0 to 5, ranges such as `2-3` and numbers beside
    ///     another grade's word among them
    public static OptionalInt parse(String text) {
        String capitals = text.strip().toUpperCase(Locale.ROOT);
        OptionalInt plain = number(capitals);
        return plain.isPresent() || capitals.length() < SHORTEST_WITH_WORD ? plain : withWord(capitals);
    }

    private static OptionalInt withWord(String capitals) {
        Matcher first = NUMBER_FIRST.matcher(capitals);
        if (first.matches()) {
            return agreeing(first.group(1), first.group(2));
        }
        Matcher last = WORD_FIRST.matcher(capitals);
        return last.matches() ? agreeing(last.group(2), last.group(1)) : OptionalInt.empty();
    }

    private static OptionalInt agreeing(String number, String word) {
        OptionalInt grade = number(number.strip());
        return grade.isPresent() && WORDS.get(grade.getAsInt()).contains(word.strip()) ? grade : OptionalInt.empty();
    }

    private static OptionalInt number(String capitals) {
        Matcher matcher = WRITTEN.matcher(capitals);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        if (matcher.group(1) != null) {
            return OptionalInt.of(matcher.group(1).charAt(0) - '0');
        }
        for (int i = 0; i < ROMAN.length; i++) {
            if (ROMAN[i].equals(matcher.group(2))) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /// The grade that a number is.
    ///
    /// @return empty for a missing value and for everything but the integers 0 to 5
    public static OptionalInt parse(double number) {
        return number >= 0 && number <= FATAL && number == StrictMath.rint(number)
                ? OptionalInt.of((int) number)
                : OptionalInt.empty();
    }

    /// The grade of each row of a column, text or numeric.
    ///
    /// @return grades 0 to 5; -1 where the value is missing or no grade
    public static int[] of(Column column) {
        int[] grades = new int[column.size()];
        switch (column) {
            case TextColumn text -> {
                int[] byCode = text.dictionary().stream().mapToInt(value -> parse(value).orElse(-1)).toArray();
                for (int row = 0; row < grades.length; row++) {
                    grades[row] = byCode[text.code(row)];
                }
            }
            case NumericColumn number -> {
                for (int row = 0; row < grades.length; row++) {
                    grades[row] = parse(number.value(row)).orElse(-1);
                }
            }
        }
        return grades;
    }

    /// The grade in Roman numerals, `I` to `V`.
    ///
    /// @param grade 1 to 5; grade 0, no event, has no numeral
    /// @throws IllegalArgumentException for any other number
    public static String roman(int grade) {
        if (grade < 1 || grade > FATAL) {
            throw new IllegalArgumentException("no Roman numeral for grade " + grade);
        }
        return ROMAN[grade - 1];
    }
}
