package org.tabularium.report;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.svg.SvgRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.display.Figure;

/// The processor time of each figure of a study, warm, in milliseconds, the median of 20: PDF, SVG and data together, the workbook
/// with its native charts, the Word document with them.
public final class FigureTimes {

    private static final int TIMES = 25;
    private static final int COLD = 5;

    private FigureTimes() {}

    /// @param arguments the study's folder
    public static void main(String... arguments) throws Exception {
        var displays = ReportRun.displays(StudySnapshot.of(new StudyFolder(Path.of(arguments[0]))), ReportOptions.DEFAULT);
        for (var display : displays) {
            if (display instanceof Figure figure) {
                System.out.printf("%s %.1f %.1f %.1f%n", figure.id(),
                        median(figure, new PdfRenderer(), new SvgRenderer(), new CsvRenderer(CsvKind.PLAIN)),
                        median(figure, new XlsxRenderer()), median(figure, new DocxRenderer()));
            }
        }
    }

    private static double median(Figure figure, Renderer... renderers) throws Exception {
        Document document = new Document("study", "", "", "", "run", "", null, new Document.AroundPage("", "", "", false),
                List.of(figure), List.of(), List.of(), List.of(), false, false);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (Renderer renderer : renderers) {
                renderer.render(document, OutputStream.nullOutputStream());
            }
            times.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        List<Long> warm = new ArrayList<>(times.subList(COLD, TIMES));
        Collections.sort(warm);
        return warm.get(warm.size() / 2) / 1e6;
    }
}
