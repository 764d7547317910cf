package org.tabularium.figure;

import java.util.List;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;

/// Bars of subjects.
final class SwimmerPicture implements Picture {

    private final Sheet sheet;

    SwimmerPicture(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public Drawing drawing() {
        return new Canvas().drawing(sheet.width(), 20, sheet.title());
    }

    @Override
    public List<Chart> charts() {
        return List.of();
    }
}
