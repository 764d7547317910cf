package org.tabularium.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A piece of a page. Nothing becomes markup but what is made here: every text is escaped, names of elements and attributes
/// are words,
/// an address is one of ours or of a scheme that is safe, and style and script come from our own resources alone.
final class Html {

    private static final Set<String> VOID = Set.of("meta", "input", "br", "hr");
    private static final Set<String> OWN = Set.of("style", "script");
    private static final Set<String> ADDRESSES = Set.of("href", "action", "src");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Map<Character, String> ESCAPES = Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'',
            "&#39;");

    static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /// Text as it is read.
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(ESCAPES.getOrDefault(c, String.valueOf(c)));
        }
        return new Html(escaped.toString());
    }

    /// Pieces one after the other; whatever is no piece is text.
    static Html all(Object... parts) {
        StringBuilder markup = new StringBuilder();
        for (Object part : parts) {
            append(markup, part);
        }
        return new Html(markup.toString());
    }

    private static void append(StringBuilder markup, Object part) {
        switch (part) {
            case Html html -> markup.append(html.markup);
            case Iterable<?> several -> several.forEach(p -> append(markup, p));
            default -> markup.append(text(String.valueOf(part)).markup);
        }
    }

    /// An element to be filled.
    static Element tag(String name) {
        if (!WORD.matcher(name).matches() || OWN.contains(name)) {
            throw new IllegalArgumentException("no element: " + name);
        }
        return new Element(new StringBuilder("<").append(name), name);
    }

    /// Our own style or script, as it lies in the program.
    static Html own(String name, String content) {
        if (!OWN.contains(name) || content.contains("</")) {
            throw new IllegalArgumentException("no style or script");
        }
        return new Html("<" + name + ">" + content + "</" + name + ">");
    }

    /// A whole page.
    static String page(Html head, Html body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" + head.markup + "</head>\n<body>\n" + body.markup
                + "</body>\n</html>\n";
    }

    /// An element without its content.
    static final class Element {

        private final StringBuilder markup;
        private final String name;

        private Element(StringBuilder markup, String name) {
            this.markup = markup;
            this.name = name;
        }

        Element with(String attribute, String value) {
            boolean address = ADDRESSES.contains(attribute);
            if (!WORD.matcher(attribute).matches() || attribute.startsWith("on") || attribute.equals("style")
                    || (address && !isSafe(value))) {
                throw new IllegalArgumentException("no attribute: " + attribute);
            }
            markup.append(' ').append(attribute).append("=\"").append(text(value).markup).append('"');
            return this;
        }

        /// The element with its content; what is no piece is text.
        Html of(Object... parts) {
            markup.append('>');
            if (!VOID.contains(name)) {
                append(markup, List.of(parts));
                markup.append("</").append(name).append('>');
            }
            return new Html(markup.append(name.equals("span") || name.equals("a") ? "" : "\n").toString());
        }

        private static boolean isSafe(String address) {
            return address.startsWith("#") || address.startsWith("https://") || address.startsWith("http://")
                    || (address.startsWith("/") && !address.startsWith("//"));
        }
    }
}
