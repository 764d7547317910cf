package org.tabularium.dataset.xlsx;

import java.time.DateTimeException;
import java.util.List;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.scan.DecimalText;
import org.tabularium.finding.Finding;

/// The cells of a sheet's current row as text, as CSV would have them. Counts the formulas it meets.
final class XlsxCells {

    private final String dataset;
    private final XlsxBook book;
    private final XlsxSheet sheet;
    private final List<String> strings;
    private final CellDoubts doubts = new CellDoubts();
    private long formulas;
    private String firstFormula = "";

    XlsxCells(String dataset, XlsxBook book, XlsxSheet sheet, List<String> strings) {
        this.dataset = dataset;
        this.book = book;
        this.sheet = sheet;
        this.strings = strings;
    }

    /// Whether no cell of the row has a value.
    boolean isBlank() throws UnreadableDatasetException {
        for (int i = 0; i < sheet.width(); i++) {
            if (!isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the cell has no value, or text of blanks only.
    boolean isBlank(int column) throws UnreadableDatasetException {
        return switch (sheet.type(column)) {
            case NONE -> true;
            case SHARED -> shared(column).isBlank();
            case TEXT -> sheet.text(column).isBlank();
            case NUMBER, BOOLEAN, ERROR, DATE -> false;
        };
    }

    /// The cell's value; empty where there is none.
    ///
    /// @param row of the dataset, for messages; 0 in the header
    /// @param variable for messages; empty in the header
    /// @throws UnreadableDatasetException `CELL_ERROR`, `FORMULA_WITHOUT_RESULT` or `INVALID_DATE`
    String text(int column, long row, String variable) throws UnreadableDatasetException {
        if (sheet.isFormula(column)) {
            if (sheet.lacksResult(column)) {
                throw refused("FORMULA_WITHOUT_RESULT",
                        "cell " + sheet.address(column) + " holds a formula without a stored result",
                        "open the workbook in Excel and save it, or deliver values", "", row, variable);
            }
            firstFormula = formulas == 0 ? sheet.address(column) : firstFormula;
            formulas++;
        }
        return switch (sheet.type(column)) {
            case NONE -> "";
            case SHARED -> shared(column);
            case TEXT -> sheet.text(column);
            case NUMBER -> number(column, row, variable);
            case BOOLEAN -> switch (sheet.text(column)) {
                case "1" -> "TRUE";
                case "0" -> "FALSE";
                default -> throw corrupt("cell " + sheet.address(column) + " holds a truth value that is none");
            };
            case DATE -> sheet.text(column).replaceAll("T00:00(:00(\\.0+)?)?Z?$", "");
            case ERROR -> throw refused("CELL_ERROR", "is an error in cell " + sheet.address(column),
                    "correct the cell, and leave it empty where there is no value", sheet.text(column), row, variable);
        };
    }

    /// Whether the cell is text by itself: a string, a date or a truth value, no number.
    boolean isTextual(int column) {
        return switch (sheet.type(column)) {
            case NONE -> false;
            case NUMBER -> !book.shows(sheet.style(column)).isNumber();
            case SHARED, TEXT, BOOLEAN, DATE, ERROR -> true;
        };
    }

    /// Whether the cell shows a time of day or an elapsed one, which a date may stand before.
    boolean showsTime(int column) {
        if (sheet.type(column) != XlsxSheet.CellType.NUMBER) {
            return false;
        }
        ExcelNumbers.Shows shows = book.shows(sheet.style(column));
        return shows == ExcelNumbers.Shows.TIME || shows == ExcelNumbers.Shows.ELAPSED;
    }

    /// What numbers were met that may not be what they look like.
    CellDoubts doubts() {
        return doubts;
    }

    /// How many formulas were met.
    long formulas() {
        return formulas;
    }

    /// Address of the first formula met; empty where there was none.
    String firstFormula() {
        return firstFormula;
    }

    /// Which of the shared strings a cell names.
    int index(int column) throws UnreadableDatasetException {
        String digits = sheet.text(column);
        int index = WholeNumber.of(digits, 0);
        if (index < 0) {
            throw corrupt("cell " + sheet.address(column) + " names a string that is not there");
        }
        return index;
    }

    private String shared(int column) throws UnreadableDatasetException {
        int index = index(column);
        if (index >= strings.size()) {
            throw corrupt("cell " + sheet.address(column) + " names a string that is not there");
        }
        return strings.get(index);
    }

    private String number(int column, long row, String variable) throws UnreadableDatasetException {
        String digits = sheet.text(column);
        if (digits.isEmpty() || !DecimalText.isNumber(digits) || DecimalText.isMissing(digits)) {
            throw corrupt("cell " + sheet.address(column) + " holds a number that is none");
        }
        ExcelNumbers.Shows shows = book.shows(sheet.style(column));
        doubts.number(column, shows, digits, variable, sheet);
        if (shows.isNumber()) {
            int zeros = book.zeros(sheet.style(column));
            return zeros == 0 && ExcelNumbers.isShortest(digits) ? digits : ExcelNumbers.filled(DecimalText.value(digits), zeros);
        }
        try {
            return ExcelNumbers.iso(DecimalText.value(digits), shows, book.from1904());
        } catch (DateTimeException e) {
            throw refused("INVALID_DATE", "is shown as a date in cell " + sheet.address(column) + ", but is none",
                    "correct the date or the cell's number format", digits, row, variable);
        }
    }

    private UnreadableDatasetException refused(String code, String message, String remedy, String value, long row,
            String variable) {
        Finding finding = Finding.error(code, message).in(dataset).remedy(remedy);
        finding = row > 0 ? finding.at(row).of(variable) : finding;
        return new UnreadableDatasetException(value.isEmpty() ? finding : finding.value(value));
    }

    private UnreadableDatasetException corrupt(String what) {
        return new UnreadableDatasetException(
                Finding.error("CORRUPT_XLSX", "the workbook is damaged or cut off: " + what).in(dataset)
                        .remedy("open it in Excel, save it and deliver it again"));
    }
}
