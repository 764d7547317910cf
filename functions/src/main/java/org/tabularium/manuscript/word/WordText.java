package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.office.Raised;

/// What a reader sees of a Word document, paragraph by paragraph: body, text boxes, heads, feet and notes; no deleted text, no
/// fields' codes, and not what a field counts, such as the number of the page.
public final class WordText {

    private final WordFile file;
    private final Map<String, WordXml> parts;
    private final List<Paragraph> paragraphs;

    private WordText(WordFile file, Map<String, WordXml> parts, List<Paragraph> paragraphs) {
        this.file = file;
        this.parts = parts;
        this.paragraphs = paragraphs;
    }

    /// A paragraph.
    ///
    /// @param part the part's name
    /// @param in what it stands in: `header`, `footnote 2`, `text box`; empty for the body
    /// @param number among the paragraphs there, from 1
    /// @param element of it
    /// @param text what a reader sees
    /// @param lead what a cell of a table is of, by the headers and labels of the table; empty for what is no cell
    /// @param pieces the elements of text that show it
    public record Paragraph(String part, String in, int number, WordXml.Element element, String text, String lead,
            List<Piece> pieces) {}

    /// An element of text within a paragraph.
    ///
    /// @param element the element
    /// @param run that holds it
    /// @param start of its text in the paragraph's
    /// @param length of its text
    record Piece(WordXml.Element element, WordXml.Element run, int start, int length) {}

    /// The texts of a document.
    ///
    /// @throws UnreadableDocumentException where the bytes are no Word document
    public static WordText of(byte[] document) throws UnreadableDocumentException {
        WordFile file = WordFile.read(document);
        Map<String, WordXml> parts = new LinkedHashMap<>();
        for (String name : file.texts()) {
            parts.put(name, WordXml.of(name, file.part(name)));
        }
        TextPlaces places = new TextPlaces(file, parts);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Paragraph> paragraphs = new ArrayList<>();
        parts.forEach((name, xml) -> {
            Set<WordXml.Element> counted = CountingFields.of(xml);
            for (WordXml.Element element : xml.all()) {
                if (xml.is(element, "p") && !TextPlaces.isShownElsewhere(element)) {
                    Reader reader = new Reader(xml, counted);
                    reader.read(element);
                    String in = places.of(name, element);
                    paragraphs.add(new Paragraph(name, in, numbers.merge(in, 1, Integer::sum), element, reader.text.toString(),
                            TableLeads.of(xml, element), reader.pieces));
                }
            }
        });
        return new WordText(file, parts, paragraphs);
    }

    /// In the order of the parts and in them.
    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    WordFile file() {
        return file;
    }

    WordXml xml(String part) {
        WordXml xml = parts.get(part);
        if (xml == null) {
            throw new IllegalArgumentException(part);
        }
        return xml;
    }

    /// Reads one paragraph; a text box in it has paragraphs of its own.
    private static final class Reader {

        private final WordXml xml;
        private final Set<WordXml.Element> counted;
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();

        Reader(WordXml xml, Set<WordXml.Element> counted) {
            this.xml = xml;
            this.counted = counted;
        }

        void read(WordXml.Element element) {
            for (WordXml.Element child : element.children()) {
                if (counted.contains(child)) {
                    text.append('\u2060');
                } else if (xml.is(child, "r")) {
                    run(child);
                } else if (!xml.is(child, "del") && !xml.is(child, "moveFrom") && !xml.is(child, "p")) {
                    read(child);
                }
            }
        }

        private void run(WordXml.Element run) {
            WordXml.@Nullable Element properties = xml.child(run, "rPr");
            String standing = properties == null ? "" : xml.value(properties, "vertAlign");
            for (WordXml.Element child : run.children()) {
                if (xml.is(child, "t")) {
                    String plain = xml.content(child);
                    String raised = Raised.raised(plain, standing);
                    pieces.add(new Piece(child, run, text.length(), plain.length()));
                    text.append(raised.length() == plain.length() ? raised : plain);
                } else if (xml.is(child, "br") || xml.is(child, "cr") || xml.is(child, "tab")) {
                    text.append(' ');
                } else if (xml.is(child, "noBreakHyphen")) {
                    text.append('-');
                }
            }
        }
    }
}
