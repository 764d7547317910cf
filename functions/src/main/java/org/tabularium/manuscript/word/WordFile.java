package org.tabularium.manuscript.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The parts of a Word document (ECMA-376, parts 1 and 2) in the order in which they lie in its file.
///
/// @param entries of the ZIP file
/// @param types the content type of each part that has one of its own, by its name
public record WordFile(List<Entry> entries, Map<String, String> types) {

    /// One entry of the ZIP file. Its time is kept as it is written there.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Entry(ZipEntry header, byte[] content) {

        String name() {
            return header.getName();
        }
    }

    /// The earliest that ZIP files know.
    private static final LocalDateTime FIRST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final long LARGEST = 512L << 20;
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD = "wordprocessingml.";
    private static final List<String> TEXTS = List.of("document", "header", "footer", "footnotes", "endnotes");

    /// Reads a document.
    ///
    /// @throws UnreadableDocumentException where the bytes are no Word document
    public static WordFile read(byte[] file) throws UnreadableDocumentException {
        List<Entry> entries = new ArrayList<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
                size += content.length;
                if (size > LARGEST) {
                    throw new UnreadableDocumentException("the document unpacks to more than " + (LARGEST >> 20) + " MB");
                }
                entries.add(new Entry(entry, content));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableDocumentException("the file is no Word document: its ZIP archive is broken");
        }
        WordFile document = new WordFile(List.copyOf(entries), types(entries));
        if (document.texts().isEmpty()) {
            throw new UnreadableDocumentException("the file is no Word document (.docx)");
        }
        return document;
    }

    private static Map<String, String> types(List<Entry> entries) throws UnreadableDocumentException {
        Map<String, String> types = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.name().equals(TYPES)) {
                for (WordXml.Element type : WordXml.of(TYPES, entry.content()).all()) {
                    String part = type.attribute("PartName");
                    if (part.startsWith("/")) {
                        types.put(part.substring(1), type.attribute("ContentType"));
                    }
                }
            }
        }
        return types;
    }

    /// The names of the parts that hold a writer's text: the body, then heads, feet and notes.
    public List<String> texts() {
        List<String> names = new ArrayList<>();
        for (String kind : TEXTS) {
            entries.stream().map(Entry::name).filter(name -> isOf(types.getOrDefault(name, ""), kind)).forEach(names::add);
        }
        return names;
    }

    private static boolean isOf(String type, String kind) {
        boolean main = kind.equals("document") && type.startsWith("application/vnd.ms-word.document.macroEnabled.main");
        return main || type.contains(WORD + kind + "+") || type.contains(WORD + kind + ".main+");
    }

    /// The content of a part.
    ///
    /// @throws IllegalArgumentException where there is none of this name
    public byte[] part(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name)).content();
    }

    /// The document with other contents of some parts, all else as it was; a part that it lacks is added at its end.
    public byte[] with(Map<String, byte[]> changed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                byte[] content = changed.getOrDefault(entry.name(), entry.content());
                zip.putNextEntry(header(entry, content));
                zip.write(content);
                zip.closeEntry();
            }
            for (Map.Entry<String, byte[]> part : changed.entrySet()) {
                if (entries.stream().noneMatch(entry -> entry.name().equals(part.getKey()))) {
                    ZipEntry added = new ZipEntry(part.getKey());
                    added.setTimeLocal(FIRST_TIME);
                    zip.putNextEntry(added);
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(Entry entry, byte[] content) {
        ZipEntry header = new ZipEntry(entry.name());
        header.setTimeLocal(entry.header().getTimeLocal());
        if (entry.header().getMethod() == ZipEntry.STORED) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            header.setMethod(ZipEntry.STORED);
            header.setSize(content.length);
            header.setCrc(checksum.getValue());
        }
        return header;
    }
}
