package org.tabularium.render.xlsx;

import java.util.regex.Pattern;
import org.tabularium.render.office.XmlText;

/// Text as a workbook can hold it.
final class CellText {

    /// The longest text of a cell (ECMA-376, part 1, 18.3.1.96, and Excel's limits).
    private static final int LONGEST = 32_767;

    /// What Excel would read as an escaped character (ECMA-376, part 1, 22.9.2.19).
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /// The text with every character that XML cannot hold (control characters, halves of surrogate pairs) shown as U+FFFD,
    /// `_x0041_` kept from
    /// being read as an escape, and a text that is too long cut with its length said.
    static String of(String text) {
        String legal = XmlText.legal(text);
        String escaped = legal.contains("_x") ? ESCAPE_LIKE.matcher(legal).replaceAll("_x005F_") : legal;
        if (escaped.length() <= LONGEST) {
            return escaped;
        }
        String note = "… (" + text.length() + " characters)";
        int end = LONGEST - note.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + note;
    }

    /// Whether a program could take the text for a formula when it is typed or pasted.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r'".indexOf(text.charAt(0)) >= 0;
    }
}
