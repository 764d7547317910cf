package org.tabularium.dataset.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.DatasetText;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;

/// The same dataset as XPORT and as Dataset-JSON, both written by CDISC, is the same here, but for two things: the XPORT files
/// have no label of the dataset, and
/// formats that are no dates' stand in the XPORT files only.
@Shows(Requirement.DATASETS_READ)
class DatasetJsonReferenceTest {

    private static final String TDF = "data/cdiscpilot01_tdf/";

    @ParameterizedTest
    // Rows as in ReferenceDatasetsTest.
    @CsvSource({"adsl.json, Subject-Level Analysis", "adsl.ndjson, Subject-Level Analysis",
        "adtte.json, AE Time To 1st Derm. Event Analysis"})
    void isTheDatasetThatTheXportFileIs(String name, String label) throws Exception {
        Dataset json = readAll(TDF + name);
        assertThat(json.rows()).isEqualTo(254);
        assertThat(json.label()).isEqualTo(label);
        Dataset xport = readAll(TDF + name.substring(0, name.indexOf('.')) + ".xpt");
        assertThat(xport.label()).isEmpty();
        assertSame(json, xport);
    }

    private static void assertSame(Dataset json, Dataset xport) {
        assertThat(json.rows()).isEqualTo(xport.rows());
        assertThat(json.columns()).extracting(column -> column.variable().name())
                .isEqualTo(xport.columns().stream().map(column -> column.variable().name()).toList());
        for (Column expected : xport.columns()) {
            Variable variable = expected.variable();
            Column column = json.column(variable.name()).orElseThrow();
            assertThat(column.variable().label()).isEqualTo(variable.label());
            assertThat(column.variable().kind()).as(variable.name()).isEqualTo(variable.kind());
            if (!column.variable().format().isEmpty()) {
                assertThat(column.variable().format()).as(variable.name()).isEqualTo(variable.format());
            }
            for (int row = 0; row < json.rows(); row++) {
                assertThat(DatasetText.cell(column, row)).as("%s row %d", variable.name(), row + 1)
                        .isEqualTo(DatasetText.cell(expected, row));
            }
        }
    }

    private static Dataset readAll(String path) throws Exception {
        List<Finding> notes = new ArrayList<>();
        DatasetFile file = DatasetFiles.open(path, TestContent.reference(path), notes::add);
        Dataset dataset = file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                notes::add);
        assertThat(notes).isEmpty();
        return dataset;
    }
}
