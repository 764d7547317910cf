package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;

/// The rows of one sheet (ECMA-376, part 1, 18.3.1.73), each turned into bytes as soon as it is complete, so that a cell costs
/// some 60 bytes instead of a kilobyte.
///
/// Neither POI's sheets nor its streaming ones are used: the former hold all cells as objects, the latter measure fonts, which a
/// function does not have, and write scratch files. What stands here is what the streaming ones write.
final class SheetRows {

    private static final byte[] PLACE = utf8("<sheetData/>");
    private static final byte[] START = utf8("<sheetData>");
    private static final byte[] END = utf8("</sheetData>");
    private static final byte[] END_OF_ROW = utf8("</row>\n");
    /// As large as a block gets before the next is begun.
    private static final int BLOCK = 1 << 15;

    private final List<Xml> full = new ArrayList<>();
    private Xml block = new Xml(BLOCK);
    private int lastRow;
    private int lastColumn;

    /// Writes a row below all others.
    void write(Row row) {
        if (block.size + row.cells.size > BLOCK) {
            full.add(block);
            block = new Xml(BLOCK);
        }
        block.add(utf8(row.start()));
        block.add(row.cells.bytes, row.cells.size);
        block.add(END_OF_ROW);
        lastRow = row.number;
        lastColumn = Math.max(lastColumn, row.lastColumn);
    }

    /// The number of the last row, from 0.
    int lastRow() {
        return lastRow;
    }

    /// The number of the last column of all rows, from 0.
    int lastColumn() {
        return lastColumn;
    }

    /// Writes a sheet's part with the rows in their place.
    ///
    /// @param sheet the part without rows
    void writeInto(byte[] sheet, OutputStream out) throws IOException {
        int place = place(sheet);
        out.write(sheet, 0, place);
        out.write(START);
        for (Xml xml : full) {
            out.write(xml.bytes, 0, xml.size);
        }
        out.write(block.bytes, 0, block.size);
        out.write(END);
        out.write(sheet, place + PLACE.length, sheet.length - place - PLACE.length);
    }

    private static int place(byte[] sheet) throws IOException {
        for (int at = 0; at + PLACE.length <= sheet.length; at++) {
            if (Arrays.equals(sheet, at, at + PLACE.length, PLACE, 0, PLACE.length)) {
                return at;
            }
        }
        throw new IOException("The sheet has no place for its rows");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Bytes that become more.
    private static final class Xml {
        private byte[] bytes;
        private int size;

        Xml(int room) {
            bytes = new byte[room];
        }

        void add(byte[] more) {
            add(more, more.length);
        }

        void add(byte[] more, int length) {
            if (length > bytes.length - size) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
            }
            System.arraycopy(more, 0, bytes, size, length);
            size += length;
        }
    }

    /// One row; its cells come from left to right.
    static final class Row {

        private static final int USUAL_LENGTH = 1 << 10;
        private static final char NO_BREAK_SPACE = '\u00a0';
        /// Excel counts heights in twentieths of a point.
        private static final int STEPS = 20;
        /// How a cell begins in the first columns, which nearly all cells are in.
        private static final List<byte[]> BEGINNINGS = IntStream.range(0, 64).mapToObj(Row::beginning).toList();
        /// What stands between a cell's name and the rest of it, by the number of its look.
        private static final List<byte[]> STYLES = IntStream.range(0, 256).mapToObj(Row::style).toList();
        private static final byte[] EMPTY = utf8("></c>");

        private final int number;
        private final byte[] digits;
        private final Xml cells = new Xml(USUAL_LENGTH);
        private String height = "";
        private int lastColumn = -1;

        /// @param number from 0
        Row(int number) {
            this.number = number;
            this.digits = utf8(Integer.toString(number + 1));
        }

        int number() {
            return number;
        }

        /// Makes the row as high as that; a row without a height is as high as the sheet says.
        void height(float points) {
            height = " customHeight=\"1\" ht=\"" + (float) ((short) (points * STEPS) / (double) STEPS) + "\"";
        }

        /// A cell of text; an empty one has only its look.
        ///
        /// @param look the look's number
        void text(int column, String text, int look) {
            content(column, text.isEmpty() ? EMPTY : content(text), look);
        }

        void number(int column, double number, int look) {
            content(column, utf8(" t=\"n\"><v>" + number + "</v></c>"), look);
        }

        /// A cell whose content is written already.
        void content(int column, byte[] content, int look) {
            lastColumn = column;
            cells.add(column < BEGINNINGS.size() ? BEGINNINGS.get(column) : beginning(column));
            cells.add(digits);
            cells.add(look < STYLES.size() ? STYLES.get(look) : style(look));
            cells.add(content);
        }

        /// The content of cells of a text that is not empty.
        static byte[] content(String text) {
            boolean spaced = Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1));
            return utf8(
                    " t=\"inlineStr\"><is><t" + (spaced ? " xml:space=\"preserve\">" : ">") + escaped(text) + "</t></is></c>");
        }

        private String start() {
            return "<row r=\"" + (number + 1) + "\"" + height + ">\n";
        }

        private static byte[] beginning(int column) {
            return utf8("<c r=\"" + CellReference.convertNumToColString(column));
        }

        private static byte[] style(int look) {
            return utf8(look == 0 ? "\"" : "\" s=\"" + look + "\"");
        }

        /// Escapes what XML reads as markup, and white space that it would change.
        private static String escaped(String text) {
            StringBuilder all = null;
            int done = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                String escaped = c <= '>' || c == NO_BREAK_SPACE ? escaped(c) : "";
                if (!escaped.isEmpty()) {
                    all = all == null ? new StringBuilder(text.length() + USUAL_LENGTH / 8) : all;
                    all.append(text, done, i).append(escaped);
                    done = i + 1;
                }
            }
            return all == null ? text : all.append(text, done, text.length()).toString();
        }

        /// Empty for a character that stands as it is.
        private static String escaped(char c) {
            return switch (c) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\n' -> "&#xa;";
                case '\t' -> "&#x9;";
                case NO_BREAK_SPACE -> "&#xa0;";
                default -> "";
            };
        }
    }
}
