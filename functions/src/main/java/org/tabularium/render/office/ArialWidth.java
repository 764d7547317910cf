package org.tabularium.render.office;

/// How wide a text is in Arial, or in any font with its widths (Helvetica, Liberation Sans), by Adobe's metrics of Helvetica;
/// what they do not hold is guessed. It decides widths of columns, not what stands in them.
public final class ArialWidth {

    /// Thousandths of the size from the blank to the tilde.
    private static final int[] TEXT = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
        500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584};
    private static final int[] BOLD = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
        556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556,
        500, 389, 280, 389, 584};
    private static final int RAISED = 370;

    private final int[] widths;
    private final double size;

    /// The letters of a size.
    ///
    /// @param size in points
    public ArialWidth(boolean bold, double size) {
        this.widths = bold ? BOLD : TEXT;
        this.size = size;
    }

    /// The width in points.
    public double of(String text) {
        int thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            thousandths += of(text.charAt(i));
        }
        return thousandths * size / 1000;
    }

    private int of(char c) {
        if (c >= ' ' && c <= '~') {
            return widths[c - ' '];
        }
        return switch (c) {
            case '\u00a0', '·', '\u2009' -> 278;
            case '—', '…', '‰' -> 1000;
            case '°' -> 400;
            case '≥', '≤', '±', '×', '−', '÷' -> 584;
            case '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁺', '⁻' -> RAISED;
            default -> guessed(c);
        };
    }

    private static int guessed(char c) {
        if (c >= 0x2E80) {
            return 1000;
        }
        int type = Character.getType(c);
        boolean hasNoLook = type == Character.NON_SPACING_MARK || type == Character.FORMAT || c < ' ';
        if (hasNoLook) {
            return 0;
        }
        if (type == Character.MODIFIER_LETTER) {
            return RAISED;
        }
        return Character.isUpperCase(c) ? 722 : 556;
    }
}
