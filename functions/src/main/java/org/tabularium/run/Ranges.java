package org.tabularium.run;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.tabularium.result.HeldSet;

/// Sets and sequences of whole numbers as short text.
///
/// A set is its ranges in order, separated by commas: each says how many numbers are passed over since the range before it,
/// then, after a `+`, how many more follow its first, and after a `*` how often it comes, if not once. `0+2,4*3` is {0, 1, 2, 7,
/// 12, 17}. A sequence is its values in order, separated by commas, each with how often it stands there, if not once: `5*3,9` is
/// 5, 5, 5, 9.
public final class Ranges {

    private Ranges() {}

    /// The text of a set; empty for the empty set.
    public static String of(BitSet set) {
        return write(HeldSet.of(set), new ShortText()).toString();
    }

    /// Writes a set.
    ///
    /// @param text taken to write in: what was in it is lost
    static ShortText write(HeldSet set, ShortText text) {
        text.clear();
        HeldSet.Ranges ranges = set.ranges();
        while (ranges.next()) {
            text.comma();
            text.add(ranges.passed());
            if (ranges.length() > 1) {
                text.add('+');
                text.add(ranges.length() - 1);
            }
            if (ranges.times() > 1) {
                text.add('*');
                text.add(ranges.times());
            }
        }
        return text;
    }

    /// How long the text of a set is.
    static long length(HeldSet set) {
        long length = 0;
        HeldSet.Ranges ranges = set.ranges();
        while (ranges.next()) {
            length += 1L + ShortText.digits(ranges.passed());
            length += ranges.length() > 1 ? 1 + ShortText.digits(ranges.length() - 1) : 0;
            length += ranges.times() > 1 ? 1 + ShortText.digits(ranges.times()) : 0;
        }
        return Math.max(0, length - 1);
    }

    /// The set of a text.
    ///
    /// @throws NumberFormatException where it is none
    public static BitSet set(String text) {
        BitSet set = new BitSet();
        int after = 0;
        for (String part : parts(text)) {
            int star = part.indexOf('*');
            String range = star < 0 ? part : part.substring(0, star);
            int times = star < 0 ? 1 : number(part.substring(star + 1));
            int plus = range.indexOf('+');
            int passed = number(plus < 0 ? range : range.substring(0, plus));
            int length = 1 + (plus < 0 ? 0 : number(range.substring(plus + 1)));
            for (int i = 0; i < times; i++) {
                int from = Math.addExact(after, passed);
                after = Math.addExact(from, length);
                set.set(from, after);
            }
        }
        return set;
    }

    /// The text of a sequence.
    public static String of(IntStream values) {
        Sequence sequence = new Sequence();
        values.forEach(value -> sequence.add(value, 1));
        return sequence.text().toString();
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
        ShortText text() {
            write();
            return text;
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
