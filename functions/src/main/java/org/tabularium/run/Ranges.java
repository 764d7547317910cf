package org.tabularium.run;

import java.util.BitSet;
import java.util.PrimitiveIterator;
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
        StringBuilder text = new StringBuilder();
        int after = 0;
        for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(after)) {
            int end = set.nextClearBit(from);
            text.append(text.isEmpty() ? "" : ",").append(from - after);
            if (end - from > 1) {
                text.append('+').append(end - from - 1);
            }
            after = end;
        }
        return text.toString();
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
        StringBuilder text = new StringBuilder();
        PrimitiveIterator.OfInt each = values.iterator();
        int value = 0;
        int times = 0;
        while (each.hasNext()) {
            int next = each.nextInt();
            if (times > 0 && next != value) {
                append(text, value, times);
                times = 0;
            }
            value = next;
            times++;
        }
        if (times > 0) {
            append(text, value, times);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int value, int times) {
        text.append(text.isEmpty() ? "" : ",").append(value);
        if (times > 1) {
            text.append('*').append(times);
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
