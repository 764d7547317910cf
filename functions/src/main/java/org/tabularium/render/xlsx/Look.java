package org.tabularium.render.xlsx;

/// How a cell looks: a named style, and what the cell has of its own. Values are named as SpreadsheetML names them, in lower
/// case.
///
/// @param style the named style
/// @param align across
/// @param standing upright
/// @param indent levels of indentation
/// @param top the rule above
/// @param bottom the rule below
/// @param format of numbers, and of text
/// @param apostrophe marks text that a program could take for a formula
record Look(NamedStyle style, Align align, Standing standing, int indent, Rule top, Rule bottom, String format,
        boolean apostrophe) {

    /// Text, also after somebody edits the cell.
    static final String TEXT = "@";
    /// A number as it is.
    static final String GENERAL = "General";

    enum Align {
        LEFT, CENTER, RIGHT
    }

    enum Standing {
        TOP, CENTER, BOTTOM
    }

    enum Rule {
        NONE, THIN, MEDIUM
    }

    Look aligned(Align newAlign) {
        return new Look(style, newAlign, standing, indent, top, bottom, format, apostrophe);
    }

    Look standing(Standing newStanding) {
        return newStanding == standing ? this : new Look(style, align, newStanding, indent, top, bottom, format, apostrophe);
    }

    Look indented(int newIndent) {
        return new Look(style, align, standing, newIndent, top, bottom, format, apostrophe);
    }

    Look ruled(Rule newTop, Rule newBottom) {
        return newTop == top && newBottom == bottom
                ? this
                : new Look(style, align, standing, indent, newTop, newBottom, format, apostrophe);
    }

    Look formatted(String newFormat) {
        return new Look(style, align, standing, indent, top, bottom, newFormat, apostrophe);
    }

    Look quoted(boolean newApostrophe) {
        return newApostrophe == apostrophe ? this : new Look(style, align, standing, indent, top, bottom, format, newApostrophe);
    }

    /// Looked up for each cell: style, indentation and format tell most looks apart.
    @Override
    public int hashCode() {
        return 31 * (31 * style.hashCode() + indent) + format.hashCode();
    }
}
