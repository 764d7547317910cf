package org.tabularium.dataset;

import java.util.Arrays;
import java.util.Random;

/// Damages a file as disks, transfers and editors do: bytes replaced (in the header more often than their share), a stretch
/// doubled or taken out, the end
/// cut off.
///
/// @param telling characters that mean something in the format, which are put in more often than others
/// @param header how many bytes at the start are its header
record Mutation(String telling, int header) {

    private static final int LONGEST_STRETCH = 200;

    /// How many rows one application can add at most: a byte doubled, or made a line end, may be one.
    static final int MOST_ROWS_MORE = 8 * LONGEST_STRETCH;

    /// A damaged copy, with one to eight changes.
    byte[] apply(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(LONGEST_STRETCH));
            switch (random.nextInt(20)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> {
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                    System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                    bytes = shorter;
                }
                case 2 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                    bytes = longer;
                }
                case 3, 4, 5, 6, 7 -> bytes[at] = (byte) telling.charAt(random.nextInt(telling.length()));
                case 8, 9, 10 -> bytes[random.nextInt(Math.min(bytes.length, header))] = (byte) random.nextInt(256);
                case 11, 12 -> bytes[at] = (byte) (' ' + random.nextInt(95));
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }
}
