package org.tabularium.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Figure;

/// A figure of thirty boxes, higher than two pages.
class HighFigureTest {

    private static Figure figure() {
        Canvas canvas = new Canvas();
        for (int box = 0; box < 30; box++) {
            canvas.frame(0, box * 50, 200, 40, Shade.WHITE, Stroke.solid(0.7, Shade.BLACK));
            canvas.text("Box " + box + " ends", 10, box * 50 + 20, Anchor.START, 8);
            canvas.line(100, box * 50 + 40, 100, box * 50 + 50, Stroke.solid(0.7, Shade.BLACK));
        }
        return new Figure("flow", "14.1-1", "Flow of Subjects", "All subjects", List.of(), 0, List.of(), List.of("Source: ADSL."),
                PageLayout.DEFAULT, canvas.drawing(480, 1500, "thirty boxes"), List.of());
    }

    @Test
    void figureGoesOnWithLettersOfFullSizeAndIsPdfA2aAndPdfUa1() throws Exception {
        byte[] pdf = Rendered.bytes(new PdfRenderer(), SampleTables.single(figure()));
        assertThat(Validated.failures(pdf)).isEmpty();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(ReadPdf.textBelow(file, 8)).isEmpty();
            assertThat(ReadPdf.elements(file, "Figure")).hasSize(3);
            String text = new PDFTextStripper().getText(file);
            assertThat(text).contains("Flow of Subjects (continued)");
            IntStream.range(0, 30).forEach(box -> assertThat(text.split("Box " + box + " ends", -1)).hasSize(2));
            assertThat(text.split("Source: ADSL", -1)).as("footnotes below the last part").hasSize(2);
        }
    }
}
