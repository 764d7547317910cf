package org.tabularium.manuscript.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Grades of an event, from one to another.
public record Grade(int from, int to) {

    private static final int HIGHEST = 5;
    private static final Pattern PRINTED = Pattern.compile("(?i)\\bgrade\\s*(≥)?\\s*([0-5])\\b");

    public static Grade of(int grade) {
        return new Grade(grade, grade);
    }

    public static Grade atLeast(int grade) {
        return new Grade(grade, HIGHEST);
    }

    /// The grade that a label names, such as `Grade 1` or `Grade ≥3 adverse event`.
    public static Optional<Grade> in(String label) {
        Matcher printed = PRINTED.matcher(label);
        if (!printed.find()) {
            return Optional.empty();
        }
        int grade = Integer.parseInt(printed.group(2));
        return Optional.of(printed.group(1) == null ? of(grade) : atLeast(grade));
    }

    /// The label without its grade.
    public static String without(String label) {
        return PRINTED.matcher(label).replaceAll(" ").replaceAll("(?i)\\bany grade\\b", " ").strip();
    }
}
