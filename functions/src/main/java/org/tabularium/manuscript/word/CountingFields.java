package org.tabularium.manuscript.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the fields of a part show that Word or a reference manager counts: pages, captions, references, contents, citations,
/// dates. Such numbers are no results.
final class CountingFields {

    private static final List<String> KINDS = List.of("page", "numpages", "sectionpages", "section", "seq", "ref", "pageref",
            "noteref", "styleref", "toc", "tc", "index", "date", "time", "savedate", "createdate", "printdate", "citation",
            "bibliography", "addin");

    /// A field that is open.
    private static final class Field {

        private final StringBuilder code = new StringBuilder();
        private boolean shows;
    }

    private CountingFields() {}

    /// The runs and simple fields that show what is counted.
    static Set<WordXml.Element> of(WordXml xml) {
        Set<WordXml.Element> counted = new HashSet<>();
        Deque<Field> open = new ArrayDeque<>();
        for (WordXml.Element element : xml.all()) {
            if (xml.is(element, "fldSimple") && counts(element.attribute(xml.prefix() + "instr"))) {
                counted.add(element);
            } else if (xml.is(element, "r") && open.stream().anyMatch(field -> field.shows && counts(field.code.toString()))) {
                counted.add(element);
            } else if (xml.is(element, "instrText") && !open.isEmpty()) {
                open.peek().code.append(xml.content(element));
            } else if (xml.is(element, "fldChar")) {
                step(element.attribute(xml.prefix() + "fldCharType"), open);
            }
        }
        return counted;
    }

    private static void step(String type, Deque<Field> open) {
        switch (type) {
            case "begin" -> open.push(new Field());
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().shows = true;
                }
            }
            case "end" -> open.poll();
            default -> {}
        }
    }

    private static boolean counts(String code) {
        String[] words = code.strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
        return KINDS.contains(words[0]);
    }
}
