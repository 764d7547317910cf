package org.tabularium.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.render.Renderer;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.html.HtmlRenderer;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.svg.SvgRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;

/// The formats there are, each by its renderer. A new renderer is added here and nowhere else.
public final class ReportFormats {

    static final List<Renderer> RENDERERS = renderers(CsvKind.PLAIN);

    /// The results as one flat dataset, which no renderer draws.
    static final String ARD = "ard";

    /// The run as a reporting event of CDISC ARS.
    static final String ARS = "ars";

    private ReportFormats() {}

    /// What they are called on the command line.
    public static List<String> names() {
        return Stream.concat(RENDERERS.stream().map(Renderer::extension), Stream.of(ARD, ARS)).toList();
    }

    /// For whom CSV files can be written, as the command line calls it.
    public static List<String> csvKinds() {
        return Arrays.stream(CsvKind.values()).map(CsvKind::word).toList();
    }

    /// The renderers of a report, in the order of their formats.
    static List<Renderer> renderers(ReportOptions options) {
        List<String> formats = of(options);
        return renderers(options.csv()).stream().filter(renderer -> formats.contains(renderer.extension())).toList();
    }

    private static List<Renderer> renderers(CsvKind csv) {
        return List.of(new XlsxRenderer(), new PdfRenderer(), new CsvRenderer(csv), new DocxRenderer(), new SvgRenderer(),
                new HtmlRenderer());
    }

    /// The formats a report is made in: those the caller names, else all.
    static List<String> of(ReportOptions options) {
        return options.formats().isEmpty() ? names() : names().stream().filter(options.formats()::contains).toList();
    }
}
