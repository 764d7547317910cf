package org.tabularium.render.xlsx;

import org.tabularium.render.xlsx.Look.Align;
import org.tabularium.render.xlsx.Look.Rule;
import org.tabularium.render.xlsx.Look.Standing;
import org.tabularium.table.display.Display;

/// The named cell styles of a workbook: who changes one of them changes every cell that has it. The names are those of the
/// document's styles in Word.
enum NamedStyle {
    TITLE("TFL Title", 12, true, Align.LEFT, Standing.TOP, 0), //
    NUMBER("TFL Number", 10, true, Align.LEFT, Standing.TOP, 0), //
    LINE("TFL Line", 10, false, Align.LEFT, Standing.TOP, 0), //
    HEAD("TFL Head", 10, true, Align.CENTER, Standing.BOTTOM, 0), //
    STUB_1("TFL Stub 1", 10, false, Align.LEFT, Standing.CENTER, 0), //
    STUB_2("TFL Stub 2", 10, false, Align.LEFT, Standing.CENTER, 1), //
    STUB_3("TFL Stub 3", 10, false, Align.LEFT, Standing.CENTER, 2), //
    CELL("TFL Cell", 10, false, Align.RIGHT, Standing.CENTER, 0), //
    TEXT("TFL Text", 10, false, Align.LEFT, Standing.CENTER, 0), //
    NOTE("TFL Note", 9, false, Align.LEFT, Standing.TOP, 0), //
    LISTING_NOTE("TFL Listing Note", 10, false, Align.LEFT, Standing.TOP, 0), //
    LINK("TFL Link", 10, false, Align.LEFT, Standing.CENTER, 0), //
    DATA("TFL Data", 10, false, Align.LEFT, Standing.TOP, 0);

    final String label;
    final int points;
    final boolean bold;
    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    private final Look look;

    NamedStyle(String label, int points, boolean bold, Align align, Standing standing, int indent) {
        this.label = label;
        this.points = points;
        this.bold = bold;
        this.look = new Look(this, align, standing, indent, Rule.NONE, Rule.NONE, Look.TEXT, false, false);
    }

    /// Text in this style.
    Look look() {
        return look;
    }

    /// The style of a row's label.
    static Look stub(int indent) {
        return switch (indent) {
            case 0 -> STUB_1.look();
            case 1 -> STUB_2.look();
            default -> STUB_3.look().indented(indent);
        };
    }

    /// The style of a display's footnotes: listings are printed smaller than tables.
    static NamedStyle note(Display.Kind kind) {
        return kind == Display.Kind.LISTING ? LISTING_NOTE : NOTE;
    }

    /// The height of a line in points.
    float lineHeight() {
        return points * 1.3f;
    }
}
