package org.tabularium.dataset.sas7bdat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Lays out SAS7BDAT files as others describe the format (Shotwell's "SAS7BDAT Database Binary Format", 2013), page by page.
/// pyreadstat 1.3.7 was given the
/// files of Sas7bdatLayoutsTest and read in them what was written.
@SuppressWarnings({"ByteBufferBackingArray", "ArrayRecordComponent"}) // the buffers are its own; parts are never compared
public final class Sas7bdatWriter {

    /// How the rows lie.
    public enum Rows {
        /// Behind the description and on pages of their own.
        PLAIN,
        /// Compressed, as runs.
        RUNS,
        /// Compressed, with patterns.
        PATTERNS
    }

    /// A variable: its name, label, format, bytes and kind.
    private record Column(String name, String label, String format, int width, int length, boolean numeric) {}

    private final Rows rows;
    private final boolean wide;
    private final ByteOrder order;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> values = new ArrayList<>();
    private final Set<Integer> deleted = new HashSet<>();
    private int encoding = 20;
    private Charset charset = StandardCharsets.UTF_8;
    private String name = "DM";
    private String release = "9.0401M7";
    private int pageSize = 1_024;
    private boolean padded = true;
    private boolean amended;
    private int textLength = 400;
    private long moreRows;
    private long moreColumns;

    public Sas7bdatWriter(Rows rows, boolean wide, ByteOrder order) {
        this.rows = rows;
        this.wide = wide;
        this.order = order;
    }

    public Sas7bdatWriter number(String name, int length, String label, String format, int width) {
        columns.add(new Column(name, label, format, width, length, true));
        return this;
    }

    public Sas7bdatWriter number(String name) {
        return number(name, 8, "", "", 0);
    }

    public Sas7bdatWriter text(String name, int length) {
        return text(name, length, "");
    }

    public Sas7bdatWriter text(String name, int length, String label) {
        columns.add(new Column(name, label, label.isEmpty() ? "" : "$", label.isEmpty() ? 0 : length, length, false));
        return this;
    }

    /// Adds a row.
    ///
    /// @param row numbers; characters for missing ones; text, or its bytes
    public Sas7bdatWriter row(Object... row) {
        values.add(row);
        return this;
    }

    /// Marks the row that was added last as deleted.
    public Sas7bdatWriter delete() {
        deleted.add(values.size() - 1);
        return this;
    }

    Sas7bdatWriter encoding(int number, Charset of) {
        this.encoding = number;
        this.charset = of;
        return this;
    }

    /// As Stat/Transfer calls itself, with filling between the pointers and the first row or without.
    Sas7bdatWriter statTransfer(boolean filled) {
        this.release = "9.0000M0";
        this.padded = filled;
        return this;
    }

    Sas7bdatWriter name(String newName) {
        this.name = newName;
        return this;
    }

    Sas7bdatWriter pageSize(int bytes) {
        this.pageSize = bytes;
        return this;
    }

    /// The labels' text comes on a page of amendments behind the rows.
    Sas7bdatWriter amended() {
        this.amended = true;
        return this;
    }

    /// How many bytes of names, labels and formats are one text.
    Sas7bdatWriter textLength(int bytes) {
        this.textLength = bytes;
        return this;
    }

    /// Makes the header say of more rows, or variables, than there are.
    Sas7bdatWriter lie(long rowsMore, long columnsMore) {
        this.moreRows = rowsMore;
        this.moreColumns = columnsMore;
        return this;
    }

    public byte[] bytes() {
        List<byte[]> pages = pages();
        ByteBuffer header = ByteBuffer.allocate(wide ? 8_192 : 1_024).order(order);
        header.put(12, HexFormat.of().parseHex("c2ea8160b31411cfbd92080009c7318c181f1011"));
        int shift = wide ? 4 : 0;
        header.put(32, (byte) (wide ? '3' : '"')).put(35, (byte) (wide ? '3' : '2'));
        header.put(37, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0)).put(39, (byte) '2').put(70, (byte) encoding);
        header.put(84, ascii("SAS FILE")).put(92, ascii(name)).put(156, ascii("DATA    "));
        header.putInt(196 + shift, header.capacity()).putInt(200 + shift, pageSize);
        word(header, 204 + shift, pages.size());
        header.put(216 + shift + (wide ? 4 : 0), ascii(release));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.array());
        pages.forEach(file::writeBytes);
        return file.toByteArray();
    }

    /// The section that begins so, and everything in it, as it lies on pages.
    private List<byte[]> pages() {
        Texts texts = new Texts();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(rowSize(texts), 0, 0));
        ByteBuffer count = section(wide ? 24 : 12, 0xf6f6_f6f6);
        word(count, word(), columns.size() + moreColumns);
        parts.add(new Part(count.array(), 0, 0));
        List<Part> described = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += 30) {
            List<Column> some = columns.subList(from, Math.min(columns.size(), from + 30));
            described.add(new Part(names(some, texts), 0, 1));
            described.add(new Part(places(from, some), 0, 1));
        }
        for (Column column : columns) {
            described.add(new Part(label(column, texts), 0, 0));
        }
        List<byte[]> sections = texts.sections();
        int late = amended ? 1 : 0;
        sections.subList(0, sections.size() - late).forEach(text -> parts.add(new Part(text, 0, 1)));
        parts.addAll(described);
        if (rows != Rows.PLAIN) {
            for (int row = 0; row < values.size(); row++) {
                parts.add(compressed(row));
            }
        }
        List<byte[]> pages = new ArrayList<>();
        PageWriter page = new PageWriter();
        for (Part part : parts) {
            if (!page.fits(part)) {
                pages.add(page.bytes(List.of()));
                page = new PageWriter();
            }
            page.add(part);
        }
        List<byte[]> rest = withRows(page);
        ByteBuffer mixed = ByteBuffer.wrap(rest.getFirst()).order(order);
        pages.addAll(rest);
        // The description of rows is the first section, which lies last on its page.
        word(ByteBuffer.wrap(pages.getFirst()).order(order), pageSize - (wide ? 808 : 480) + 15 * word(),
                mixed.getShort(kind() + 2) - mixed.getShort(kind() + 4));
        if (amended) {
            PageWriter amendments = new PageWriter();
            amendments.add(new Part(sections.getLast(), 0, 1));
            byte[] last = amendments.bytes(List.of());
            ByteBuffer.wrap(last).order(order).putShort(kind(), (short) 0x400);
            pages.add(last);
        }
        return pages;
    }

    /// The last page of the description, with as many rows as go there, and those with the others.
    private List<byte[]> withRows(PageWriter page) {
        List<byte[]> pages = new ArrayList<>();
        int row = 0;
        PageWriter current = page;
        while (rows == Rows.PLAIN && row < values.size()) {
            List<Integer> some = new ArrayList<>();
            while (row < values.size() && current.rowsFit(some.size() + 1)) {
                some.add(row++);
            }
            pages.add(current.bytes(some));
            current = new PageWriter();
        }
        return pages.isEmpty() ? List.of(page.bytes(List.of())) : pages;
    }

    private byte[] rowSize(Texts texts) {
        ByteBuffer section = section(wide ? 808 : 480, 0xf7f7_f7f7);
        word(section, 5 * word(), rowLength());
        word(section, 6 * word(), values.size() + moreRows);
        word(section, 7 * word(), deleted.size());
        word(section, 8 * word(), rows == Rows.PLAIN ? 0 : 2);
        texts.place(section, section.capacity() - 130, "A dataset");
        texts.place(section, section.capacity() - 118, switch (rows) {
            case PLAIN -> "";
            case RUNS -> "SASYZCRL";
            case PATTERNS -> "SASYZCR2";
        });
        return section.array();
    }

    private byte[] names(List<Column> some, Texts texts) {
        ByteBuffer section = counted(word() + 8 + 8 * some.size() + word() + 4, 0xffff_ffff);
        for (int i = 0; i < some.size(); i++) {
            texts.place(section, word() + 8 + 8 * i, some.get(i).name());
        }
        return section.array();
    }

    private byte[] places(int first, List<Column> some) {
        int size = word() + 8;
        ByteBuffer section = counted(word() + 8 + size * some.size() + word() + 4, 0xffff_fffc);
        for (int i = 0; i < some.size(); i++) {
            int at = word() + 8 + size * i;
            word(section, at, columns.subList(0, first + i).stream().mapToInt(Column::length).sum());
            section.putInt(at + word(), some.get(i).length());
            section.put(at + word() + 6, (byte) (some.get(i).numeric() ? 1 : 2));
        }
        return section.array();
    }

    private byte[] label(Column column, Texts texts) {
        ByteBuffer section = section(wide ? 64 : 52, 0xffff_fbfe);
        section.putShort(3 * word(), (short) column.width());
        texts.place(section, wide ? 46 : 34, column.format());
        texts.placeLabel(section, wide ? 52 : 40, column.label());
        return section.array();
    }

    private byte[] row(int row) {
        ByteBuffer bytes = ByteBuffer.allocate(rowLength());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = values.get(row)[i];
            bytes.put(column.numeric() ? number(value, column.length()) : text(value, column.length()));
        }
        return bytes.array();
    }

    /// SAS's documentation of missing values in IEEE numbers: the third byte is the inverse of 0 for `._`, 1 for `.`, 2 for `.A`.
    private byte[] number(Object value, int length) {
        long bits = switch (value) {
            case Double number -> Double.doubleToRawLongBits(number);
            case Character letter -> 0xffff_0000_0000_0000L
                    | (long) (~(letter == '_' ? 0 : letter == '.' ? 1 : letter - 'A' + 2) & 0xff) << 40;
            default -> throw new IllegalArgumentException(value.toString());
        };
        byte[] all = ByteBuffer.allocate(8).order(order).putLong(bits).array();
        return order == ByteOrder.BIG_ENDIAN ? Arrays.copyOf(all, length) : Arrays.copyOfRange(all, 8 - length, 8);
    }

    private byte[] text(Object value, int length) {
        byte[] bytes = value instanceof byte[] given ? given : ((String) value).getBytes(charset);
        byte[] filled = Arrays.copyOf(bytes, length);
        Arrays.fill(filled, Math.min(bytes.length, length), length, (byte) ' ');
        return filled;
    }

    /// Rows that are not made shorter stay as they are.
    private Part compressed(int row) {
        byte[] bytes = row(row);
        byte[] packed = rows == Rows.RUNS ? runs(bytes) : patterns(bytes);
        if (packed.length >= bytes.length && !deleted.contains(row)) {
            return new Part(bytes, 0, 1);
        }
        return new Part(packed, deleted.contains(row) ? 5 : 4, 1);
    }

    /// Runs of three and more, by the commands for short ones; other bytes as they are.
    static byte[] runs(byte[] row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < row.length) {
            int run = run(row, at, 17);
            Map<Byte, Integer> own = Map.of((byte) '@', 0xd0, (byte) ' ', 0xe0, (byte) 0, 0xf0);
            if (run >= 3) {
                if (own.containsKey(row[at])) {
                    out.write(Objects.requireNonNull(own.get(row[at])) | (run - 2));
                } else {
                    out.write(0xc0 | run - 3);
                    out.write(row[at]);
                }
                at += run;
            } else {
                int plain = 1;
                while (plain < 16 && at + plain < row.length && run(row, at + plain, 3) < 3) {
                    plain++;
                }
                out.write(0x80 | plain - 1);
                out.write(row, at, plain);
                at += plain;
            }
        }
        return out.toByteArray();
    }

    /// Runs of three and more, repeated patterns of three to fifteen bytes, other bytes as they are.
    static byte[] patterns(byte[] row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        int control = 0;
        int count = 0;
        int at = 0;
        while (at < row.length) {
            int run = run(row, at, 18);
            int back = pattern(row, at);
            control <<= 1;
            if (run >= 3) {
                control |= 1;
                items.write(run - 3);
                items.write(row[at]);
                at += run;
            } else if (back > 0) {
                int length = matching(row, at, back);
                control |= 1;
                items.write((length << 4) | ((back - 3) & 0xf));
                items.write((back - 3) >> 4);
                at += length;
            } else {
                items.write(row[at++]);
            }
            if (++count == 16 || at == row.length) {
                out.write((control << (16 - count)) >> 8);
                out.write(control << (16 - count));
                out.writeBytes(items.toByteArray());
                items.reset();
                control = 0;
                count = 0;
            }
        }
        return out.toByteArray();
    }

    private static int run(byte[] row, int at, int most) {
        int length = 1;
        while (length < most && at + length < row.length && row[at + length] == row[at]) {
            length++;
        }
        return length;
    }

    private static int pattern(byte[] row, int at) {
        for (int back = 3; back <= Math.min(at, 4_000); back++) {
            if (matching(row, at, back) >= 3) {
                return back;
            }
        }
        return 0;
    }

    private static int matching(byte[] row, int at, int back) {
        int length = 0;
        while (length < Math.min(15, back) && at + length < row.length && row[at + length] == row[at - back + length]) {
            length++;
        }
        return length;
    }

    private int rowLength() {
        return columns.stream().mapToInt(Column::length).sum();
    }

    private int word() {
        return wide ? 8 : 4;
    }

    private int kind() {
        return wide ? 32 : 16;
    }

    private void word(ByteBuffer buffer, int at, long value) {
        if (wide) {
            buffer.putLong(at, value);
        } else {
            buffer.putInt(at, (int) value);
        }
    }

    private ByteBuffer section(int length, int mark) {
        ByteBuffer section = ByteBuffer.allocate(length).order(order);
        boolean small = mark == 0xf7f7_f7f7 || mark == 0xf6f6_f6f6;
        if (wide && small && order == ByteOrder.BIG_ENDIAN) {
            section.putInt(0, mark);
        } else {
            word(section, 0, small ? mark & 0xffff_ffffL : mark);
        }
        return section;
    }

    private ByteBuffer counted(int length, int mark) {
        return section(length, mark).putShort(word(), (short) (length - 4 - 2 * word()));
    }

    private byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A section with its pointer's status and category.
    private record Part(byte[] bytes, int status, int category) {}

    /// All names, labels and formats.
    private final class Texts {

        private final List<ByteArrayOutputStream> texts = new ArrayList<>(List.of(started()));

        void place(ByteBuffer section, int at, String text) {
            place(section, at, text, texts.size() - (amended && texts.size() > 1 ? 2 : 1));
        }

        /// Where labels are amended, their text is the last one.
        void placeLabel(ByteBuffer section, int at, String text) {
            if (amended && texts.size() == 1) {
                texts.add(started());
            }
            place(section, at, text, texts.size() - 1);
        }

        private void place(ByteBuffer section, int at, String text, int index) {
            if (text.isEmpty()) {
                return;
            }
            int into = index;
            if (!amended && texts.getLast().size() > textLength) {
                texts.add(started());
                into = texts.size() - 1;
            }
            byte[] bytes = text.getBytes(charset);
            section.putShort(at, (short) into).putShort(at + 2, (short) texts.get(into).size()).putShort(at + 4, (short) bytes.length);
            texts.get(into).writeBytes(Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4));
        }

        /// Its mark is added later; its own length comes first, which names are counted from.
        private ByteArrayOutputStream started() {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes(new byte[8]);
            return text;
        }

        List<byte[]> sections() {
            return texts.stream().map(text -> {
                ByteBuffer section = counted(word() + text.size() + word() + 4, 0xffff_fffd);
                section.put(word() + 8, text.toByteArray(), 8, text.size() - 8);
                return section.array();
            }).toList();
        }
    }

    /// A page: pointers from the start, sections from the end, rows between.
    private final class PageWriter {

        private final List<Part> parts = new ArrayList<>();

        boolean fits(Part part) {
            return pointers(parts.size() + 1) + size() + part.bytes().length + 16 <= pageSize;
        }

        void add(Part part) {
            parts.add(part);
        }

        boolean rowsFit(int count) {
            return firstRow() + count * rowLength() + 16 + count / 8 + 1 <= pageSize - size();
        }

        byte[] bytes(List<Integer> rowNumbers) {
            ByteBuffer page = ByteBuffer.allocate(pageSize).order(order);
            int pointer = wide ? 24 : 12;
            int end = pageSize;
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                end -= part.bytes().length;
                int at = pointers(0) + i * pointer;
                word(page, at, end);
                word(page, at + word(), part.bytes().length);
                page.put(at + 2 * word(), (byte) part.status()).put(at + 2 * word() + 1, (byte) part.category());
                page.put(end, part.bytes());
            }
            int at = firstRow();
            for (int i = 0; i < rowNumbers.size(); i++) {
                page.put(at, row(rowNumbers.get(i)));
                at += rowLength();
            }
            boolean marked = rowNumbers.stream().anyMatch(deleted::contains) || parts.stream().anyMatch(part -> part.status() == 5);
            int type = (rowNumbers.isEmpty() ? 0 : parts.isEmpty() ? 0x100 : 0x200) | (marked ? 0x80 : 0);
            page.putShort(kind(), (short) type).putShort(kind() + 2, (short) (parts.size() + rowNumbers.size()));
            page.putShort(kind() + 4, (short) parts.size());
            int map = (rowNumbers.size() + 7) / 8;
            word(page, wide ? 24 : 12, end - map - at);
            for (int i = 0; i < rowNumbers.size(); i++) {
                if (deleted.contains(rowNumbers.get(i))) {
                    page.put(end - map + i / 8, (byte) (page.get(end - map + i / 8) | 0x80 >> i % 8));
                }
            }
            return page.array();
        }

        private int firstRow() {
            return padded ? (pointers(parts.size()) + 7) / 8 * 8 : pointers(parts.size());
        }

        private int pointers(int count) {
            return kind() + 8 + count * (wide ? 24 : 12);
        }

        private int size() {
            return parts.stream().mapToInt(part -> part.bytes().length).sum();
        }
    }
}
