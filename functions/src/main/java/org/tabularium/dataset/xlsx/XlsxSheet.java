package org.tabularium.dataset.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.UnreadableDatasetException;

/// The cells of a sheet, row after row, as they are stored. Memory is that of one row.
final class XlsxSheet implements AutoCloseable {

    /// What a cell's text is.
    enum CellType {
        /// Nothing is stored.
        NONE,
        /// A decimal number.
        NUMBER,
        /// The number of a shared string.
        SHARED,
        /// Text.
        TEXT,
        /// 0 or 1.
        BOOLEAN,
        /// An error such as `#N/A`.
        ERROR,
        /// A date in ISO 8601.
        DATE
    }

    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_ROWS = 1_048_576;

    private final XlsxPart part;
    private CellType[] types = new CellType[64];
    private String[] texts = new String[64];
    private int[] styles = new int[64];
    private boolean[] formulas = new boolean[64];
    private int width;
    private int row;
    /// The row's number and the columns' letters as addresses have them.
    private String digits = "";
    private final List<String> letters = new ArrayList<>();
    private boolean hidden;
    private boolean ended;
    private @Nullable String merged;
    private int hiddenFrom = MAX_COLUMNS;

    XlsxSheet(XlsxPart part) {
        this.part = part;
        Arrays.fill(types, CellType.NONE);
    }

    /// Goes to the next row that is stored, which may be blank; false after the last one.
    boolean next() throws UnreadableDatasetException {
        Arrays.fill(types, 0, width, CellType.NONE);
        width = 0;
        while (!ended) {
            if (!part.next()) {
                throw part.corrupt("its sheet ends too early");
            }
            if (part.begins("row")) {
                readRow();
                return true;
            }
            if (part.begins("col") && part.flag("hidden")) {
                hiddenFrom = Math.min(hiddenFrom, number(part.attribute("min", ""), MAX_COLUMNS) - 1);
            }
            ended = part.ends("sheetData") || part.ends("worksheet");
        }
        return false;
    }

    /// The first range of merged cells that overlaps a block of cells; null where there is none. Ends the sheet's use.
    @Nullable
    String mergedWithin(int firstRow, int lastRow, int columns) throws UnreadableDatasetException {
        while (part.next()) {
            if (merged == null && part.begins("mergeCell")) {
                String range = part.attribute("ref", "");
                int colon = range.indexOf(':');
                if (colon > 0 && row(range.substring(0, colon)) <= lastRow && row(range.substring(colon + 1)) >= firstRow
                        && column(range.substring(0, colon)) < columns) {
                    merged = range;
                }
            }
        }
        return merged;
    }

    /// Number of the row in the sheet, counted from 1.
    int row() {
        return row;
    }

    boolean isHidden() {
        return hidden;
    }

    /// The first hidden column, counted from 0; beyond any column where none is hidden.
    int firstHiddenColumn() {
        return hiddenFrom;
    }

    /// One more than the last column that is stored.
    int width() {
        return width;
    }

    CellType type(int column) {
        return column < width ? types[column] : CellType.NONE;
    }

    /// The text of a cell that is there.
    String text(int column) {
        return texts[column];
    }

    int style(int column) {
        return styles[column];
    }

    boolean isFormula(int column) {
        return column < width && types[column] != CellType.NONE && formulas[column];
    }

    /// Whether the cell is a formula without a stored result: such a cell is there, with empty text.
    boolean lacksResult(int column) {
        return isFormula(column) && types[column] == CellType.NUMBER && texts[column].isEmpty();
    }

    /// The place as Excel calls it, e.g. `C5`.
    String address(int column) {
        return columnName(column) + row;
    }

    /// Excel's letters for a column counted from 0.
    static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    private void readRow() throws UnreadableDatasetException {
        String number = part.attribute("r");
        int next = number == null ? row + 1 : number(number, MAX_ROWS);
        if (next <= row) {
            throw part.corrupt("row " + next + " follows row " + row);
        }
        row = next;
        digits = Integer.toString(row);
        hidden = part.flag("hidden");
        int column = -1;
        while (true) {
            if (!part.next()) {
                throw part.corrupt("its sheet ends too early");
            }
            if (part.ends("row")) {
                return;
            }
            if (part.begins("c")) {
                column = place(column + 1);
                readCell(column);
            }
        }
    }

