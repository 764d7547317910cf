package org.tabularium.render.docx;

import java.util.Locale;

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
            case STUDY, LINE, TITLE, HEAD, STUB_1, STUB_2, STUB_3, CELL, TEXT, NOTE, TABLE, SECTION, HEADER, FOOTER, LINK ->
                label.replace(" ", "");
        };
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
