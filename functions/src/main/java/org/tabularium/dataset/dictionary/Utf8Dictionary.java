package org.tabularium.dataset.dictionary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
/// Texts looked up by their bytes in valid UTF-8, of which a text has only one row. Trailing blanks are not part of a text.
///
/// Bytes are compared eight at a time: whoever looks up leaves [#SLACK] bytes of room behind them in the buffer. The bytes of
/// short texts, which most are,
/// lie in two longs a code, so that a look-up is two loads and a comparison.
public final class Utf8Dictionary extends TextDictionary {

    /// How many bytes after a text's last one must be there in its buffer, whatever they are.
    public static final int SLACK = 16;

    public static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// The longest text that [#words] hold.
    private static final int SHORT = 16;

    /// Of each code the first and the last long, or what is there of them, of a text of up to [#SHORT] bytes.
    private long[] words = new long[32];
    private int[] lengths = new int[16];
    /// The bytes of longer texts, and where those of each code begin.
    private byte[] bytes = new byte[64];
    private int[] starts = new int[16];
    private int filled;

    /// The code of the empty text.
    public int codeOfEmpty() {
        return code(new byte[SLACK], 0, 0);
    }

    @Override
    public int code(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code(Arrays.copyOf(utf8, utf8.length + SLACK), 0, utf8.length);
    }

    /// The code of the bytes from `from` to before `to`, a new one where they have none yet.
    public int code(byte[] buffer, int from, int to) {
        int end = to;
        while (end > from && buffer[end - 1] == ' ') {
            end--;
        }
        int length = end - from;
        last = length <= SHORT ? shortCode(buffer, from, length) : longCode(buffer, from, length);
        return last;
    }

    private int shortCode(byte[] buffer, int from, int length) {
        long first = word(buffer, from, length);
        long second = length > Long.BYTES ? word(buffer, from + Long.BYTES, length - Long.BYTES) : 0;
        int hash = (int) (mixed(mixed(length, first), second) >>> 32);
        int slot = slot(hash);
        int code = at(slot);
        while (code >= 0 && (words[2 * code] != first || words[2 * code + 1] != second || lengths[code] != length)) {
            slot = after(slot);
            code = at(slot);
        }
        return code >= 0 ? code : add(buffer, from, length, first, second, hash, slot);
    }

    private int longCode(byte[] buffer, int from, int length) {
        if (last >= 0 && lengths[last] == length && same(last, buffer, from, length)) {
            return last;
        }
        long mixed = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            mixed = mixed(mixed, word(buffer, from + i, length - i));
        }
        int hash = (int) (mixed >>> 32);
        int slot = slot(hash);
        int code = at(slot);
        while (code >= 0 && (hash(code) != hash || lengths[code] != length || !same(code, buffer, from, length))) {
            slot = after(slot);
            code = at(slot);
        }
        return code >= 0 ? code : add(buffer, from, length, 0, 0, hash, slot);
    }

    private boolean same(int code, byte[] buffer, int from, int length) {
        return Arrays.equals(bytes, starts[code], starts[code] + length, buffer, from, from + length);
    }

    private int add(byte[] buffer, int from, int length, long first, long second, int hash, int slot) {
        int code = add(new String(buffer, from, length, StandardCharsets.UTF_8), hash, slot);
        if (code == lengths.length) {
            lengths = Arrays.copyOf(lengths, code * 2);
            starts = Arrays.copyOf(starts, code * 2);
            words = Arrays.copyOf(words, code * 4);
        }
        lengths[code] = length;
        words[2 * code] = first;
        words[2 * code + 1] = second;
        if (length > SHORT) {
            bytes = bytes.length - filled < length
                    ? Arrays.copyOf(bytes, Capacity.grown(bytes.length, filled + length))
                    : bytes;
            System.arraycopy(buffer, from, bytes, filled, length);
            starts[code] = filled;
            filled += length;
        }
        return code;
    }

    /// The next eight bytes, or the `length` that are left of the text with zeros behind them.
    private static long word(byte[] buffer, int from, int length) {
        long word = (long) LONGS.get(buffer, from);
        if (length >= Long.BYTES) {
            return word;
        }
        return length == 0 ? 0 : word & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * 0x9e37_79b9_7f4a_7c15L;
        return product ^ (product >>> 32);
    }
}
