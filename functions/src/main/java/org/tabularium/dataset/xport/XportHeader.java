package org.tabularium.dataset.xport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.encoding.CutCharacter;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The header of a SAS XPORT file of version 5 or 8 with one member: what it says of the dataset and where in a row each variable
/// lies.
///
/// Version 8 keeps version 5's records under other names and adds to them: names of up to 32 characters, a section of labels and
/// formats that are too
/// long for a variable's description, and the number of rows, which some writers leave at zero. Sources: SAS Technical Support
/// document TS-140 and SAS's
/// record layout of a version 8 or 9 data set in transport format.
///
/// @param memberName the dataset's name as the file gives it
/// @param label the dataset's label
/// @param fields in the order of the file
/// @param rowLength bytes a row; the fields fill it without gap or overlap
/// @param dataStart offset of the first row, a multiple of 80
/// @param rows how many rows the file says it has; 0 where it does not say
record XportHeader(String memberName, String label, List<XportHeader.Field> fields, int rowLength, long dataStart, long rows) {

    /// One variable's place.
    ///
    /// @param position first byte within the row
    /// @param length bytes, 2 to 8 for a number
    record Field(Variable variable, int position, int length) {

        Field of(Variable described) {
            return new Field(described, position, length);
        }
    }

    /// Files are made of records of this many bytes.
    static final int RECORD = 80;

    private static final String PREFIX = "HEADER RECORD*******";
    private static final String SUFFIX = "HEADER RECORD!!!!!!!";
    /// Where in a variable's description its label is, and how long.
    private static final int LABEL = 16;
    private static final int LABEL_LENGTH = 40;
    private static final int MAX_LENGTH = 32_767;

    /// The first bytes of the header record that begins a member: `MEMBER` in version 5, `MEMBV8` in version 8.
    static final byte[] MEMBER = (PREFIX + "MEMB").getBytes(StandardCharsets.US_ASCII);

    private static String title(String kind) {
        return PREFIX + kind + " ".repeat(8 - kind.length()) + SUFFIX;
    }

