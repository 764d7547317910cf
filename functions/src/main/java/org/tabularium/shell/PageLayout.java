package org.tabularium.shell;

/// What a shell asks of the page.
///
/// @param paper paper size
/// @param orientation AUTO lets the renderer choose: portrait where the table fits, else landscape
/// @param fontSize in points, 6 to 12
public record PageLayout(Paper paper, Orientation orientation, double fontSize) {

    /// A4 (210 × 297 mm) or US letter (8.5 × 11 in).
    public enum Paper {
        A4, LETTER
    }

    /// How the page stands.
    public enum Orientation {
        AUTO, PORTRAIT, LANDSCAPE
    }

    public static final PageLayout DEFAULT = new PageLayout(Paper.A4, Orientation.AUTO, 9);
}
