package org.tabularium.render.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet, each written by POI's streaming writer as soon as it is complete, so that a cell costs some 60 bytes
/// instead of a kilobyte.
///
/// The writer's own sheets are not used: they measure fonts, which a function does not have, and write scratch files.
final class SheetRows {

    private static final byte[] PLACE = "<sheetData/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] START = "<sheetData>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "</sheetData>".getBytes(StandardCharsets.UTF_8);

    private final Text text = new Text();
    private final SheetDataWriter writer;
    private int lastRow;
    private int lastColumn;

    SheetRows() throws IOException {
        writer = new QuickWriter(text);
    }

    /// Writes a row below all others.
    void write(Row row) throws IOException {
        writer.writeRow(row.getRowNum(), row);
        text.endOfRow();
        lastRow = row.getRowNum();
        lastColumn = Math.max(lastColumn, row.cells.size() - 1);
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
        text.writeTo(out);
        out.write(END);
        out.write(sheet, place + PLACE.length, sheet.length - place - PLACE.length);
    }

    private static int place(byte[] sheet) throws IOException {
        for (int at = 0; at + PLACE.length <= sheet.length; at++) {
            if (java.util.Arrays.equals(sheet, at, at + PLACE.length, PLACE, 0, PLACE.length)) {
                return at;
            }
        }
        throw new IOException("The sheet has no place for its rows");
    }

    /// POI's writer, which looks at every character of a text, for texts of which most have nothing to escape.
    private static final class QuickWriter extends SheetDataWriter {

        private QuickWriter(Writer text) throws IOException {
            super(text);
        }

        @Override
        protected void outputEscapedString(String s) throws IOException {
            if (isPlain(s)) {
                _out.write(s);
            } else {
                super.outputEscapedString(s);
            }
        }

        private static boolean isPlain(String s) {
            for (int i = 0; i < s.length(); i++) {
                char c = s.charAt(i);
                if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&' || c == '"') {
                    return false;
                }
            }
            return true;
        }
    }

    /// Text on its way to bytes, for one thread.
    private static final class Text extends Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        private StringBuilder pending = new StringBuilder(1 << 12);

        @Override
        public void write(int c) {
            pending.append((char) c);
        }

        @Override
        public void write(char[] characters, int from, int length) {
            pending.append(characters, from, length);
        }

        @Override
        public void write(String text) {
            pending.append(text);
        }

        /// Between characters, not within one. The next row begins anew: a builder that once held other letters than Latin ones
        /// goes on with two bytes a character.
        private void endOfRow() {
            bytes.writeBytes(pending.toString().getBytes(StandardCharsets.UTF_8));
            pending = new StringBuilder(pending.capacity());
        }

        private void writeTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }

        @Override
        public void flush() {
            // the bytes are asked for
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /// A row that belongs to no sheet of POI's.
    static final class Row extends SXSSFRow {

        private final List<@Nullable Cell> cells = new ArrayList<>();
        private final int number;

        /// @param number from 0
        Row(int number) {
            super(null);
            this.number = number;
        }

        /// A cell of text; an empty one has only its style.
        void text(int column, String text, CellStyle style) {
            SXSSFCell cell = cell(column, text.isEmpty() ? CellType.BLANK : CellType.STRING, style);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }

        void number(int column, double number, CellStyle style) {
            cell(column, CellType.NUMERIC, style).setCellValue(number);
        }

        private SXSSFCell cell(int column, CellType type, CellStyle style) {
            SXSSFCell cell = new SXSSFCell(this, type, column);
            cell.setCellStyle(style);
            while (cells.size() <= column) {
                cells.add(null);
            }
            cells.set(column, cell);
            return cell;
        }

        @Override
        public int getRowNum() {
            return number;
        }

        @Override
        public Iterator<Cell> allCellsIterator() {
            return cells.iterator();
        }

        @Override
        public short getLastCellNum() {
            return (short) cells.size();
        }
    }
}
