package org.tabularium.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.figure.Coincident.Stretch;
import org.tabularium.figure.drawing.Point;

/// Step curves that lie on each other: expected stretches and places are written down by hand.
class CoincidentTest {

    /// Falls to a half at 4 and ends at 10.
    private static final List<Point> EARLY = List.of(new Point(0, 1), new Point(4, 1), new Point(4, 0.5), new Point(10, 0.5));
    /// Falls to a half at 6; somebody is censored at 5; ends at 8.
    private static final List<Point> LATE = List.of(new Point(0, 1), new Point(5, 1), new Point(6, 1), new Point(6, 0.5),
            new Point(8, 0.5));
    /// Never falls and ends at 5.
    private static final List<Point> NEVER = List.of(new Point(0, 1), new Point(5, 1));

    @Test
    void stretchesEndWhereACurveLeavesOrEnds() {
        assertThat(new Coincident(List.of(EARLY, LATE, NEVER)).stretches()).containsExactly(
                new Stretch(List.of(0, 1, 2), 0, 4), new Stretch(List.of(1, 2), 4, 5), new Stretch(List.of(0, 1), 6, 8));
        assertThat(new Coincident(List.of(EARLY, List.of())).stretches()).isEmpty();
    }

    @Test
    void curvesThatCoincideLieBelowEachOtherAndNoTimeIsMoved() {
        // On a sheet whose axis is 100 high: 1 at 0, 0.5 at 50.
        List<List<Point>> drawn = List.of(onSheet(EARLY), onSheet(LATE), onSheet(NEVER));
        assertThat(new Coincident(List.of(EARLY, LATE, NEVER)).beside(drawn, 2, 100)).containsExactly(
                onSheet(EARLY),
                List.of(new Point(0, 2), new Point(5, 2), new Point(6, 2), new Point(6, 52), new Point(8, 52)),
                List.of(new Point(0, 4), new Point(5, 4)));
    }

    @Test
    void atTheAxisTheyLieAboveEachOther() {
        List<Point> zero = List.of(new Point(0, 1), new Point(1, 1), new Point(1, 0), new Point(3, 0));
        assertThat(new Coincident(List.of(zero, zero)).beside(List.of(onSheet(zero), onSheet(zero)), 2, 100).getLast())
                .containsExactly(new Point(0, 2), new Point(1, 2), new Point(1, 98), new Point(3, 98));
    }

    private static List<Point> onSheet(List<Point> curve) {
        return curve.stream().map(corner -> new Point(corner.x(), 100 - 100 * corner.y())).toList();
    }
}
