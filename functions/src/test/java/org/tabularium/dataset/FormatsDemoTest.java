package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.finding.Finding;

/// `test-data/formats-demo` is the study sa-or088 in other formats, written by Python: each dataset must be the same.
class FormatsDemoTest {

    private static final Path TEST_DATA = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data");

    @ParameterizedTest
    @CsvSource({"adsl.json, adsl.xpt", "adae.ndjson, adae.xpt", "adqs.dsjc, adqs.csv"})
    void theSameDatasetInAnotherFormatIsTheSame(String name, String original) throws Exception {
        Dataset dataset = read(TEST_DATA.resolve("formats-demo").resolve(name));
        Dataset expected = read(TEST_DATA.resolve("sa-or088").resolve(original));
        boolean typed = original.endsWith(".xpt");
        assertThat(dataset.rows()).isEqualTo(expected.rows()).isPositive();
        assertThat(dataset.columns()).hasSameSizeAs(expected.columns());
        if (typed) {
            assertThat(dataset.label()).isEqualTo(expected.label());
        }
        for (Column column : expected.columns()) {
            Column read = dataset.column(column.variable().name()).orElseThrow();
            if (typed) {
                assertThat(read.variable()).isEqualTo(column.variable());
            }
            for (int row = 0; row < dataset.rows(); row++) {
                assertThat(shown(read, row)).as("%s row %d", column.variable().name(), row + 1).isEqualTo(shown(column, row));
            }
        }
    }

    /// Dates are text in CSV.
    private static Object shown(Column column, int row) {
        DatasetDates dates = DatasetDates.of(column);
        return column.variable().name().endsWith("DT") && dates.holdsDates()
                ? dates.text(row)
                : DatasetText.cell(column, row);
    }

    private static Dataset read(Path path) throws Exception {
        List<Finding> notes = new ArrayList<>();
        DatasetFile file = DatasetFiles.open(path.getFileName().toString(), new TestContent(Files.readAllBytes(path)),
                notes::add);
        Dataset dataset = file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                notes::add);
        assertThat(notes).isEmpty();
        return dataset;
    }
}
