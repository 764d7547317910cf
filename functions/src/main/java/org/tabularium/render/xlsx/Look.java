package org.tabularium.render.xlsx;

/// How a cell looks. Values are named as SpreadsheetML names them, in lower case.
///
/// @param face the text's font
/// @param align across
/// @param standing upright
/// @param indent levels of indentation
/// @param top the rule above
/// @param bottom the rule below
/// @param decimals decimals of a number; −1 for text
/// @param apostrophe marks text that a program could take for a formula
record Look(Face face, Align align, Standing standing, int indent, Rule top, Rule bottom, int decimals, boolean apostrophe) {

    /// What a cell's text looks like.
    enum Face {
        PLAIN(10, false, false), BOLD(10, true, false), TITLE(12, true, false), SMALL(8, false, false), LINK(10, false, true);

        final int points;
        final boolean bold;
        final boolean link;

        Face(int points, boolean bold, boolean link) {
            this.points = points;
            this.bold = bold;
            this.link = link;
        }

        /// The height of a line in points.
        float lineHeight() {
            return points * 1.3f;
        }
    }

    enum Align {
        LEFT, CENTER, RIGHT
    }

    enum Standing {
        TOP, CENTER, BOTTOM
    }

    enum Rule {
        NONE, THIN, MEDIUM
    }

    static Look text(Face face) {
        return new Look(face, Align.LEFT, Standing.TOP, 0, Rule.NONE, Rule.NONE, -1, false);
    }

    Look aligned(Align newAlign) {
        return new Look(face, newAlign, standing, indent, top, bottom, decimals, apostrophe);
    }

    Look standing(Standing newStanding) {
        return new Look(face, align, newStanding, indent, top, bottom, decimals, apostrophe);
    }

    Look indented(int newIndent) {
        return new Look(face, align, standing, newIndent, top, bottom, decimals, apostrophe);
    }

    Look ruled(Rule newTop, Rule newBottom) {
        return new Look(face, align, standing, indent, newTop, newBottom, decimals, apostrophe);
    }

    Look number(int newDecimals) {
        return new Look(face, align, standing, indent, top, bottom, newDecimals, apostrophe);
    }

    Look quoted(boolean newApostrophe) {
        return new Look(face, align, standing, indent, top, bottom, decimals, newApostrophe);
    }
}
