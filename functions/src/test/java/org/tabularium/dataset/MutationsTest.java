package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.sas7bdat.Sas7bdatFiles;

/// Damaged files give a dataset or an [UnreadableDatasetException], within bounds of time and memory; what is read is whole in
/// itself, and where the format
/// has a checksum it is what was written.
///
/// Each format has 10,000; those with a checksum (`.xlsx`, `.dsjc`) half of them within it.
/// `mvn test -pl functions -Dtest=MutationsTest -Dtabularium.mutations=1000000 -Dtabularium.mutations.seed=7` tries more damage,
/// and other.
@Shows(Requirement.DATASETS_READ)
class MutationsTest {

    private static final int MUTATIONS = Integer.getInteger("tabularium.mutations", 10_000);
    private static final long SEED = Long.getLong("tabularium.mutations.seed", 20_250_831L);

    /// Processor time of one file of some kilobytes, in nanoseconds, and what reading it may allocate in all, in bytes: a
    /// workbook may grow by 16 MB before
    /// its ratio is looked at.
    private static final long MOST_TIME = 1_000_000_000L;
    private static final long MOST_MEMORY = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Mutation BINARY = new Mutation("0129 ,;\"\n\r.-HZ<>\0\377", 1_440);
    private static final Mutation JSON = new Mutation("0129 ,\"\n[]{}:.-eE\\u\0\377", 700);

    /// @param share one in so many must be read, or the damage tests the front door only; nearly all is refused where the format
    ///     counts or has checksums
    @ParameterizedTest
    @CsvSource({"dm.xpt, 20", "dm.8.xpt, 20", "dm.csv, 20", "dm.sas7bdat, 20", "dm.json, 100", "dm.ndjson, 100"})
    void mutationsAreReadOrRefused(String name, int share) throws IOException {
        Mutation mutation = name.endsWith("json") ? JSON : BINARY;
        List<byte[]> good = new ArrayList<>(List.of(SmallFiles.bytes(name, 30)));
        switch (name) {
            case "dm.csv" ->
                good.addAll(List.of(TestContent.written("adsl.semicolon.csv"), TestContent.written("adsl.utf-16.csv")));
            case "dm.sas7bdat" -> good.addAll(Sas7bdatFiles.ofEachLayout());
            default -> {
                // One is enough.
            }
        }
        mutate(name, MUTATIONS, share, (random, i) -> mutation.apply(good.get(i % good.size()), random));
    }

    /// The lines are damaged before they are compressed, so that the checksum is right and the damage reaches the JSON.
    @Test
    void mutatedLinesOfACompressedFileAreReadOrRefused() throws IOException {
        byte[] lines = SmallFiles.json("dm.ndjson", 30);
        mutate("dm.dsjc", MUTATIONS / 2, 100, (random, i) -> {
            try {
                return JsonFixtures.zlib(JSON.apply(lines, random));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The XML is damaged, and the archive around it whole.
    @Test
    void mutatedPartsOfAWorkbookAreReadOrRefused() throws IOException {
        Map<String, byte[]> good = SmallFiles.unzipped(SmallFiles.bytes("dm.xlsx", 13));
        good.keySet().removeIf(part -> part.startsWith("docProps") || part.contains("theme"));
        List<String> names = List.copyOf(good.keySet());
        mutate("dm.xlsx", MUTATIONS / 2, 20, (random, i) -> {
            Map<String, byte[]> parts = new LinkedHashMap<>(good);
            parts.computeIfPresent(names.get(i % names.size()), (part, bytes) -> BINARY.apply(bytes, random));
            try {
                return SmallFiles.zipped(parts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.xlsx", "dm.dsjc"})
    void whatHasAChecksumIsReadAsItWasWrittenOrRefused(String name) throws Exception {
        byte[] good = SmallFiles.bytes(name, 30);
        String expected = DatasetText.of(SmallFiles.readAll(name, good));
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS / 2; i++) {
            try {
                assertThat(DatasetText.of(SmallFiles.readAll(name, BINARY.apply(good, random)))).as("mutation %d", i)
                        .isEqualTo(expected);
            } catch (UnreadableDatasetException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("mutation " + i + " of " + name, e);
            }
        }
        assertThat(refused).as("refused").isGreaterThan(MUTATIONS / 4);
    }

    private static void mutate(String name, int mutations, int share, BiFunction<Random, Integer, byte[]> mutation) {
        Random random = new Random(SEED);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] bytes = mutation.apply(random, i);
            long time = THREADS.getCurrentThreadCpuTime();
            long memory = THREADS.getCurrentThreadAllocatedBytes();
            try {
                Dataset dataset = SmallFiles.readAll(name, bytes);
                read++;
                assertWhole(dataset, i);
            } catch (UnreadableDatasetException e) {
                assertThat(e.finding().line()).as("mutation %d", i).startsWith("error DM").doesNotContain("Exception");
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("mutation " + i + " of " + name + ", seed " + SEED, e);
            }
            assertThat(THREADS.getCurrentThreadCpuTime() - time).as("nanoseconds of mutation %d", i).isLessThan(MOST_TIME);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory).as("bytes of mutation %d", i)
                    .isLessThan(MOST_MEMORY);
        }
        // Both must happen, or the mutations test nothing.
        assertThat(read).as("read").isGreaterThan(mutations / share);
        assertThat(refused).as("refused").isGreaterThan(mutations / 20);
    }

    /// Every row of every column can be looked at and is a value of its kind, and no more rows came than were there or could have
    /// been added.
    private static void assertWhole(Dataset dataset, int mutation) {
        assertThat(dataset.rows()).as("rows of mutation %d", mutation).isBetween(0, 30 + Mutation.MOST_ROWS_MORE);
        for (Column column : dataset.columns()) {
            assertThat(column.size()).as("mutation %d", mutation).isEqualTo(dataset.rows());
            for (int row = 0; row < dataset.rows(); row++) {
                boolean sound = switch (column) {
                    case NumericColumn numbers -> Double.isFinite(numbers.value(row)) != numbers.isMissing(row)
                            && (!numbers.isMissing(row) || "._ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    .indexOf(Missing.code(numbers.value(row))) >= 0);
                    case TextColumn texts -> texts.value(row).equals(texts.dictionary().get(texts.code(row)))
                            && !texts.value(row).endsWith(" ") && texts.isMissing(row) == texts.value(row).isBlank();
                };
                if (!sound) {
                    throw new AssertionError("mutation " + mutation + ": " + column.variable().name() + " row " + (row + 1));
                }
            }
        }
    }
}
