package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the paragraphs of a document stand in, as its reader would say: `header`, `footnote 2`, `text box`.
final class TextPlaces {

    private final Map<String, WordXml> parts;
    private final String body;
    private final WordXml ofBody;
    private final List<String> headers = new ArrayList<>();
    private final List<String> footers = new ArrayList<>();
    private final List<String> footnotes;
    private final List<String> endnotes;

    /// @param parts that hold text, the body first
    TextPlaces(WordFile file, Map<String, WordXml> parts) {
        this.parts = parts;
        body = parts.keySet().iterator().next();
        ofBody = parts.values().iterator().next();
        parts.keySet().forEach(name -> {
            String type = file.types().getOrDefault(name, "");
            if (type.contains("header+")) {
                headers.add(name);
            } else if (type.contains("footer+")) {
                footers.add(name);
            }
        });
        footnotes = referred("footnoteReference");
        endnotes = referred("endnoteReference");
    }

    /// Notes by the order of their marks in the body, which their numbers follow.
    private List<String> referred(String kind) {
        List<String> ids = new ArrayList<>();
        for (WordXml.Element element : ofBody.all()) {
            if (ofBody.is(element, kind) && !ids.contains(element.attribute(ofBody.prefix() + "id"))) {
                ids.add(element.attribute(ofBody.prefix() + "id"));
            }
        }
        return ids;
    }

    /// What a paragraph stands in; empty for the body.
    String of(String part, WordXml.Element paragraph) {
        if (headers.contains(part)) {
            return numbered("header", headers, part);
        }
        if (footers.contains(part)) {
            return numbered("footer", footers, part);
        }
        WordXml xml = parts.getOrDefault(part, ofBody);
        if (part.equals(body)) {
            return around(xml, paragraph, "txbxContent") == null ? "" : "text box";
        }
        WordXml.Element note = around(xml, paragraph, "footnote");
        return note == null
                ? note("endnote", endnotes, xml, around(xml, paragraph, "endnote"))
                : note("footnote", footnotes, xml, note);
    }

    private static String numbered(String kind, List<String> all, String part) {
        return all.size() == 1 ? kind : kind + " " + (all.indexOf(part) + 1);
    }

    private static String note(String kind, List<String> ids, WordXml xml, WordXml.@Nullable Element note) {
        int at = note == null ? -1 : ids.indexOf(note.attribute(xml.prefix() + "id"));
        return at < 0 ? kind : kind + " " + (at + 1);
    }

    /// The outermost element of this name around another; null for none.
    static WordXml.@Nullable Element around(WordXml xml, WordXml.Element element, String name) {
        WordXml.Element outermost = null;
        for (WordXml.Element at = element.parent(); at != null; at = at.parent()) {
            outermost = xml.is(at, name) ? at : outermost;
        }
        return outermost;
    }

    /// Whether the element is what older programs show instead of what stands before it.
    static boolean isShownElsewhere(WordXml.Element element) {
        for (WordXml.Element at = element.parent(); at != null; at = at.parent()) {
            if (at.name().endsWith(":Fallback")) {
                return true;
            }
        }
        return false;
    }
}
