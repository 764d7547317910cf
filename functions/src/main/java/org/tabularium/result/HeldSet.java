package org.tabularium.result;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/// A set of whole numbers in little room: the rows of a dataset that are behind a result, say, of which a large study has
/// millions. It never changes.
///
/// What is held are its ranges in order, each as how many numbers are passed over since the one before it and as its length; one
/// that comes several times, as where each subject has as many records, is held once with how often. Most are one byte or two.
/// The same set is always the same bytes.
public final class HeldSet implements Supplier<BitSet> {

    /// Bits of a byte that are of a number; the highest says that another byte follows.
    private static final int BITS = 7;
    private static final int FOLLOWS = 1 << BITS;

    private final byte[] bytes;

    private HeldSet(byte[] bytes) {
        this.bytes = bytes;
    }

    public static HeldSet of(BitSet set) {
        Writing writing = new Writing();
        int end;
        for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(end)) {
            end = set.nextClearBit(from);
            writing.range(from, end);
        }
        return writing.set();
    }

    /// A set of numbers in any order.
    ///
    /// @param numbers each once; below 0 for none
    public static HeldSet of(int[] numbers) {
        Writing writing = new Writing();
        int from = 0;
        int end = 0;
        for (int number : numbers) {
            if (number >= 0 && number < end) {
                return of(bits(numbers)); // they do not come in order
            }
            if (number > end) {
                writing.range(from, end);
                from = number;
            }
            end = number < 0 ? end : number + 1;
        }
        writing.range(from, end);
        return writing.set();
    }

    private static BitSet bits(int[] numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            if (number >= 0) {
                bits.set(number);
            }
        }
        return bits;
    }

    /// The numbers that are larger by so much.
    ///
    /// @param more not below 0
    public HeldSet plus(int more) {
        Writing writing = new Writing();
        Ranges ranges = ranges();
        if (ranges.next()) {
            writing.ranges(ranges.passed() + more, ranges.length(), 1);
            writing.ranges(ranges.passed(), ranges.length(), ranges.times() - 1);
        }
        while (ranges.next()) {
            writing.ranges(ranges.passed(), ranges.length(), ranges.times());
        }
        return writing.set();
    }

    /// The set as bits, of whoever asks.
    @Override
    public BitSet get() {
        BitSet set = new BitSet();
        Ranges ranges = ranges();
        int end = 0;
        while (ranges.next()) {
            for (int i = 0; i < ranges.times(); i++) {
                int from = end + ranges.passed();
                end = from + ranges.length();
                set.set(from, end);
            }
        }
        return set;
    }

    /// The ranges in order.
    public Ranges ranges() {
        return new Ranges(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldSet set && Arrays.equals(bytes, set.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return get().toString();
    }

    /// Goes through ranges, of which some that follow each other and are alike come together.
    public static final class Ranges {

        private final byte[] bytes;
        private int at;
        private int passed;
        private int length;
        private int times;

        private Ranges(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Goes to the next ones; false behind the last.
        public boolean next() {
            if (at == bytes.length) {
                return false;
            }
            long first = number();
            passed = (int) (first >>> 1);
            boolean plain = (first & 1) == 0;
            length = plain ? 1 : (int) number();
            times = plain ? 1 : (int) number();
            return true;
        }

        private long number() {
            long number = 0;
            for (int shift = 0;; shift += BITS) {
                byte next = bytes[at++];
                number |= (long) (next & (FOLLOWS - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        /// How many numbers are passed over before each of them.
        public int passed() {
            return passed;
        }

        /// How many numbers are in each of them, at least one.
        public int length() {
            return length;
        }

        /// How many they are.
        public int times() {
            return times;
        }
    }

    /// A set that is being written.
    private static final class Writing {

        /// The most bytes that a range and the one before it take.
        private static final int LONGEST = 16;

        private byte[] bytes = new byte[32];
        private int filled;
        private int end;
        private int passed;
        private int length;
        private int times;

        /// Appends a range; an empty one is none.
        void range(int from, int to) {
            if (to > from) {
                ranges(from - end, to - from, 1);
                end = to;
            }
        }

        /// Appends ranges that are alike.
        ///
        /// @param before numbers that are passed over before each
        /// @param each numbers that are in each
        /// @param many how many they are; 0 for none
        private void ranges(int before, int each, int many) {
            if (times > 0 && before == passed && each == length) {
                times += many;
            } else if (many > 0) {
                write();
                passed = before;
                length = each;
                times = many;
            }
        }

        private void write() {
            if (times == 0) {
                return;
            }
            bytes = filled + LONGEST > bytes.length ? Arrays.copyOf(bytes, 2 * bytes.length) : bytes;
            boolean plain = length == 1 && times == 1;
            number(((long) passed << 1) | (plain ? 0 : 1));
            if (!plain) {
                number(length);
                number(times);
            }
        }

        private void number(long number) {
            long rest = number;
            while (rest >= FOLLOWS) {
                bytes[filled++] = (byte) ((rest & (FOLLOWS - 1)) | FOLLOWS);
                rest >>>= BITS;
            }
            bytes[filled++] = (byte) rest;
        }

        HeldSet set() {
            write();
            return new HeldSet(Arrays.copyOf(bytes, filled));
        }
    }
}
