package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;

/// The oracle is a map of each row's text.
class JoinedColumnTest {

    @Test
    void countsAreThoseOfEachRowsText() {
        Random random = new Random(5);
        List<String> texts = IntStream.range(0, 400).mapToObj(_ -> List.of("Baseline", " Baseline", "Week 4", "", "  ", "Day 1")
                .get(random.nextInt(6))).toList();
        JoinedColumn text = new JoinedColumn(TextColumn.of(new Variable("AVISIT", "", Kind.TEXT, ""), texts), null);
        JoinedColumn number = new JoinedColumn(new NumericColumn(new Variable("AVISITN", "", Kind.NUMERIC, ""),
                texts.stream().mapToDouble(String::length).toArray()), null);
        JoinedColumn joined = new JoinedColumn(text.column(), row -> row % 7 == 0 ? -1 : (row * 31) % 400);
        int[] rows = random.ints(300, 0, 400).toArray();
        for (JoinedColumn column : List.of(text, number, joined)) {
            Map<String, Integer> expected = new LinkedHashMap<>();
            for (int row : rows) {
                expected.merge(column.text(row), 1, Integer::sum);
            }
            assertThat(column.counts(rows)).containsExactlyEntriesOf(expected);
        }
        assertThat(text.counts(new int[0])).isEmpty();
    }
}
