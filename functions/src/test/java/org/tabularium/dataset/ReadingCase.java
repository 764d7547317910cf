package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tabularium.finding.Finding;

/// Odd files as data: an entry says what a file holds, and which columns or which error come of it.
public final class ReadingCase {

    private ReadingCase() {}

    /// A way to a dataset.
    public interface Reading {
        Dataset dataset() throws UnreadableDatasetException;
    }

    /// The entries of a file of the project's own fixtures.
    public static Stream<Named<Map<String, Object>>> in(String fixture) {
        String yaml = new String(TestContent.fixture(fixture).bytes(), StandardCharsets.UTF_8);
        List<?> cases = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return cases.stream().map(ReadingCase::map).map(map -> Named.of(String.valueOf(map.get("name")), map));
    }

    /// Holds a dataset, or why there is none, against a case.
    public static void check(Map<String, Object> expected, Reading reading) throws UnreadableDatasetException {
        if (expected.containsKey("error")) {
            UnreadableDatasetException rejected = catchThrowableOfType(UnreadableDatasetException.class, reading::dataset);
            assertThat(rejected).isNotNull();
            Finding finding = rejected.finding();
            assertThat(finding.code()).isEqualTo(expected.get("error"));
            assertThat(finding.message()).contains(String.valueOf(expected.getOrDefault("message", "")));
            assertThat(finding.remedy()).contains(String.valueOf(expected.getOrDefault("remedy", "")));
            if (expected.containsKey("row")) {
                assertThat(finding.row()).isEqualTo(((Number) expected.get("row")).longValue());
            }
            if (expected.containsKey("variable")) {
                assertThat(finding.variable()).isEqualTo(expected.get("variable"));
            }
            return;
        }
        Dataset dataset = reading.dataset();
        map(expected.get("columns")).forEach((name, values) -> {
            List<?> list = (List<?>) values;
            Column column = dataset.column(name).orElseThrow();
            assertThat(column.variable().kind()).as(name).isEqualTo("numeric".equals(list.getFirst()) ? Kind.NUMERIC : Kind.TEXT);
            assertThat(IntStream.range(0, column.size()).mapToObj(row -> cell(column, row)).toList()).as(name)
                    .isEqualTo(list.stream().skip(1)
                            .map(value -> value instanceof Number number ? (Object) number.doubleValue() : value).toList());
        });
    }

    private static @Nullable Object cell(Column column, int row) {
        return switch (column) {
            case TextColumn texts -> texts.isMissing(row) ? null : texts.value(row);
            case NumericColumn numbers when numbers.isMissing(row) ->
                Missing.code(numbers.value(row)) == '.' ? null : "." + Missing.code(numbers.value(row));
            case NumericColumn numbers -> numbers.value(row);
        };
    }

    private static Map<String, Object> map(@Nullable Object value) {
        return ((Map<?, ?>) Objects.requireNonNull(value)).entrySet().stream().collect(
                LinkedHashMap::new, (map, entry) -> map.put((String) entry.getKey(), entry.getValue()), Map::putAll);
    }
}
