package org.tabularium.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shape;

/// Where the names of lines stand, by hand: on a plot 100 wide and high.
class LineNamesTest {

    private static final Axis X = new Axis(0, 100, 0, 100, Axis.Scale.LINEAR, List.of());
    private static final Axis Y = new Axis(0, 100, 100, 0, Axis.Scale.LINEAR, List.of());

    private static Shape.Text name(String of, List<List<Point>> lines, List<String> names, List<Point> ends) {
        Canvas canvas = new Canvas();
        new LineNames(lines, 8).write(canvas, names, ends, X, Y, 40);
        return canvas.drawing(150, 100, "").shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast)
                .filter(text -> text.text().equals(of)).findFirst().orElseThrow();
    }

    @Test
    void lineThatEndsEarlyHasItsNameThere() {
        List<Point> early = List.of(new Point(0, 50), new Point(40, 50));
        assertThat(name("001", List.of(early), List.of("001"), List.of(early.getLast())).left()).isBetween(41.0, 46.0);
    }

    @Test
    void nameThatWouldLieOnAnotherLineStandsAtTheEdge() {
        List<Point> early = List.of(new Point(0, 50), new Point(40, 50));
        List<Point> across = List.of(new Point(0, 48), new Point(100, 52));
        List<Point> above = List.of(new Point(0, 43), new Point(100, 43));
        List<Point> below = List.of(new Point(0, 57), new Point(100, 57));
        List<String> names = List.of("001", "002");
        List<Point> ends = List.of(early.getLast(), across.getLast());
        List<List<Point>> lines = List.of(early, across, above, below);
        assertThat(name("001", lines, names, ends).left()).isGreaterThan(100);
        assertThat(name("002", lines, names, ends).left()).isGreaterThan(100);
    }

    /// A line that ends on a threshold: its name is kept off the threshold, and no dotted line runs on where the subject has no value.
    @Test
    void nameStandsAboveAnEndThatLiesOnAnotherLine() {
        List<Point> early = List.of(new Point(0, 80), new Point(40, 50));
        List<Point> threshold = List.of(new Point(0, 50), new Point(100, 50));
        Shape.Text text = name("001", List.of(early, threshold), List.of("001"), List.of(early.getLast()));
        assertThat(text.left()).isBetween(41.0, 46.0);
        assertThat(text.at().y()).isBetween(44.0, 49.0);
    }

    @Test
    void namesOfLinesThatEndTogetherDoNotTouch() {
        List<Point> one = List.of(new Point(0, 20), new Point(40, 50));
        List<Point> other = List.of(new Point(0, 80), new Point(40, 52));
        List<String> names = List.of("001", "002");
        List<Point> ends = List.of(one.getLast(), other.getLast());
        Shape.Text first = name("001", List.of(one, other), names, ends);
        Shape.Text second = name("002", List.of(one, other), names, ends);
        assertThat(Math.abs(first.at().y() - second.at().y()) >= 8 || Math.abs(first.left() - second.left()) > first.width())
                .isTrue();
    }
}
