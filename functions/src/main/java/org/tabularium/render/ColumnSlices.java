package org.tabularium.render;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;

/// Cuts a table that is too wide between its columns, by the second rule of [Paginator].
public final class ColumnSlices {

    /// The columns that stand on one page, and how many of them, from the left, are there again.
    public record Slice(List<Integer> columns, int repeated) {}

    private ColumnSlices() {}

    /// The slices, from left to right.
    ///
    /// @param widths one a column
    /// @param room the width of a page
    public static List<Slice> of(Display table, List<Double> widths, double room) {
        int columns = widths.size();
        int stubs = Math.min(table.stubColumns(), columns);
        double stubWidth = sum(widths, 0, stubs);
        if (sum(widths, 0, columns) <= room + Paginator.SLACK) {
            stubs = columns;
        } else if (stubWidth > room * 2 / 3) {
            stubs = 0;
            stubWidth = 0;
        }
        List<Slice> slices = new ArrayList<>();
        int next = stubs;
        do {
            int end = next == columns ? next : sliceEnd(table.columns(), widths, next, room - stubWidth);
            List<Integer> numbers = new ArrayList<>();
            for (int column = 0; column < stubs; column++) {
                numbers.add(column);
            }
            for (int column = next; column < end; column++) {
                numbers.add(column);
            }
            slices.add(new Slice(numbers, slices.isEmpty() ? 0 : stubs));
            next = end;
        } while (next < columns);
        return slices;
    }

    /// The end of the slice that starts at this column: as many as fit, at least one, not inside a spanning header that would fit
    /// on the next slice.
    private static int sliceEnd(List<TableColumn> columns, List<Double> widths, int start, double room) {
        int end = start + 1;
        while (end < widths.size() && sum(widths, start, end + 1) <= room + Paginator.SLACK) {
            end++;
        }
        int spanStart = end;
        while (end < widths.size() && spanStart > start && !columns.get(end).span().isEmpty()
                && columns.get(spanStart - 1).span().equals(columns.get(end).span())) {
            spanStart--;
        }
        return spanStart > start && spanStart < end && sum(widths, spanStart, spanEnd(columns, end)) <= room + Paginator.SLACK
                ? spanStart
                : end;
    }

    private static int spanEnd(List<TableColumn> columns, int column) {
        int end = column + 1;
        while (end < columns.size() && columns.get(end).span().equals(columns.get(column).span())) {
            end++;
        }
        return end;
    }

    private static double sum(List<Double> widths, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += widths.get(i);
        }
        return sum;
    }
}
