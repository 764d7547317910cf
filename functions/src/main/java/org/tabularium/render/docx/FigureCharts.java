package org.tabularium.render.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.render.office.XmlText;
import org.tabularium.table.display.Figure;

/// The charts of a figure as objects of Word, which people can change: they stand below the figure, one a panel, two beside each
/// other where there are several and their rows have no names. The figure itself stands above as shapes, since a chart lacks what
/// is beside its axes.
///
/// @param room the width of the page's content, in points
/// @param ids of their relationships, in order
record FigureCharts(Figure figure, double room, List<String> ids) {

    private static final int EMU = 12_700;
    private static final double HEIGHT = 200;
    private static final double HEIGHT_BESIDE = 230;
    private static final double MOST_FREE = 300;
    private static final double GAP = 6;
    /// Objects of figures themselves are numbered from 1.
    private static final int FIRST = 10_000;
    private static final int MOST = 100;

    static FigureCharts of(Figure figure, double room, WordPackage office) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Chart chart : figure.charts()) {
            ChartWorkbook workbook = ChartWorkbook.of(chart);
            ChartMarkup.Size size = size(figure, chart, room);
            ids.add(office.chart(external -> ChartMarkup.of(workbook.chart(), workbook, size, external),
                    workbook.bytes(new FixedPackage.Properties(figure.heading(), "Tabularium", null))));
        }
        return new FigureCharts(figure, room, ids);
    }

    /// Whether two of them stand beside each other.
    private static boolean beside(Figure figure, Chart chart) {
        return figure.charts().size() > 1 && chart.rows().isEmpty();
    }

    /// As high as its rows need, but all together not much higher than the figure, which fits on a page.
    private static ChartMarkup.Size size(Figure figure, Chart chart, double room) {
        boolean beside = beside(figure, chart);
        double width = beside ? (room - GAP) / 2 : room;
        return new ChartMarkup.Size(width, Math.max(beside ? HEIGHT_BESIDE : HEIGHT,
                Math.min(chart.height(width), Math.max(MOST_FREE, figure.drawing().height() / figure.charts().size()))));
    }

    /// The heights of the lines in which the charts stand.
    static List<Double> heights(Figure figure, double room) {
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < figure.charts().size(); i += beside(figure, figure.charts().get(i)) ? 2 : 1) {
            heights.add(size(figure, figure.charts().get(i), room).height());
        }
        return heights;
    }

    /// Writes the charts as runs of a paragraph.
    ///
    /// @param number of the figure in the document, from 1
    void write(Markup markup, int number) throws IOException {
        for (int i = 0; i < ids.size(); i++) {
            Chart chart = figure.charts().get(i);
            String name = chart.name();
            ChartMarkup.Size size = size(figure, chart, room);
            markup.add("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""
                    + Math.round(size.width() * EMU) + "\" cy=\"" + Math.round(size.height() * EMU) + "\"/><wp:docPr id=\""
                    + (FIRST + MOST * number + i) + "\" name=\"Chart " + number + "." + (i + 1) + "\" descr=\""
                    + XmlText.escaped(name.isEmpty() ? figure.title().replace('\n', ' ') : name)
                    + "\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData"
                    + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                    + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" + ids.get(i)
                    + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
        }
    }
}
