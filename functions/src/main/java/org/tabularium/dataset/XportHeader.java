package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The header of a SAS XPORT version 5 file with one member: what it says of the dataset and where in a row each variable lies.
///
/// @param memberName the dataset's name as the file gives it
/// @param label the dataset's label
/// @param fields in the order of the file
/// @param rowLength bytes a row; the fields fill it without gap or overlap
/// @param dataStart offset of the first row, a multiple of 80
record XportHeader(String memberName, String label, List<XportHeader.Field> fields, int rowLength, long dataStart) {

    /// One variable's place.
    ///
    /// @param position first byte within the row
    /// @param length bytes, 2 to 8 for a number
    record Field(Variable variable, int position, int length) {}

    /// Files are made of records of this many bytes.
    static final int RECORD = 80;

    private static final String PREFIX = "HEADER RECORD*******";
    private static final String SUFFIX = "HEADER RECORD!!!!!!!";
    private static final int MAX_LENGTH = 32_767;

    /// The first 48 bytes of a header record, e.g. of `MEMBER`.
    static byte[] signature(String kind) {
        return title(kind).getBytes(StandardCharsets.US_ASCII);
    }

    private static String title(String kind) {
        return PREFIX + kind + " ".repeat(8 - kind.length()) + SUFFIX;
    }

    static XportHeader read(String dataset, Content content, TextDecoding decoding, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        try (InputStream stream = content.open()) {
            return new Reader(dataset, stream, decoding, notes).header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(String dataset, InputStream stream, TextDecoding decoding, Consumer<Finding> notes) {

        XportHeader header() throws IOException, UnreadableDatasetException {
            byte[] library = next(RECORD, "library header");
            if (ascii(library, 20, 5).equals("LIBV8")) {
                throw new UnreadableDatasetException(Finding
                        .error("FORMAT_NOT_SUPPORTED_YET", "the file is SAS XPORT version 8, which this version cannot read yet")
                        .in(dataset).remedy("write it as version 5 (LIBNAME x XPORT, or haven::write_xpt(version = 5))"));
            }
            if (!ascii(library, 0, 48).equals(title("LIBRARY"))) {
                throw malformed("NOT_XPT", "the first record is no XPORT library header");
            }
            next(2 * RECORD, "library header");
            String member = record("MEMBER");
            record("DSCRPTR");
            byte[] descriptor = next(2 * RECORD, "member header");
            int variables = number(record("NAMESTR"), 54, 58, "number of variables");
            int size = number(member, 74, 78, "length of a variable's description");
            if (size != 140 && size != 136) {
                throw malformed("MALFORMED_XPT", "a variable's description is " + size + " bytes long, not 140 or 136");
            }
            if (variables == 0) {
                throw malformed("MALFORMED_XPT", "the dataset has no variables");
            }
            int described = roundUp(variables * size);
            byte[] descriptions = next(described, "variables' descriptions");
            List<Field> fields = new ArrayList<>(variables);
            for (int i = 0; i < variables; i++) {
                fields.add(field(descriptions, i * size, i + 1));
            }
            record("OBS");
            return new XportHeader(
                    text(descriptor, 8, 8, ""), text(descriptor, RECORD + 32, 40, ""), List.copyOf(fields), rowLength(fields),
                    9L * RECORD + described);
        }

        private Field field(byte[] bytes, int at, int number) throws UnreadableDatasetException {
            ByteBuffer description = ByteBuffer.wrap(bytes);
            int type = description.getShort(at);
            int length = description.getShort(at + 4);
            String name = text(bytes, at + 8, 8, "").strip().toUpperCase(Locale.ROOT);
            if (!name.matches("[A-Z_][A-Z0-9_]*")) {
                throw malformed("MALFORMED_XPT", "the name of variable number " + number + " is not one SAS allows");
            }
            if (type != 1 && type != 2) {
                throw malformed("MALFORMED_XPT",
                        "the type of variable " + name + " is " + type + ", not 1 (numeric) or 2 (text)");
            }
            Kind kind = type == 1 ? Kind.NUMERIC : Kind.TEXT;
            if (kind == Kind.NUMERIC ? length < 2 || length > 8 : length < 1) {
                throw malformed("MALFORMED_XPT", "the length of variable " + name + " is " + length + ", not "
                        + (kind == Kind.NUMERIC ? "2 to 8" : "1 to " + MAX_LENGTH));
            }
            String label = text(bytes, at + 16, 40, name);
            String format = format(text(bytes, at + 56, 8, name), description.getShort(at + 64), description.getShort(at + 66));
            return new Field(new Variable(name, label.isEmpty() ? AdamVariables.label(name) : label, kind, format),
                    description.getInt(at + 84), length);
        }

        /// The SAS notation of a format, e.g. `DATE9.`, `8.2`, `$20.`; empty where there is none.
        private static String format(String name, int width, int decimals) {
            return name.isEmpty() && width <= 0
                    ? ""
                    : name.toUpperCase(Locale.ROOT) + (width > 0 ? width : "") + "." + (decimals > 0 ? decimals : "");
        }

        private int rowLength(List<Field> fields) throws UnreadableDatasetException {
            Set<String> names = new HashSet<>();
            for (Field field : fields) {
                if (!names.add(field.variable().name())) {
                    throw new UnreadableDatasetException(
                            Finding.error("DUPLICATE_VARIABLE", "the variable is in the file twice").in(dataset)
                                    .of(field.variable().name()).remedy("deliver each variable once"));
                }
            }
            int end = 0;
            for (Field field : fields.stream().sorted(Comparator.comparingInt(Field::position)).toList()) {
                if (field.position() != end) {
                    throw malformed("MALFORMED_XPT", "variable " + field.variable().name() + " begins at byte " + field.position()
                            + " of the row, not at " + end);
                }
                end += field.length();
            }
            return end;
        }

        private String record(String kind) throws IOException, UnreadableDatasetException {
            byte[] bytes = next(RECORD, kind + " header");
            String record = ascii(bytes, 0, RECORD);
            if (!record.startsWith(title(kind))) {
                throw malformed("MALFORMED_XPT", "the " + kind + " header is not where it should be");
            }
            return record;
        }

        private int number(String record, int from, int to, String what) throws UnreadableDatasetException {
            String digits = record.substring(from, to).strip();
            if (!digits.matches("[0-9]{1,4}")) {
                throw malformed("MALFORMED_XPT", "the " + what + " is not a number");
            }
            return Integer.parseInt(digits);
        }

        private String text(byte[] bytes, int at, int length, String variable) throws UnreadableDatasetException {
            return decoding.text(bytes, at, length, 0, variable, notes).strip();
        }

        private byte[] next(int length, String what) throws IOException, UnreadableDatasetException {
            byte[] bytes = stream.readNBytes(length);
            if (bytes.length < length) {
                throw malformed("TRUNCATED_FILE", "the file ends within its header (" + what + ")");
            }
            return bytes;
        }

        private UnreadableDatasetException malformed(String code, String message) {
            return new UnreadableDatasetException(Finding.error(code, message).in(dataset).remedy("deliver the file again"));
        }

        private static String ascii(byte[] bytes, int from, int length) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }

        private static int roundUp(int length) {
            return (length + RECORD - 1) / RECORD * RECORD;
        }
    }
}
