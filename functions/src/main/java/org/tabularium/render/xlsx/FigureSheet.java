package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Point;
import org.tabularium.render.Document;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.TableRow;

/// A figure on a sheet of its own: titles, a chart that can be changed for each of its panels, or shapes that can be where it is
/// no chart, footnotes, the numbers of the charts, and all that the figure draws. Of these titles, charts (one a page) or shapes,
/// and footnotes are printed.
final class FigureSheet {

    static final int CHART_ROWS = 20;
    static final int CHART_COLUMNS = 8;
    private static final double WIDTH = 14;
    private static final MathContext DIGITS = new MathContext(6);

    private final Figure figure;
    private final boolean landscape;
    private final String name;
    private final SheetWriter writer;
    private final List<Integer> chartRows = new ArrayList<>();
    /// The last rows of pages.
    private final List<Integer> breaks = new ArrayList<>();

    private FigureSheet(Figure figure, String name, Sheet sheet, Styles styles) {
        this.figure = figure;
        this.landscape = FigurePage.landscape(figure);
        this.name = name;
        int columns = Math.max(CHART_COLUMNS, figure.columns().size());
        for (Chart chart : figure.charts()) {
            columns = Math.max(columns, limitsFrom(chart) + 2 * limited(chart).size());
        }
        double[] widths = new double[columns];
        double room = PrintedPages.across(figure.layout(), landscape, PrintedPages.WHOLE) / CHART_COLUMNS;
        Arrays.fill(widths, (FigurePage.drawn(figure)
                ? figure.drawing().width() / PrintedWidth.DIGIT / CHART_COLUMNS
                : Math.min(WIDTH + SheetWriter.PADDING, room)) - SheetWriter.PADDING);
        this.writer = new SheetWriter(sheet, styles, widths);
    }

    /// The series of a chart whose points have lines, by their numbers.
    private static List<Integer> limited(Chart chart) {
        return IntStream.range(0, chart.series().size()).filter(i -> !chart.series().get(i).limits().isEmpty()).boxed().toList();
    }

    /// The first column of what these lines reach.
    private static int limitsFrom(Chart chart) {
        return 2 * chart.series().size();
    }

    private String alternative() {
        return figure.drawing().alternative();
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
        int titles = writer.next() - 1;
        if (FigurePage.drawn(figure)) {
            writer.sheet().drawing(DrawnShapes.of(figure.drawing(), figure.title(), writer.next()));
            blankRows((int) Math.ceil(figure.drawing().height() / Sheet.ROW_HEIGHT) + 1);
        }
        for (int chart = 0; chart < figure.charts().size(); chart++) {
            if (chart > 0) {
                breaks.add(writer.next() - 1);
            }
            chartRows.add(writer.next());
            blankRows(rows(figure.charts().get(chart)) + 1);
            Optional<Chart.Beside> beside = figure.charts().get(chart).beside();
            if (beside.isPresent()) {
                if (rows(figure.charts().get(chart)) * Sheet.ROW_HEIGHT > together(figure.charts().get(chart))) {
                    breaks.add(writer.next() - 1);
                }
                new ChartNumbers(writer, beside.get()).write();
            }
            Optional<Chart.Below> below = figure.charts().get(chart).below();
            if (below.isPresent()) {
                new ChartCounts(writer, below.get(), figure.charts().get(chart).x().title()).write();
            }
        }
        for (String note : figure.footnotes()) {
            writer.line(note, NamedStyle.NOTE.look(), 0, CHART_COLUMNS);
        }
        int top = contents.isEmpty() ? 0 : 1;
        writer.sheet().printOnly(top, writer.next() - 1, 0, CHART_COLUMNS - 1);
        writer.sheet().repeat(top, titles, 0);
        writer.sheet().breaks(breaks);
        for (int chart = 0; chart < figure.charts().size(); chart++) {
            writer.blankRow();
            chart(figure.charts().get(chart), chartRows.get(chart));
        }
        writer.blankRow();
        data();
        PageFrame.around(writer.sheet(), document, figure.layout(), landscape, PrintedPages.WHOLE);
        if (FigurePage.drawn(figure)) {
            // A drawing is as wide as the page, and columns are wider in one program than in another.
            writer.sheet().sides(PrintedPages.sides(figure.layout(), landscape,
                    writer.width(0, CHART_COLUMNS - 1) + CHART_COLUMNS * SheetWriter.PADDING));
        }
        writer.sheet().finish();
    }

    private void blankRows(int rows) {
        for (int row = 0; row < rows; row++) {
            writer.blankRow();
        }
    }

