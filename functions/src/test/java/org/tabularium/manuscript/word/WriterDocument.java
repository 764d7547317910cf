package org.tabularium.manuscript.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tabularium.run.Manifest;
import org.tabularium.run.Software;
import org.tabularium.run.folder.RunFiles;

/// A writer's document of hand-written parts, and a run of hand-written results.
public final class WriterDocument {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private WriterDocument() {}

    public static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(WriterDocument.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] withNotes() {
        return of(Map.of("word/document.xml", resource("document.xml"), "word/footnotes.xml", resource("footnotes.xml")));
    }

    public static byte[] of(Map<String, byte[]> texts) {
        String types = """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>\
                <Override PartName="/word/footnotes.xml" ContentType="%1$sfootnotes+xml"/>\
                <Override PartName="/word/header1.xml" ContentType="%1$sheader+xml"/>\
                <Override PartName="/word/footer1.xml" ContentType="%1$sfooter+xml"/>\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/></Types>""".formatted(TYPE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8));
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                    Target="word/document.xml"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            entry(zip, "customXml/item1.xml", "<a>writer's own</a>".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> text : new java.util.TreeMap<>(texts).entrySet()) {
                entry(zip, text.getKey(), text.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /// With numbers in body, text box, head, foot and note.
    public static byte[] withNumbersEverywhere() {
        return of(
                Map.of("word/document.xml", resource("proof/document.xml"), "word/footnotes.xml", resource("proof/footnotes.xml"),
                        "word/header1.xml", resource("proof/header1.xml"), "word/footer1.xml", resource("proof/footer1.xml"),
                        "word/_rels/document.xml.rels", resource("proof/document.xml.rels")));
    }

    /// A run of 31 August 2025 with these results.
    static RunFiles run(byte[] results) {
        return run(Map.of("results.json", results));
    }

    /// A run of 31 August 2025 with these files.
    static RunFiles run(Map<String, byte[]> files) {
        Manifest manifest = new Manifest("study", "0123456789abcdef", "2025-08-31", Software.current(),
                Manifest.SettingsFile.NONE, List.of(), List.of(), List.of(),
                files.entrySet().stream().map(file -> Manifest.Output.of(file.getKey(), file.getValue())).toList(),
                new Manifest.Counts(0, 0, 0));
        return new RunFiles() {
            @Override
            public Manifest manifest() {
                return manifest;
            }

            @Override
            public byte[] bytes(String path) {
                return Objects.requireNonNull(files.get(path), path);
            }

            @Override
            public String place() {
                return "run";
            }
        };
    }
}
