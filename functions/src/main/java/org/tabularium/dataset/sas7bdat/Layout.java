package org.tabularium.dataset.sas7bdat;

import java.nio.ByteOrder;

/// How the machine that wrote the file lays out its numbers.
///
/// @param wide whether sizes and places have eight bytes, as on machines of 64 bits, or four
record Layout(boolean wide, ByteOrder order) {

    /// Bytes of a size or a place, and of the mark that a section begins with.
    int word() {
        return wide ? 8 : 4;
    }

    /// Where a page says what it holds.
    int pageKind() {
        return wide ? 32 : 16;
    }

    /// Where a page says how many bytes lie unused between its rows and what follows them.
    int pageUnused() {
        return wide ? 24 : 12;
    }

    /// Where the pointers to a page's sections begin, or its rows where it has none.
    int pageStart() {
        return pageKind() + 8;
    }

    /// Bytes of a pointer to a section.
    int pointer() {
        return wide ? 24 : 12;
    }
}
