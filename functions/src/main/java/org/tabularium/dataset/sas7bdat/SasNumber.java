package org.tabularium.dataset.sas7bdat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tabularium.dataset.Missing;

/// Numbers as SAS stores them: doubles, of which the last bytes may be left out. SAS's missing values are NaNs; the inverse of
/// their third byte counts from `._` (0)
/// over `.` (1) to `.Z` (27), or, as haven writes it, is the letter itself.
final class SasNumber {

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private SasNumber() {}

    /// The number, as [Missing] has it where it is missing.
    ///
    /// @param length its bytes, 3 to 8
    static double read(byte[] buffer, int at, int length, ByteOrder order) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        if (length == Double.BYTES) {
            return number(little ? (long) LITTLE.get(buffer, at) : (long) BIG.get(buffer, at));
        }
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = (bits << Byte.SIZE) | (buffer[at + (little ? length - 1 - i : i)] & 0xff);
        }
        return number(bits << (Long.SIZE - Byte.SIZE * length));
    }

    /// The number with these bits.
    static double number(long bits) {
        double stored = Double.longBitsToDouble(bits);
        return Double.isNaN(stored) ? missing(~(int) (bits >>> 40) & 0xff) : stored;
    }

    private static double missing(int code) {
        if (code == 0 || code == '_') {
            return Missing.of('_');
        }
        if (code >= 2 && code <= 27) {
            return Missing.of((char) ('A' + code - 2));
        }
        return code >= 'A' && code <= 'Z' ? Missing.of((char) code) : Missing.DOT;
    }
}
