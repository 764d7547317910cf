package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;

/// The oracle is the same data in another format, written by CDISC: Dataset-JSON 1.1 and NDJSON of the PHUSE TDF datasets.
@Shows(Requirement.DATASETS_READ)
class ReferenceDatasetsTest {

    private static final String TDF = "data/cdiscpilot01_tdf/";

    @ParameterizedTest
    @CsvSource({"adsl", "adtte"})
    void everyCellOfTheXportFileIsThatOfTheJsonFile(String name) throws Exception {
        JsonNode json = new ObjectMapper().readTree(TestContent.reference(TDF + name + ".json").bytes());
        List<JsonNode> rows = new ArrayList<>();
        json.get("rows").forEach(rows::add);
        assertSame(readAll(TDF + name + ".xpt"), json, rows);
    }

    @Test
    void everyCellOfTheXportFileIsThatOfTheNdjsonFile() throws Exception {
        List<String> lines = new String(TestContent.reference(TDF + "adsl.ndjson").bytes(), StandardCharsets.UTF_8).lines()
                .toList();
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(mapper.readTree(line));
        }
        assertSame(readAll(TDF + "adsl.xpt"), mapper.readTree(lines.getFirst()), rows);
    }

    @ParameterizedTest
    // Rows and variables as the CDISC submission package's define.xml and published tables count them: 254 subjects, 1,191
    // adverse events.
    @CsvSource({"cdiscpilot01/adsl.xpt, 254, 48", "cdiscpilot01/adae.xpt, 1191, 55", "cdiscpilot01/adtte.xpt, 254, 26",
        "cdiscpilot01/adqsadas_actot.xpt, 1040, 40", "cdiscpilot01_tdf/adae.xpt, 1191, 55"})
    void everyRowIsRead(String path, int rows, int variables) throws Exception {
        Dataset dataset = readAll("data/" + path);
        assertThat(dataset.rows()).isEqualTo(rows);
        assertThat(dataset.columns()).hasSize(variables);
        assertThat(dataset.sourceRow(rows - 1)).isEqualTo(rows);
    }

    /// The two publications differ in one thing: TDF leaves blank the 65 flags that say N in the original.
    @Test
    void originalAndTdfHoldTheSameEvents() throws Exception {
        Dataset original = readAll("data/cdiscpilot01/adae.xpt");
        Dataset tdf = readAll(TDF + "adae.xpt");
        int blanked = 0;
        for (Column column : original.columns()) {
            Column other = tdf.column(column.variable().name()).orElseThrow();
            assertThat(other.variable().kind()).isEqualTo(column.variable().kind());
            for (int row = 0; row < original.rows(); row++) {
                if (column.variable().name().equals("TRTEMFL") && DatasetText.cell(column, row).equals("N")) {
                    blanked++;
                    assertThat(other.isMissing(row)).isTrue();
                    continue;
                }
                assertThat(DatasetText.cell(other, row)).as("%s row %d", column.variable().name(), row + 1)
                        .isEqualTo(DatasetText.cell(column, row));
            }
        }
        assertThat(blanked).isEqualTo(65);
    }

    private static void assertSame(Dataset dataset, JsonNode metadata, List<JsonNode> rows) {
        assertThat(dataset.rows()).isEqualTo(rows.size()).isEqualTo(metadata.get("records").asInt());
        JsonNode columns = metadata.get("columns");
        assertThat(dataset.columns()).hasSize(columns.size());
        int i = 0;
        for (Column column : dataset.columns()) {
            JsonNode declared = columns.get(i);
            String name = declared.get("name").asText();
            assertThat(column.variable().name()).isEqualTo(name);
            assertThat(column.variable().label()).isEqualTo(declared.get("label").asText());
            for (int row = 0; row < rows.size(); row++) {
                assertCell(column, row, rows.get(row).get(i), declared.get("dataType").asText());
            }
            i++;
        }
    }

    private static void assertCell(Column column, int row, JsonNode expected, String type) {
        String place = column.variable().name() + " row " + (row + 1);
        if (expected.isNull() || (expected.isTextual() && expected.asText().isEmpty())) {
            assertThat(column.isMissing(row)).as(place).isTrue();
            return;
        }
        assertThat(column.isMissing(row)).as(place).isFalse();
        switch (column) {
            case TextColumn texts -> assertThat(texts.value(row)).as(place).isEqualTo(expected.asText());
            case NumericColumn numbers when type.startsWith("date") ->
                assertThat(DatasetDates.of(numbers).text(row)).as(place).isEqualTo(expected.asText());
            case NumericColumn numbers -> assertThat(numbers.value(row)).as(place).isEqualTo(expected.asDouble());
        }
    }

    private static Dataset readAll(String path) throws UnreadableDatasetException, IOException {
        List<Finding> notes = new ArrayList<>();
        DatasetFile file = DatasetFiles.open(path, TestContent.reference(path), notes::add);
        Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
        Dataset dataset = file.read(all, notes::add);
        assertThat(notes).extracting(Finding::code).isSubsetOf("DATASET_NAME_DIFFERS");
        return dataset;
    }
}
