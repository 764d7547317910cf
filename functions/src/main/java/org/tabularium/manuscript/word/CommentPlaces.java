package org.tabularium.manuscript.word;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordText.Paragraph;

/// Where a comment stands that is on something which Word cannot comment: for a note at its mark, for a text box at what holds
/// it, for a head or foot at the beginning of the first section that has it.
final class CommentPlaces {

    /// From one place of the body up to another, between runs.
    record Span(int start, int end) {}

    private final WordXml body;
    private final Map<String, String> targets = new HashMap<>();

    /// @param folder of the body's part, with its slash
    /// @param relations of the body, by id; null for none
    CommentPlaces(WordXml body, String folder, @Nullable WordXml relations) {
        this.body = body;
        if (relations != null) {
            for (WordXml.Element relation : relations.all()) {
                String target = relation.attribute("Target");
                targets.put(relation.attribute("Id"), target.startsWith("/") ? target.substring(1) : folder + target);
            }
        }
    }

    /// The place for what stands in a paragraph of the document.
    ///
    /// @param xml the part of the paragraph
    /// @return null where the body holds nothing
    @Nullable
    Span of(WordXml xml, Paragraph paragraph) {
        WordXml.Element box = xml.equals(body) ? TextPlaces.around(xml, paragraph.element(), "txbxContent") : null;
        if (box != null) {
            return ofRun(box);
        }
        WordXml.Element footnote = TextPlaces.around(xml, paragraph.element(), "footnote");
        WordXml.Element note = footnote == null ? TextPlaces.around(xml, paragraph.element(), "endnote") : footnote;
        if (note != null) {
            return ofMark(footnote == null ? "endnoteReference" : "footnoteReference", note.attribute(xml.prefix() + "id"));
        }
        return ofSection(paragraph.part());
    }

    private @Nullable Span ofRun(WordXml.Element inner) {
        for (WordXml.Element at = inner.parent(); at != null; at = at.parent()) {
            if (body.is(at, "r")) {
                return new Span(at.start(), at.end());
            }
        }
        return ofSection("");
    }

    private @Nullable Span ofMark(String kind, String id) {
        return body.all().stream().filter(e -> body.is(e, kind) && e.attribute(body.prefix() + "id").equals(id)).findFirst()
                .map(this::ofRun).orElseGet(() -> ofSection(""));
    }

    /// The beginning of the first section that names the part; of the document where none does.
    private @Nullable Span ofSection(String part) {
        int begin = 0;
        int from = 0;
        for (WordXml.Element element : body.all()) {
            if (body.is(element, "sectPr")) {
                if (element.children().stream().anyMatch(reference -> isTo(reference, part))) {
                    begin = from;
                    break;
                }
                from = element.end();
            }
        }
        for (WordXml.Element element : body.all()) {
            boolean beside = element.start() >= begin && body.is(element, "p") && element.close() < element.end();
            if (beside && TextPlaces.around(body, element, "txbxContent") == null) {
                WordXml.Element properties = body.child(element, "pPr");
                int place = properties == null ? element.open() : properties.end();
                return new Span(place, place);
            }
        }
        return null;
    }

    private boolean isTo(WordXml.Element reference, String part) {
        boolean named = body.is(reference, "headerReference") || body.is(reference, "footerReference");
        return named && part.equals(targets.get(reference.attribute("r:id")));
    }
}
