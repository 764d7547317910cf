package org.tabularium.dataset;

import java.util.BitSet;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Numbers with up to three decimals, as measurements mostly are, each as a whole number of the smallest decimal, in as few bits
/// as the largest needs. What comes back is the same double to the last bit.
public final class DecimalNumbers implements StoredNumbers {

    /// Codes below are missing values: `.`, `_`, `A` to `Z`.
    private static final int MISSING = 28;
    /// Larger whole numbers do not become codes.
    private static final double MOST = 1 << 29;
    private static final double MOST_SCALE = 1000;
    /// A number to which this is added has no room for a fraction: it is rounded as `Math.rint` does, in code of any compiler.
    private static final double NO_FRACTION = 0x1.8p52;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;

    private PackedCodes codes;
    private final int expected;
    private double scale = 1;
    private double bound;
    private boolean anyMissing;
    private boolean anyNegative;
    private int[] ofBlock = {};

    /// No numbers yet.
    ///
    /// @param expected how many will come, where that is known; 0 where it is not
    public DecimalNumbers(int expected) {
        this.expected = expected;
        this.codes = new PackedCodes(expected);
    }

    public int size() {
        return codes.size();
    }

    /// Appends numbers, all or none.
    ///
    /// @param values NaN as [Missing] encodes it
    /// @param count how many of `values` count
    /// @return false where one of them has more than three decimals, or is too large
    public boolean add(double[] values, int count) {
        ofBlock = ofBlock.length < count ? new int[count] : ofBlock;
        int[] block = ofBlock;
        double most = bound;
        double lowest = 0;
        int least = MISSING;
        for (int i = 0; i < count; i++) {
            int code = code(values[i]);
            while (code < 0) {
                if (!Double.isFinite(values[i]) || !refine()) {
                    return false;
                }
                i = 0; // those before are codes of the coarser scale
                code = code(values[i]);
            }
            block[i] = code;
            most = Math.abs(values[i]) > most ? Math.abs(values[i]) : most;
            lowest = values[i] < lowest ? values[i] : lowest;
            least = Math.min(code, least);
        }
        bound = most;
        anyMissing |= least < MISSING;
        anyNegative |= lowest < 0;
        codes.add(block, count);
        return true;
    }

    /// The code of a number; -1 where it has none on this scale.
    private int code(double value) {
        double whole = value * scale + NO_FRACTION - NO_FRACTION;
        if (whole / scale == value && Math.abs(whole) < MOST && (whole != 0 || 1 / value > 0)) {
            int signed = (int) whole;
            return ((signed << 1) ^ (signed >> (Integer.SIZE - 1))) + MISSING;
        }
        return Double.isNaN(value) ? missing(value) : -1;
    }

    private static int missing(double value) {
        char letter = Missing.code(value);
        if (Double.doubleToRawLongBits(Missing.of(letter)) != Double.doubleToRawLongBits(value)) {
            return -1;
        }
        return switch (letter) {
            case '.' -> 0;
            case '_' -> 1;
            default -> letter - 'A' + 2;
        };
    }

    /// Goes to one decimal more; false where there is none, or a number that is here becomes too large.
    private boolean refine() {
        if (scale >= MOST_SCALE || bound * scale * 10 >= MOST) {
            return false;
        }
        DecimalNumbers finer = new DecimalNumbers(expected);
        finer.scale = scale * 10;
        int[] one = new int[1];
        for (int row = 0; row < codes.size(); row++) {
            one[0] = finer.code(get(row));
            finer.codes.add(one, 1);
        }
        scale = finer.scale;
        codes = finer.codes;
        return true;
    }

    @Override
    public double get(int row) {
        return number(codes.get(row));
    }

    @Override
    public void copy(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = number(codes.get(from + i));
        }
    }

    @Override
    public void copy(int[] rows, int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i] = rows[i] < 0 ? Double.NaN : number(codes.get(rows[i]));
        }
    }

    private double number(int code) {
        int above = code - MISSING;
        return above < 0 ? Missing.of(letter(code)) : (above >>> 1 ^ -(above & 1)) / scale;
    }

    private static char letter(int code) {
        return switch (code) {
            case 0 -> '.';
            case 1 -> '_';
            default -> (char) ('A' + code - 2);
        };
    }

    @Override
    public boolean isMissing(int row) {
        return codes.get(row) < MISSING;
    }

    @Override
    public BitSet missing(int size) {
        BitSet missing = new BitSet(size);
        int[] block = new int[BLOCK];
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            codes.copy(from, count, block);
            for (int i = 0; i < count; i++) {
                if (block[i] < MISSING) {
                    missing.set(from + i);
                }
            }
        }
        return missing;
    }

    @Override
    public boolean mayBeMissing() {
        return anyMissing;
    }

    @Override
    public boolean mayBeNegative() {
        return anyNegative;
    }

    @Override
    public int mostDecimals() {
        int decimals = 0;
        for (double of = scale; of > 1; of /= 10) {
            decimals++;
        }
        return decimals;
    }

    @Override
    public double bound() {
        return bound;
    }
}
