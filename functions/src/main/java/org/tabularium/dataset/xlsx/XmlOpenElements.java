package org.tabularium.dataset.xlsx;

import java.text.ParseException;
import java.util.Arrays;

/// The names of the elements that have begun and not ended, the innermost last.
final class XmlOpenElements {

    private static final int MOST = 1_000;

    private char[] names = new char[256];
    private int[] ends = new int[32];
    private int depth;

    boolean isEmpty() {
        return depth == 0;
    }

    void begin(char[] chars, int from, int to) throws ParseException {
        if (depth == MOST) {
            throw new ParseException("has more than " + MOST + " elements within each other", from);
        }
        if (depth + 2 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        int at = ends[depth];
        if (at + to - from > names.length) {
            names = Arrays.copyOf(names, 2 * (at + to - from));
        }
        for (int i = from; i < to; i++) {
            names[at++] = chars[i];
        }
        ends[++depth] = at;
    }

    void end() {
        depth--;
    }

    /// Ends the innermost element by its name among these characters.
    ///
    /// @return where the name ends
    int end(char[] chars, int from, int to) throws ParseException {
        int begins = depth == 0 ? 0 : ends[depth - 1];
        int length = ends[depth] - begins;
        XmlCharacters.refuseUnless(depth > 0 && from + length <= to, from);
        for (int i = 0; i < length; i++) {
            XmlCharacters.refuseUnless(chars[from + i] == names[begins + i], from);
        }
        depth--;
        return from + length;
    }
}
