package org.tabularium.table;

import java.util.List;

/// What marks a footnote at what it explains and before its text.
public enum NoteMarks {
    /// a, b, c …, raised.
    LETTERS(List.of("ᵃ", "ᵇ", "ᶜ", "ᵈ", "ᵉ", "ᶠ", "ᵍ", "ʰ", "ⁱ", "ʲ", "ᵏ", "ˡ", "ᵐ", "ⁿ", "ᵒ", "ᵖ", "ʳ", "ˢ", "ᵗ", "ᵘ", "ᵛ", "ʷ", "ˣ",
            "ʸ", "ᶻ")),
    /// *, †, ‡, §, ¶, ‖, then each twice.
    SYMBOLS(List.of("*", "†", "‡", "§", "¶", "‖")),
    /// No marks.
    NONE(List.of());

    private final List<String> signs;

    NoteMarks(List<String> signs) {
        this.signs = signs;
    }

    /// What stands between two marks.
    String between() {
        return this == LETTERS ? "," : "";
    }

    /// What stands between a mark and its footnote.
    String before() {
        return this == LETTERS ? " " : "";
    }

    /// The mark of the footnote at this place, from 0; after the last sign each comes doubled.
    String at(int place) {
        return signs.get(place % signs.size()).repeat(1 + place / signs.size());
    }
}
