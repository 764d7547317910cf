package org.tabularium.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Boxes below each other, each with lines of text and an arrow to the next.
class PartsTest {

    private static final double LINE = 10;
    private static final Stroke EDGE = Stroke.solid(0.7, Shade.BLACK);

    private static Drawing boxes(int boxes, int lines) {
        Canvas canvas = new Canvas();
        double y = 0;
        for (int box = 0; box < boxes; box++) {
            canvas.frame(0, y, 100, lines * LINE + 4, Shade.WHITE, EDGE);
            for (int line = 0; line < lines; line++) {
                canvas.text(box + "." + line, 5, y + LINE * (line + 1), Shape.Anchor.START, 8);
            }
            y += lines * LINE + 4;
            canvas.line(50, y, 50, y + 16, EDGE);
            y += 16;
        }
        return canvas.drawing(100, y, "boxes");
    }

    private static List<String> texts(Drawing drawing) {
        return drawing.shapes().stream().filter(Shape.Text.class::isInstance).map(shape -> ((Shape.Text) shape).text()).toList();
    }

    private static List<Point> points(Drawing drawing) {
        return drawing.shapes().stream().filter(Shape.Path.class::isInstance).flatMap(s -> ((Shape.Path) s).points().stream())
                .toList();
    }

    @Test
    void drawingThatFitsAPageIsNotCut() {
        Drawing drawing = boxes(3, 4);
        assertThat(Parts.of(drawing, drawing.height())).containsExactly(drawing);
    }

    @Test
    void drawingIsCutBetweenBoxesAndEachStandsOnOnePage() {
        List<Drawing> parts = Parts.of(boxes(10, 8), 350);
        assertThat(parts).hasSize(4).allSatisfy(part -> assertThat(part.height()).isLessThanOrEqualTo(350));
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(texts(part)));
        assertThat(all).isEqualTo(texts(boxes(10, 8)));
        assertThat(parts).allSatisfy(part -> assertThat(texts(part).getLast()).endsWith(".7"));
        assertThat(parts).allSatisfy(part -> assertThat(points(part))
                .allMatch(point -> point.y() >= 0 && point.y() <= part.height() + 1e-9));
    }

    /// Three pages of 40 lines of one box: no line of text is cut, the box's sides go on.
    @Test
    void boxThatIsHigherThanAPageIsCutBetweenItsLines() {
        Drawing drawing = boxes(1, 100);
        List<Drawing> parts = Parts.of(drawing, 400);
        assertThat(parts).hasSize(3).allSatisfy(part -> {
            assertThat(points(part)).extracting(Point::x).contains(0.0, 100.0);
            assertThat(part.shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast))
                    .allMatch(text -> text.at().y() - 0.74 * text.size() >= 0
                            && text.at().y() + 0.2 * text.size() <= part.height());
        });
        assertThat(parts.stream().map(PartsTest::texts).flatMap(List::stream).toList())
                .isEqualTo(IntStream.range(0, 100).mapToObj(line -> "0." + line).toList());
    }
}
