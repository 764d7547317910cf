package org.tabularium.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Texts cut into lines that fit.
public final class Lines {

    /// Blanks within a number and its unit ("200 mg") or the power of ten behind it.
    private static final Pattern WITHIN = Pattern.compile("(?<=\\d) (?=\\p{L}[^ ]{0,4}(?: |$))|(?<=×) | (?=×)");
    private static final char NO_BREAK = '\u00A0';

    private Lines() {}

    /// The words of a text; a number and its unit are one.
    public static List<String> words(String text) {
        return List.of(WITHIN.matcher(text.strip()).replaceAll(String.valueOf(NO_BREAK)).split("\\s+", -1));
    }

    /// The text in lines no wider than the room, broken at blanks; a word that is wider is cut at its end with an ellipsis.
    ///
    /// @param most lines; what is left over is cut with an ellipsis
    public static List<String> of(String text, double room, double size, int most) {
        return of(text, room, size, false, most);
    }

    /// The same in letters that may be bold.
    public static List<String> of(String text, double room, double size, boolean bold, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && FontWidths.of(longer, size, bold) > room && lines.size() < most - 1) {
                lines.add(cut(line.toString(), room, size, bold));
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(cut(line.toString(), room, size, bold));
        return lines;
    }

    /// The text as far as it fits.
    public static String cut(String text, double room, double size) {
        return cut(text, room, size, false);
    }

    /// The end of the text as far as it fits: what tells identifiers apart stands at their ends.
    public static String end(String text, double room, double size) {
        if (FontWidths.of(text, size, false) <= room) {
            return text;
        }
        int from = 0;
        while (from < text.length() && FontWidths.of("…" + text.substring(from), size, false) > room) {
            from = text.offsetByCodePoints(from, 1);
        }
        return "…" + text.substring(from).stripLeading();
    }

    /// The text as far as it fits.
    public static String cut(String text, double room, double size, boolean bold) {
        if (FontWidths.of(text, size, bold) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && FontWidths.of(text.substring(0, end) + "…", size, bold) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
