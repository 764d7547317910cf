package org.tabularium.render.docx;

import java.io.IOException;
import org.tabularium.render.office.LineSigns;
import org.tabularium.render.office.Raised;

/// Text as runs: raised and lowered characters become real superscripts and subscripts, a line break becomes one.
final class Runs {

    private Runs() {}

    /// Writes the text.
    ///
    /// @param properties of the runs, which stand before what raises; empty for those of the paragraph
    static void write(Markup markup, String text, String properties) throws IOException {
        for (int from = 0, to; from < text.length(); from = to) {
            to = Raised.end(text, from);
            Raised.Standing standing = Raised.of(text.charAt(from));
            run(markup, Raised.plain(text.substring(from, to), standing), properties + property(standing));
        }
    }

    private static String property(Raised.Standing standing) {
        return standing.word().isEmpty() ? "" : "<w:vertAlign w:val=\"" + standing.word() + "\"/>";
    }

    private static void run(Markup markup, String text, String properties) throws IOException {
        markup.add(properties.isEmpty() ? "<w:r>" : "<w:r><w:rPr>" + properties + "</w:rPr>");
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            text(markup, text.substring(from, end));
            markup.add("<w:br/>");
            from = end + 1;
        }
        text(markup, text.substring(from));
        markup.add("</w:r>");
    }

    private static void text(Markup markup, String text) throws IOException {
        int hyphen = text.indexOf(LineSigns.NO_BREAK_HYPHEN);
        if (hyphen >= 0) {
            text(markup, text.substring(0, hyphen));
            markup.add("<w:noBreakHyphen/>");
            text(markup, text.substring(hyphen + 1));
        } else if (!text.isEmpty()) {
            boolean blanks = text.startsWith(" ") || text.endsWith(" ") || text.contains("  ") || text.indexOf('\t') >= 0;
            markup.add(blanks ? "<w:t xml:space=\"preserve\">" : "<w:t>").text(text).add("</w:t>");
        }
    }
}
