package org.tabularium.render.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;

/// The rows of one sheet (ECMA-376, part 1, 18.3.1.73), each turned into bytes as soon as it is complete, so that a cell costs
/// some 60 bytes instead of a kilobyte.
///
/// Neither POI's sheets nor its streaming ones are used: the former hold all cells as objects, the latter measure fonts, which a
/// function does not have, and write scratch files. What stands here is what the streaming ones write.
final class SheetRows {

    private static final byte[] PLACE = "<sheetData/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] START = "<sheetData>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "</sheetData>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END_OF_ROW = "</row>\n".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private int lastRow;
    private int lastColumn;

    /// Writes a row below all others.
    void write(Row row) {
        bytes.writeBytes(row.start().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(row.cells.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(END_OF_ROW);
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
        bytes.writeTo(out);
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

    /// One row; its cells come from left to right.
    static final class Row {

        private static final int USUAL_LENGTH = 1 << 10;
        private static final char NO_BREAK_SPACE = '\u00a0';
        /// Excel counts heights in twentieths of a point.
        private static final int STEPS = 20;
        /// The names of the first columns, which nearly all cells are in.
        private static final List<String> LETTERS = IntStream.range(0, 64).mapToObj(CellReference::convertNumToColString)
                .toList();

        private final int number;
        private final StringBuilder cells = new StringBuilder(USUAL_LENGTH);
        private String height = "";
        private int lastColumn = -1;

        /// @param number from 0
        Row(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /// Makes the row as high as that; a row without a height is as high as the sheet says.
        void height(float points) {
            height = " customHeight=\"1\" ht=\"" + (float) ((short) (points * STEPS) / (double) STEPS) + "\"";
        }

        /// A cell of text; an empty one has only its style.
        void text(int column, String text, CellStyle style) {
            begin(column, style);
            if (text.isEmpty()) {
                cells.append('>');
            } else {
                boolean spaced = Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1));
                cells.append(" t=\"inlineStr\"><is><t").append(spaced ? " xml:space=\"preserve\">" : ">");
                append(text);
                cells.append("</t></is>");
            }
            cells.append("</c>");
        }

        void number(int column, double number, CellStyle style) {
            begin(column, style);
            cells.append(" t=\"n\"><v>").append(number).append("</v></c>");
        }

        private String start() {
            return "<row r=\"" + (number + 1) + "\"" + height + ">\n";
        }

        private void begin(int column, CellStyle style) {
            lastColumn = column;
            cells.append("<c r=\"")
                    .append(column < LETTERS.size() ? LETTERS.get(column) : CellReference.convertNumToColString(column))
                    .append(number + 1).append('"');
            // An index is an unsigned number of 16 bits.
            int index = style.getIndex() & 0xffff;
            if (index > 0) {
                cells.append(" s=\"").append(index).append('"');
            }
        }

        /// Escapes what XML reads as markup, and white space that it would change.
        private void append(String text) {
            int done = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c <= '>' || c == NO_BREAK_SPACE) {
                    String escaped = escaped(c);
                    if (!escaped.isEmpty()) {
                        cells.append(text, done, i).append(escaped);
                        done = i + 1;
                    }
                }
            }
            if (done == 0) {
                cells.append(text);
            } else {
                cells.append(text, done, text.length());
            }
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
