package org.tabularium.manuscript.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordText.Paragraph;
import org.tabularium.manuscript.word.WordText.Piece;
import org.tabularium.render.office.XmlText;

/// A copy of a document with comments at parts of its text. Word has comments in the body alone: what stands in heads, feet,
/// notes and text boxes is commented where these belong to the body, and the comment says where it stands.
public final class WordComments {

    /// A remark on a part of a paragraph.
    ///
    /// @param paragraph of [WordText#paragraphs]
    /// @param start of its first character in the paragraph's text
    /// @param end behind its last character
    public record Comment(int paragraph, int start, int end, String text) {}

    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final Pattern ID = Pattern.compile("<\\w*:?comment [^>]*id=\"(\\d{1,9})\"");

    private final WordText text;
    private final String date;
    private final StringBuilder written = new StringBuilder();
    private int next;

    private WordComments(WordText text, String created) {
        this.text = text;
        this.date = created.isEmpty() || created.contains("T") ? created : created + "T00:00:00Z";
    }

    /// The document with comments by Tabularium.
    ///
    /// @param created the run's day or moment, in ISO 8601; empty for no date
    /// @throws UnreadableDocumentException where the document's comments cannot be read
    public static byte[] add(WordText text, List<Comment> comments, String created) throws UnreadableDocumentException {
        return comments.isEmpty()
                ? text.file().with(Map.of())
                : new WordComments(text, created).added(text.file().texts().getFirst(), comments);
    }

    private byte[] added(String body, List<Comment> comments) throws UnreadableDocumentException {
        WordFile file = text.file();
        WordXml xml = text.xml(body);
        String part = file.types().entrySet().stream().filter(t -> t.getValue().equals(TYPE)).map(Map.Entry::getKey).findFirst()
                .orElse("");
        String before = part.isEmpty() ? "" : WordXml.of(part, file.part(part)).text();
        Matcher ids = ID.matcher(before);
        while (ids.find()) {
            next = Math.max(next, Integer.parseInt(ids.group(1)) + 1);
        }
        Map<String, byte[]> changed = new LinkedHashMap<>();
        Edits edits = new Edits();
        Map<Piece, NavigableMap<Integer, List<String>>> cuts = new LinkedHashMap<>();
        CommentPlaces places = new CommentPlaces(xml, folder(body), relations(file, body));
        comments.stream().sorted(Comparator.comparingInt(Comment::paragraph).thenComparingInt(Comment::start))
                .forEach(comment -> {
                    Paragraph paragraph = text.paragraphs().get(comment.paragraph());
                    if (paragraph.in().isEmpty()) {
                        mark(xml, comment, cuts);
                    } else {
                        beside(xml, comment, places.of(text.xml(paragraph.part()), paragraph), edits);
                    }
                });
        cuts.forEach((piece, marks) -> cut(xml, piece, marks, edits));
        changed.put(body, xml.bytes(edits.of(xml.text())));
        if (part.isEmpty()) {
            create(file, body, changed);
        } else {
            WordXml old = WordXml.of(part, file.part(part));
            WordXml.Element root = old.all().getFirst();
            String markup = prefixed(written.toString(), old.prefix());
            String whole = old.text();
            boolean empty = root.close() == root.end();
            String renewed = empty
                    ? whole.substring(0, root.end() - 2) + ">" + markup + "</" + root.name() + ">" + whole.substring(root.end())
                    : whole.substring(0, root.close()) + markup + whole.substring(root.close());
            changed.put(part, old.bytes(renewed));
        }
        return file.with(changed);
    }

    private static String prefixed(String markup, String prefix) {
        return prefix.equals("w:")
                ? markup
                : markup.replace("<w:", "<" + prefix).replace("</w:", "</" + prefix).replace(" w:", " " + prefix);
    }

    /// Where the marks of a comment stand: in which elements of text, behind how many of their characters.
    private void mark(WordXml xml, Comment comment, Map<Piece, NavigableMap<Integer, List<String>>> cuts) {
        Paragraph paragraph = text.paragraphs().get(comment.paragraph());
        Piece first = piece(paragraph, comment.start());
        Piece last = piece(paragraph, comment.end() - 1);
        cuts.computeIfAbsent(first, p -> new TreeMap<>()).computeIfAbsent(comment.start() - first.start(), c -> new ArrayList<>())
                .add(begin(xml.prefix()));
        cuts.computeIfAbsent(last, p -> new TreeMap<>()).computeIfAbsent(comment.end() - last.start(), c -> new ArrayList<>())
                .addFirst(end(xml.prefix()));
        write(comment);
    }

