package org.tabularium.dataset.xport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.ByteDictionary;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.dataset.dictionary.DistinctTexts;
import org.tabularium.dataset.dictionary.PackedCodes;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;

/// A column that grows while an XPORT file is scanned.
sealed interface XportColumn permits XportColumn.Held, XportColumn.Texts, MappedColumn {

    VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Appends the values of some rows of a block.
    ///
    /// @param starts where each row begins in the block's buffer
    /// @param count how many of `starts` count
    void append(XportRows block, int[] starts, int count) throws UnreadableDatasetException;

    /// What was appended, as a column. Ends this one's use.
    Column column();

    /// Numbers, from IBM floating point.
    final class Held implements XportColumn {

        private final XportHeader.Field field;
        private double[] values = new double[0];
        private int size;

        Held(XportHeader.Field field) {
            this.field = field;
        }

        @Override
        public void append(XportRows block, int[] starts, int count) {
            values = values.length < size + count ? Arrays.copyOf(values, Capacity.grown(values.length, size + count)) : values;
            byte[] buffer = block.buffer();
            for (int i = 0; i < count; i++) {
                values[size + i] = toDouble(buffer, starts[i] + field.position(), field.length());
            }
            size += count;
        }

        @Override
        public Column column() {
            return new NumericColumn(field.variable(), Arrays.copyOf(values, size));
        }
    }

    /// Text, from bytes filled with blanks: each distinct value becomes a String once.
    final class Texts implements XportColumn {

        private final XportHeader.Field field;
        private final ByteDictionary<UnreadableDatasetException> dictionary;
        private final List<String> values = new DistinctTexts();
        /// Null while all texts are plain ones, which differ where their bytes do.
        private @Nullable Map<String, Integer> codeOfText;
        private final PackedCodes codes;
        private int[] ofBlock = {};

        /// @param expected how many rows will come, 0 where it is not known
        Texts(XportHeader.Field field, int expected, TextDecoding decoding, Consumer<Finding> notes) {
            this.field = field;
            this.dictionary = new ByteDictionary<>(field.position(), field.length(), (buffer, from, row) -> {
                String text = decoding.text(buffer, from, field.length(), row, field.variable().name(), notes);
                return code(text, isPlain(buffer, from, field.length()));
            });
            this.codes = PackedCodes.ofTexts(expected);
        }

        /// The code of a text whose bytes were not met before. Others than plain ones may be one that was: filled with zero
        /// bytes, say, or cut.
        private int code(String text, boolean plain) {
            if (codeOfText == null && !plain) {
                Map<String, Integer> known = HashMap.newHashMap(values.size());
                values.forEach(value -> known.put(value, known.size()));
                codeOfText = known;
            }
            Integer known = codeOfText == null ? null : codeOfText.putIfAbsent(text, values.size());
            if (known != null) {
                return known;
            }
            values.add(text);
            return values.size() - 1;
        }

        /// Whether all bytes are ASCII, the filling too, and none is zero.
        private static boolean isPlain(byte[] buffer, int from, int length) {
            int at = from;
            while (at < from + length && buffer[at] > 0) {
                at++;
            }
            return at == from + length;
        }

        @Override
        public void append(XportRows block, int[] starts, int count) throws UnreadableDatasetException {
            ofBlock = ofBlock.length < count ? new int[count] : ofBlock;
            dictionary.encode(block, starts, count, ofBlock);
            codes.add(ofBlock, count);
        }

        @Override
        public Column column() {
            return new TextColumn(field.variable(), codes, values);
        }
    }

    /// The number of an IBM float of 2 to 8 bytes.
    static double toDouble(byte[] buffer, int from, int length) {
        return IbmFloat.toDouble(length == Long.BYTES
                ? (long) LONGS.get(buffer, from)
                : bytes(buffer, from, length) << (Long.SIZE - Byte.SIZE * length));
    }

    /// Up to eight bytes as the low bytes of a long.
    static long bytes(byte[] buffer, int from, int length) {
        long bytes = 0;
        for (int i = from; i < from + length; i++) {
            bytes = (bytes << 8) | (buffer[i] & 0xff);
        }
        return bytes;
    }
}
