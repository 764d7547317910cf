package org.tabularium.render.xlsx;

/// How wide text is in Excel's unit, the width of a digit of the workbook's font (Arial), by the widths of Arial's letters. The
/// same on every machine, since no font is asked.
final class CharacterWidth {

    /// Of the characters from the blank to the tilde, in thousandths of the font's size.
    private static final int[] ARIAL = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722,
        278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
        722, 500, 500, 500, 334, 260, 334, 584};
    private static final double DIGIT = 556;
    private static final double BLANK = ARIAL[0] / DIGIT;
    /// Screens and printers round the widths of letters; of a long line little is lost.
    private static final double CAREFUL = 1.03;
    /// A column is as wide as its widest text, but for what sums of words differ by.
    private static final double ROUNDING = 1e-6;

    private CharacterWidth() {}

    /// The width of the longest line.
    static double of(String text) {
        double widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, ofLine(line));
        }
        return widest;
    }

    /// How many lines the text takes in a column of this width, when lines break between words.
    static int lines(String text, double width) {
        if (text.length() * 2 < width && text.indexOf('\n') < 0) {
            return 1;
        }
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            double used = 0;
            lines++;
            for (String word : line.split(" ", -1)) {
                double wide = ofLine(word);
                if (used > 0 && used + BLANK + wide > width + ROUNDING) {
                    lines++;
                    used = 0;
                }
                used += (used > 0 ? BLANK : 0) + wide;
                while (used > width + ROUNDING) {
                    lines++;
                    used -= width;
                }
            }
        }
        return lines;
    }

    private static double ofLine(String line) {
        double width = 0;
        for (int i = 0; i < line.length(); i++) {
            width += ofCharacter(line.charAt(i));
        }
        return width * CAREFUL / DIGIT;
    }

    private static double ofCharacter(char c) {
        if (c >= ' ' && c - ' ' < ARIAL.length) {
            return ARIAL[c - ' '];
        }
        if (c >= 0x2E80) {
            return 1000;
        }
        return switch (c) {
            case '·', '\u2011' -> 333;
            case '\u00a0', '\u202f', '\u2009' -> 278;
            case '—', '…' -> 1000;
            default -> Character.isUpperCase(c) ? 722 : 584;
        };
    }
}