    static XportHeader read(String dataset, Content content, TextDecoding decoding, InputLimits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        try (InputStream stream = content.open()) {
            return new Reader(dataset, stream, decoding, limits, notes).header(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader {

        private final String dataset;
        private final InputStream stream;
        private final TextDecoding decoding;
        private final InputLimits limits;
        private final Consumer<Finding> notes;
        private long position;

        Reader(String dataset, InputStream stream, TextDecoding decoding, InputLimits limits, Consumer<Finding> notes) {
            this.dataset = dataset;
            this.stream = stream;
            this.decoding = decoding;
            this.limits = limits;
            this.notes = notes;
        }

        XportHeader header(Content content) throws IOException, UnreadableDatasetException {
            String library = ascii(next(RECORD, "library header"), 0, 48);
            boolean extended = library.equals(title("LIBV8"));
            if (!extended && !library.equals(title("LIBRARY"))) {
                throw malformed("NOT_XPT", "the first record is no XPORT library header");
            }
            next(2 * RECORD, "library header");
            String member = record(extended ? "MEMBV8" : "MEMBER");
            record(extended ? "DSCPTV8" : "DSCRPTR");
            byte[] descriptor = next(2 * RECORD, "member header");
            int variables = number(record(extended ? "NAMSTV8" : "NAMESTR"), extended ? 48 : 54, 58, "number of variables");
            int size = number(member, 74, 78, "length of a variable's description");
            if (size != 140 && (extended || size != 136)) {
                throw malformed("MALFORMED_XPT", "a variable's description is " + size + " bytes long, not 140 or 136");
            }
            if (variables < 1) {
                throw malformed("MALFORMED_XPT", "the dataset has no variables");
            }
            limits.checkColumns(dataset, variables);
            byte[] descriptions = next(roundUp((long) variables * size), "variables' descriptions");
            List<Field> fields = new ArrayList<>(variables);
            int rowLength = 0;
            for (int i = 0; i < variables; i++) {
                Field field = field(descriptions, i * size, i + 1, extended, rowLength);
                fields.add(field);
                rowLength += field.length();
            }
            requireDistinct(fields);
            long rows = 0;
            if (extended) {
                String next = nextRecord("OBSV8");
                if (next.startsWith(title("LABELV8")) || next.startsWith(title("LABELV9"))) {
                    lengthen(fields, next);
                    next = nextRecord("OBSV8");
                }
                rows = rows(expect("OBSV8", next));
            } else {
                record("OBS");
            }
            XportHeader bare = new XportHeader("", "", List.copyOf(fields), rowLength, position, rows);
            boolean labelled = false;
            for (int at = LABEL; at < variables * size; at += size) {
                labelled |= !TextDecoding.isAscii(descriptions, at, at + LABEL_LENGTH)
                        && CutCharacter.isWhole(descriptions, at, at + LABEL_LENGTH);
            }
            decoding.ask(new XportEncoding(dataset, content, bare, limits, labelled));
            for (int i = 0; i < variables; i++) {
                Variable variable = fields.get(i).variable();
                // A long label takes the place of the description's, which is its beginning.
                String label = variable.label().isEmpty()
                        ? text(descriptions, i * size + LABEL, LABEL_LENGTH, variable.name())
                        : variable.label();
                fields.set(i, fields.get(i).of(new Variable(variable.name(), label, variable.kind(), variable.format())));
            }
            return new XportHeader(text(descriptor, 8, extended ? 32 : 8, ""), text(descriptor, RECORD + 32, 40, ""),
                    List.copyOf(fields), rowLength, position, rows);
        }

        /// @param position where the variables before it end. The description's own position is not looked at: SAS's macro
        ///     %LOC2XPT writes there where the
        ///     variable lies in SAS's memory, while the rows of every known file hold the variables in the order of their
        /// descriptions
        private Field field(byte[] bytes, int at, int number, boolean extended, int position) throws UnreadableDatasetException {
            ByteBuffer description = ByteBuffer.wrap(bytes);
            int type = description.getShort(at);
            int length = description.getShort(at + 4);
            String name = text(bytes, at + 8, 8, "");
            String longName = extended ? text(bytes, at + 88, 32, "") : "";
            name = (longName.isEmpty() ? name : longName).toUpperCase(Locale.ROOT);
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
            String format = format(text(bytes, at + 56, 8, name), description.getShort(at + 64), description.getShort(at + 66));
            return new Field(new Variable(name, "", kind, format), position, length);
        }

        /// Reads the labels (`LABELV8`), or labels and formats (`LABELV9`), that the descriptions had no room for. An entry is
        /// found by its name, since
        /// writers count variables from 0 and from 1.
        private void lengthen(List<Field> fields, String header) throws IOException, UnreadableDatasetException {
            boolean withFormats = header.startsWith(title("LABELV9"));
            int entries = number(header, 48, header.substring(48, 53).isBlank() ? RECORD : 53, "number of long labels");
            Map<String, Integer> byName = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                byName.put(fields.get(i).variable().name(), i);
            }
            long start = position;
            for (int i = 0; i < entries; i++) {
                ByteBuffer lengths = ByteBuffer.wrap(next(withFormats ? 10 : 6, "long labels"));
                int[] parts = new int[withFormats ? 4 : 2];
                for (int part = 0; part < parts.length; part++) {
                    parts[part] = lengths.getShort(2 + 2 * part) & 0xffff;
                }
                String name = part(parts[0], "").toUpperCase(Locale.ROOT);
                String label = part(parts[1], name);
                String format = withFormats ? part(parts[2], name).toUpperCase(Locale.ROOT) : "";
                if (withFormats) {
                    part(parts[3], name);
                }
                Integer index = byName.get(name);
                if (index == null) {
                    throw malformed("MALFORMED_XPT", "a long label is of a variable that the file does not have");
                }
                Field field = fields.get(index);
                Variable variable = field.variable();
                fields.set(index, field.of(new Variable(variable.name(), label, variable.kind(),
                        format.isEmpty() ? variable.format() : format)));
            }
            next(roundUp(position - start) - (position - start), "long labels");
        }

        private String part(int length, String variable) throws IOException, UnreadableDatasetException {
            return text(next(length, "long labels"), 0, length, variable);
        }

        private long rows(String record) throws UnreadableDatasetException {
            String digits = record.substring(48, 63).strip();
            if (digits.isEmpty()) {
                return 0;
            }
            if (!digits.matches("[0-9]+")) {
                throw malformed("MALFORMED_XPT", "the number of rows is not a number");
            }
            return Long.parseLong(digits);
        }

        /// The SAS notation of a format, e.g. `DATE9.`, `8.2`, `$20.`; empty where there is none.
        private static String format(String name, int width, int decimals) {
            if (name.isEmpty() && width <= 0) {
                return "";
            }
            return name.toUpperCase(Locale.ROOT) + (width > 0 ? width : "") + "." + (decimals > 0 ? decimals : "");
        }

        private void requireDistinct(List<Field> fields) throws UnreadableDatasetException {
            Set<String> names = new HashSet<>();
            for (Field field : fields) {
                if (!names.add(field.variable().name())) {
                    throw new UnreadableDatasetException(
                            Finding.error("DUPLICATE_VARIABLE", "the variable is in the file twice").in(dataset)
                                    .of(field.variable().name()).remedy("deliver each variable once"));
                }
            }
        }

        private String record(String kind) throws IOException, UnreadableDatasetException {
            return expect(kind, nextRecord(kind));
        }

        private String nextRecord(String kind) throws IOException, UnreadableDatasetException {
            return ascii(next(RECORD, kind + " header"), 0, RECORD);
        }

        private String expect(String kind, String record) throws UnreadableDatasetException {
            if (!record.startsWith(title(kind))) {
                throw malformed("MALFORMED_XPT", "the " + kind + " header is not where it should be");
            }
            return record;
        }

        private int number(String record, int from, int to, String what) throws UnreadableDatasetException {
            String digits = record.substring(from, to).strip();
            if (!digits.matches("[0-9]{1,9}|0[0-9]{9}")) {
                throw malformed("MALFORMED_XPT", "the " + what + " is not a number");
            }
            return Integer.parseInt(digits);
        }

        private String text(byte[] bytes, int at, int length, String variable) throws UnreadableDatasetException {
            return decoding.text(bytes, at, length, 0, variable, notes).replaceFirst("^ +", "");
        }

        private byte[] next(long length, String what) throws IOException, UnreadableDatasetException {
            byte[] bytes = stream.readNBytes((int) length);
            position += length;
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

        private static long roundUp(long length) {
            return (length + RECORD - 1) / RECORD * RECORD;
        }
    }
}
