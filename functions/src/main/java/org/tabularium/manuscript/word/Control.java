package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A content control that holds a number of a run, wherever it stands: in a line, around paragraphs or cells, in another control.
///
/// @param part the part's name
/// @param element the control
/// @param tag the name of the results that it shows
/// @param statistics those of them that it shows; empty where its title says none
/// @param runs what a reader sees of it: no deleted runs
/// @param text what these show
record Control(String part, WordXml.Element element, String tag, List<String> statistics, List<WordXml.Element> runs,
        String text) {

    private static final String TAG = "tab:";

    /// The controls of a part that hold numbers of a run and no other such control.
    static List<Control> of(String part, WordXml xml) {
        List<Control> controls = new ArrayList<>();
        for (WordXml.Element element : xml.all()) {
            WordXml.Element properties = xml.is(element, "sdt") ? xml.child(element, "sdtPr") : null;
            if (properties == null) {
                continue;
            }
            String tag = xml.value(properties, "tag");
            WordXml.Element content = xml.child(element, "sdtContent");
            if (tag.startsWith(TAG) && content != null && !holdsAnother(xml, content)) {
                WrittenText written = WrittenText.of(xml, content);
                controls.add(new Control(part, element, tag, statistics(xml.value(properties, "alias")),
                        written.runs(), written.text().strip()));
            }
        }
        return controls;
    }

    private static List<String> statistics(String alias) {
        return alias.isBlank() ? List.of() : List.of(alias.strip().split("\\s*,\\s*"));
    }

    private static boolean holdsAnother(WordXml xml, WordXml.Element element) {
        for (WordXml.Element child : element.children()) {
            WordXml.Element properties = xml.is(child, "sdt") ? xml.child(child, "sdtPr") : null;
            if ((properties != null && xml.value(properties, "tag").startsWith(TAG)) || holdsAnother(xml, child)) {
                return true;
            }
        }
        return false;
    }

    /// Where new text may stand: after the last run, outside of an insertion that holds it; else at the end of the first
    /// paragraph or of the content.
    int place(WordXml xml) {
        if (!runs.isEmpty()) {
            WordXml.Element last = runs.getLast();
            WordXml.Element parent = last.parent();
            return parent != null && (xml.is(parent, "ins") || xml.is(parent, "moveTo")) ? parent.end() : last.end();
        }
        WordXml.Element paragraph = firstParagraph(xml, element);
        return paragraph == null || paragraph.close() == paragraph.end() ? -1 : paragraph.close();
    }

    private static WordXml.@Nullable Element firstParagraph(WordXml xml, WordXml.Element in) {
        for (WordXml.Element child : in.children()) {
            WordXml.Element found = xml.is(child, "p") || (xml.is(child, "sdtContent") && inLine(xml, child))
                    ? child
                    : firstParagraph(xml, child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Whether a control's content stands in a line, not around paragraphs or cells.
    private static boolean inLine(WordXml xml, WordXml.Element content) {
        for (WordXml.Element at = content.parent(); at != null; at = at.parent()) {
            if (xml.is(at, "p")) {
                return true;
            }
            if (xml.is(at, "tc") || xml.is(at, "body")) {
                return false;
            }
        }
        return false;
    }
}