    /// The column of the cell that begins.
    ///
    /// @param next the one behind the last
    private int place(int next) throws UnreadableDatasetException {
        if (next < MAX_COLUMNS && part.has("r", letters(next), digits)) {
            return next;
        }
        String address = part.attribute("r");
        int at = address == null ? next : column(address);
        if (at < next || at >= MAX_COLUMNS || (address != null && row(address) != row)) {
            throw part.corrupt("the cells of row " + row + " are out of order");
        }
        return at;
    }

    private String letters(int column) {
        while (letters.size() <= column) {
            letters.add(columnName(letters.size()));
        }
        return letters.get(column);
    }

    private void readCell(int column) throws UnreadableDatasetException {
        if (column >= types.length) {
            int length = Math.max(column + 1, types.length * 2);
            int before = types.length;
            types = Arrays.copyOf(types, length);
            Arrays.fill(types, before, length, CellType.NONE);
            texts = Arrays.copyOf(texts, length);
            styles = Arrays.copyOf(styles, length);
            formulas = Arrays.copyOf(formulas, length);
        }
        width = column + 1;
        String stored = part.has("t", "s", "") ? "s" : part.attribute("t", "n");
        styles[column] = part.number("s", 0);
        formulas[column] = false;
        String value = part.leaf("v");
        while (true) {
            if (!part.next()) {
                throw part.corrupt("its sheet ends too early");
            }
            if (part.ends("c")) {
                break;
            }
            if (part.begins("v")) {
                value = part.text();
            } else if (part.begins("is")) {
                if (!stored.equals("inlineStr")) {
                    throw part.corrupt("cell " + address(column) + " holds text and says that it does not");
                }
                value = part.string();
            } else if (part.begins("f")) {
                formulas[column] = true;
                part.text();
            }
        }
        CellType type = switch (stored) {
            case "n" -> CellType.NUMBER;
            case "s" -> CellType.SHARED;
            case "str", "inlineStr" -> CellType.TEXT;
            case "b" -> CellType.BOOLEAN;
            case "e" -> CellType.ERROR;
            case "d" -> CellType.DATE;
            default -> throw part.corrupt("cell " + address(column) + " is of an unknown type");
        };
        if (formulas[column] && (value == null || (value.isEmpty() && type != CellType.TEXT))) {
            types[column] = CellType.NUMBER;
            texts[column] = "";
        } else if (value != null && !(value.isEmpty() && type == CellType.NUMBER)) {
            types[column] = type;
            texts[column] = asRead(stored, type, value);
        }
    }

    /// The value of a cell without what its way of storing adds.
    private static String asRead(String stored, CellType type, String value) {
        if (stored.equals("str")) {
            return XlsxPart.unescaped(value);
        }
        return type == CellType.TEXT ? value : value.strip();
    }

    private int number(String digits, int most) throws UnreadableDatasetException {
        return number(digits, 0, most);
    }

    private int column(String address) throws UnreadableDatasetException {
        int column = 0;
        int i = 0;
        for (; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z' && i < 4; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        if (column == 0 || column > MAX_COLUMNS) {
            throw part.corrupt("a cell's address is none");
        }
        return column - 1;
    }

    private int row(String address) throws UnreadableDatasetException {
        int digits = 0;
        while (digits < address.length() && address.charAt(digits) >= 'A' && address.charAt(digits) <= 'Z') {
            digits++;
        }
        return number(address, digits, MAX_ROWS);
    }

    /// A number without zeros in front, of up to nine digits.
    private int number(String text, int from, int most) throws UnreadableDatasetException {
        int number = WholeNumber.of(text, from);
        if (number <= 0 || number > most || text.charAt(from) == '0') {
            throw part.corrupt("a number in its sheet is not one");
        }
        return number;
    }
}
