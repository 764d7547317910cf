package org.tabularium.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.store.Content;

/// Writes JSON that both people and `diff` read: UTF-8, LF, what stands in the outermost container one item a line, records of an
/// inner list one a line.
public final class JsonLines {

    /// Stands in no JSON: a control character is written as an escape.
    static final char PLACE = '\u0001';

    private static final JsonFactory FACTORY = new JsonFactory();
    /// Every whole double below it is exact.
    private static final double EXACT = 0x1p53;
    private static final int PLAIN_DIGITS = 21;

    private JsonLines() {}

    /// Something that writes one JSON value.
    @FunctionalInterface
    public interface JsonContent {
        void write(JsonGenerator json) throws IOException;
    }

    public static byte[] bytes(JsonContent content) {
        return bytes(content, 1 << 9);
    }

    /// Where the content writes [#PLACE] raw the texts are put in, each in its place: they pass through no writer, which of many
    /// megabytes would make several copies.
    ///
    /// @param texts ASCII, nothing to escape
    /// @param expected about how many bytes the content has without them
    static Content content(JsonContent content, List<? extends FramedContent.Text> texts, int expected) {
        Frame frame = new Frame(expected);
        write(content, frame);
        return new FramedContent(frame.bytes(), frame.size(), PLACE, texts);
    }

    /// Bytes that are not copied when they are all there.
    private static final class Frame extends ByteArrayOutputStream {

        Frame(int expected) {
            super(expected);
        }

        byte[] bytes() {
            return buf;
        }
    }

    private static byte[] bytes(JsonContent content, int expected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected);
        write(content, bytes);
        return bytes.toByteArray();
    }

    private static void write(JsonContent content, OutputStream out) {
        // A writer, not a stream: half a surrogate pair in the data becomes "?" instead of an exception.
        try (JsonGenerator json = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            json.setPrettyPrinter(new Layout());
            content.write(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void string(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value);
        }
    }

    /// The shortest decimal that reads back as the same double; whole numbers without fraction; no "-0".
    ///
    /// @param value finite
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        String shortest = Double.toString(value);
        if (shortest.indexOf('E') < 0) {
            return shortest;
        }
        BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
        boolean plain = decimal.scale() >= 0
                ? decimal.scale() <= PLAIN_DIGITS
                : decimal.precision() - decimal.scale() <= PLAIN_DIGITS;
        return plain
                ? decimal.setScale(Math.max(0, decimal.scale()), RoundingMode.UNNECESSARY).toPlainString()
                : decimal.toString();
    }

    /// Line breaks at the outermost level, and between the records of a list there; a space after each other comma and colon.
    private static final class Layout extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        private int depth;

        @Override
        public void writeStartObject(JsonGenerator json) throws IOException {
            super.writeStartObject(json);
            depth++;
        }

        @Override
        public void writeStartArray(JsonGenerator json) throws IOException {
            super.writeStartArray(json);
            depth++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) throws IOException {
            if (depth == 1) {
                json.writeRaw('\n');
            }
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            if (isList(json)) {
                json.writeRaw('\n');
            }
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
            json.writeRaw(depth == 1 ? ",\n" : ", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(isList(json) ? ",\n" : ", ");
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) throws IOException {
            if (depth == 1 && entries > 0) {
                json.writeRaw('\n');
            }
            depth--;
            super.writeEndObject(json, entries);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) throws IOException {
            if (isList(json) && values > 0) {
                json.writeRaw('\n');
            }
            depth--;
            super.writeEndArray(json, values);
        }

        /// The outermost array, or an array right in the outermost object.
        private boolean isList(JsonGenerator json) {
            return depth == 1 || (depth == 2 && json.getOutputContext().getParent().inObject());
        }
    }
}
