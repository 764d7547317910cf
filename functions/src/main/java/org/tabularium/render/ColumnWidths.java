package org.tabularium.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// How wide a table's columns want to be, and how wide they are on a page.
///
/// Numbers are never broken. A column has a natural width (nothing wraps), a comfortable one (its header has a few lines, its
/// text some room) and a least one (no word is broken that is not very long). A table is as wide as the page: where the natural
/// widths fit, columns share what is left; else columns of numbers get the comfortable or the least width, and texts share the
/// rest so that the rows become low ([LowestRows]). Where even the least widths are too wide, the table is split between columns,
/// with as many of them on a page as fit.
public final class ColumnWidths {

    /// Blank on each side of a column.
    public static final double PADDING = 3;
    /// Indentation of a label by level.
    public static final double INDENT = 10;
    /// Further indentation of a label's second and following lines.
    public static final double HANGING = 8;

    /// A word wider than this is broken before a table is split.
    private static final double LONGEST_WORD = 110;
    private static final int COMFORTABLE_LINES = 4;
    /// What parts the columns below one header from those below the next.
    private static final double SPAN_GAP = 8;
    private static final double LEAST_SPAN_GAP = 4;
    /// How much wider columns comfortably become so that the header over them is not broken.
    private static final double SPAN_GROWTH = 1.4;
    private static final double STUB_SHARE = 0.42;
    private static final double LEAST_STUB_SHARE = 0.25;
    private static final double GROWTH = 1.5;
    /// Columns of numbers are as narrow as they can be where that makes the rows so much lower.
    private static final double WORTH_NARROW = 0.95;
    /// They stand closer where that makes the rows so much lower.
    private static final double WORTH_CLOSE = 0.98;
    private static final double STEP = 4;
    /// What parts the numbers of neighbouring columns besides their blanks, where there is room: a blank apart they read as one.
    private static final double NUMBERS_APART = 6;
    /// What a column of numbers below a header gets of the room that is left.
    private static final double AIR = 8;

    private final Display table;
    private final ToDoubleFunction<String> body;
    private final ToDoubleFunction<String> head;
    private final int columns;
    private final double[] natural;
    private final double[] comfortable;
    private final double[] least;
    private final double[] unitsLeft;
    private final double[] unitsRight;
    private final double[] typicalRight;
    /// What parts a column from the next header's, behind its numbers.
    private final double[] gapBehind;
    /// By the page's width: it is asked for to choose the paper, and again for the paper that was chosen.
    private final Map<Double, double[]> known = new HashMap<>();

    /// @param table with printable texts
    /// @param body how wide a text is in the font of the rows
    /// @param head how wide it is in that of the header
    public ColumnWidths(Display table, ToDoubleFunction<String> body, ToDoubleFunction<String> head) {
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
    public double units(int column) {
        return unitsLeft[column] + unitsRight[column];
    }

    /// Where the units digits end in a column of so much room. A typical number stands in the middle, as far as the longest
    /// allow.
    public double unitsEnd(int column, double room) {
        double left = room - gapBehind(column, room);
        double free = left - units(column);
        return unitsLeft[column] + Math.min(free, (left - unitsLeft[column] - typicalRight[column]) / 2);
    }

    /// What of a column's room is left free behind it, since columns below another header follow.
    public double gapBehind(int column, double room) {
        return Math.clamp(room - units(column), 0, gapBehind[column]);
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
        double[] widths = lowest(smallest, width).widths();
        grow(widths, width);
        return widths;
    }

    /// Columns of numbers with air between them, comfortable ones, or the narrowest: the widest that fit, but narrower ones where
    /// the rows become much lower by it.
    private LowestRows.Widths lowest(double[] smallest, double width) {
        LowestRows.Widths lowest = new LowestRows.Widths(smallest, Double.POSITIVE_INFINITY);
        double before = Double.POSITIVE_INFINITY;
        List<double[]> all = List.of(numbers(smallest, NUMBERS_APART), numbers(smallest, NUMBERS_APART / 2), numbers(smallest, 0),
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
            numbers[column] = isNumeric(column) ? Math.max(smallest[column], comfortable[column] + apart) : smallest[column];
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
                double indent = column == 0 ? row.indent() * INDENT : 0;
                double width = row.isLabelAlone() ? widestPart(words, body) : widest(words, body);
                text = Math.max(text, indent + width);
                // A text that is no wider than the widest part so far has no wider part.
                if (indent + HANGING + width > part) {
                    part = Math.max(part, indent + (indent > 0 || column == 0 ? HANGING : 0) + widestPart(words, body));
                }
            }
        }
        Collections.sort(rights);
        typicalRight[column] = rights.isEmpty() ? 0 : rights.get(rights.size() * 3 / 4);
        double headed = Math.max(least[column], headerOf(header.header(), COMFORTABLE_LINES));
        comfortable[column] = Math.max(Math.max(headed, units(column)), Math.min(Math.max(part, text), LONGEST_WORD))
                + 2 * PADDING;
        natural[column] = Math.max(Math.max(natural[column], units(column)), text) + 2 * PADDING;
        double tight = natural[column];
        natural[column] += isNumeric(column) ? NUMBERS_APART : 0;
        least[column] = Math.min(tight, Math.max(Math.max(least[column], part), units(column)) + 2 * PADDING);
    }

    /// The least width at which a header has so many lines, or one more than its own breaks make.
    private double headerOf(String header, int most) {
        int lines = Math.max(most, header.split("\n", -1).length + 1);
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
            double roomy = SPAN_GROWTH * sum(Arrays.copyOfRange(comfortable, first, last + 1));
            spread(natural, first, last, widest(span, head));
            spread(comfortable, first, last,
                    Math.max(headerOf(span, COMFORTABLE_LINES), Math.min(widest(span, head), roomy - 2 * PADDING)));
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
        double lacking = wanted + 2 * PADDING;
        for (int column = first; column <= last; column++) {
            lacking -= widths[column];
        }
        for (int column = first; column <= last && lacking > 0; column++) {
            widths[column] += lacking / (last - first + 1);
        }
    }

    private boolean isNumeric(int column) {
        return table.columns().get(column).align() == Align.DECIMAL;
    }

    /// Fills the page: columns of numbers become equally wide where that fits and grow up to a limit, those below headers over
    /// several of them by some air, the stub takes the rest; without such columns, and in a listing, all share alike.
    private void grow(double[] widths, double width) {
        double widest = 0;
        int numeric = 0;
        for (int column = 0; column < columns; column++) {
            if (isNumeric(column)) {
                widest = Math.max(widest, widths[column]);
                numeric++;
            }
        }
        double others = sum(widths);
        for (int column = 0; column < columns; column++) {
            others -= isNumeric(column) ? widths[column] : 0;
        }
        boolean spans = table.columns().stream().anyMatch(column -> !column.span().isEmpty());
        if (!spans && numeric > 0 && others + numeric * widest <= width) {
            double each = Math.min(widest * GROWTH, (width - others) / numeric);
            for (int column = 0; column < columns; column++) {
                widths[column] = isNumeric(column) ? each : widths[column];
            }
        }
        if (spans) {
            levelOut(widths, width);
            double air = Math.clamp((width - sum(widths)) / 2 / Math.max(1, numeric), 0, AIR);
            for (int column = 0; column < columns; column++) {
                widths[column] += isNumeric(column) ? air : 0;
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
