package org.tabularium.figure.drawing;

/// Lines across an area, which tell it from areas of the same shade.
public enum Hatch {
    NONE, RISING, FALLING, CROSSED
}
