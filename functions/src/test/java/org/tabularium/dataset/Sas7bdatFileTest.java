package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tabularium.finding.Finding;

/// Files of haven (test-data/roundtrip) and, where R is there, the one that SAS wrote for haven's examples. Compressed files and those of big-endian
/// machines are in no file that could be had.
class Sas7bdatFileTest {

    private static final Path SAS = Path.of("/usr/lib/R/site-library/haven/examples/iris.sas7bdat");

    private final List<Finding> notes = new ArrayList<>();

    @Test
    void labelsAndFormatsAreKept() throws Exception {
        Dataset dataset = read(RoundTripTest.bytes("adsl.haven.sas7bdat"));
        assertThat(dataset.column("TRTSDT").orElseThrow().variable())
                .isEqualTo(new Variable("TRTSDT", "Date of First Exposure to Treatment", Kind.NUMERIC, "DATE."));
        assertThat(notes).isEmpty();
    }

    /// write.R: 1.5, NA, tagged_na("A"), tagged_na("Z"), 1e-16, 3 + 1e-15, 1e22.
    @Test
    void numbersAreNotRoundedAndMissingValuesKeepTheirLetter() throws Exception {
        NumericColumn aval = (NumericColumn) read(RoundTripTest.bytes("missing.haven.sas7bdat")).column("AVAL").orElseThrow();
        assertThat(IntStream.range(0, 7)
                .mapToObj(row -> aval.isMissing(row) ? Missing.code(aval.value(row)) : (Object) aval.value(row)).toList())
                .containsExactly(1.5, '.', 'A', 'Z', 1e-16, 3 + 1e-15, 1e22);
    }

    /// SAS's NaNs as its documentation of missing values in IEEE numbers has them: the third byte is the inverse of 0 for `._`, 1 for `.`, 2 for `.A`.
    @Test
    void missingValuesGoByTheirThirdByte() {
        assertThat(Missing.code(Sas7bdatFile.number(Double.longBitsToDouble(0xffff_ff00_0000_0000L)))).isEqualTo('_');
        assertThat(Missing.code(Sas7bdatFile.number(Double.longBitsToDouble(0xffff_fe00_0000_0000L)))).isEqualTo('.');
        assertThat(Missing.code(Sas7bdatFile.number(Double.longBitsToDouble(0xffff_fd00_0000_0000L)))).isEqualTo('A');
        assertThat(Missing.code(Sas7bdatFile.number(Double.longBitsToDouble(0xffff_e400_0000_0000L)))).isEqualTo('Z');
        assertThat(Sas7bdatFile.number(-0.5)).isEqualTo(-0.5);
    }

    @Test
    void theFilterDropsRowsDuringTheScan() throws Exception {
        DatasetFile file = DatasetFiles.open("adsl.sas7bdat", new TestContent(RoundTripTest.bytes("adsl.haven.sas7bdat")),
                notes::add);
        Dataset dataset = file.read(Set.of("USUBJID"), new RowFilter() {
            @Override
            public Set<String> variables() {
                return Set.of("SEX", "AGE");
            }

            @Override
            public boolean keep(Row row) {
                return row.text("SEX").equals("M") && row.number("AGE") > 40;
            }
        }, notes::add);
        // make.py: every second subject is M, the age of subject i (from 0) is 20 + 3 i.
        assertThat(IntStream.range(0, dataset.rows()).mapToObj(dataset::sourceRow).toList()).containsExactly(8L, 10L, 12L);
        assertThat(dataset.has("SEX")).isFalse();
    }

    /// The well-known iris data: 50 flowers of each of three species; the means of each species are published (Fisher 1936).
    @Test
    void aFileWrittenBySasIsRead() throws Exception {
        Assumptions.assumeTrue(Files.exists(SAS), () -> "no file that SAS wrote is here: " + SAS);
        Dataset iris = read(Files.readAllBytes(SAS));
        assertThat(iris.rows()).isEqualTo(150);
        NumericColumn length = (NumericColumn) iris.column("SEPAL_LENGTH").orElseThrow();
        TextColumn species = (TextColumn) iris.column("SPECIES").orElseThrow();
        double setosa = IntStream.range(0, 150).filter(row -> species.value(row).equals("setosa")).mapToDouble(length::value)
                .average().orElseThrow();
        assertThat(setosa).isEqualTo(5.006, org.assertj.core.api.Assertions.within(1e-9));
    }

    private Dataset read(byte[] bytes) throws IOException, UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("adsl.sas7bdat", new TestContent(bytes), notes::add);
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), RowFilter.ALL, notes::add);
    }
}
