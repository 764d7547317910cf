package org.tabularium.table.wording;

import org.tabularium.study.ValueText;

/// A sentence for one and for several, and numbers that say which.
final class Plural {

    private Plural() {}

    /// The sentence for a count, with the count in place of `{n}`.
    static String of(long count, String one, String several) {
        return (count == 1 ? one : several).replace("{n}", String.valueOf(count));
    }

    /// A number that says which: 1st, 22nd, 13th, 2.5th.
    static String ordinal(double number) {
        int teens = (int) (number % 100) / 10;
        String ending = teens == 1 || number != Math.rint(number) ? "th" : switch ((int) (number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return ValueText.number(number) + ending;
    }
}
