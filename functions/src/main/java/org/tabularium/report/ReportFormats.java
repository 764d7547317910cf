package org.tabularium.report;

import java.util.List;
import org.tabularium.render.Renderer;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;

/// The formats there are, each by its renderer. A new renderer is added here and nowhere else.
final class ReportFormats {

    static final List<Renderer> RENDERERS = List.of(new XlsxRenderer(), new PdfRenderer(), new CsvRenderer());

    private ReportFormats() {}

    /// The formats a report is made in: those the caller names, else all.
    static List<String> of(ReportOptions options) {
        List<String> all = RENDERERS.stream().map(Renderer::extension).toList();
        return options.formats().isEmpty() ? all : all.stream().filter(options.formats()::contains).toList();
    }
}
