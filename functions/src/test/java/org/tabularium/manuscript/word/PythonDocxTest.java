package org.tabularium.manuscript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.run.folder.RunFiles;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Listing;

/// Documents of every kind are read by python-docx and by POI: a report, one table, a text renewed from a run, two runs compared,
/// a proof. Skipped without Python or python-docx.
class PythonDocxTest {

    private static final int WITHOUT_PYTHON_DOCX = 77;

    private static Map<String, byte[]> documents() throws Exception {
        byte[] report = Rendered.bytes(new DocxRenderer(), SampleTables.report(SampleTables.all()));
        RunFiles before = WriterDocument.run(Map.of("report.docx", report));
        RunFiles after = WriterDocument.run(Map.of("report.docx",
                Rendered.bytes(new DocxRenderer(), SampleTables.report(SampleTables.all().subList(0, 1)))));
        WordText proofread = WordText.of(WriterDocument.withNumbersEverywhere());
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put("report", report);
        documents.put("listing", Rendered.bytes(new DocxRenderer(), SampleTables.single(listing())));
        documents.put("table", Rendered.bytes(new DocxRenderer(), SampleTables.single(SampleTables.baseline())));
        documents.put("refreshed", Refresh.of(WriterDocument.withNotes(),
                WriterDocument.run(WriterDocument.resource("results.json"))).document());
        documents.put("compared", ChangedReport.of(before, after));
        documents.put("proof",
                WordComments.add(proofread, List.of(new WordComments.Comment(1, 0, 6, "A remark.")), "2025-08-31"));
        return documents;
    }

    /// With the styles of listings.
    private static Listing listing() {
        Display of = SampleTables.listing(5);
        return new Listing(of.id(), of.number(), of.title(), of.population(), of.columns(), of.stubColumns(), of.rows(),
                of.footnotes(), of.layout());
    }

    @Test
    void pythonDocxReadsWhatPoiReads(@TempDir Path folder) throws Exception {
        Path script = folder.resolve("read_back.py");
        try (InputStream kept = Objects.requireNonNull(PythonDocxTest.class.getResourceAsStream("read_back.py"))) {
            Files.copy(kept, script);
        }
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        List<String> ours = new ArrayList<>();
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            Path file = folder.resolve(document.getKey() + ".docx");
            Files.write(file, document.getValue());
            command.add(file.toString());
            ours.addAll(read(document.getKey(), document.getValue()));
        }
        Path out = folder.resolve("out.txt");
        int exit;
        try {
            exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start()
                    .waitFor();
        } catch (IOException e) {
            exit = WITHOUT_PYTHON_DOCX;
        }
        assumeTrue(exit != WITHOUT_PYTHON_DOCX, "python3 with python-docx is not here, so nothing else reads the documents");
        assertThat(exit).isZero();
        assertThat(Files.readString(out, StandardCharsets.UTF_8).lines().toList()).containsExactlyElementsOf(ours);
    }

    /// What POI sees: styles of paragraphs, sizes of tables, sections, comments.
    private static List<String> read(String name, byte[] document) throws IOException {
        List<String> seen = new ArrayList<>();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document))) {
            seen.add("document " + name);
            for (XWPFParagraph paragraph : word.getParagraphs()) {
                String text = paragraph.getRuns().isEmpty() ? "" : "text";
                seen.add("paragraph " + Objects.requireNonNullElse(paragraph.getStyleID(), "-") + " " + text);
            }
            for (XWPFTable table : word.getTables()) {
                seen.add("table " + table.getNumberOfRows() + " rows");
            }
            seen.add("comments " + (word.getComments() == null ? 0 : word.getComments().length));
        }
        return seen;
    }
}
