package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every format packed by gzip.
class GzippedFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"dm.xpt", "dm.8.xpt", "dm.csv", "dm.json", "dm.ndjson", "dm.dsjc", "dm.xlsx", "dm.sas7bdat"})
    void aPackedFileIsReadAsTheFileItself(String name) throws Exception {
        byte[] bytes = SmallFiles.bytes(name, 13);
        String file = "dm" + name.substring(name.lastIndexOf('.'));
        Dataset expected = readAll(file, bytes);
        assertThat(DatasetText.of(readAll(file + ".GZ", JsonFixtures.gzip(bytes)))).isEqualTo(DatasetText.of(expected));
        assertThat(DatasetFiles.isDataset(file + ".gz")).isTrue();
        assertThat(DatasetFiles.datasetName(file + ".gz")).isEqualTo("DM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.xpt", "dm.csv", "dm.json", "dm.xlsx"})
    void aPackedFileThatIsDamagedOrCutOrHasSomethingBehindItIsRefused(String name) throws Exception {
        byte[] packed = JsonFixtures.gzip(SmallFiles.bytes(name, 13));
        byte[] damaged = packed.clone();
        damaged[packed.length - 6] ^= 1;
        for (byte[] bytes : new byte[][]{damaged, Arrays.copyOf(packed, packed.length - 9),
            Arrays.copyOf(packed, packed.length + 100)}) {
            assertThat(refusal(name + ".gz", bytes)).isEqualTo("CORRUPT_GZIP");
        }
    }

    @Test
    void theNameSaysWhetherAFileIsPacked() throws Exception {
        assertThat(refusal("dm.csv.gz", SmallFiles.csv(3))).isEqualTo("FORMAT_MISMATCH");
        assertThat(refusal("dm.csv", JsonFixtures.gzip(SmallFiles.csv(3)))).isEqualTo("FORMAT_MISMATCH");
        assertThat(refusal("dm.xpt.gz", JsonFixtures.gzip(SmallFiles.csv(3)))).isEqualTo("NOT_XPT");
    }

    private static Dataset readAll(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, new TestContent(bytes), note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), note -> {});
    }

    private static String refusal(String name, byte[] bytes) {
        return catchThrowableOfType(UnreadableDatasetException.class, () -> readAll(name, bytes)).finding().code();
    }
}
