package org.tabularium.dataset.sas7bdat;

import java.util.Arrays;

/// SAS's run-length encoding. The high half of a command's first byte is the command, the low half a part of its length.
///
/// Commands as ReadStat's and pandas' readers found them; SAS documents none of them.
final class Runs {

    private Runs() {}

    /// As [Compression#expand].
    static void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException {
        int in = from;
        int end = from + length;
        int out = at;
        int full = at + rowLength;
        while (in < end) {
            int command = packed[in] >> 4 & 0xf;
            int low = packed[in] & 0xf;
            in++;
            // How many more bytes than its first the command has: for a longer length, for a byte to repeat.
            boolean longer = command <= 1 || (command >= 4 && command <= 7);
            if (in + (longer ? 1 : 0) + (command == 4 || command == 12 ? 1 : 0) > end) {
                throw new BadRowException("ends within a command");
            }
            int extended = longer ? (low << 8) | (packed[in++] & 0xff) : low;
            int count = extended + switch (command) {
                case 0 -> 64;
                case 1 -> 64 + 4096;
                case 2 -> 96;
                case 4 -> 18;
                case 5, 6, 7, 9 -> 17;
                case 8 -> 1;
                case 10 -> 33;
                case 11 -> 49;
                case 12 -> 3;
                case 13, 14, 15 -> 2;
                default -> throw new BadRowException("has an unknown command");
            };
            if (count > full - out) {
                throw new BadRowException("expands to more than the " + rowLength + " bytes of a row");
            }
            switch (command) {
                case 4, 12 -> Arrays.fill(into, out, out + count, packed[in++]);
                case 5, 13 -> Arrays.fill(into, out, out + count, (byte) '@');
                case 6, 14 -> Arrays.fill(into, out, out + count, (byte) ' ');
                case 7, 15 -> Arrays.fill(into, out, out + count, (byte) 0);
                default -> {
                    if (count > end - in) {
                        throw new BadRowException("ends within the bytes of a command");
                    }
                    System.arraycopy(packed, in, into, out, count);
                    in += count;
                }
            }
            out += count;
        }
        if (out < full) {
            throw new BadRowException("expands to " + (out - at) + " of the " + rowLength + " bytes of a row");
        }
    }
}
