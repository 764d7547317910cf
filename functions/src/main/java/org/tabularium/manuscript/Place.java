package org.tabularium.manuscript;

/// Where a number stands.
///
/// @param in the part of the document: `header`, `footer`, `footnote 2`, `endnote 1`, `text box`; empty for the body
/// @param unit `line` or `paragraph`
/// @param number of the line or paragraph, from 1
/// @param column from 1
public record Place(String in, String unit, int number, int column) {

    @Override
    public String toString() {
        return (in.isEmpty() ? "" : in + ", ") + unit + " " + number + ", column " + column;
    }
}
