package org.tabularium.figure.drawing;

/// The shape of a mark at a point.
public enum Mark {
    CIRCLE, TRIANGLE, SQUARE, DIAMOND, STAR, CROSS, TICK, ARROW, DOWN, DAGGER
}
