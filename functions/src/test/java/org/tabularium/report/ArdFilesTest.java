package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ard.csv` and `ard.ndjson` have the columns that R's cards looks for (`check_ard_structure`, `tidy_ard_column_order` of cards
/// 0.9.0), a row a record of results.json, and say the same.
class ArdFilesTest {

    private static final List<String> OF_CARDS = List.of("variable", "variable_level", "context", "stat_name", "stat_label",
            "stat",
            "stat_fmt", "fmt_fun", "warning", "error");

    @ParameterizedTest
    @ValueSource(strings = {"lancet-2025", "sa-or088"})
    void flatDatasetSaysWhatTheResultsSay(String study) throws IOException {
        MadeReport made = MadeReport.ofTestData(study);
        JsonNode results = ResultRecords.tree(made.file("results.json"));
        List<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new String(made.file("ard.csv"), StandardCharsets.UTF_8)).stream().toList();
        List<JsonNode> lines = new String(made.file("ard.ndjson"), StandardCharsets.UTF_8).lines().map(ArdFilesTest::tree)
                .toList();
        JsonNode columns = lines.getFirst().path("columns");
        List<String> header = rows.getFirst().getHeader();

        assertThat(rows).hasSameSizeAs(results).hasSize(lines.size() - 1);
        assertThat(header.stream().filter(name -> !name.startsWith("group")).toList())
                .startsWith(OF_CARDS.toArray(String[]::new));
        assertThat(header.getFirst()).isEqualTo("group1");
        assertThat(columns.findValuesAsText("name")).isEqualTo(header);
        assertThat(lines.getFirst().path("records").asInt()).isEqualTo(results.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode result = results.get(i);
            NamedCsvRecord row = rows.get(i);
            assertThat(row.getField("key")).isEqualTo(result.path("key").asText());
            assertThat(row.getField("stat")).isEqualTo(result.path("value").isNumber() ? result.path("value").asText() : "");
            assertThat(row.getField("error").isEmpty()).isEqualTo(result.path("note").isNull());
            for (int column = 0; column < header.size(); column++) {
                JsonNode value = lines.get(i + 1).get(column);
                assertThat(value.isNull() ? "" : value.asText()).isEqualTo(row.getField(column));
            }
        }
    }

    private static JsonNode tree(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
