package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;

/// One made-up ADSL, written in each format by the writers of others (test-data/roundtrip/make.py), gives one dataset. The oracle
/// is `expected.json`,
/// which that script writes from its rows.
@Shows(Requirement.DATASETS_READ)
class RoundTripTest {

    private static final Path FOLDER = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/roundtrip");

    private final List<Finding> notes = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"pyreadstat-8.xpt", "pyreadstat-5.xpt", "haven-8.xpt", "haven-5.xpt", "openpyxl.xlsx",
        "xlsxwriter.xlsx",
        "xlsxwriter-1904.xlsx",
        "xlsxwriter-inline.xlsx", "pandas.xlsx", "haven.sas7bdat", "pandas.csv", "semicolon.csv", "tab.csv", "sep.csv",
        "utf-16.csv", "python.json", "python.ndjson", "python.dsjc", "python-gzip.dsjc"})
    void everyValueIsThatOfTheRowsWritten(String file) throws Exception {
        Dataset dataset = read("adsl." + file);
        List<String> dropped = file.endsWith("-5.xpt") ? List.of("TIMESINCEDIAGNOSISWEEKS") : List.of();
        assertSame(dataset, dropped);
        assertThat(notes).extracting(Finding::code).isEqualTo(switch (file) {
            // It has a second sheet.
            case "openpyxl.xlsx" -> List.of("SHEETS", "DIGITS_LOST");
            // 9007199254740992 and 1e22 are among the numbers.
            case "xlsxwriter.xlsx", "xlsxwriter-1904.xlsx", "xlsxwriter-inline.xlsx", "pandas.xlsx" -> List.of("DIGITS_LOST");
            case "utf-16.csv" -> List.of("ENCODING");
            default -> List.of();
        });
    }

    /// Neither R nor pandas tells the text NA from a missing value where text is not in quotes; R's write.csv puts it in quotes.
    @ParameterizedTest
    @CsvSource({"r.csv, false, ''", "readr.csv, true, 'TRTSDT XTXT RACE'", "bare.csv, true, XTXT"})
    void theTextNaIsMissingWhereItIsNotInQuotes(String file, boolean lost, String warned) throws Exception {
        Dataset dataset = read("adsl." + file);
        TextColumn text = (TextColumn) dataset.column("XTXT").orElseThrow();
        assertThat(text.value(7)).isEqualTo(lost ? "" : "NA");
        assertSame(dataset, lost ? List.of("XTXT") : List.of());
        assertThat(notes).allMatch(note -> note.code().equals("NA_MISSING") && warned.contains(String.valueOf(note.variable())))
                .hasSize(lost ? (int) notes.stream().map(Finding::variable).distinct().count() : 0);
        assertThat(notes.isEmpty()).isEqualTo(!lost);
    }

    @ParameterizedTest
    @CsvSource({"pyreadstat-8.xpt", "haven-8.xpt"})
    void longLabelsAndNamesComeFromVersion8(String file) throws Exception {
        Dataset dataset = read("adsl." + file);
        for (JsonNode column : expected()) {
            assertThat(dataset.column(column.get("name").asText()).orElseThrow().variable().label())
                    .isEqualTo(column.get("label").asText());
        }
        assertThat(dataset.label()).isEqualTo("Subject-level analysis");
    }

    @Test
    void longFormatsComeFromVersion8() throws Exception {
        // `variable_format` as make.py gives it to pyreadstat.
        assertThat(read("adsl.pyreadstat-8.xpt").column("RACE").orElseThrow().variable().format()).isEqualTo("$TREATMENTNAME20.");
    }

    @Test
    void aSecondMemberOfVersion8IsAnError() throws Exception {
        byte[] first = TestContent.written("adsl.pyreadstat-8.xpt");
        byte[] both = Arrays.copyOf(first, first.length * 2 - 240);
        System.arraycopy(first, 240, both, first.length, first.length - 240);
        assertThatThrownBy(() -> read("adsl.xpt", both)).hasMessageContaining("SECOND_MEMBER");
    }

    /// Every cell as the rows say; dates as dates, whichever way the format keeps them.
    static void assertSame(Dataset dataset, List<String> dropped) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode expected : expected()) {
            String name = expected.get("name").asText();
            if (dropped.contains(name)) {
                continue;
            }
            names.add(name);
            Column column = dataset.column(name).orElseThrow();
            JsonNode values = expected.get("values");
            assertThat(column.size()).as(name).isEqualTo(values.size());
            String kind = expected.get("kind").asText();
            if (!kind.equals("date")) {
                assertThat(column.variable().kind().name()).as(name).isEqualToIgnoringCase(kind);
            }
            for (int row = 0; row < values.size(); row++) {
                assertCell(column, row, kind, values.get(row));
            }
        }
        assertThat(dataset.columns()).extracting(column -> column.variable().name()).filteredOn(name -> !dropped.contains(name))
                .isEqualTo(names);
    }

    private static void assertCell(Column column, int row, String kind, JsonNode value) {
        String place = column.variable().name() + " row " + (row + 1);
        if (value.isNull() || value.asText().isEmpty()) {
            assertThat(column.isMissing(row)).as(place).isTrue();
        } else if (kind.equals("date")) {
            assertThat(DatasetDates.of(column).text(row)).as(place).isEqualTo(value.asText());
        } else if (column instanceof NumericColumn numbers) {
            // R's write.csv gives 15 digits; all others give the number itself, and IBM floats of these numbers are exact.
            assertThat(numbers.value(row)).as(place).isCloseTo(value.asDouble(),
                    within(StrictMath.abs(value.asDouble()) * 1e-14));
        } else {
            assertThat(((TextColumn) column).value(row)).as(place).isEqualTo(value.asText());
        }
    }

    static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile()).get("columns");
    }

    private Dataset read(String name) throws IOException, UnreadableDatasetException {
        return read("adsl" + name.substring(name.lastIndexOf('.')), TestContent.written(name));
    }

    private Dataset read(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, new TestContent(bytes), notes::add);
        Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
        return file.read(all, notes::add);
    }
}
