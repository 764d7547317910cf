package org.tabularium.manuscript;

/// A paragraph of a manuscript.
///
/// @param text its text; lines within it end with a line feed
/// @param in what it stands in, such as `footnote 2`; empty for the body
/// @param unit what the number counts: `line` or `paragraph`
/// @param number of its first line, or of the paragraph, from 1
record Passage(String text, String in, String unit, int number) {

    /// The place of a character.
    Place place(int at) {
        int line = 0;
        int begin = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return unit.equals("line") ? new Place(in, unit, number + line, at - begin + 1) : new Place(in, unit, number, at + 1);
    }
}