    /// As narrow as Excel makes its columns.
    private double chartWidth() {
        return (writer.width(0, CHART_COLUMNS - 1) + CHART_COLUMNS * SheetWriter.PADDING) * PrintedWidth.DIGIT;
    }

    /// The rows of the sheet over which a chart stands: no more than a page holds, where names of rows may be left out.
    private int rows(Chart chart) {
        double height = Math.min(chart.height(chartWidth()), FigurePage.room(figure, landscape));
        double together = together(chart);
        double lower = together >= chart.leastHeight(chartWidth()) ? Math.min(height, together) : height;
        return Math.max(CHART_ROWS, (int) Math.floor(lower / Sheet.ROW_HEIGHT));
    }

    /// The height at which a chart stands on one page with the numbers beside and below it.
    private double together(Chart chart) {
        return FigurePage.room(figure, landscape) - ChartNumbers.height(chart) - ChartCounts.height(chart);
    }

    /// The numbers of a chart, two columns a series below its name, and the chart.
    private void chart(Chart drawn, int top) throws IOException {
        ChartMarkup.Size size = new ChartMarkup.Size(chartWidth(), rows(drawn) * Sheet.ROW_HEIGHT);
        Chart chart = ChartMarkup.at(size, drawn);
        SheetRows.Row head = writer.row();
        for (int i = 0; i < chart.series().size(); i++) {
            writer.text(head, 2 * i, chart.x().title(), NamedStyle.HEAD.look());
            writer.text(head, 2 * i + 1, chart.series().get(i).name(), NamedStyle.HEAD.look());
        }
        for (int series : limited(chart)) {
            writer.text(head, below(chart, series), chart.series().get(series).name() + " −", NamedStyle.HEAD.look());
            writer.text(head, below(chart, series) + 1, chart.series().get(series).name() + " +", NamedStyle.HEAD.look());
        }
        writer.write(head);
        int first = writer.next();
        int longest = chart.series().stream().mapToInt(series -> series.points().size()).max().orElse(0);
        for (int point = 0; point < longest; point++) {
            SheetRows.Row row = writer.row();
            for (int i = 0; i < chart.series().size(); i++) {
                List<Point> points = chart.series().get(i).points();
                if (point < points.size()) {
                    Chart.Series series = chart.series().get(i);
                    if (series.form() == Chart.Form.BARS && !series.labels().isEmpty()) {
                        writer.text(row, 2 * i, series.labels().get(point), NamedStyle.TEXT.look());
                    } else {
                        number(row, 2 * i, points.get(point).x());
                    }
                    number(row, 2 * i + 1, points.get(point).y());
                }
            }
            for (int i : limited(chart)) {
                if (point < chart.series().get(i).points().size()) {
                    number(row, below(chart, i), chart.series().get(i).below().get(point));
                    number(row, below(chart, i) + 1, chart.series().get(i).above().get(point));
                }
            }
            writer.write(row);
        }
        writer.sheet().chart(ChartMarkup.of(chart, new Cells(chart, head.number(), first), size), figure.title(),
                chart.name().isEmpty() ? alternative() : chart.name() + ". " + alternative(), top,
                rows(chart),
                CHART_COLUMNS);
    }

    /// The column of how far the lines of a series reach down; up is the next one.
    private static int below(Chart chart, int series) {
        return limitsFrom(chart) + 2 * limited(chart).indexOf(series);
    }

    private void number(SheetRows.Row row, int column, double value) {
        if (!Double.isNaN(value)) {
            writer.number(row, column, new BigDecimal(value).round(DIGITS), NamedStyle.CELL.look().formatted(Look.GENERAL));
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

        @Override
        public String above(int series) {
            return range(series, FigureSheet.below(chart, series) + 1);
        }

        @Override
        public String below(int series) {
            return range(series, FigureSheet.below(chart, series));
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
            int most = 1;
            for (int column = 0; column < of.cells().size(); column++) {
                Cell cell = of.cells().get(column);
                BigDecimal number = cell.number();
                if (number != null) {
                    writer.number(row, column, number, NamedStyle.CELL.look().formatted(Look.GENERAL));
                } else if (!cell.text().isEmpty()) {
                    writer.text(row, column, cell.text(), NamedStyle.LINE.look());
                    most = Math.max(most, writer.lines(cell.text(), NamedStyle.LINE, column, column + 1));
                }
            }
            writer.height(row, most, NamedStyle.LINE);
            writer.write(row);
        }
    }
}
