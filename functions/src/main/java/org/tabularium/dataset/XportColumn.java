package org.tabularium.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;

/// A column that grows while an XPORT file is scanned.
sealed interface XportColumn {

    VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Appends the values of some rows of a block.
    ///
    /// @param starts where each row begins in the block's buffer
    /// @param count how many of `starts` count
    void append(XportRows block, int[] starts, int count) throws UnreadableDatasetException;

    /// Forgets the values (not what they may share), so that the next block's take their place.
    void clear();

    /// What was appended, as a column. Ends this one's use.
    Column column();

    /// Numbers, from IBM floating point.
    final class Numbers implements XportColumn {

        private final XportHeader.Field field;
        private double[] values = new double[0];
        private int size;

        Numbers(XportHeader.Field field) {
            this.field = field;
        }

        @Override
        public void append(XportRows block, int[] starts, int count) {
            values = values.length < size + count ? Arrays.copyOf(values, grown(values.length, size + count)) : values;
            byte[] buffer = block.buffer();
            int position = field.position();
            if (field.length() == Long.BYTES) {
                for (int i = 0; i < count; i++) {
                    values[size + i] = IbmFloat.toDouble((long) LONGS.get(buffer, starts[i] + position));
                }
            } else {
                for (int i = 0; i < count; i++) {
                    values[size + i] = IbmFloat
                            .toDouble(bytes(buffer, starts[i] + position, field.length()) << (Long.SIZE - 8 * field.length()));
                }
            }
            size += count;
        }

        double value(int row) {
            return values[row];
        }

        @Override
        public void clear() {
            size = 0;
        }

        @Override
        public Column column() {
            return new NumericColumn(field.variable(), Arrays.copyOf(values, size));
        }
    }

    /// Numbers that stay in the mapped file: every row's, none converted yet.
    final class Mapped implements XportColumn {

        private final XportHeader.Field field;
        private final MappedNumbers numbers;
        private int size;

        Mapped(XportHeader.Field field, MappedNumbers numbers) {
            this.field = field;
            this.numbers = numbers;
        }

        @Override
        public void append(XportRows block, int[] starts, int count) {
            size += count;
        }

        @Override
        public void clear() {
            size = 0;
        }

        @Override
        public Column column() {
            return new NumericColumn(field.variable(), size, numbers);
        }
    }

    /// Text, from bytes filled with blanks.
    final class Texts implements XportColumn {

        private final XportHeader.Field field;
        private final ByteDictionary dictionary;
        private final Codes codes;

        /// @param expected how many rows will come, 0 where it is not known
        Texts(XportHeader.Field field, int expected, TextDecoding decoding, Consumer<Finding> notes) {
            this.field = field;
            this.codes = new Codes(expected);
            this.dictionary = new ByteDictionary(field, decoding, notes);
        }

        @Override
        public void append(XportRows block, int[] starts, int count) throws UnreadableDatasetException {
            dictionary.encode(block, starts, count, codes);
        }

        String value(int row) {
            return dictionary.values().get(codes.get(row));
        }

        @Override
        public void clear() {
            codes.clear();
        }

        @Override
        public Column column() {
            return new TextColumn(field.variable(), codes, dictionary.values());
        }
    }

    /// Up to eight bytes as the low bytes of a long.
    static long bytes(byte[] buffer, int from, int length) {
        long bytes = 0;
        for (int i = from; i < from + length; i++) {
            bytes = (bytes << 8) | (buffer[i] & 0xff);
        }
        return bytes;
    }

    /// A capacity of at least `needed`, half as much again as before.
    static int grown(int capacity, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, capacity + (capacity >> 1) + 1_024L));
    }
}
