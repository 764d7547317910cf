package org.tabularium.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
            SubjectIndex index = new SubjectIndex(TextColumn.of(new Variable("USUBJID", "", Kind.TEXT, ""), adsl));
            assertThat(index.of(others))
                    .containsExactly(others.stream().mapToInt(id -> expected.getOrDefault(id.strip(), -1)).toArray());
        }
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
