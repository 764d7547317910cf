package org.tabularium.study.records;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/// The importance of a protocol deviation, in whichever variable of ADDV says it. A variable that holds other things, as DVCAT
/// does where it is the deviation's kind, says nothing of importance, neither yes nor no.
public final class DeviationImportance {

    /// What a shell calls it: `{DVCAT: {is: important}}`.
    public static final String SET = "important";

    private static final Set<String> IMPORTANT = Set.of("MAJOR", "IMPORTANT", "CRITICAL", "SIGNIFICANT", "SEVERE", "SERIOUS",
            "重大",
            "重要", "严重");
    private static final Set<String> OTHERS = Set.of("MINOR", "NOT IMPORTANT", "NON IMPORTANT", "UNIMPORTANT", "NOT MAJOR",
            "NON MAJOR", "NOT SIGNIFICANT", "NON SIGNIFICANT", "INSIGNIFICANT", "MODERATE", "MILD", "轻微", "一般", "次要");

    private DeviationImportance() {}

    /// Whether a variable may say it.
    public static boolean isIn(String variable) {
        return variable.startsWith("DV");
    }

    /// Whether a variable with these values says it.
    public static boolean isSaid(Collection<String> values) {
        return values.stream().map(DeviationImportance::plain)
                .anyMatch(word -> IMPORTANT.contains(word) || OTHERS.contains(word));
    }

    /// Whether a value says that the deviation is important.
    public static boolean isImportant(String value) {
        return IMPORTANT.contains(plain(value));
    }

    private static String plain(String value) {
        return value.strip().toUpperCase(Locale.ROOT).replace('-', ' ').replaceFirst(" (PROTOCOL )?(DEVIATIONS?|VIOLATIONS?)$",
                "");
    }
}
