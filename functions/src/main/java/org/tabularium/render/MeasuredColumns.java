package org.tabularium.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// How wide a table's columns want to be: a natural width (nothing wraps), a comfortable one (the header has a few lines, text
/// some room) and a least one (no word is broken that is not very long).
final class MeasuredColumns {

    /// A word wider than this is broken before a table is split.
    private static final double LONGEST_WORD = 110;
    private static final int COMFORTABLE_LINES = 4;
    /// What parts the columns below one header from those below the next.
    private static final double SPAN_GAP = 8;
    private static final double LEAST_SPAN_GAP = 4;
    /// How much wider columns comfortably become so that the header over them is not broken.
    private static final double SPAN_GROWTH = 1.4;
    private static final double STEP = 4;
    /// What parts the numbers of neighbouring columns besides their blanks, where there is room: a blank apart they read as one.
    static final double NUMBERS_APART = 6;

    private final Display table;
    private final ToDoubleFunction<String> body;
    private final ToDoubleFunction<String> head;
    private final int columns;
    final double[] natural;
    final double[] comfortable;
    final double[] least;
    final double[] unitsLeft;
    final double[] unitsRight;
    final double[] typicalRight;
    /// What parts a column from the next header's, behind its numbers.
    final double[] gapBehind;

    /// @param table with printable texts
    /// @param body how wide a text is in the font of the rows
    /// @param head how wide it is in that of the header
    MeasuredColumns(Display table, ToDoubleFunction<String> body, ToDoubleFunction<String> head) {
        this.table = table;
        this.body = body;
        this.head = head;
        this.columns = table.columns().size();
        this.natural = new double[columns];
        this.comfortable = new double[columns];
        this.least = new double[columns];
        this.unitsLeft = new double[columns];
        this.unitsRight = new double[columns];
        this.typicalRight = new double[columns];
        this.gapBehind = new double[columns];
        for (int column = 0; column < columns; column++) {
            measure(column);
        }
        spreadSpans();
    }

    /// The width of a column's numbers, from the widest part up to the units digit to the widest part behind it.
    double units(int column) {
        return unitsLeft[column] + unitsRight[column];
    }

    boolean isNumeric(int column) {
        return table.columns().get(column).align() == Align.DECIMAL;
    }

    private void measure(int column) {
        TableColumn header = table.columns().get(column);
        natural[column] = widest(header.header(), head);
        least[column] = widestPart(header.header(), head);
        double text = 0;
        double part = 0;
        List<Double> rights = new ArrayList<>();
        for (TableRow row : table.rows()) {
            if (row.kind() == TableRow.Kind.MESSAGE || column >= row.cells().size()) {
                continue;
            }
            String words = row.cells().get(column).text();
            int units = header.align() == Align.DECIMAL ? UnitsDigit.end(words) : -1;
            if (units >= 0) {
                unitsLeft[column] = Math.max(unitsLeft[column], body.applyAsDouble(words.substring(0, units)));
                double right = body.applyAsDouble(words.substring(units));
                unitsRight[column] = Math.max(unitsRight[column], right);
                rights.add(right);
            } else {
                double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
                double width = row.isLabelAlone() ? widestPart(words, body) : widest(words, body);
                text = Math.max(text, indent + width);
                // A text that is no wider than the widest part so far has no wider part.
                if (indent + ColumnWidths.HANGING + width > part) {
                    part = Math.max(part,
                            indent + (indent > 0 || column == 0 ? ColumnWidths.HANGING : 0) + widestPart(words, body));
                }
            }
        }
        Collections.sort(rights);
        typicalRight[column] = rights.isEmpty() ? 0 : rights.get(rights.size() * 3 / 4);
        double headed = Math.max(least[column], headerOf(header.header(), COMFORTABLE_LINES));
        comfortable[column] = Math.max(Math.max(headed, units(column)), Math.min(Math.max(part, text), LONGEST_WORD))
                + 2 * ColumnWidths.PADDING;
        natural[column] = Math.max(Math.max(natural[column], units(column)), text) + 2 * ColumnWidths.PADDING;
        double tight = natural[column];
        natural[column] += isNumeric(column) ? NUMBERS_APART : 0;
        least[column] = Math.min(tight, Math.max(Math.max(least[column], part), units(column)) + 2 * ColumnWidths.PADDING);
    }

    /// A column's least width, with its blanks, at which its header has so many lines, or those that its own breaks make.
    double headed(int column, int most) {
        String header = table.columns().get(column).header();
        return withLines(header, Math.max(most, header.split("\n", -1).length)) + 2 * ColumnWidths.PADDING;
    }

    /// The least width at which a header has so many lines, or one more than its own breaks make.
    private double headerOf(String header, int most) {
        return withLines(header, Math.max(most, header.split("\n", -1).length + 1));
    }

    private double withLines(String header, int lines) {
        double width = widestPart(header, head);
        double whole = widest(header, head);
        while (width < whole && Wrap.lines(header, width, width, head).size() > lines) {
            width += STEP;
        }
        return Math.min(width, whole);
    }

    private double widestPart(String text, ToDoubleFunction<String> style) {
        return Math.min(LONGEST_WORD, Wrap.widestPart(text, style));
    }

    private double widest(String text, ToDoubleFunction<String> style) {
        if (text.indexOf('\n') < 0) {
            return style.applyAsDouble(text);
        }
        double widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, style.applyAsDouble(line));
        }
        return widest;
    }

    /// Makes columns wide enough for the header over them.
    private void spreadSpans() {
        List<TableColumn> headers = table.columns();
        for (int first = 0, last; first < columns; first = last + 1) {
            String span = headers.get(first).span();
            last = first;
            while (last + 1 < columns && !span.isEmpty() && headers.get(last + 1).span().equals(span)) {
                last++;
            }
            if (last > first) {
                partFromNext(last);
                if (first > 0 && headers.get(first - 1).span().isEmpty() && isNumeric(first - 1)) {
                    partFromNext(first - 1);
                }
            }
            double roomy = SPAN_GROWTH * ColumnWidths.sum(Arrays.copyOfRange(comfortable, first, last + 1));
            spread(natural, first, last, widest(span, head));
            spread(comfortable, first, last,
                    Math.max(headerOf(span, COMFORTABLE_LINES), Math.min(widest(span, head), roomy - 2 * ColumnWidths.PADDING)));
            spread(least, first, last, widestPart(span, head));
        }
    }

    private void partFromNext(int column) {
        natural[column] += SPAN_GAP;
        comfortable[column] += SPAN_GAP;
        least[column] += LEAST_SPAN_GAP;
        gapBehind[column] = column < columns - 1 ? SPAN_GAP : 0;
    }

    private static void spread(double[] widths, int first, int last, double wanted) {
        double lacking = wanted + 2 * ColumnWidths.PADDING;
        for (int column = first; column <= last; column++) {
            lacking -= widths[column];
        }
        for (int column = first; column <= last && lacking > 0; column++) {
            widths[column] += lacking / (last - first + 1);
        }
    }
}
