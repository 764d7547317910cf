package org.tabularium.figure.drawing;

/// A place on the sheet, in points from its upper left corner, or in the numbers of a chart's axes.
public record Point(double x, double y) {}
