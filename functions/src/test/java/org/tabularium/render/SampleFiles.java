package org.tabularium.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;
import org.tabularium.table.display.Table;

/// Writes the made-up tables to a folder, to be looked at: `java … org.tabularium.render.SampleFiles FOLDER`.
public final class SampleFiles {

    private SampleFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Renderer renderer : List.of(new CsvRenderer(CsvKind.PLAIN), new XlsxRenderer(), new PdfRenderer(),
                new DocxRenderer())) {
            if (renderer.wholeReport()) {
                write(renderer, SampleTables.report(SampleTables.all()), folder.resolve("report." + renderer.extension()));
            }
            for (Table table : SampleTables.all()) {
                write(renderer, SampleTables.single(table), folder.resolve(table.id() + "." + renderer.extension()));
            }
        }
    }

    private static void write(Renderer renderer, Document document, Path file) throws IOException {
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            renderer.render(document, out);
        }
        System.out.println(file + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
