package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged Dataset-JSON gives a dataset or an [UnreadableDatasetException], quickly, and never fewer rows in silence.
/// `-Dtabularium.mutations=N` tries more damage than the suite does.
class DamagedJsonFilesTest {

    private static final int MUTATIONS = Integer.getInteger("tabularium.mutations", 2_000);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"dm.json", "dm.ndjson", "dm.dsjc"})
    void mutationsAreReadOrRejected(String name) throws Exception {
        byte[] good = file(name, 60);
        byte[] lines = file("dm.ndjson", 60);
        Random random = new Random(20_251_122);
        int read = 0;
        int rejected = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            // Every second compressed file is damaged before it is compressed, so that its checksum is right and the damage reaches the JSON.
            byte[] bytes = name.endsWith("dsjc") && i % 2 == 0
                    ? JsonFixtures.zlib(mutated(lines, random))
                    : mutated(good, random);
            long start = System.nanoTime();
            try {
                assertThat(readAll(name, bytes).rows()).as("mutation %d", i).isGreaterThanOrEqualTo(0);
                read++;
            } catch (UnreadableDatasetException e) {
                assertThat(e.finding().line()).as("mutation %d", i).startsWith("error DM").doesNotContain("Exception");
                rejected++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("mutation %d", i).isLessThan(LONGEST);
        }
        // Both must happen, or the mutations test nothing.
        assertThat(read).isGreaterThan(MUTATIONS / 100);
        assertThat(rejected).isGreaterThan(MUTATIONS / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.json", "dm.ndjson", "dm.dsjc"})
    void aFileCutAnywhereIsRejectedUnlessOnlyWhiteSpaceIsLost(String name) throws Exception {
        byte[] good = file(name, 5);
        assertThat(readAll(name, good).rows()).isEqualTo(5);
        // The line end after the last row of NDJSON says nothing.
        int whole = name.endsWith(".ndjson") ? good.length - 1 : good.length;
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            boolean rejected = false;
            try {
                readAll(name, cut);
            } catch (UnreadableDatasetException e) {
                rejected = true;
            }
            assertThat(rejected).as("the first %d of %d bytes", length, good.length).isEqualTo(length < whole);
        }
    }

    private static Dataset readAll(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, new TestContent(bytes), note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), RowFilter.ALL, note -> {});
    }

    private static byte[] file(String name, int rows) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            lines.add("[\"S-" + row + "\",\"F\"," + (20 + row) + ",\"R\u00e4\u00dfe \\\"\\u60a3\u8005\\\"\"," + row / 4.0
                    + ",\"2014-01-" + (10 + row % 20) + "\",null]");
        }
        return JsonFixtures.bytes(name, JsonFixtures.metadata("""
                [{"name":"USUBJID","label":"Subject","dataType":"string"},{"name":"SEX","dataType":"string"},
                 {"name":"AGE","dataType":"integer"},{"name":"RACE","dataType":"string"},{"name":"AVAL","dataType":"float"},
                 {"name":"ADT","dataType":"date","targetDataType":"integer","displayFormat":"DATE9."},
                 {"name":"X","dataType":"decimal","targetDataType":"decimal"}]""", rows), lines);
    }

    /// One to four changes: a byte replaced, a stretch doubled or taken out, the end cut off.
    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(200));
            switch (random.nextInt(20)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> {
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                    System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                    bytes = shorter;
                }
                case 2 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                    bytes = longer;
                }
                case 3, 4, 5, 6, 7 -> bytes[at] = (byte) "0129 ,\"\n[]{}:.-eE\\u\0\377".charAt(random.nextInt(21));
                case 8 -> bytes[random.nextInt(Math.min(bytes.length, 700))] = (byte) random.nextInt(256);
                default -> bytes[at] = (byte) (' ' + random.nextInt(95));
            }
        }
        return bytes;
    }
}
