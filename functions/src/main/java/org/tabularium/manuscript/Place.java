package org.tabularium.manuscript;

/// Where a number stands.
///
/// @param unit `line` or `paragraph`
/// @param number of the line or paragraph, from 1
/// @param column from 1
public record Place(String unit, int number, int column) {

    @Override
    public String toString() {
        return unit + " " + number + ", column " + column;
    }
}
