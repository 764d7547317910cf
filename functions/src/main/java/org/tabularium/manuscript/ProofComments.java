package org.tabularium.manuscript;

import java.util.List;
import org.tabularium.manuscript.word.WordComments.Comment;

/// What a proof says at the numbers that are not confirmed.
public final class ProofComments {

    private ProofComments() {}

    public static List<Comment> of(List<CheckedNumber> numbers) {
        return numbers.stream().filter(number -> number.verdict() != Verdict.CONFIRMED)
                .map(number -> new Comment(number.passage(), number.start(), number.end(), where(number) + text(number)))
                .toList();
    }

    /// Word has comments in the body alone, so one on something else says where that is.
    private static String where(CheckedNumber number) {
        String in = number.place().in();
        return in.isEmpty() ? "" : Character.toUpperCase(in.charAt(0)) + in.substring(1) + ": ";
    }

    private static String text(CheckedNumber number) {
        return switch (number.verdict()) {
            case CONTRADICTED -> "%s: contradicted. The run says %s (%s).".formatted(number.text(), number.says(),
                    number.keys().isEmpty() ? "cut-off" : number.keys().getFirst());
            case UNKNOWN -> "%s: unknown. No result of the run is known by these words.".formatted(number.text());
            case CONFIRMED -> "";
        };
    }
}
