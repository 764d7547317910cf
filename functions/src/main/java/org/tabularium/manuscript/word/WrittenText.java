package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.office.LineSigns;
import org.tabularium.render.office.Raised;

/// What a reader sees of an element: the runs that no deletion holds, and their text.
///
/// @param text with raised characters as displays have them, a break for each paragraph but the first, and without the signs by
/// which Word knows where lines end
record WrittenText(List<WordXml.Element> runs, String text) {

    static WrittenText of(WordXml xml, WordXml.Element element) {
        List<WordXml.Element> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        read(xml, element, runs, text);
        return new WrittenText(runs, LineSigns.plain(text.toString()));
    }

    private static void read(WordXml xml, WordXml.Element element, List<WordXml.Element> runs, StringBuilder text) {
        boolean first = true;
        for (WordXml.Element child : element.children()) {
            if (xml.is(child, "r")) {
                runs.add(child);
                run(xml, child, text);
            } else if (!xml.is(child, "del") && !xml.is(child, "moveFrom")) {
                if (xml.is(child, "p") && !first) {
                    text.append('\n');
                }
                first &= !xml.is(child, "p");
                read(xml, child, runs, text);
            }
        }
    }

    private static void run(WordXml xml, WordXml.Element run, StringBuilder text) {
        WordXml.Element properties = xml.child(run, "rPr");
        String standing = properties == null ? "" : xml.value(properties, "vertAlign");
        for (WordXml.Element child : run.children()) {
            if (xml.is(child, "t")) {
                text.append(Raised.raised(xml.content(child), standing));
            } else if (xml.is(child, "br") || xml.is(child, "cr")) {
                text.append('\n');
            } else if (xml.is(child, "tab")) {
                text.append('\t');
            } else if (xml.is(child, "noBreakHyphen")) {
                text.append('-');
            }
        }
    }
}
