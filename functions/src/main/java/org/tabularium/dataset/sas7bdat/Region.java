package org.tabularium.dataset.sas7bdat;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.tabularium.dataset.UnreadableDatasetException;

/// A stretch of the file's bytes with the numbers in it. Places count from its beginning; what lies outside of it is damage.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Region(byte[] buffer, int from, int length, Layout layout, Damage damage) {

    int unsigned(int at) throws UnreadableDatasetException {
        require(at, 1);
        return buffer[from + at] & 0xff;
    }

    /// A number of two bytes.
    int half(int at) throws UnreadableDatasetException {
        return (int) number(at, 2);
    }

    /// A number of four bytes, as on machines of 32 bits.
    long whole(int at) throws UnreadableDatasetException {
        return number(at, 4);
    }

    /// A size or a place, of as many bytes as the file's machine has for them; negative where it has 64 bits and sets the first.
    long word(int at) throws UnreadableDatasetException {
        return number(at, layout.word());
    }

    /// A size or a place that is an index in memory.
    int index(int at, String what) throws UnreadableDatasetException {
        long word = word(at);
        if (word < 0 || word > Integer.MAX_VALUE - 8) {
            throw damage.malformed(what + " is " + word);
        }
        return (int) word;
    }

    Region part(int at, int size) throws UnreadableDatasetException {
        require(at, size);
        return new Region(buffer, from + at, size, layout, damage);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, from + length);
    }

    private long number(int at, int size) throws UnreadableDatasetException {
        require(at, size);
        long number = 0;
        for (int i = 0; i < size; i++) {
            int place = layout.order() == ByteOrder.BIG_ENDIAN ? i : size - 1 - i;
            number = (number << Byte.SIZE) | (buffer[from + at + place] & 0xff);
        }
        return number;
    }

    private void require(int at, int size) throws UnreadableDatasetException {
        if (at < 0 || size < 0 || at > length - size) {
            throw damage.malformed("a description of " + length + " bytes ends before its byte " + ((long) at + size));
        }
    }
}
