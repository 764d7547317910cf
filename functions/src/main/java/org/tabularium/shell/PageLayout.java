package org.tabularium.shell;

/// What a shell asks of the page.
///
/// @param paper paper size
/// @param orientation AUTO lets the renderer choose: portrait where the table fits, else landscape
/// @param fontSize of the body in points, 8 to 12
/// @param margins of all four sides in millimetres, 10 to 50
/// @param pageABlock whether each block of rows begins a page
public record PageLayout(Paper paper, Orientation orientation, double fontSize, double margins, boolean pageABlock) {

    /// A page on which blocks follow each other.
    public PageLayout(Paper paper, Orientation orientation, double fontSize, double margins) {
        this(paper, orientation, fontSize, margins, false);
    }

    /// A4 (210 × 297 mm) or US letter (8.5 × 11 in).
    public enum Paper {
        A4, LETTER
    }

    /// How the page stands.
    public enum Orientation {
        AUTO, PORTRAIT, LANDSCAPE
    }

    private static final double MILLIMETRE = 72 / 25.4;

    /// The smallest letters on a page but for marks and exponents, in points.
    public static final double SMALLEST = 8;

    /// Three quarters of an inch, what binding and regulators ask.
    public static final double USUAL_MARGINS = 19.05;

    public static final PageLayout DEFAULT = new PageLayout(Paper.A4, Orientation.AUTO, 9, USUAL_MARGINS);

    /// The paper's shorter side in points.
    public double shorter() {
        return paper == Paper.A4 ? 595.28 : 612;
    }

    /// The paper's longer side in points.
    public double longer() {
        return paper == Paper.A4 ? 841.89 : 792;
    }

    /// The margin of each side in points.
    public double margin() {
        return margins * MILLIMETRE;
    }
}
