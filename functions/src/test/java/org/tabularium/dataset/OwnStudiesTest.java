package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.finding.Finding;

/// The datasets of `test-data/`, written by Python: an XPORT and a CSV writer that are not ours to read back with.
class OwnStudiesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data"), 2)) {
            return files.filter(file -> file.toString().matches(".*/ad[a-z]+\\.(csv|xpt)")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWholeAndWithoutNotes(Path path) throws Exception {
        List<Finding> notes = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(path);
        DatasetFile file = DatasetFiles.open(path.getFileName().toString(), new TestContent(bytes), notes::add);
        Dataset dataset = file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                notes::add);
        assertThat(notes).isEmpty();
        assertThat(dataset.rows()).isPositive();
        assertThat(dataset.has("USUBJID")).isTrue();
        if (path.toString().endsWith(".csv")) {
            assertThat(dataset.rows()).isEqualTo(Files.readAllLines(path).size() - 1);
        }
        for (Column column : dataset.columns()) {
            AdamVariables.kind(column.variable().name())
                    .ifPresent(kind -> assertThat(column.variable().kind()).as(column.variable().name()).isEqualTo(kind));
            if (column.variable().name().endsWith("DT") && column.size() > 0) {
                DatasetDates dates = DatasetDates.of(column);
                for (int row = 0; row < column.size(); row++) {
                    assertThat(dates.date(row).isPresent()).as("%s row %d", column.variable().name(), row + 1)
                            .isEqualTo(!column.isMissing(row));
                }
            }
        }
    }
}
