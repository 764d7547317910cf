package org.tabularium.manuscript.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A part of a document as text, with the places of its elements, so that some of it can be replaced and the rest stays letter by
/// letter. A parser of the JDK's has seen it first: what is read here is well-formed and declares no entities.
public final class WordXml {

    private static final List<String> WORD = List.of("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final String text;
    private final Charset charset;
    private final String prefix;
    private final Element root;

    private WordXml(String text, Charset charset, Element root) {
        this.text = text;
        this.charset = charset;
        this.root = root;
        this.prefix = prefix(root);
    }

    /// An element and where it stands in the text.
    public static final class Element {

        private final String name;
        private final @Nullable Element parent;
        private final List<Element> children = new ArrayList<>();
        private final String tag;
        private final int start;
        private final int open;
        private int close;
        private int end;

        private Element(String name, @Nullable Element parent, String tag, int start, int open) {
            this.name = name;
            this.parent = parent;
            this.tag = tag;
            this.start = start;
            this.open = open;
        }

        /// With its prefix, as it is written.
        public String name() {
            return name;
        }

        public @Nullable Element parent() {
            return parent;
        }

        public List<Element> children() {
            return children;
        }

        /// Where its start tag begins.
        public int start() {
            return start;
        }

        /// Where its content begins.
        public int open() {
            return open;
        }

        /// Where its content ends: its end tag begins, or there is none.
        public int close() {
            return close;
        }

        /// After its last character.
        public int end() {
            return end;
        }

        /// An attribute by its name as written; empty where it is not there.
        public String attribute(String attribute) {
            Matcher attributes = ATTRIBUTE.matcher(tag);
            while (attributes.find()) {
                if (attributes.group(1).equals(attribute)) {
                    return unescaped(attributes.group(2) == null ? attributes.group(3) : attributes.group(2));
                }
            }
            return "";
        }

        private void addAll(List<Element> all) {
            all.add(this);
            children.forEach(child -> child.addAll(all));
        }
    }

    /// Reads a part.
    ///
    /// @param name of the part, for messages
    /// @throws UnreadableDocumentException where it is no XML
    public static WordXml of(String name, byte[] content) throws UnreadableDocumentException {
        requireWellFormed(name, content);
        Charset charset = charset(content);
        String text = new String(content, charset);
        return new WordXml(text, charset, elements(text));
    }

    private static void requireWellFormed(String name, byte[] content) throws UnreadableDocumentException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), new DefaultHandler());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableDocumentException("the part " + name + " of the document is broken: " + e.getMessage());
        }
    }

    private static Charset charset(byte[] content) {
        boolean marked = content.length > 1 && (content[0] == (byte) 0xFE || content[0] == (byte) 0xFF);
        if (marked) {
            return StandardCharsets.UTF_16;
        }
        String beginning = new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(beginning.startsWith("ï»¿") ? beginning.substring(3) : beginning);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Element elements(String text) {
        Element root = new Element("", null, "", 0, 0);
        Element at = root;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i)) {
            if (text.startsWith("<!--", i)) {
                i = text.indexOf("-->", i) + 3;
            } else if (text.startsWith("<![CDATA[", i)) {
                i = text.indexOf("]]>", i) + 3;
            } else if (text.startsWith("<?", i)) {
                i = text.indexOf("?>", i) + 2;
            } else if (text.charAt(i + 1) == '/') {
                at.close = i;
                i = text.indexOf('>', i) + 1;
                at.end = i;
                at = java.util.Objects.requireNonNull(at.parent);
            } else {
                int end = tagEnd(text, i);
                Element element = new Element(name(text, i + 1), at, text.substring(i, end), i, end);
                at.children.add(element);
                if (text.charAt(end - 2) == '/') {
                    element.close = end;
                    element.end = end;
                } else {
                    at = element;
                }
                i = end;
            }
        }
        return root;
    }

    private static int tagEnd(String text, int from) {
        char quote = 0;
        for (int i = from;; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
    }

    private static String name(String text, int from) {
        int end = from;
        while (" \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    /// What stands before the names of Word's elements, with its colon.
    private static String prefix(Element root) {
        for (Element element : root.children) {
            Matcher attributes = ATTRIBUTE.matcher(element.tag);
            while (attributes.find()) {
                String value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
                if (WORD.contains(value) && attributes.group(1).startsWith("xmlns")) {
                    return attributes.group(1).equals("xmlns") ? "" : attributes.group(1).substring("xmlns:".length()) + ":";
                }
            }
        }
        return "w:";
    }

    /// Every element in the order in which they begin.
    public List<Element> all() {
        List<Element> all = new ArrayList<>();
        root.children.forEach(child -> child.addAll(all));
        return all;
    }

    /// What stands before the names of Word's elements and attributes, with its colon.
    public String prefix() {
        return prefix;
    }

    /// Whether the element is Word's of this name.
    public boolean is(@Nullable Element element, String name) {
        return element != null && element.name.length() == prefix.length() + name.length() && element.name.startsWith(prefix)
                && element.name.endsWith(name);
    }

    /// The element's child of this name; null where it has none.
    public @Nullable Element child(Element of, String name) {
        return of.children.stream().filter(child -> is(child, name)).findFirst().orElse(null);
    }

    /// The attribute of Word's `val` of the element's child of this name; empty where there is none.
    public String value(Element of, String name) {
        Element child = child(of, name);
        return child == null ? "" : child.attribute(prefix + "val");
    }

    /// The text as it stands.
    public String text() {
        return text;
    }

    /// The markup of an element as it stands.
    public String markup(Element element) {
        return text.substring(element.start, element.end);
    }

    /// What an element of text holds.
    public String content(Element element) {
        return unescaped(text.substring(element.open, Math.max(element.open, element.close)));
    }

    /// The part with other text, in its encoding.
    public byte[] bytes(String edited) {
        return edited.getBytes(charset);
    }

    private static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '&' ? text.indexOf(';', i) : -1;
            if (end < 0) {
                plain.append(text.charAt(i));
            } else {
                String entity = text.substring(i + 1, end);
                switch (entity) {
                    case "amp" -> plain.append('&');
                    case "lt" -> plain.append('<');
                    case "gt" -> plain.append('>');
                    case "quot" -> plain.append('"');
                    case "apos" -> plain.append('\'');
                    default -> plain.appendCodePoint(entity.startsWith("#x")
                            ? Integer.parseInt(entity.substring(2), 16)
                            : Integer.parseInt(entity.substring(1)));
                }
                i = end;
            }
        }
        return plain.toString();
    }
}
