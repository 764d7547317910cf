package org.tabularium.render.docx;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The named styles of a document: who changes one of them, or has it in a template, changes all text that has it. Those of
/// tables have the names of a workbook's cell styles.
enum NamedStyle {
    STUDY("Title"), //
    LINE("TFL Line"), //
    TITLE("TFL Title"), //
    HEAD("TFL Head"), //
    STUB_1("TFL Stub 1"), //
    STUB_2("TFL Stub 2"), //
    STUB_3("TFL Stub 3"), //
    CELL("TFL Cell"), //
    TEXT("TFL Text"), //
    NOTE("TFL Note"), //
    LISTING_HEAD("TFL Listing Head"), //
    LISTING_STUB_1("TFL Listing Stub 1"), //
    LISTING_STUB_2("TFL Listing Stub 2"), //
    LISTING_STUB_3("TFL Listing Stub 3"), //
    LISTING_CELL("TFL Listing Cell"), //
    LISTING_TEXT("TFL Listing Text"), //
    TABLE("TFL Table"), //
    SECTION("TFL Section"), //
    HEADER("TFL Header"), //
    FOOTER("TFL Footer"), //
    CONTENTS("toc 1"), //
    LINK("Hyperlink");

    /// The name that Word shows.
    final String label;

    NamedStyle(String label) {
        this.label = label;
    }

    /// Its name in our own file of styles.
    String id() {
        return switch (this) {
            case CONTENTS -> "TOC1";
            case STUDY, LINE, TITLE, HEAD, STUB_1, STUB_2, STUB_3, CELL, TEXT, NOTE, LISTING_HEAD, LISTING_STUB_1,
                    LISTING_STUB_2, LISTING_STUB_3, LISTING_CELL, LISTING_TEXT, TABLE, SECTION, HEADER, FOOTER, LINK ->
                label.replace(" ", "");
        };
    }

    /// The styles of what stands in the rows of a table, each with that of a listing.
    static Map<NamedStyle, NamedStyle> listings() {
        Map<NamedStyle, NamedStyle> listings = new EnumMap<>(NamedStyle.class);
        listings.put(HEAD, LISTING_HEAD);
        listings.put(STUB_1, LISTING_STUB_1);
        listings.put(STUB_2, LISTING_STUB_2);
        listings.put(STUB_3, LISTING_STUB_3);
        listings.put(CELL, LISTING_CELL);
        listings.put(TEXT, LISTING_TEXT);
        return listings;
    }

    /// Whether a template means this style; Word writes its own names in several letter cases.
    boolean isCalled(String name) {
        return label.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }

    /// The style of a row's label.
    static NamedStyle stub(int indent) {
        return switch (indent) {
            case 0 -> STUB_1;
            case 1 -> STUB_2;
            default -> STUB_3;
        };
    }
}
