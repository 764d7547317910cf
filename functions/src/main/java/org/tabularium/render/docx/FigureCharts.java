package org.tabularium.render.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.render.office.XmlText;
import org.tabularium.table.display.Figure;

/// The charts of a figure as objects of Word, which people can change: they stand below the figure, one a panel. The figure
/// itself stands above as shapes, since a chart lacks what is beside its axes.
///
/// @param ids of their relationships, in order
record FigureCharts(Figure figure, ChartLines places, List<String> ids) {

    private static final int EMU = 12_700;
    /// Objects of figures themselves are numbered from 1.
    private static final int FIRST = 10_000;
    private static final int MOST = 100;

    static FigureCharts of(Figure figure, ChartLines places, WordPackage office) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < figure.charts().size(); i++) {
            ChartMarkup.Size size = places.size(i);
            ChartWorkbook workbook = ChartWorkbook.of(ChartMarkup.at(size, figure.charts().get(i)));
            ids.add(office.chart(external -> ChartMarkup.of(workbook.chart(), workbook, size, external),
                    workbook.bytes(new FixedPackage.Properties(figure.heading(), "Tabularium", null))));
        }
        return new FigureCharts(figure, places, ids);
    }

    /// Writes the charts of a line as runs of a paragraph.
    ///
    /// @param number of the figure in the document, from 1
    void write(Markup markup, int number, ChartLines.Line line) throws IOException {
        for (int i = line.first(); i < line.end(); i++) {
            Chart chart = figure.charts().get(i);
            String name = chart.name();
            markup.add("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""
                    + Math.round(line.size().width() * EMU) + "\" cy=\"" + Math.round(line.size().height() * EMU)
                    + "\"/><wp:docPr id=\""
                    + (FIRST + MOST * number + i) + "\" name=\"Chart " + number + "." + (i + 1) + "\" descr=\""
                    + XmlText.escaped(name.isEmpty() ? figure.title().replace('\n', ' ') : name)
                    + "\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData"
                    + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                    + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" + ids.get(i)
                    + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
        }
    }
}
