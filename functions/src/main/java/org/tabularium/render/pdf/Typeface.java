package org.tabularium.render.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.pdf.PdfContentByte;

/// Text in the embedded fonts: which characters can be shown, how wide they are, and drawing them. One for each table, since it
/// remembers the characters
/// that no font has.
final class Typeface {

    /// Weight and size in points of a text.
    record Style(boolean bold, double size) {

        private static final double LEADING = 1.15;

        double lineHeight() {
            return size * LEADING;
        }
    }

    /// What stands for a character that no font has: an empty box.
    private static final int BOX = 0x25A1;
    private static final int HYPHEN = 0x2011;
    private static final float OUTLINE = 0.3f;
    /// No character before it is read from right to left: the block of Hebrew begins here.
    private static final char FIRST_TURNED = 0x590;

    private final Set<Integer> missing = new TreeSet<>();

    /// The text as it can be shown: composed, blanks of all kinds as spaces, invisible characters left out, and a box for each
    /// character that no font
    /// has. The other methods take only such text.
    String printable(String text) {
        boolean simple = true;
        for (int i = 0; i < text.length() && simple; i++) {
            char c = text.charAt(i);
            simple = c == '\n' || (c >= ' ' && c < 0x7F);
        }
        if (simple) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private void append(StringBuilder shown, int c) {
        if (c == '\n') {
            shown.append('\n');
        } else if (c == '\t' || (Character.isSpaceChar(c) && c != 0xA0 && c != 0x202F)) {
            shown.append(' ');
        } else if (isInvisible(c)) {
            return;
        } else if (FontFile.of(c, false) != null) {
            shown.appendCodePoint(c);
        } else if (c == HYPHEN) {
            shown.append('-');
        } else {
            missing.add(c);
            shown.appendCodePoint(BOX);
        }
    }

    /// Joiners, marks of direction and of variation: they change how other characters look and have no look of their own.
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F);
    }

    /// The characters that were shown as a box.
    Set<Integer> missing() {
        return missing;
    }

    double width(String text, Style style) {
        long thousandths = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            FontFile file = FontFile.of(c, style.bold());
            thousandths += file == null ? 0 : file.thousandths(c);
        }
        return thousandths * style.size() / 1000;
    }

    void draw(PdfContentByte canvas, String text, Style style, double x, double y) {
        String line = visual(text);
        canvas.beginText();
        canvas.setTextMatrix((float) x, (float) y);
        for (int i = 0; i < line.length();) {
            FontFile file = FontFile.of(line.codePointAt(i), style.bold());
            int end = i;
            while (end < line.length() && FontFile.of(line.codePointAt(end), style.bold()) == file) {
                end += Character.charCount(line.codePointAt(end));
            }
            if (file != null) {
                // A font that has no bold gets a thin outline.
                boolean outlined = style.bold() && !file.bold;
                if (outlined) {
                    canvas.setLineWidth(OUTLINE);
                    canvas.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
                }
                canvas.setFontAndSize(file.font(), (float) style.size());
                canvas.showText(line.substring(i, end));
                if (outlined) {
                    canvas.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
                }
            }
            i = end;
        }
        canvas.endText();
    }

    /// Whether some of the line is drawn in another order than it is read.
    static boolean isTurned(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= FIRST_TURNED && isTurned(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// As [Bidi#requiresBidi] says it, which reads its own table of all characters for that.
    private static boolean isTurned(char c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER, Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE ->
                true;
            default -> false;
        };
    }

    /// The line in the order in which it is drawn from the left: runs of right-to-left letters turned round.
    private static String visual(String line) {
        if (!isTurned(line)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        String[] parts = new String[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 0 ? part : mirrored(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        return String.join("", parts);
    }

    private static String mirrored(String part) {
        StringBuilder turned = new StringBuilder(part).reverse();
        String pairs = "()[]<>{}«»";
        for (int i = 0; i < turned.length(); i++) {
            int at = pairs.indexOf(turned.charAt(i));
            if (at >= 0) {
                turned.setCharAt(i, pairs.charAt(at ^ 1));
            }
        }
        return turned.toString();
    }
}
