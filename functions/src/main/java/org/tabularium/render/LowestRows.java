package org.tabularium.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableRow;

/// Shares a page's width among columns of text so that the rows become low: again and again the column whose widening saves most
/// lines for its points is widened. So no narrow column makes three lines of every row while another has room to spare.
///
/// Long tables are judged by some of their rows, spread evenly.
final class LowestRows {

    private static final int SAMPLE = 300;
    private static final double STEP = 5;
    private static final int[] STEPS = {1, 2, 3, 4, 6, 8, 12, 16};
    private static final int MOST_LINES = 4;
    private static final double[] SHARES = {1, 0.97, 0.93, 0.87, 0.8, 0.7};
    private static final int[] TRADES = {1, 2, 4, 8};
    private static final int MOST_TRADES = 40;
    /// What a line is worth that is saved in a cell but not in its row: it may be saved there by the next step.
    private static final double IN_CELL = 0.05;

    private final int columns;
    private final double[] widths;
    private final List<ColumnLines> cells = new ArrayList<>();
    /// For each column which of its texts stands in a row.
    private final int[][] texts;
    /// The lines of the texts of each column as wide as it is now.
    private final int[][] lines;
    private final int rows;

    private LowestRows(Display table, ToDoubleFunction<String> style, double[] start) {
        this.columns = start.length;
        this.widths = start.clone();
        List<TableRow> sample = sample(table.rows());
        this.rows = sample.size();
        this.texts = new int[columns][];
        this.lines = new int[columns][];
        for (int column = 0; column < columns; column++) {
            boolean numeric = table.columns().get(column).align() == Align.DECIMAL;
            cells.add(new ColumnLines(sample, column, numeric, style));
            texts[column] = cells.get(column).textOf();
            lines[column] = cells.get(column).at(widths[column]);
        }
    }

    /// Widths and the lines of the rows that were looked at.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Widths(double[] widths, double height) {}

    /// The widths, from these on, of which none becomes wider than natural.
    ///
    /// Rows are as low as their highest cell, so that widening one column alone may gain nothing: so widths are tried that give
    /// most cells of all columns at most one, two, three lines as well, and those in which the narrowest columns have one line
    /// while the others share what is left: short words ("Dose not changed") break in all rows else, for the few long texts of
    /// another column.
    static Widths of(Display table, ToDoubleFunction<String> style, double[] start, double[] natural, double width) {
        LowestRows lowest = new LowestRows(table, style, start);
        lowest.improve(start, natural, width);
        Widths best = new Widths(lowest.widths.clone(), lowest.height());
        for (double share : SHARES) {
            double[] line = lowest.widthsFor(1, share, start, natural);
            List<Integer> narrowest = IntStream.range(0, line.length).boxed()
                    .sorted(Comparator.comparingDouble(column -> line[column])).toList();
            for (int most = 1; most <= MOST_LINES; most++) {
                double[] tried = lowest.widthsFor(most, share, start, natural);
                for (int alone = 0; alone <= (most == 1 ? 0 : narrowest.size()); alone++) {
                    if (alone > 0) {
                        tried[narrowest.get(alone - 1)] = line[narrowest.get(alone - 1)];
                    }
                    best = lowest.better(best, tried, start, natural, width);
                }
            }
        }
        return best;
    }

    /// The better of some widths and of those that are tried, improved.
    private Widths better(Widths best, double[] tried, double[] start, double[] natural, double width) {
        if (ColumnWidths.sum(tried) > width) {
            return best;
        }
        setAll(tried);
        if (height() >= best.height) {
            return best;
        }
        improve(start, natural, width);
        return new Widths(widths.clone(), height());
    }

    private void improve(double[] start, double[] natural, double width) {
        double room = width - ColumnWidths.sum(widths);
        for (double spent = widen(natural, room); spent > 0; spent = widen(natural, room)) {
            room -= spent;
        }
        for (int trade = 0; trade < MOST_TRADES && trade(start, natural, room); trade++) {
            room = width - ColumnWidths.sum(widths);
        }
    }

