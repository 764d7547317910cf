package org.tabularium.render.office;

/// Text as XML can hold it.
public final class XmlText {

    private XmlText() {}

    /// The text with every character that XML cannot hold (control characters, halves of surrogate pairs) shown as U+FFFD.
    public static String legal(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    /// The legal text with what XML reads as markup escaped, for elements and for attributes in double quotes.
    public static String escaped(String text) {
        String legal = legal(text);
        for (int i = 0; i < legal.length(); i++) {
            if ("&<>\"".indexOf(legal.charAt(i)) >= 0) {
                return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
            }
        }
        return legal;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\n') || (c >= 0xD800 && c <= 0xDFFF) || c >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
