package org.tabularium.manuscript;

import java.util.regex.Pattern;

/// A paragraph of a manuscript, or a cell of a table in it.
///
/// @param text its text; lines within it end with a line feed
/// @param lead what a cell of a table is of, said before it; empty for none
/// @param in what it stands in, such as `footnote 2`; empty for the body
/// @param unit what the number counts: `line` or `paragraph`
/// @param number of its first line, or of the paragraph, from 1
record Passage(String text, String lead, String in, String unit, int number) {

    /// What headers and labels say of themselves: "(N=57)", "n (%)".
    private static final Pattern FORMS = Pattern.compile("\\(\\s*[Nn]\\s*=[^)]*\\)|,?\\s*\\bn(?:/N)? \\(%\\)");

    /// What stands before a count whose percentage has no sign of its own, since the header has it.
    private static final String COUNT_PERCENT = "n %";

    /// What is read: the text behind its lead.
    String read() {
        return lead.isEmpty() ? text : before() + text;
    }

    /// Where the text begins in what is read.
    int begin() {
        return read().length() - text.length();
    }

    private String before() {
        String form = lead.contains("(%)") ? " " + COUNT_PERCENT : "";
        return FORMS.matcher(lead).replaceAll("").replaceAll("[(),:;]", " ") + form + " = ";
    }

    /// The place of a character.
    Place place(int at) {
        int line = 0;
        int begin = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return unit.equals("line") ? new Place(in, unit, number + line, at - begin + 1) : new Place(in, unit, number, at + 1);
    }
}
