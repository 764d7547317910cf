package org.tabularium.render.docx;

import java.io.IOException;
import org.tabularium.render.office.XmlText;

/// Text as runs: raised and lowered characters become real superscripts and subscripts, a line break becomes one.
final class Runs {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐ";
    private static final String AS_RAISED = "0123456789+−abcdefghjklm";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
    private static final String AS_LOWERED = "0123456789";

    /// How a character stands on its line.
    private enum Standing {
        ON_LINE(""), RAISED("<w:vertAlign w:val=\"superscript\"/>"), LOWERED("<w:vertAlign w:val=\"subscript\"/>");

        private final String properties;

        Standing(String properties) {
            this.properties = properties;
        }
    }

    private Runs() {}

    /// Writes the text.
    ///
    /// @param properties of the runs, which stand before what raises; empty for those of the paragraph
    static void write(Markup markup, String text, String properties) throws IOException {
        for (int from = 0, to; from < text.length(); from = to) {
            Standing standing = standing(text.charAt(from));
            to = from + 1;
            while (to < text.length() && standing(text.charAt(to)) == standing) {
                to++;
            }
            run(markup, text.substring(from, to), properties, standing);
        }
    }

    private static void run(Markup markup, String text, String properties, Standing standing) throws IOException {
        String all = properties + standing.properties;
        markup.add(all.isEmpty() ? "<w:r>" : "<w:r><w:rPr>" + all + "</w:rPr>");
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            text(markup, text.substring(from, end), standing);
            markup.add("<w:br/>");
            from = end + 1;
        }
        text(markup, text.substring(from), standing);
        markup.add("</w:r>");
    }

    private static void text(Markup markup, String text, Standing standing) throws IOException {
        if (!text.isEmpty()) {
            String shown = switch (standing) {
                case ON_LINE -> text;
                case RAISED -> turned(text, RAISED, AS_RAISED);
                case LOWERED -> turned(text, LOWERED, AS_LOWERED);
            };
            boolean blanks = shown.startsWith(" ") || shown.endsWith(" ") || shown.contains("  ") || shown.indexOf('\t') >= 0;
            markup.add(blanks ? "<w:t xml:space=\"preserve\">" : "<w:t>").add(XmlText.escaped(shown)).add("</w:t>");
        }
    }

    private static String turned(String text, String from, String to) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            turned.append(to.charAt(from.indexOf(text.charAt(i))));
        }
        return turned.toString();
    }

    private static Standing standing(char c) {
        if (c < 0xB2) {
            return Standing.ON_LINE;
        }
        if (RAISED.indexOf(c) >= 0) {
            return Standing.RAISED;
        }
        return LOWERED.indexOf(c) >= 0 ? Standing.LOWERED : Standing.ON_LINE;
    }
}
