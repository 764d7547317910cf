package org.tabularium.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tabularium.table.display.TableRow;

/// How many lines the texts of a column take at a width. A text that comes in several rows is measured once, and all texts are
/// counted once a width: widths are tried again and again.
final class ColumnLines {

    private final ToDoubleFunction<String> style;
    private final List<Words> texts = new ArrayList<>();
    private final int[] textOf;
    private final Map<Double, int[]> known = new HashMap<>();

    /// The widths of a text's words with the blanks behind them and without; a negative width ends a line.
    ///
    /// @param first the blank before the first line
    /// @param others that before the others
    /// @param whole the room in which the text has one line
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Words(double[] widths, double[] bare, double first, double others, double whole) {}

    /// A text as it is drawn.
    private record Indented(String text, double indent, double hanging) {}

    /// @param numeric whether numbers, which are never broken, count as one line
    ColumnLines(List<TableRow> rows, int column, boolean numeric, ToDoubleFunction<String> style) {
        this.style = style;
        this.textOf = new int[rows.size()];
        Map<Indented, Integer> places = new HashMap<>();
        double hanging = column == 0 ? ColumnWidths.HANGING : 0;
        for (int row = 0; row < textOf.length; row++) {
            TableRow of = rows.get(row);
            String text = column < of.cells().size() ? of.cells().get(column).text() : "";
            boolean number = numeric && UnitsDigit.end(text) >= 0;
            double indent = column == 0 ? of.indent() * ColumnWidths.INDENT : 0;
            textOf[row] = places.computeIfAbsent(new Indented(number ? "" : text, indent, hanging), this::added);
        }
    }

    /// For each row which of the different texts stands in it; not to be changed.
    int[] textOf() {
        return textOf;
    }

    /// The lines of each of the different texts; not to be changed.
    int[] at(double width) {
        return known.computeIfAbsent(width, this::counted);
    }

    /// How many rows have at most so many lines.
    int low(double width, int most) {
        int[] lines = at(width);
        int low = 0;
        for (int text : textOf) {
            low += lines[text] <= most ? 1 : 0;
        }
        return low;
    }

    private int added(Indented indented) {
        texts.add(indented.text.isEmpty() ? new Words(new double[0], new double[0], 0, 0, 0) : words(indented));
        return texts.size() - 1;
    }

    private Words words(Indented indented) {
        List<Double> words = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        String[] paragraphs = indented.text.split("\n", -1);
        for (String paragraph : paragraphs) {
            for (String part : Wrap.parts(paragraph)) {
                double width = style.applyAsDouble(part);
                String stripped = part.stripTrailing();
                words.add(width);
                bare.add(stripped.length() < part.length() ? style.applyAsDouble(stripped) : width);
            }
            words.add(-1.0);
            bare.add(-1.0);
        }
        double[] widths = array(words);
        double[] stripped = array(bare);
        double whole = paragraphs.length > 1 ? Double.POSITIVE_INFINITY : whole(widths, stripped, indented.indent);
        return new Words(widths, stripped, indented.indent, indented.indent + indented.hanging, whole);
    }

    private static double whole(double[] widths, double[] bare, double first) {
        double used = first;
        double whole = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            whole = i > 0 ? Math.max(whole, used + bare[i]) : whole;
            used += widths[i];
        }
        return whole;
    }

    private static double[] array(List<Double> numbers) {
        double[] array = new double[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }

    private int[] counted(double width) {
        double room = width - 2 * ColumnWidths.PADDING + 1e-6;
        int[] counted = new int[texts.size()];
        for (int text = 0; text < counted.length; text++) {
            Words words = texts.get(text);
            counted[text] = words.whole <= room ? 1 : count(words, room);
        }
        return counted;
    }

    private static int count(Words words, double room) {
        int count = 1;
        double used = words.first;
        boolean begun = false;
        for (int i = 0; i < words.widths.length; i++) {
            if (words.widths[i] < 0) {
                count += i < words.widths.length - 1 ? 1 : 0;
                used = words.others;
                begun = false;
            } else if (begun && used + words.bare[i] > room) {
                count++;
                used = words.others + words.widths[i];
            } else {
                used += words.widths[i];
                begun = true;
            }
        }
        return count;
    }
}
