package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Point;
import org.tabularium.render.Document;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.table.Cell;
import org.tabularium.table.Figure;
import org.tabularium.table.TableRow;

/// A figure on a sheet of its own: titles, a chart that can be changed for each of its panels, footnotes, the numbers of the
/// charts, and all that the figure draws. Of these titles, charts (one a page) and footnotes
/// are printed; of a figure that is no chart, its data.
final class FigureSheet {

    private static final int CHART_ROWS = 20;
    private static final int CHART_COLUMNS = 8;
    private static final double WIDTH = 14;
    private static final MathContext DIGITS = new MathContext(6);

    private final Figure figure;
    private final String name;
    private final SheetWriter writer;
    private final List<Integer> chartRows = new ArrayList<>();

    private FigureSheet(Figure figure, String name, Sheet sheet, Styles styles) {
        this.figure = figure;
        this.name = name;
        int columns = Math.max(CHART_COLUMNS, figure.columns().size());
        for (Chart chart : figure.charts()) {
            columns = Math.max(columns, 2 * chart.series().size());
        }
        double[] widths = new double[columns];
        Arrays.fill(widths, WIDTH);
        this.writer = new SheetWriter(sheet, styles, widths);
    }

    /// @param contents the name of the sheet to lead back to; empty for none
    static void write(Document document, Figure figure, String name, Sheet sheet, Styles styles, String contents)
            throws IOException {
        new FigureSheet(figure, name, sheet, styles).write(document, contents);
    }

    private void write(Document document, String contents) throws IOException {
        if (!contents.isEmpty()) {
            SheetRows.Row row = writer.row();
            writer.text(row, 0, "Contents", NamedStyle.LINK.look());
            writer.write(row);
            writer.sheet().link(0, 0, contents);
        }
        if (!figure.number().isEmpty()) {
            writer.line(figure.numbered(), NamedStyle.NUMBER.look(), 0, CHART_COLUMNS);
        }
        writer.line(figure.title(), NamedStyle.TITLE.look(), 0, CHART_COLUMNS);
        if (!figure.population().isEmpty()) {
            writer.line(figure.population(), NamedStyle.LINE.look(), 0, CHART_COLUMNS);
        }
        writer.blankRow();
        for (int chart = 0; chart < figure.charts().size(); chart++) {
            chartRows.add(writer.next());
            for (int row = 0; row <= rows(figure.charts().get(chart)); row++) {
                writer.blankRow();
            }
        }
        for (String note : figure.footnotes()) {
            writer.line(note, NamedStyle.NOTE.look(), 0, CHART_COLUMNS);
        }
        if (!figure.charts().isEmpty()) {
            writer.sheet().printOnly(contents.isEmpty() ? 0 : 1, writer.next() - 1, 0, CHART_COLUMNS - 1);
        }
        writer.sheet().breaks(chartRows.stream().skip(1).map(row -> row - 1).toList());
        for (int chart = 0; chart < figure.charts().size(); chart++) {
            writer.blankRow();
            chart(figure.charts().get(chart), chartRows.get(chart));
        }
        writer.blankRow();
        data();
        PageFrame.around(writer.sheet(), document, figure.layout(), true, 100);
        writer.sheet().finish();
    }

    /// The rows of the sheet over which a chart stands.
    private static int rows(Chart chart) {
        return Math.max(CHART_ROWS, (int) Math.ceil(chart.height() / Sheet.ROW_HEIGHT));
    }

    /// The numbers of a chart, two columns a series below its name, and the chart.
    private void chart(Chart chart, int top) throws IOException {
        SheetRows.Row head = writer.row();
        for (int i = 0; i < chart.series().size(); i++) {
            writer.text(head, 2 * i, chart.x().title(), NamedStyle.HEAD.look());
            writer.text(head, 2 * i + 1, chart.series().get(i).name(), NamedStyle.HEAD.look());
        }
        writer.write(head);
        int first = writer.next();
        int longest = chart.series().stream().mapToInt(series -> series.points().size()).max().orElse(0);
        for (int point = 0; point < longest; point++) {
            SheetRows.Row row = writer.row();
            for (int i = 0; i < chart.series().size(); i++) {
                List<Point> points = chart.series().get(i).points();
                if (point < points.size()) {
                    number(row, 2 * i, points.get(point).x());
                    number(row, 2 * i + 1, points.get(point).y());
                }
            }
            writer.write(row);
        }
        writer.sheet().chart(ChartMarkup.of(chart, new Cells(chart, head.number(), first)), figure.title(), top, rows(chart),
                CHART_COLUMNS);
    }

    private void number(SheetRows.Row row, int column, double value) {
        if (!Double.isNaN(value)) {
            writer.number(row, column, new BigDecimal(value).round(DIGITS), NamedStyle.CELL.look());
        }
    }

    /// Where the numbers of a chart stand.
    private final class Cells implements ChartMarkup.Cells {

        private final Chart chart;
        private final int head;
        private final int first;

        Cells(Chart chart, int head, int first) {
            this.chart = chart;
            this.head = head;
            this.first = first;
        }

        @Override
        public String name(int series) {
            return Sheet.quoted(name) + "!" + new CellReference(head, 2 * series + 1, true, true).formatAsString();
        }

        @Override
        public String x(int series) {
            return range(series, 2 * series);
        }

        @Override
        public String y(int series) {
            return range(series, 2 * series + 1);
        }

        private String range(int series, int column) {
            int last = first + Math.max(1, chart.series().get(series).points().size()) - 1;
            return Sheet.quoted(name) + "!" + new CellReference(first, column, true, true).formatAsString() + ":"
                    + new CellReference(last, column, true, true).formatAsString();
        }
    }

    private void data() throws IOException {
        SheetRows.Row head = writer.row();
        for (int column = 0; column < figure.columns().size(); column++) {
            writer.text(head, column, figure.columns().get(column).header(), NamedStyle.HEAD.look());
        }
        writer.write(head);
        for (TableRow of : figure.rows()) {
            SheetRows.Row row = writer.row();
            for (int column = 0; column < of.cells().size(); column++) {
                Cell cell = of.cells().get(column);
                BigDecimal number = cell.number();
                if (number != null) {
                    writer.number(row, column, number, NamedStyle.CELL.look());
                } else if (!cell.text().isEmpty()) {
                    writer.text(row, column, cell.text(), NamedStyle.LINE.look());
                }
            }
            writer.write(row);
        }
    }
}
