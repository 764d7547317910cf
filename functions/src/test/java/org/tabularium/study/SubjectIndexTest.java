package org.tabularium.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;

/// The oracle is a map of Strings.
class SubjectIndexTest {

    @Test
    void identifiersAreFoundInTheirFirstRow() {
        Random random = new Random(21);
        for (int i = 0; i < 300; i++) {
            boolean distinct = random.nextBoolean();
            List<String> adsl = new ArrayList<>();
            int size = random.nextInt(40);
            for (int row = 0; row < size; row++) {
                adsl.add(distinct ? "S" + row : id(random));
            }
            List<String> others = new ArrayList<>(distinct ? adsl : List.of());
            for (int other = 0; other < 40; other++) {
                others.add(id(random));
            }
            Map<String, Integer> expected = new HashMap<>();
            for (int row = 0; row < size; row++) {
                expected.putIfAbsent(adsl.get(row).strip(), row);
            }
            expected.remove("");
            SubjectIndex index = new SubjectIndex(column(adsl));
            assertThat(index.of(others))
                    .containsExactly(others.stream().mapToInt(id -> expected.getOrDefault(id.strip(), -1)).toArray());
        }
    }

    /// Of many identifiers in the order of ADSL the codes are the subjects; of others, however little they differ, they are not.
    @Test
    void manyIdentifiersInTheOrderOfAdslAreItsRows() {
        List<String> adsl = IntStream.range(0, 5_000).mapToObj(row -> "S" + row).toList();
        SubjectIndex index = new SubjectIndex(column(adsl));
        TextColumn records = column(adsl.stream().flatMap(id -> Stream.of(id, id, id)).toList());
        assertThat(index.isOfRows(records)).isTrue();
        assertThat(records.withTextsOf(column(adsl)).dictionary()).isEqualTo(adsl);
        assertThat(index.of(records.dictionary())).containsExactly(IntStream.range(0, 5_000).toArray());

        assertThat(index.isOfRows(column(adsl.subList(0, 4_999)))).isFalse();
        assertThat(index.isOfRows(column(with(adsl, 4_500, "T")))).isFalse();
        assertThat(index.isOfRows(column(with(adsl, 4_500, " S4500")))).isFalse();
        for (String odd : List.of("", "S17", " S4500")) {
            List<String> others = with(adsl, 4_500, odd);
            assertThat(new SubjectIndex(column(others)).isOfRows(column(others))).describedAs("<%s>", odd).isFalse();
        }
    }

    private static List<String> with(List<String> ids, int at, String other) {
        List<String> changed = new ArrayList<>(ids);
        changed.set(at, other);
        return changed;
    }

    private static TextColumn column(List<String> ids) {
        return TextColumn.of(new Variable("USUBJID", "", Kind.TEXT, ""), ids);
    }

    private static String id(Random random) {
        int number = random.nextInt(30);
        return switch (random.nextInt(6)) {
            case 0 -> " S" + number;
            case 1 -> "";
            default -> "S" + number;
        };
    }
}
