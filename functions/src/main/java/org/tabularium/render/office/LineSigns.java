package org.tabularium.render.office;

/// Signs that say to programs where a line may end and where not, beside those that a reader sees.
public final class LineSigns {

    /// A blank at which no line ends.
    public static final char NO_BREAK_SPACE = '\u00A0';
    /// A hyphen behind which no line ends.
    public static final char NO_BREAK_HYPHEN = '\u2011';
    /// A sign without width at which no line ends: Word knows it, not the newer word joiner.
    public static final char NO_BREAK = '\uFEFF';
    /// A sign without width at which a line may end.
    public static final char BREAK = '\u200B';

    private LineSigns() {}

    /// A text as a reader types it.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == NO_BREAK_SPACE) {
                plain.append(' ');
            } else if (c == NO_BREAK_HYPHEN) {
                plain.append('-');
            } else if (c != NO_BREAK && c != BREAK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