    /// The least widths at which so large a share of each column's cells has at most so many lines.
    private double[] widthsFor(int most, double share, double[] start, double[] natural) {
        double[] wanted = new double[columns];
        for (int column = 0; column < columns; column++) {
            double low = start[column];
            double high = Math.max(low, natural[column]);
            if (share(column, low, most) < share) {
                while (high - low > 1) {
                    double middle = (low + high) / 2;
                    if (share(column, middle, most) < share) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                low = high;
            }
            wanted[column] = low;
        }
        return wanted;
    }

    private double share(int column, double width, int most) {
        return rows == 0 ? 1 : (double) cells.get(column).low(width, most) / rows;
    }

    private void setAll(double[] tried) {
        for (int column = 0; column < columns; column++) {
            set(column, tried[column]);
        }
    }

    /// The lines of all sampled rows, and a little for those of each cell.
    private double height() {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += highest(row, -1);
            for (int column = 0; column < columns; column++) {
                sum += IN_CELL * lines(row, column);
            }
        }
        return sum;
    }

    private static List<TableRow> sample(List<TableRow> rows) {
        List<TableRow> sample = new ArrayList<>();
        int step = Math.max(1, rows.size() / SAMPLE);
        for (int row = 0; row < rows.size(); row += step) {
            if (rows.get(row).kind() != TableRow.Kind.MESSAGE && !rows.get(row).isLabelAlone()) {
                sample.add(rows.get(row));
            }
        }
        return sample;
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
            set(best, widths[best] + bestExtra);
        }
        return bestExtra;
    }

    /// Widens a column by what another gives up, where the rows become lower by it: the column that seemed worth most at first
    /// may have taken what another needs more.
    ///
    /// @return whether anything was gained
    private boolean trade(double[] least, double[] natural, double room) {
        int bestTo = -1;
        int bestFrom = -1;
        double bestExtra = 0;
        double bestGain = 1e-6;
        for (int from = 0; from < columns; from++) {
            for (int steps : TRADES) {
                double given = Math.min(steps * STEP, widths[from] - least[from]);
                if (given <= 0.01) {
                    continue;
                }
                double kept = widths[from];
                int[] linesKept = lines[from];
                double lost = -gain(from, kept - given);
                set(from, kept - given);
                for (int to = 0; to < columns; to++) {
                    double extra = Math.min(given + room, natural[to] - widths[to]);
                    double gain = to == from || extra <= 0.01 ? 0 : gain(to, widths[to] + extra) - lost;
                    if (gain > bestGain) {
                        bestTo = to;
                        bestFrom = from;
                        bestExtra = given;
                        bestGain = gain;
                    }
                }
                widths[from] = kept;
                lines[from] = linesKept;
            }
        }
        if (bestTo >= 0) {
            set(bestFrom, widths[bestFrom] - bestExtra);
            set(bestTo, widths[bestTo] + Math.min(bestExtra + room, natural[bestTo] - widths[bestTo]));
        }
        return bestTo >= 0;
    }

    private void set(int column, double width) {
        widths[column] = width;
        lines[column] = cells.get(column).at(width);
    }

    private int lines(int row, int column) {
        return lines[column][texts[column][row]];
    }

    private double gain(int column, double width) {
        int[] at = cells.get(column).at(width);
        int[] text = texts[column];
        int[] before = lines[column];
        double gain = 0;
        for (int row = 0; row < rows; row++) {
            int now = before[text[row]];
            int then = at[text[row]];
            if (now != then) {
                int others = highest(row, column);
                gain += IN_CELL * (now - then) + Math.max(now, others) - Math.max(then, others);
            }
        }
        return gain;
    }

    /// The lines of a row's highest cell but that of one column.
    private int highest(int row, int butFor) {
        int highest = 1;
        for (int column = 0; column < columns; column++) {
            if (column != butFor) {
                highest = Math.max(highest, lines[column][texts[column][row]]);
            }
        }
        return highest;
    }
}
