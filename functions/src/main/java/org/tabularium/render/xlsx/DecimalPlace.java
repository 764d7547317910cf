package org.tabularium.render.xlsx;

import java.math.BigDecimal;
import org.tabularium.render.UnitsDigit;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableRow;

/// Where the numbers of a column stand: under each other by their units digit. A cell is aligned to the right, and its format
/// pads it by what the longest cell of the column has more behind the units digit; its value stays what it is.
///
/// Widths are in halves of a digit, which is what a blank and a decimal point take in Arial.
final class DecimalPlace {

    /// What is wider, in digits, is a text that begins with a number.
    private static final double WIDEST = 32;
    private static final String DIGIT = "_0";
    private static final String HALF = "_.";

    private final Align align;
    private double left;
    private double right;

    /// @param column its number
    DecimalPlace(Display table, int column) {
        align = table.columns().get(column).align();
        for (TableRow row : table.rows()) {
            if (row.kind() != TableRow.Kind.MESSAGE && column < row.cells().size() && holds(row.cells().get(column))) {
                String text = row.cells().get(column).text();
                int end = UnitsDigit.end(text);
                left = Math.max(left, halves(text, 0, end));
                right = Math.max(right, halves(text, end, text.length()));
            }
        }
    }

    /// Leaves a digit free behind the numbers.
    void standApart() {
        right += 2;
    }

    /// The format without what pads it.
    static String withoutPadding(String format) {
        return format.replace(DIGIT, "").replace(HALF, "");
    }

    /// Whether a cell of the column stands by its units digit.
    boolean holds(Cell cell) {
        boolean column = switch (align) {
            case DECIMAL, RIGHT -> !cell.text().isEmpty();
            case LEFT, CENTER -> cell.number() != null;
        };
        String text = cell.text();
        return column && UnitsDigit.end(text) >= 0 && halves(text, 0, text.length()) <= 2 * WIDEST;
    }

    /// What the column's numbers take, in digits.
    double width() {
        return (left + right) / 2;
    }

    /// Levels of indentation that put the numbers where the column's alignment wants them.
    ///
    /// @param room the column's width in digits
    /// @param level what a level takes
    int indent(double room, double level) {
        double free = Math.max(0, room - width());
        return switch (align) {
            case DECIMAL, CENTER -> (int) (free / 2 / level);
            case LEFT -> Math.max(0, (int) (free / level) - 1);
            case RIGHT -> 0;
        };
    }

    /// The format of a cell that [stands by its units digit][#holds].
    String format(Cell cell) {
        String text = cell.text();
        String padding = padding((int) Math.round(right - halves(text, UnitsDigit.end(text), text.length())));
        BigDecimal number = cell.number();
        if (number == null) {
            return Look.TEXT + padding;
        }
        String mark = cell.mark().isEmpty() ? "" : "\"" + cell.mark() + "\"";
        String positive = plain(number) + mark + padding;
        return text.startsWith("−") ? positive + ";\"−\"" + positive : positive;
    }

    /// The format of a number with its decimals.
    static String plain(BigDecimal number) {
        return number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0";
    }

    private static String padding(int halves) {
        return DIGIT.repeat(halves / 2) + HALF.repeat(halves % 2);
    }

    private static double halves(String text, int from, int to) {
        double halves = 0;
        for (int i = from; i < to; i++) {
            halves += halves(text.charAt(i));
        }
        return halves;
    }

    private static double halves(char c) {
        return switch (c) {
            case ' ', '.', ',', '/', '·', ':', ';', '[', ']', 'I', 'f', 't', '\u00a0', '\u202f', '\u2009' -> 1;
            case 'i', 'j', 'l' -> 0.8;
            case '(', ')', '-', 'r' -> 1.2;
            case '<', '>', '−', '+', '=', '±', '×' -> 2.1;
            case 'm', 'M' -> 3;
            case '%' -> 3.2;
            default -> Character.isUpperCase(c) ? 2.5 : 2;
        };
    }
}
