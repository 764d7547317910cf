package org.tabularium.render;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// How wide a table's columns are on a page, by how wide they want to be ([MeasuredColumns]).
///
/// Numbers are never broken. A table is as wide as the page: where the natural widths fit, columns share what is left; else
/// columns of numbers get the comfortable or the least width, and texts share the rest so that the rows become low
/// ([LowestRows]). Where even the least widths are too wide, the table is split between columns, with as many of them on a page
/// as fit.
public final class ColumnWidths {

    /// Blank on each side of a column.
    public static final double PADDING = 3;
    /// Indentation of a label by level.
    public static final double INDENT = 10;
    /// Further indentation of a label's second and following lines.
    public static final double HANGING = 8;

    private static final double STUB_SHARE = 0.42;
    private static final double LEAST_STUB_SHARE = 0.25;
    private static final double GROWTH = 1.5;
    /// Columns of numbers are as narrow as they can be where that makes the rows so much lower.
    private static final double WORTH_NARROW = 0.95;
    /// They stand closer where that makes the rows so much lower.
    private static final double WORTH_CLOSE = 0.98;
    /// What a column of numbers below a header gets of the room that is left.
    private static final double AIR = 8;
    private static final int MOST_HEADER_LINES = 6;

    private final Display table;
    private final ToDoubleFunction<String> body;
    private final int columns;
    private final MeasuredColumns measured;
    private final double[] natural;
    private final double[] comfortable;
    private final double[] least;
    /// By the page's width: it is asked for to choose the paper, and again for the paper that was chosen.
    private final Map<Double, double[]> known = new HashMap<>();

    /// @param table with printable texts
    /// @param body how wide a text is in the font of the rows
    /// @param head how wide it is in that of the header
    public ColumnWidths(Display table, ToDoubleFunction<String> body, ToDoubleFunction<String> head) {
        this.table = table;
        this.body = body;
        this.columns = table.columns().size();
        this.measured = new MeasuredColumns(table, body, head);
        this.natural = measured.natural;
        this.comfortable = measured.comfortable;
        this.least = measured.least;
    }

    /// The width of a column's numbers, from the widest part up to the units digit to the widest part behind it.
    public double units(int column) {
        return measured.units(column);
    }

    /// Where the units digits end in a column of so much room. A typical number stands in the middle, as far as the longest
    /// allow.
    public double unitsEnd(int column, double room) {
        double left = room - gapBehind(column, room);
        double free = left - units(column);
        return measured.unitsLeft[column]
                + Math.min(free, (left - measured.unitsLeft[column] - measured.typicalRight[column]) / 2);
    }

    /// What of a column's room is left free behind it, since columns below another header follow.
    public double gapBehind(int column, double room) {
        return Math.clamp(room - units(column), 0, measured.gapBehind[column]);
    }

    /// Whether the table stands on a page of this width without being split.
    public boolean fits(double width) {
        return sum(leastOn(width)) <= width;
    }

    /// Whether it does with some air.
    public boolean isComfortable(double width) {
        double[] widths = comfortable.clone();
        for (int column = 0; column < columns; column++) {
            widths[column] = isStub(column)
                    ? Math.min(natural[column], Math.max(least[column], width * STUB_SHARE))
                    : widths[column];
        }
        return sum(widths) <= width;
    }

    /// The widths for a page; their sum is the page's width or, for a table that is to be split, more.
    public double[] on(double width) {
        return known.computeIfAbsent(width, this::widthsOn).clone();
    }

    private double[] widthsOn(double width) {
        if (sum(natural) <= width) {
            double[] roomy = natural.clone();
            grow(roomy, width);
            return roomy;
        }
        double[] smallest = leastOn(width);
        if (sum(smallest) > width) {
            return split(smallest, width);
        }
        double[] widths = table.rows().stream().allMatch(row -> row.kind() == TableRow.Kind.MESSAGE)
                ? lowHeader(smallest, width)
                : lowest(smallest, width).widths();
        grow(widths, width);
        return widths;
    }

