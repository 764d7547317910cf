package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tabularium.render.UnitsDigit;
import org.tabularium.table.Align;
import org.tabularium.table.Display;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// How wide a table's columns want to be, and how wide they are on a page.
///
/// Numbers are never broken. Text columns have three widths: natural (nothing wraps), comfortable (natural up to a limit) and
/// smallest (the widest
/// word). A table is as wide as the page: columns get their natural width and a share of what is left, or give up some of it;
/// where the smallest
/// widths are still too wide they get the comfortable ones and the table is split.
final class ColumnWidths {

    /// Blank on each side of a column.
    static final double PADDING = 5;
    /// Indentation of a label by level.
    static final double INDENT = 10;
    /// Further indentation of a label's second and following lines.
    static final double HANGING = 8;

    private static final double STUB_SHARE = 0.42;
    private static final double TEXT_LIMIT = 110;
    private static final double GROWTH = 1.5;
    private static final double LONG_TEXT = 400;

    private final Display table;
    private final Typeface typeface;
    private final Typeface.Style body;
    private final Typeface.Style head;
    private final int columns;
    private final double[] natural;
    private final double[] smallest;
    private final double[] unitsLeft;
    private final double[] unitsRight;
    private final double[] typicalRight;

    /// @param table with printable texts
    ColumnWidths(Display table, Typeface typeface, Typeface.Style body, Typeface.Style head) {
        this.table = table;
        this.typeface = typeface;
        this.body = body;
        this.head = head;
        this.columns = table.columns().size();
        this.natural = new double[columns];
        this.smallest = new double[columns];
        this.unitsLeft = new double[columns];
        this.unitsRight = new double[columns];
        this.typicalRight = new double[columns];
        for (int column = 0; column < columns; column++) {
            measure(column);
        }
        spreadSpans();
    }

    /// The width of a column's numbers, from the widest part up to the units digit to the widest part behind it.
    double units(int column) {
        return unitsLeft[column] + unitsRight[column];
    }

    /// Where the units digits end in a column of so much room. A typical number stands in the middle, as far as the longest
    /// allow.
    double unitsEnd(int column, double room) {
        double free = room - units(column);
        return unitsLeft[column] + Math.min(free, (room - unitsLeft[column] - typicalRight[column]) / 2);
    }

    /// Whether the table stands on a page of this width without more wrapping than is comfortable.
    boolean isComfortable(double width) {
        return sum(comfortable(width)) <= width;
    }

    /// The widths for a page; their sum is the page's width or, for a table that is to be split, more.
    double[] on(double width) {
        double[] widths = natural.clone();
        if (sum(natural) <= width) {
            grow(widths, width);
            return widths;
        }
        if (sum(smallest) <= width) {
            return shrunk(width);
        }
        double[] comfortable = comfortable(width);
        double room = width;
        for (int column = 0; column < columns; column++) {
            boolean stub = column < table.stubColumns();
            widths[column] = Math.min(comfortable[column], stub ? width * STUB_SHARE : room);
            room -= stub ? widths[column] : 0;
        }
        return widths;
    }

    private void measure(int column) {
        TableColumn header = table.columns().get(column);
        Align align = header.align();
        natural[column] = widest(header.header(), head);
        smallest[column] = Wrap.widestPart(header.header(), text -> typeface.width(text, head));
        List<Double> rights = new ArrayList<>();
        for (TableRow row : table.rows()) {
            if (row.kind() != TableRow.Kind.MESSAGE && column < row.cells().size()) {
                measure(column, align, row.cells().get(column).text(), column == 0 ? row.indent() * INDENT : 0, rights);
            }
        }
        Collections.sort(rights);
        typicalRight[column] = rights.isEmpty() ? 0 : rights.get(rights.size() * 3 / 4);
        natural[column] = Math.max(natural[column], units(column)) + 2 * PADDING;
        smallest[column] = Math.max(smallest[column], units(column)) + 2 * PADDING;
    }

    private void measure(int column, Align align, String text, double indent, List<Double> rights) {
        int units = align == Align.DECIMAL ? UnitsDigit.end(text) : -1;
        if (units >= 0) {
            unitsLeft[column] = Math.max(unitsLeft[column], typeface.width(text.substring(0, units), body));
            double right = typeface.width(text.substring(units), body);
            unitsRight[column] = Math.max(unitsRight[column], right);
            rights.add(right);
        } else {
            natural[column] = Math.max(natural[column], indent + widest(text, body));
            double part = Wrap.widestPart(text, words -> typeface.width(words, body));
            smallest[column] = Math.max(smallest[column], indent + (indent > 0 || column == 0 ? HANGING : 0) + part);
        }
    }

    private double widest(String text, Typeface.Style style) {
        double widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, typeface.width(line, style));
        }
        return widest;
    }

    /// Makes columns wide enough for the header over them.
    private void spreadSpans() {
        List<TableColumn> headers = table.columns();
        for (int first = 0, last; first < columns; first = last + 1) {
            String span = headers.get(first).span();
            last = first;
            double sum = natural[first];
            while (last + 1 < columns && !span.isEmpty() && headers.get(last + 1).span().equals(span)) {
                last++;
                sum += natural[last];
            }
            double lacking = widest(span, head) + 2 * PADDING - sum;
            for (int column = first; column <= last && lacking > 0; column++) {
                natural[column] += lacking / (last - first + 1);
            }
        }
    }

    private double[] comfortable(double width) {
        double[] widths = new double[columns];
        for (int column = 0; column < columns; column++) {
            double limit = column < table.stubColumns()
                    ? Math.max(TEXT_LIMIT, width * STUB_SHARE / Math.max(1, table.stubColumns()))
                    : TEXT_LIMIT;
            widths[column] = isNumeric(column) ? natural[column] : Math.max(smallest[column], Math.min(natural[column], limit));
        }
        return widths;
    }

    private boolean isNumeric(int column) {
        return table.columns().get(column).align() == Align.DECIMAL;
    }

    /// Every column gives up the same share of its natural width, but none more than down to its smallest: so the columns with
    /// the longest texts stay
    /// the widest and rows stay low.
    private double[] shrunk(double width) {
        double low = 0;
        double high = 1;
        double[] widths = smallest.clone();
        for (int step = 0; step < 30; step++) {
            double share = (low + high) / 2;
            for (int column = 0; column < columns; column++) {
                double wanted = isNumeric(column) ? natural[column] : Math.min(natural[column], LONG_TEXT);
                widths[column] = Math.max(smallest[column], share * wanted);
            }
            if (sum(widths) > width) {
                high = share;
            } else {
                low = share;
            }
        }
        double rest = (width - sum(widths)) / columns;
        for (int column = 0; column < columns; column++) {
            widths[column] += rest;
        }
        return widths;
    }

    /// Fills the page: columns of numbers become equally wide and grow up to a limit, the stub takes the rest; without such
    /// columns all share alike.
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
        if (numeric > 0 && others + numeric * widest <= width) {
            double each = Math.min(widest * GROWTH, (width - others) / numeric);
            for (int column = 0; column < columns; column++) {
                widths[column] = isNumeric(column) ? each : widths[column];
            }
        }
        boolean toStub = numeric > 0 && table.stubColumns() > 0;
        int sharing = toStub ? Math.min(columns, table.stubColumns()) : columns;
        double rest = (width - sum(widths)) / sharing;
        for (int column = 0; column < sharing; column++) {
            widths[column] += rest;
        }
    }

    static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
