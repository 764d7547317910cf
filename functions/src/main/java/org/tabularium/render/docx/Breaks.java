package org.tabularium.render.docx;

import org.tabularium.render.Wrap;
import org.tabularium.render.office.LineSigns;

/// A text of several lines for Word, which breaks lines itself: it is to end lines where all documents do ([Wrap]), and nowhere
/// else. Word ends none behind a slash, and one behind a dash between numbers.
final class Breaks {

    private Breaks() {}

    /// The text with signs that no reader sees.
    static String of(String text) {
        String joined = Wrap.joined(text);
        StringBuilder breaks = new StringBuilder(joined.length() + 2);
        int at = 0;
        for (String part : Wrap.parts(text)) {
            for (int end = at + part.length(); at < end; at++) {
                char c = joined.charAt(at);
                breaks.append(c);
                boolean behind = at + 1 < joined.length() && joined.charAt(at + 1) > ' ';
                if (c == '–' && behind && at > 0 && joined.charAt(at - 1) > ' ') {
                    breaks.append(LineSigns.NO_BREAK);
                } else if (c == '/' && behind && at + 1 == end) {
                    breaks.append(LineSigns.BREAK);
                }
            }
        }
        return breaks.toString();
    }
}
