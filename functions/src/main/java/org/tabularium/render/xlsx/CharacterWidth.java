package org.tabularium.render.xlsx;

/// How wide text is in Excel's unit, the width of a digit of the workbook's font (Arial). Close enough for column widths, and the
/// same on every
/// machine, since no font is asked.
final class CharacterWidth {

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
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            double used = 0;
            lines++;
            for (String word : line.split(" ", -1)) {
                double wide = ofLine(word);
                if (used > 0 && used + 0.5 + wide > width) {
                    lines++;
                    used = 0;
                }
                used += (used > 0 ? 0.5 : 0) + wide;
                while (used > width) {
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
        return width;
    }

    private static double ofCharacter(char c) {
        if (c >= 0x2E80) {
            return 1.8;
        }
        return switch (c) {
            case 'i', 'j', 'l', 'I', '\'', '|', '.', ',', ';', ':', '!' -> 0.5;
            case ' ', 'f', 't', 'r', '(', ')', '[', ']', '/', '\\', '-', '·' -> 0.6;
            case 'm', 'w', 'M', 'W', '%', '@', '—', '…' -> 1.6;
            default -> Character.isUpperCase(c) ? 1.3 : 1;
        };
    }
}
