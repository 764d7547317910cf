package org.tabularium.render.xlsx;

/// Text for the header or footer of printed sheets, where `&` starts a command and all parts together may have 255 characters.
final class HeaderFooterText {

    private static final int LONGEST = 100;

    private HeaderFooterText() {}

    static String of(String text) {
        String line = CellText.of(text.replace('\n', ' '));
        if (line.length() > LONGEST) {
            line = line.substring(0, LONGEST - 1) + "…";
        }
        return line.replace("&", "&&");
    }
}
