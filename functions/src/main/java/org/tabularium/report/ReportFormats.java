package org.tabularium.report;

import java.util.List;
import org.tabularium.render.Renderer;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;

/// The formats there are, each by its renderer. A new renderer is added here and nowhere else.
public final class ReportFormats {

    static final List<Renderer> RENDERERS = List.of(new XlsxRenderer(), new PdfRenderer(), new CsvRenderer());

    private ReportFormats() {}

    /// What they are called on the command line.
    public static List<String> names() {
        return RENDERERS.stream().map(Renderer::extension).toList();
    }

    /// The formats a report is made in: those the caller names, else all.
    static List<String> of(ReportOptions options) {
        return options.formats().isEmpty() ? names() : names().stream().filter(options.formats()::contains).toList();
    }
}