    /// A comment on what has none: where it belongs to the body.
    private void beside(WordXml xml, Comment comment, CommentPlaces.@Nullable Span span, Edits edits) {
        if (span != null) {
            edits.insert(span.start(), begin(xml.prefix()) + (span.start() == span.end() ? end(xml.prefix()) : ""));
            if (span.start() < span.end()) {
                edits.insert(span.end(), end(xml.prefix()));
            }
            write(comment);
        }
    }

    private String begin(String w) {
        return "<" + w + "commentRangeStart" + id(w);
    }

    private String end(String w) {
        return "<" + w + "commentRangeEnd" + id(w) + "<" + w + "r><" + w + "commentReference" + id(w) + "</" + w + "r>";
    }

    private String id(String w) {
        return " " + w + "id=\"" + next + "\"/>";
    }

    private void write(Comment comment) {
        written.append("<w:comment w:id=\"").append(next).append("\" w:author=\"Tabularium\" w:initials=\"T\"")
                .append(date.isEmpty() ? "" : " w:date=\"" + date + "\"").append("><w:p><w:r><w:t xml:space=\"preserve\">")
                .append(XmlText.escaped(comment.text())).append("</w:t></w:r></w:p></w:comment>");
        next++;
    }

    private static Piece piece(Paragraph paragraph, int at) {
        return paragraph.pieces().stream().filter(p -> p.start() <= at && at < p.start() + p.length()).findFirst().orElseThrow();
    }

    /// Parts a run where marks stand, since these lie between runs.
    private static void cut(WordXml xml, Piece piece, NavigableMap<Integer, List<String>> places, Edits edits) {
        String w = xml.prefix();
        String content = xml.content(piece.element());
        WordXml.Element properties = xml.child(piece.run(), "rPr");
        String look = properties == null ? "" : xml.markup(properties);
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Map.Entry<Integer, List<String>> place : places.entrySet()) {
            text(w, content.substring(from, place.getKey()), markup);
            markup.append("</").append(w).append("r>").append(String.join("", place.getValue())).append("<").append(w)
                    .append("r>")
                    .append(look);
            from = place.getKey();
        }
        text(w, content.substring(from), markup);
        edits.replace(piece.element().start(), piece.element().end(), markup.toString());
    }

    private static void text(String w, String text, StringBuilder markup) {
        if (!text.isEmpty()) {
            markup.append("<").append(w).append("t xml:space=\"preserve\">").append(XmlText.escaped(text)).append("</").append(w)
                    .append("t>");
        }
    }

    /// A document without comments gets the part that holds them, its type and what leads to it.
    private void create(WordFile file, String body, Map<String, byte[]> changed) {
        String folder = folder(body);
        String part = folder + "comments.xml";
        changed.put(part, (DECLARATION + "<w:comments xmlns:w=\"" + WORD + "\">" + written + "</w:comments>")
                .getBytes(StandardCharsets.UTF_8));
        changed.put(TYPES, within(file.part(TYPES), "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPE + "\"/>"));
        String relations = relations(body);
        String relation = "<Relationship Id=\"rIdTabularium\" Type=\"" + RELATION + "\" Target=\"comments.xml\"/>";
        boolean has = file.entries().stream().anyMatch(e -> e.name().equals(relations));
        changed.put(relations, has
                ? within(file.part(relations), relation)
                : (DECLARATION + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation
                        + "</Relationships>").getBytes(StandardCharsets.UTF_8));
    }

    private static String folder(String body) {
        return body.substring(0, body.lastIndexOf('/') + 1);
    }

    private static String relations(String body) {
        return folder(body) + "_rels/" + body.substring(folder(body).length()) + ".rels";
    }

    private static @Nullable WordXml relations(WordFile file, String body) throws UnreadableDocumentException {
        String relations = relations(body);
        boolean has = file.entries().stream().anyMatch(e -> e.name().equals(relations));
        return has ? WordXml.of(relations, file.part(relations)) : null;
    }

    /// The part with an element more, as the last one of its root.
    private static byte[] within(byte[] part, String element) {
        String text = new String(part, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</");
        return (text.substring(0, end) + element + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
