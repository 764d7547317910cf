package org.tabularium.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tabularium.figure.drawing.Look;

/// Marks of a swimmer plot: a shape, filled or open, that is one thing alone, whatever its colour.
class SwimmerLooksTest {

    private static String shape(Look look) {
        return look.mark() + (look.open() ? " open" : " filled");
    }

    @Test
    void tenResponsesAndTheUsualEventsHaveShapesOfTheirOwn() {
        List<String> responses = IntStream.range(0, 10).mapToObj(SwimmerLanes::lookOfResponse).map(SwimmerLooksTest::shape)
                .toList();
        assertThat(responses).doesNotHaveDuplicates();
        List<String> events = IntStream.range(0, 6).mapToObj(SwimmerLanes::lookOfTerm).map(SwimmerLooksTest::shape).toList();
        assertThat(events).doesNotHaveDuplicates();
        assertThat(Stream.concat(responses.stream().limit(4), events.stream().limit(4))).doesNotHaveDuplicates();
    }
}
