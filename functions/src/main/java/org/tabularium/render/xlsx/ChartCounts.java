package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.tabularium.figure.drawing.Chart;

/// The numbers below the axis of a chart, such as how many are at risk, as a table of the sheet, since a chart has no place for
/// them.
///
/// @param axis what the places are of
record ChartCounts(SheetWriter writer, Chart.Below below, String axis) {

    /// The columns of what the numbers are of, and how many places stand beside each other.
    private static final int LABEL_COLUMNS = 2;
    private static final int PLACES = FigureSheet.CHART_COLUMNS - LABEL_COLUMNS;
    static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    /// What they take of a page, with the rows around them.
    static double height(Chart chart) {
        return chart.below().map(below -> 1 + Math.ceilDiv(below.at().size(), PLACES) * (below.rows().size() + 2)).orElse(0)
                * Sheet.ROW_HEIGHT;
    }

    void write() throws IOException {
        writer.line(below.title(), NamedStyle.HEAD.look().aligned(Look.Align.LEFT), 0, FigureSheet.CHART_COLUMNS);
        int each = each();
        for (int from = 0; from < below.at().size(); from += each) {
            int end = Math.min(from + each, below.at().size());
            line(NamedStyle.HEAD, axis, below.at().subList(from, end), Look.Rule.THIN);
            for (Chart.Below.Numbers numbers : below.rows()) {
                line(NamedStyle.CELL, numbers.label(), numbers.numbers().subList(from, end), Look.Rule.NONE);
            }
            writer.blankRow();
        }
    }

    /// How many places stand beside each other: about the same number on each of the lines they need.
    private int each() {
        return Math.ceilDiv(below.at().size(), Math.ceilDiv(below.at().size(), PLACES));
    }

    private void line(NamedStyle style, String label, List<String> texts, Look.Rule rule) throws IOException {
        SheetRows.Row row = writer.row();
        Look look = style.look().ruled(Look.Rule.NONE, rule);
        writer.text(row, 0, label, look.aligned(Look.Align.LEFT));
        for (int column = 1; column < LABEL_COLUMNS; column++) {
            writer.text(row, column, "", look);
        }
        writer.merge(row.number(), 0, LABEL_COLUMNS - 1);
        int most = writer.lines(label, style, 0, LABEL_COLUMNS);
        for (int i = 0; i < texts.size(); i++) {
            int column = LABEL_COLUMNS + i;
            if (WHOLE_NUMBER.matcher(texts.get(i)).matches()) {
                writer.number(row, column, new BigDecimal(texts.get(i)),
                        look.aligned(Look.Align.RIGHT).formatted(Look.GENERAL));
            } else {
                writer.text(row, column, texts.get(i), look.aligned(Look.Align.RIGHT));
                most = Math.max(most, writer.lines(texts.get(i), style, column, column + 1));
            }
        }
        writer.height(row, most, style);
        writer.write(row);
    }
}
