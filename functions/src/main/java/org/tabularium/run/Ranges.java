package org.tabularium.run;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Sets and sequences of whole numbers as short text.
///
/// A set is its ranges in order, separated by commas: each says how many numbers are passed over since the range before it, then,
/// after a `+`, how many more follow its first. `0+2,4` is {0, 1, 2, 7}. A sequence is its values in order, separated by commas,
/// each with how often it stands there, if not once: `5*3,9` is 5, 5, 5, 9.
public final class Ranges {

    private Ranges() {}

    /// The text of a set; empty for the empty set.
    public static String of(BitSet set) {
        return of(set, 0);
    }

    /// The text of the set of numbers that are larger by so much than those of a set.
    public static String of(BitSet set, int more) {
        return of(set, more, new ShortText());
    }

    /// @param text taken to write in: what was in it is lost
    static String of(BitSet set, int more, ShortText text) {
        text.clear();
        int after = -more;
        int from = 0;
        int end = 0;
        long[] words = set.toLongArray();
        for (int i = 0; i < words.length; i++) {
            long word = words[i];
            while (word != 0) {
                int first = Long.numberOfTrailingZeros(word);
                int length = Long.numberOfTrailingZeros(~(word >>> first));
                int at = i * Long.SIZE + first;
                if (at > end) {
                    after = end == 0 ? after : range(text, from, end, after);
                    from = at;
                }
                end = at + length;
                word = first + length == Long.SIZE ? 0 : word & (-1L << (first + length));
            }
        }
        if (end > 0) {
            range(text, from, end, after);
        }
        return text.toString();
    }

    /// Appends a range.
    ///
    /// @param after behind the range before it
    /// @return behind this one
    private static int range(ShortText text, int from, int end, int after) {
        text.comma();
        text.add(from - after);
        if (end - from > 1) {
            text.add('+');
            text.add(end - from - 1);
        }
        return end;
    }

    /// The set of a text.
    ///
    /// @throws NumberFormatException where it is none
    public static BitSet set(String text) {
        BitSet set = new BitSet();
        int after = 0;
        for (String range : parts(text)) {
            int plus = range.indexOf('+');
            int from = after + number(plus < 0 ? range : range.substring(0, plus));
            int more = plus < 0 ? 0 : number(range.substring(plus + 1));
            after = Math.addExact(from, more + 1);
            set.set(from, after);
        }
        return set;
    }

    /// The text of a sequence.
    public static String of(IntStream values) {
        Sequence sequence = new Sequence();
        values.forEach(value -> sequence.add(value, 1));
        return sequence.text();
    }

    /// A sequence that grows; only its text is held.
    static final class Sequence {

        private final ShortText text = new ShortText();
        private int value;
        private int times;

        /// Appends a value as often as `more` says.
        void add(int next, int more) {
            if (more > 0 && next != value) {
                write();
                value = next;
            }
            times += more;
        }

        private void write() {
            if (times > 0) {
                text.comma();
                text.add(value);
                if (times > 1) {
                    text.add('*');
                    text.add(times);
                }
                times = 0;
            }
        }

        /// Its text; ends the adding.
        String text() {
            write();
            return text.toString();
        }
    }

    /// The sequence of a text.
    ///
    /// @throws NumberFormatException where it is none
    public static int[] sequence(String text) {
        IntStream.Builder values = IntStream.builder();
        for (String run : parts(text)) {
            int star = run.indexOf('*');
            int value = Integer.parseInt(star < 0 ? run : run.substring(0, star));
            int times = star < 0 ? 1 : number(run.substring(star + 1));
            for (int i = 0; i < times; i++) {
                values.add(value);
            }
        }
        return values.build().toArray();
    }

    private static String[] parts(String text) {
        return text.isEmpty() ? new String[0] : text.split(",", -1);
    }

    private static int number(String digits) {
        int number = Integer.parseInt(digits);
        if (number < 0) {
            throw new NumberFormatException("below 0: " + digits);
        }
        return number;
    }
}
