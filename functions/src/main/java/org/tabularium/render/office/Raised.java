package org.tabularium.render.office;

/// Characters that stand above or below their line: as characters of their own, as displays hold them, and as plain ones with a
/// property, as documents do.
public final class Raised {

    private static final String ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐ";
    private static final String PLAIN_ABOVE = "0123456789+−abcdefghjklm";
    private static final String BELOW = "₀₁₂₃₄₅₆₇₈₉";
    private static final String PLAIN_BELOW = "0123456789";

    /// How a character stands on its line.
    public enum Standing {
        ON_LINE(""), ABOVE("superscript"), BELOW("subscript");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /// The word of `vertAlign` in documents; empty for what stands on its line.
        public String word() {
            return word;
        }
    }

    private Raised() {}

    /// How a character of a display stands.
    public static Standing of(char c) {
        if (c < 0xB2) {
            return Standing.ON_LINE;
        }
        if (ABOVE.indexOf(c) >= 0) {
            return Standing.ABOVE;
        }
        return BELOW.indexOf(c) >= 0 ? Standing.BELOW : Standing.ON_LINE;
    }

    /// The end of what stands as the first character from here on does.
    public static int end(String text, int from) {
        Standing standing = of(text.charAt(from));
        int to = from + 1;
        while (to < text.length() && of(text.charAt(to)) == standing) {
            to++;
        }
        return to;
    }

    /// The plain characters of a text that stands so.
    public static String plain(String text, Standing standing) {
        return switch (standing) {
            case ON_LINE -> text;
            case ABOVE -> turned(text, ABOVE, PLAIN_ABOVE);
            case BELOW -> turned(text, BELOW, PLAIN_BELOW);
        };
    }

    /// The characters of displays for plain ones; what has none stays.
    ///
    /// @param word of `vertAlign`
    public static String raised(String plain, String word) {
        if (word.equals(Standing.ABOVE.word())) {
            return turned(plain, PLAIN_ABOVE, ABOVE);
        }
        return word.equals(Standing.BELOW.word()) ? turned(plain, PLAIN_BELOW, BELOW) : plain;
    }

    private static String turned(String text, String from, String to) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            turned.append(at < 0 ? text.charAt(i) : to.charAt(at));
        }
        return turned.toString();
    }
}
