package org.tabularium.manuscript.word;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.manuscript.word.WordXml.Element;

/// Where a number of a document stands, as its reader says it: in a table by its headers and all its labels, else by the words
/// around it.
final class ControlPlaces {

    private static final int WORDS_BEFORE = 40;
    private static final int WORDS_BEHIND = 20;
    private static final String LEFT_OUT = "…";

    private final Map<String, WordXml> parts;
    private final TextPlaces places;

    /// @param parts that hold text, the body first
    ControlPlaces(WordFile file, Map<String, WordXml> parts) {
        this.parts = parts;
        this.places = new TextPlaces(file, parts);
    }

    /// `footnote 2, "… received 3 (50%) of …"`, `Total (N=14), Cytokine release syndrome, Grade 2`.
    String of(Control control) {
        WordXml xml = parts.get(control.part());
        if (xml == null) {
            return control.part();
        }
        Element shown = control.runs().isEmpty() ? control.element() : control.runs().getFirst();
        String lead = TableLeads.nested(xml, shown);
        return Stream.of(places.of(control.part(), shown), lead.isEmpty() ? around(xml, control, shown) : lead)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /// Some of the paragraph's words before and behind the number.
    private static String around(WordXml xml, Control control, Element shown) {
        Element paragraph = shown;
        while (paragraph.parent() != null && !xml.is(paragraph, "p")) {
            paragraph = paragraph.parent();
        }
        WrittenText written = WrittenText.of(xml, paragraph);
        List<Element> runs = written.runs();
        int before = control.runs().isEmpty() ? 0 : lengthBefore(xml, runs, control.runs().getFirst());
        String text = written.text().replace('\n', ' ');
        int from = Math.max(0, Math.min(before, text.length()) - WORDS_BEFORE);
        int to = Math.min(text.length(), before + control.text().length() + WORDS_BEHIND);
        while (from > 0 && text.charAt(from - 1) != ' ') {
            from--;
        }
        while (to < text.length() && text.charAt(to) != ' ') {
            to++;
        }
        String words = text.substring(from, Math.max(from, to)).strip();
        String begun = from > 0 ? LEFT_OUT : "";
        String ended = to < text.length() ? LEFT_OUT : "";
        return words.isEmpty() ? "" : "\"" + begun + words + ended + "\"";
    }

    private static int lengthBefore(WordXml xml, List<Element> runs, Element first) {
        int at = Math.max(0, runs.indexOf(first));
        return runs.subList(0, at).stream()
                .mapToInt(run -> run.children().stream().filter(child -> xml.is(child, "t"))
                        .mapToInt(child -> xml.content(child).length()).sum())
                .sum();
    }
}