    /// A table that only says that there is nothing has no rows to be low: its header is.
    private double[] lowHeader(double[] smallest, double width) {
        for (int lines = 2; lines <= MOST_HEADER_LINES; lines++) {
            double[] widths = smallest.clone();
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], measured.headed(column, lines));
            }
            if (sum(widths) <= width) {
                return widths;
            }
        }
        return smallest;
    }

    /// Columns of numbers with air between them, comfortable ones, or the narrowest: the widest that fit, but narrower ones where
    /// the rows become much lower by it.
    private LowestRows.Widths lowest(double[] smallest, double width) {
        LowestRows.Widths lowest = new LowestRows.Widths(smallest, Double.POSITIVE_INFINITY);
        double before = Double.POSITIVE_INFINITY;
        List<double[]> all = List.of(numbers(smallest, MeasuredColumns.NUMBERS_APART),
                numbers(smallest, MeasuredColumns.NUMBERS_APART / 2), numbers(smallest, 0),
                smallest);
        for (int i = 0; i < all.size(); i++) {
            double[] numbers = all.get(i);
            if (sum(numbers) <= width && sum(numbers) < before) {
                LowestRows.Widths narrower = LowestRows.of(table, body, numbers, natural, width);
                double worth = i == all.size() - 1 ? WORTH_NARROW : WORTH_CLOSE;
                lowest = narrower.height() < worth * lowest.height() ? narrower : lowest;
                before = sum(numbers);
            }
        }
        return lowest;
    }

    private double[] numbers(double[] smallest, double apart) {
        double[] numbers = smallest.clone();
        for (int column = 0; column < columns; column++) {
            numbers[column] = measured.isNumeric(column)
                    ? Math.max(smallest[column], comfortable[column] + apart)
                    : smallest[column];
        }
        return numbers;
    }

    private double[] leastOn(double width) {
        double[] widths = least.clone();
        for (int column = 0; column < columns; column++) {
            if (column == 0 && isStub(0) && columns > 1) {
                // A label is not squeezed to its widest word, or each of them would take many lines.
                widths[0] = Math.max(least[0], Math.min(natural[0], width * LEAST_STUB_SHARE / table.stubColumns()));
            }
        }
        return widths;
    }

    /// As many columns on a page as fit, and as many on each: the columns of numbers grow to fill it.
    private double[] split(double[] smallest, double width) {
        double[] widths = smallest.clone();
        double stub = 0;
        for (int column = 0; column < columns; column++) {
            double most = isStub(column) ? width * STUB_SHARE / table.stubColumns() : width - stub;
            widths[column] = Math.min(widths[column], most);
            stub += isStub(column) ? widths[column] : 0;
        }
        int others = columns - Math.min(columns, table.stubColumns());
        double widest = 0;
        for (int column = 0; column < columns; column++) {
            widest = isStub(column) ? widest : Math.max(widest, widths[column]);
        }
        int onPage = (int) Math.max(1, Math.floor((width - stub) / Math.max(1, widest)));
        int slices = (others + onPage - 1) / onPage;
        double each = (width - stub) / Math.ceil((double) others / Math.max(1, slices));
        for (int column = 0; column < columns; column++) {
            widths[column] = isStub(column) || each < widest ? widths[column] : each;
        }
        return widths;
    }

    private boolean isStub(int column) {
        return column < table.stubColumns();
    }

    /// Fills the page: columns of numbers become equally wide where that fits and grow up to a limit, those below headers over
    /// several of them by some air, the stub takes the rest; without such columns, and in a listing, all share alike.
    private void grow(double[] widths, double width) {
        double widest = 0;
        int numeric = 0;
        for (int column = 0; column < columns; column++) {
            if (measured.isNumeric(column)) {
                widest = Math.max(widest, widths[column]);
                numeric++;
            }
        }
        double others = sum(widths);
        for (int column = 0; column < columns; column++) {
            others -= measured.isNumeric(column) ? widths[column] : 0;
        }
        boolean spans = table.columns().stream().anyMatch(column -> !column.span().isEmpty());
        if (!spans && numeric > 0 && others + numeric * widest <= width) {
            double each = Math.min(widest * GROWTH, (width - others) / numeric);
            for (int column = 0; column < columns; column++) {
                widths[column] = measured.isNumeric(column) ? each : widths[column];
            }
        }
        if (spans) {
            levelOut(widths, width);
            double air = Math.clamp((width - sum(widths)) / 2 / Math.max(1, numeric), 0, AIR);
            for (int column = 0; column < columns; column++) {
                widths[column] += measured.isNumeric(column) ? air : 0;
            }
        }
        boolean toStub = table.kind() != Display.Kind.LISTING && numeric > 0 && table.stubColumns() > 0
                && table.columns().getFirst().align() == Align.LEFT;
        int sharing = toStub ? Math.min(columns, table.stubColumns()) : columns;
        double rest = (width - sum(widths)) / sharing;
        for (int column = 0; column < sharing; column++) {
            widths[column] += rest;
        }
    }

    /// Columns below one header that no other header has (the levels of a shift) become equally wide where that fits.
    private void levelOut(double[] widths, double width) {
        List<TableColumn> headers = table.columns();
        for (int first = 0, end; first < columns; first = end) {
            String span = headers.get(first).span();
            end = first + 1;
            while (end < columns && headers.get(end).span().equals(span)) {
                end++;
            }
            boolean own = !span.isEmpty() && headers.subList(first, end).stream().allMatch(
                    column -> headers.stream().filter(other -> other.header().equals(column.header())).count() == 1);
            double widest = Arrays.stream(widths, first, end).max().orElse(0);
            double more = (end - first) * widest - sum(Arrays.copyOfRange(widths, first, end));
            if (own && sum(widths) + more <= width) {
                Arrays.fill(widths, first, end, widest);
            }
        }
    }

    public static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
