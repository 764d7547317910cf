package org.tabularium.run;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// ASCII text that is mostly numbers of few digits, millions of them.
final class ShortText {

    private static final int LONGEST = 12;

    private byte[] letters = new byte[64];
    private int size;

    /// Forgets what was written, not the room that it took.
    void clear() {
        size = 0;
    }

    /// Puts a comma between two parts.
    void comma() {
        if (size > 0) {
            add(',');
        }
    }

    /// Appends an ASCII letter.
    void add(char letter) {
        makeRoom();
        letters[size++] = (byte) letter;
    }

    /// Appends a number.
    void add(int number) {
        makeRoom();
        if (number < 0) {
            for (byte letter : Integer.toString(number).getBytes(StandardCharsets.ISO_8859_1)) {
                letters[size++] = letter;
            }
            return;
        }
        if (number < 10) {
            letters[size++] = (byte) ('0' + number);
            return;
        }
        if (number < 100) {
            letters[size++] = (byte) ('0' + number / 10);
            letters[size++] = (byte) ('0' + number % 10);
            return;
        }
        int digits = digits(number);
        int rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            letters[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /// How many digits a number has.
    ///
    /// @param number not below 0
    static int digits(int number) {
        int digits = 1;
        for (int rest = number; rest > 9; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void makeRoom() {
        if (size + LONGEST > letters.length) {
            letters = Arrays.copyOf(letters, 2 * letters.length);
        }
    }

    /// What is there, to be read before it is written to again.
    InputStream stream() {
        return new ByteArrayInputStream(letters, 0, size);
    }

    /// What is there, in no more room than it needs.
    byte[] bytes() {
        return Arrays.copyOf(letters, size);
    }

    @Override
    public String toString() {
        return new String(letters, 0, size, StandardCharsets.ISO_8859_1);
    }
}
