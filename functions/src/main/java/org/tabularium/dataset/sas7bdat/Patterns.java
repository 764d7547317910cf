package org.tabularium.dataset.sas7bdat;

import java.util.Arrays;

/// Ross data compression (C Users Journal, October 1992): sixteen bits say of as many items whether each is a byte or a command,
/// which repeats a byte or what
/// was written before.
final class Patterns {

    private static final int ITEMS = 16;

    private Patterns() {}

    /// As [Compression#expand].
    static void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException {
        int in = from;
        int end = from + length;
        int out = at;
        int full = at + rowLength;
        int control = 0;
        int items = 0;
        while (in < end) {
            if (items == 0) {
                require(2, in, end);
                control = ((packed[in] & 0xff) << 8) | (packed[in + 1] & 0xff);
                in += 2;
                items = ITEMS;
                continue;
            }
            boolean command = (control >> --items & 1) != 0;
            if (!command) {
                requireRoom(1, out, full, rowLength);
                into[out++] = packed[in++];
                continue;
            }
            require(2, in, end);
            int kind = packed[in] >> 4 & 0xf;
            int low = packed[in] & 0xf;
            int second = packed[in + 1] & 0xff;
            in += 2;
            if (kind <= 1) {
                int count = low + 3;
                int repeated = second;
                if (kind == 1) {
                    require(1, in, end);
                    count = low + (second << 4) + 19;
                    repeated = packed[in++];
                }
                requireRoom(count, out, full, rowLength);
                Arrays.fill(into, out, out + count, (byte) repeated);
                out += count;
            } else {
                int back = low + (second << 4) + 3;
                int count = kind;
                if (kind == 2) {
                    require(1, in, end);
                    count = (packed[in++] & 0xff) + 16;
                }
                requireRoom(count, out, full, rowLength);
                if (back > out - at || count > back) {
                    throw new BadRowException("repeats bytes that are not there");
                }
                System.arraycopy(into, out - back, into, out, count);
                out += count;
            }
        }
        if (out < full) {
            throw new BadRowException("expands to " + (out - at) + " of the " + rowLength + " bytes of a row");
        }
    }

    private static void require(int bytes, int in, int end) throws BadRowException {
        if (bytes > end - in) {
            throw new BadRowException("ends within a command");
        }
    }

    private static void requireRoom(int bytes, int out, int full, int rowLength) throws BadRowException {
        if (bytes > full - out) {
            throw new BadRowException("expands to more than the " + rowLength + " bytes of a row");
        }
    }
}
