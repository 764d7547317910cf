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
/// @param apart whether the font is another one to programs, though not to readers: of neighbours in one font LibreOffice indents
///     the first at the right only
record Look(NamedStyle style, Align align, Standing standing, int indent, Rule top, Rule bottom, String format,
        boolean apostrophe, boolean apart) {

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
        return new Look(style, newAlign, standing, indent, top, bottom, format, apostrophe, apart);
    }

    Look standing(Standing newStanding) {
        return newStanding == standing
                ? this
                : new Look(style, align, newStanding, indent, top, bottom, format, apostrophe, apart);
    }

    Look indented(int newIndent) {
        return new Look(style, align, standing, newIndent, top, bottom, format, apostrophe, apart);
    }

    Look ruled(Rule newTop, Rule newBottom) {
        return newTop == top && newBottom == bottom
                ? this
                : new Look(style, align, standing, indent, newTop, newBottom, format, apostrophe, apart);
    }

    Look formatted(String newFormat) {
        return new Look(style, align, standing, indent, top, bottom, newFormat, apostrophe, apart);
    }

    Look quoted(boolean newApostrophe) {
        return newApostrophe == apostrophe
                ? this
                : new Look(style, align, standing, indent, top, bottom, format, newApostrophe, apart);
    }

    Look apart(boolean newApart) {
        return newApart == apart ? this : new Look(style, align, standing, indent, top, bottom, format, apostrophe, newApart);
    }

    /// Looked up for each cell: style, indentation and format tell most looks apart.
    @Override
    public int hashCode() {
        return 31 * (31 * style.hashCode() + indent) + format.hashCode();
    }
}
