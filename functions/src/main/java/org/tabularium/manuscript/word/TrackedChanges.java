package org.tabularium.manuscript.word;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.render.office.Raised;
import org.tabularium.render.office.XmlText;

/// The markup of changes that a writer sees, accepts or rejects. All have one author and one date.
final class TrackedChanges {

    private static final String AUTHOR = "Tabularium";
    private static final Pattern ID = Pattern.compile("[\\s:]id=\"(\\d{1,9})\"");
    /// What the schema wants behind the property that raises a run.
    private static final List<String> BEHIND = List.of("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath");

    private final String date;
    private int id;

    /// @param created the run's day or moment, in ISO 8601; empty for no date
    TrackedChanges(String created) {
        this.date = created.isEmpty() || created.contains("T") ? created : created + "T00:00:00Z";
    }

    /// Keeps the numbers of changes apart from those that a part has.
    void goOnAfter(String part) {
        Matcher ids = ID.matcher(part);
        while (ids.find()) {
            id = Math.max(id, Integer.parseInt(ids.group(1)));
        }
    }

    /// A start tag such as that of `w:ins`.
    ///
    /// @param prefix of Word's elements, with its colon
    String open(String prefix, String name) {
        id++;
        return "<" + prefix + name + " " + prefix + "id=\"" + id + "\" " + prefix + "author=\"" + AUTHOR + "\""
                + (date.isEmpty() ? "" : " " + prefix + "date=\"" + date + "\"");
    }

    /// Marks runs as deleted, each where it stands.
    void delete(WordXml xml, List<WordXml.Element> runs, Edits edits) {
        String w = xml.prefix();
        for (WordXml.Element run : runs) {
            edits.insert(run.start(), open(w, "del") + ">");
            for (WordXml.Element text : run.children()) {
                if (xml.is(text, "t")) {
                    edits.replace(text.start(), text.start() + 1 + text.name().length(), "<" + w + "delText");
                    if (text.close() < text.end()) {
                        edits.replace(text.close(), text.end(), "</" + w + "delText>");
                    }
                }
            }
            edits.insert(run.end(), "</" + w + "del>");
        }
    }

    /// Marks runs as inserted, each where it stands.
    void insert(WordXml xml, List<WordXml.Element> runs, Edits edits) {
        for (WordXml.Element run : runs) {
            edits.insert(run.start(), open(xml.prefix(), "ins") + ">");
            edits.insert(run.end(), "</" + xml.prefix() + "ins>");
        }
    }

    /// A deletion of text that looked as a run does.
    ///
    /// @param like the properties of the run; empty for none
    String deleted(String prefix, String text, String like) {
        return marked(prefix, "del", "delText", text, like);
    }

    /// An insertion of text that looks as a run does.
    ///
    /// @param like the properties of the run; empty for none
    String inserted(String prefix, String text, String like) {
        return marked(prefix, "ins", "t", text, like);
    }

    private String marked(String prefix, String mark, String holder, String text, String like) {
        StringBuilder markup = new StringBuilder(open(prefix, mark)).append('>');
        for (int from = 0, to; from < text.length(); from = to) {
            to = Raised.end(text, from);
            Raised.Standing standing = Raised.of(text.charAt(from));
            String raise = standing.word().isEmpty()
                    ? ""
                    : "<" + prefix + "vertAlign " + prefix + "val=\"" + standing.word() + "\"/>";
            String properties = withRaise(prefix, like, raise);
            markup.append("<").append(prefix).append("r>");
            if (!properties.isEmpty()) {
                markup.append("<").append(prefix).append("rPr>").append(properties).append("</").append(prefix).append("rPr>");
            }
            lines(prefix, holder, Raised.plain(text.substring(from, to), standing), markup);
            markup.append("</").append(prefix).append("r>");
        }
        return markup.append("</").append(prefix).append(mark).append('>').toString();
    }

    private static void lines(String prefix, String holder, String text, StringBuilder markup) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            markup.append(i == 0 ? "" : "<" + prefix + "br/>");
            if (!lines[i].isEmpty()) {
                markup.append("<").append(prefix).append(holder).append(" xml:space=\"preserve\">")
                        .append(XmlText.escaped(lines[i])).append("</").append(prefix).append(holder).append('>');
            }
        }
    }

    private static String withRaise(String prefix, String like, String raise) {
        int at = like.length();
        for (String name : BEHIND) {
            int found = like.indexOf("<" + prefix + name);
            at = found >= 0 ? Math.min(at, found) : at;
        }
        return like.substring(0, at) + raise + like.substring(at);
    }

    /// What a run looks like, without what raises it and without marks of changes.
    static String look(WordXml xml, WordXml.Element run) {
        WordXml.Element properties = xml.child(run, "rPr");
        StringBuilder look = new StringBuilder();
        if (properties != null) {
            for (WordXml.Element property : properties.children()) {
                boolean change = xml.is(property, "rPrChange") || xml.is(property, "ins") || xml.is(property, "del");
                if (!change && !xml.is(property, "vertAlign")) {
                    look.append(xml.markup(property));
                }
            }
        }
        return look.toString();
    }
}
