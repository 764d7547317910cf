package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.tabularium.figure.drawing.Chart;

/// The numbers beside the curves or rows of a chart, such as events and medians, as a table of the sheet: a chart has no place
/// for them, and the footnotes explain them.
record ChartNumbers(SheetWriter writer, Chart.Beside beside) {

    private static final int LABEL_COLUMNS = 2;
    private static final int LABEL_LETTERS = 22;
    /// So many lines a head may have.
    private static final int HEAD_LINES = 2;

    /// What they take of a page, with the row below them.
    static double height(Chart chart) {
        return chart.beside().map(beside -> HEAD_LINES + 1
                + beside.lines().stream().mapToInt(line -> Math.ceilDiv(Math.max(1, line.label().length()), LABEL_LETTERS)).sum())
                .orElse(0) * Sheet.ROW_HEIGHT;
    }

    void write() throws IOException {
        int[] spans = spans();
        line(NamedStyle.HEAD, beside.head(), beside.heads(), spans, Look.Rule.THIN, 0);
        boolean below = false;
        for (Chart.Beside.Line of : beside.lines()) {
            NamedStyle style = of.heading() ? NamedStyle.HEAD : NamedStyle.CELL;
            line(style, of.label(), of.cells(), spans, Look.Rule.NONE, below && !of.heading() ? 1 : 0);
            below |= of.heading();
        }
        writer.blankRow();
    }

    /// How many columns of the sheet each has: one, and of those left over more where its texts are the longest.
    private int[] spans() {
        int[] spans = new int[beside.heads().size()];
        Arrays.fill(spans, 1);
        for (int free = FigureSheet.CHART_COLUMNS - LABEL_COLUMNS - spans.length; free > 0 && spans.length > 0; free--) {
            int longest = 0;
            for (int column = 1; column < spans.length; column++) {
                longest = letters(column) * spans[longest] > letters(longest) * spans[column] ? column : longest;
            }
            spans[longest]++;
        }
        return spans;
    }

    private int letters(int column) {
        return Math.max(beside.heads().get(column).length(), beside.lines().stream()
                .filter(line -> !line.heading()).mapToInt(line -> line.cells().get(column).length()).max().orElse(0));
    }

    /// @param indent of what stands below a heading
    private void line(NamedStyle style, String label, List<String> texts, int[] spans, Look.Rule rule, int indent)
            throws IOException {
        SheetRows.Row row = writer.row();
        Look look = style.look().ruled(Look.Rule.NONE, rule);
        int most = cell(row, style, label, 0, LABEL_COLUMNS, look.aligned(Look.Align.LEFT).indented(indent));
        int column = LABEL_COLUMNS;
        for (int i = 0; i < texts.size(); i++) {
            most = Math.max(most, cell(row, style, texts.get(i), column, spans[i], look.aligned(Look.Align.RIGHT)));
            column += spans[i];
        }
        writer.height(row, most, style);
        writer.write(row);
    }

    /// Writes a cell; how many lines its text has.
    private int cell(SheetRows.Row row, NamedStyle style, String text, int from, int columns, Look look) throws IOException {
        if (ChartCounts.WHOLE_NUMBER.matcher(text).matches() && from > 0) {
            writer.number(row, from, new BigDecimal(text), look.formatted(Look.GENERAL));
        } else {
            writer.text(row, from, text, look);
        }
        for (int column = from + 1; column < from + columns; column++) {
            writer.text(row, column, "", look);
        }
        if (columns > 1) {
            writer.merge(row.number(), from, from + columns - 1);
        }
        return writer.lines(text, style, from, from + columns);
    }
}
