package org.tabularium.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.Providers;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.render.Renderer;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.render.docx.RefusedTemplateException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.Study;

/// The formats there are, each by its renderer.
public final class ReportFormats {

    /// In the order of their names in `META-INF/services`.
    static final List<Renderer> RENDERERS = Providers.of(Renderer.class);

    /// The results as one flat dataset, which no renderer draws.
    static final String ARD = "ard";

    /// The run as a reporting event of CDISC ARS.
    static final String ARS = "ars";

    private static final List<String> WITH_PROGRAMS = List.of(".dotm", ".docm");

    private ReportFormats() {}

    /// What they are called on the command line.
    public static List<String> names() {
        return Stream.concat(RENDERERS.stream().map(Renderer::format), Stream.of(ARD, ARS)).toList();
    }

    /// For whom CSV files can be written, as the command line calls it.
    public static List<String> csvKinds() {
        return Arrays.stream(CsvKind.values()).map(CsvKind::word).toList();
    }

    /// What a report is written as.
    ///
    /// @param renderers in the order of their formats
    /// @param ard whether the results are written as one flat dataset too
    /// @param ars whether they are written as a reporting event of CDISC ARS too
    record Chosen(List<Renderer> renderers, boolean ard, boolean ars) {}

    /// The formats of a report; nothing of a format is read that is not asked for.
    ///
    /// @throws RejectedException where the Word template cannot be used
    static Chosen chosen(ReportOptions options, StudySnapshot snapshot) throws RejectedException {
        List<String> formats = of(options);
        List<Renderer> renderers = new ArrayList<>();
        for (Renderer renderer : RENDERERS) {
            if (formats.contains(renderer.format())) {
                renderers.add(asAsked(renderer, options, snapshot));
            }
        }
        return new Chosen(renderers, formats.contains(ARD), formats.contains(ARS));
    }

    /// A renderer as the options of its format want it.
    private static Renderer asAsked(Renderer renderer, ReportOptions options, StudySnapshot snapshot) throws RejectedException {
        return switch (renderer) {
            case CsvRenderer _ -> new CsvRenderer(options.csv());
            case DocxRenderer word -> ofTemplate(word, options, snapshot);
            default -> renderer;
        };
    }

    /// With the caller's Word template, else the study's own, else without.
    private static Renderer ofTemplate(DocxRenderer plain, ReportOptions options, StudySnapshot snapshot)
            throws RejectedException {
        Optional<StudySnapshot.File> template = Optional.ofNullable(options.wordTemplate())
                .or(() -> snapshot.files().stream().filter(file -> Study.isWordTemplate(file.name())).findFirst());
        if (template.isEmpty()) {
            return plain;
        }
        String name = template.get().name();
        if (WITH_PROGRAMS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw refused(name, "the file's name is that of a Word file with programs");
        }
        try (InputStream in = template.get().content().open()) {
            return DocxRenderer.withTemplate(in.readNBytes(DocxRenderer.LARGEST_TEMPLATE + 1));
        } catch (RefusedTemplateException e) {
            throw refused(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RejectedException refused(String name, String why) {
        return new RejectedException(List.of(Finding.error("WORD_TEMPLATE_REFUSED", why).in(name)
                .remedy("give a template that Word saved as .dotx, without programs and links to other files")));
    }

    /// The formats a report is made in: those the caller names, else all.
    static List<String> of(ReportOptions options) {
        return options.formats().isEmpty() ? names() : names().stream().filter(options.formats()::contains).toList();
    }
}
