package org.tabularium.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tabularium.table.Align;
import org.tabularium.table.Display;
import org.tabularium.table.TableRow;

/// Shares a page's width among columns of text so that the rows become low: again and again the column whose widening saves most
/// lines for its points is widened. So no narrow column makes three lines of every row while another has room to spare.
///
/// Long tables are judged by some of their rows, spread evenly.
final class LowestRows {

    private static final int SAMPLE = 300;
    private static final double STEP = 5;
    private static final int[] STEPS = {1, 2, 3, 4, 6, 8, 12, 16};
    /// What a line is worth that is saved in a cell but not in its row: it may be saved there by the next step.
    private static final double IN_CELL = 0.02;

    private final int columns;
    private final double[] widths;
    /// The widths of the words of each cell by column and sampled row; a negative width ends a line.
    private final List<List<double[]>> cells = new ArrayList<>();
    private final int[][] lines;
    private final int rows;

    private LowestRows(Display table, ToDoubleFunction<String> style, double[] start) {
        this.columns = start.length;
        this.widths = start.clone();
        List<TableRow> sample = sample(table.rows());
        this.rows = sample.size();
        this.lines = new int[columns][rows];
        for (int column = 0; column < columns; column++) {
            boolean numeric = table.columns().get(column).align() == Align.DECIMAL;
            List<double[]> words = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                words.add(words(sample.get(row), column, numeric, style));
                lines[column][row] = count(words.get(row), widths[column]);
            }
            cells.add(words);
        }
    }

    /// The widths, from these on, of which none becomes wider than natural.
    static double[] of(Display table, ToDoubleFunction<String> style, double[] start, double[] natural, double width) {
        LowestRows lowest = new LowestRows(table, style, start);
        double room = width - ColumnWidths.sum(start);
        for (double spent = lowest.widen(natural, room); spent > 0; spent = lowest.widen(natural, room)) {
            room -= spent;
        }
        return lowest.widths;
    }

    private static List<TableRow> sample(List<TableRow> rows) {
        List<TableRow> sample = new ArrayList<>();
        int step = Math.max(1, rows.size() / SAMPLE);
        for (int row = 0; row < rows.size(); row += step) {
            if (rows.get(row).kind() != TableRow.Kind.MESSAGE) {
                sample.add(rows.get(row));
            }
        }
        return sample;
    }

    private static double[] words(TableRow row, int column, boolean numeric, ToDoubleFunction<String> style) {
        String text = column < row.cells().size() ? row.cells().get(column).text() : "";
        if (text.isEmpty() || (numeric && UnitsDigit.end(text) >= 0)) {
            return new double[0];
        }
        double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
        List<Double> words = new ArrayList<>();
        words.add(indent);
        for (String paragraph : text.split("\n", -1)) {
            for (String part : Wrap.parts(paragraph)) {
                words.add(style.applyAsDouble(part));
            }
            words.add(-1.0);
        }
        return words.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int count(double[] words, double width) {
        double room = width - 2 * ColumnWidths.PADDING;
        int count = 1;
        double used = 0;
        for (int i = 0; i < words.length; i++) {
            if (words[i] < 0) {
                count += i < words.length - 1 ? 1 : 0;
                used = 0;
            } else if (used > 0 && used + words[i] > room + 2) {
                count++;
                used = words[i];
            } else {
                used += words[i];
            }
        }
        return count;
    }

    /// Widens the column that is worth it most.
    ///
    /// @return by how much; 0 where nothing is gained
    private double widen(double[] natural, double room) {
        int best = -1;
        double bestExtra = 0;
        double bestWorth = 0;
        for (int column = 0; column < columns; column++) {
            for (int steps : STEPS) {
                double extra = Math.min(steps * STEP, natural[column] - widths[column]);
                if (extra > 0.01 && extra <= room) {
                    double worth = gain(column, widths[column] + extra) / extra;
                    if (worth > bestWorth + 1e-12) {
                        best = column;
                        bestExtra = extra;
                        bestWorth = worth;
                    }
                }
            }
        }
        if (best >= 0) {
            widths[best] += bestExtra;
            for (int row = 0; row < rows; row++) {
                lines[best][row] = count(cells.get(best).get(row), widths[best]);
            }
        }
        return bestExtra;
    }

    private double gain(int column, double width) {
        double gain = 0;
        for (int row = 0; row < rows; row++) {
            int now = lines[column][row];
            if (now > 1) {
                int then = count(cells.get(column).get(row), width);
                gain += IN_CELL * (now - then) + height(row, column, now) - height(row, column, then);
            }
        }
        return gain;
    }

    private int height(int row, int column, int ofColumn) {
        int height = ofColumn;
        for (int other = 0; other < columns; other++) {
            height = other == column ? height : Math.max(height, lines[other][row]);
        }
        return height;
    }
}
