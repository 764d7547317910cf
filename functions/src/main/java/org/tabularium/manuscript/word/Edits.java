package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements of parts of a text that do not overlap, made all at once.
final class Edits {

    private record Edit(int from, int to, String text, int order) {}

    private final List<Edit> edits = new ArrayList<>();

    /// Replaces what stands from one place up to another.
    void replace(int from, int to, String text) {
        edits.add(new Edit(from, to, text, edits.size()));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    String of(String text) {
        return within(text, 0, text.length());
    }

    /// A part of the text, with the replacements made in it.
    String within(String text, int from, int to) {
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to).thenComparingInt(Edit::order));
        StringBuilder edited = new StringBuilder(text.length() + 1000);
        int at = from;
        for (Edit edit : edits) {
            edited.append(text, at, edit.from).append(edit.text);
            at = edit.to;
        }
        return edited.append(text, at, to).toString();
    }
}
