package org.tabularium.selection.bds.laboratory;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tabularium.endpoint.toxicity.Grade;

/// Grades and range indicators as datasets write them, so that two spellings can be compared.
public final class WrittenLevels {

    private WrittenLevels() {}

    /// What a text means: a grade with its sign, else a range indicator (low, normal, high, abnormal), each a number of its own.
    ///
    /// @return empty where it is neither
    public static OptionalDouble of(String text) {
        String stripped = text.strip();
        boolean minus = stripped.startsWith("-") || stripped.startsWith("−");
        OptionalInt grade = Grade.parse(minus ? stripped.substring(1) : stripped);
        if (grade.isPresent()) {
            return OptionalDouble.of(minus ? -grade.getAsInt() : grade.getAsInt());
        }
        int level = RangeLevels.level(stripped);
        return level == LevelSource.NONE ? OptionalDouble.empty() : OptionalDouble.of(level);
    }

    /// What a range indicator says of a value.
    public enum Range {
        LOW, NORMAL, HIGH,
        /// Abnormal on a side that it does not say, or no such word.
        OTHER
    }

    /// What a text says as a range indicator.
    public static Range range(String text) {
        return switch (RangeLevels.level(text)) {
            case RangeLevels.LOW -> Range.LOW;
            case RangeLevels.NORMAL -> Range.NORMAL;
            case RangeLevels.HIGH -> Range.HIGH;
            default -> Range.OTHER;
        };
    }
}
