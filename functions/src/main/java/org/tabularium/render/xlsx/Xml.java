package org.tabularium.render.xlsx;

/// XML being written. Texts hold no characters that XML cannot hold ([CellText] sees to that).
final class Xml {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private Xml() {}

    /// Appends a text, fit for the content of an element and for an attribute in double quotes.
    static void text(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(c);
            }
        }
    }

    static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        text(xml, text);
        return xml.toString();
    }
}
