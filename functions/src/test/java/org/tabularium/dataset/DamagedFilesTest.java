package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Damaged files give a dataset or an [UnreadableDatasetException], quickly, and never fewer rows in silence.
class DamagedFilesTest {

    /// More of them with `-Dtabularium.mutations=100000`.
    private static final int MUTATIONS = Integer.getInteger("tabularium.mutations", 2_000);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @ParameterizedTest
    // The file, and the least share (one in …) that must be read: a zip archive has checksums, so that little is.
    @CsvSource({"dm.xpt, 20", "dm.csv, 20", "adsl.pyreadstat-8.xpt, 20", "adsl.semicolon.csv, 20", "adsl.utf-16.csv, 200",
        "adsl.openpyxl.xlsx, 500",
        "adsl.haven.sas7bdat, 20"})
    void mutationsAreReadOrRejected(String file, int share) throws IOException {
        byte[] good = switch (file) {
            case "dm.xpt" -> xport(60);
            case "dm.csv" -> csv(60);
            default -> RoundTripTest.bytes(file);
        };
        mutate(file, share, random -> mutated(good, random));
    }

    /// A workbook whose XML is damaged while its archive is whole.
    @Test
    void mutatedPartsOfAWorkbookAreReadOrRejected() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(RoundTripTest.bytes("adsl.openpyxl.xlsx")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> names = parts.keySet().stream().filter(name -> !name.startsWith("docProps") && !name.contains("theme"))
                .toList();
        mutate("adsl.parts.xlsx", 20, random -> {
            String changed = names.get(random.nextInt(names.size()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getKey().equals(changed) ? mutated(part.getValue(), random) : part.getValue());
                    zip.closeEntry();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }

    private static void mutate(String file, int share, Function<Random, byte[]> mutation) {
        String name = "dm" + file.substring(file.lastIndexOf('.'));
        Random random = new Random(20_250_831);
        int read = 0;
        int rejected = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutation.apply(random);
            long start = System.nanoTime();
            try {
                readAll(name, bytes);
                read++;
            } catch (UnreadableDatasetException e) {
                assertThat(e.finding().line()).as("mutation %d", i).startsWith("error DM").doesNotContain("Exception");
                rejected++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("mutation " + i + " of " + file, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("mutation %d", i).isLessThan(LONGEST);
        }
        // Both must happen, or the mutations test nothing.
        assertThat(read).as("read").isGreaterThan(MUTATIONS / share);
        assertThat(rejected).as("rejected").isGreaterThan(MUTATIONS / 20);
    }

    @Test
    void anXportFileCutAnywhereIsRejectedUnlessTheCutFallsBetweenRowsAndRecords() throws UnreadableDatasetException {
        // Rows of 119 bytes: rows and records meet every 119 records only, so that 12 rows have no such cut.
        byte[] good = xport(12);
        for (int length = 0; length < good.length; length++) {
            assertThat(rowsOf("dm.xpt", Arrays.copyOf(good, length))).as("the first %d bytes", length)
                    .isEqualTo(length == EMPTY_DATASET ? 0 : REJECTED);
        }
        assertThat(rowsOf("dm.xpt", good)).isEqualTo(12);
    }

    @Test
    void anXportFileWithShortRowsLosesRowsOnlyWhereRowsAndRecordsEndTogether() throws UnreadableDatasetException {
        XportWriter writer = new XportWriter("DM").text("T", 16);
        for (int row = 0; row < 12; row++) {
            writer.row("row " + row);
        }
        byte[] good = writer.bytes();
        int dataStart = good.length - 240;
        for (int length = 0; length < good.length; length++) {
            int data = length - dataStart;
            // 5 rows of 16 bytes are one record: such a file is whole by all that the format can say.
            int expected = data >= 0 && data % 80 == 0 ? data / 16 : REJECTED;
            assertThat(rowsOf("dm.xpt", Arrays.copyOf(good, length))).as("the first %d bytes", length).isEqualTo(expected);
        }
        assertThat(rowsOf("dm.xpt", good)).isEqualTo(12);
    }

    @Test
    void aCsvFileCutAnywhereWithinARecordIsRejectedOrKeepsTheRow() throws UnreadableDatasetException {
        byte[] good = csv(12);
        String text = new String(good, StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length++) {
            String start = text.substring(0, length);
            int rows = rowsOf("dm.csv", Arrays.copyOf(good, length));
            // Each record of this file is one line; a row is there, whole or not, or the file is rejected.
            long begun = start.lines().count() - 1;
            assertThat(rows).as("the first %d bytes", length).isIn(REJECTED, (int) begun);
        }
    }

    /// What [#rowsOf] says of a file that is rejected.
    private static final int REJECTED = -1;
    /// Header of [#xport]: 9 records and 5 descriptions of 140 bytes.
    private static final int EMPTY_DATASET = 9 * 80 + 720;

    private static int rowsOf(String name, byte[] bytes) {
        try {
            return readAll(name, bytes).rows();
        } catch (UnreadableDatasetException e) {
            return REJECTED;
        }
    }

    private static Dataset readAll(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, new TestContent(bytes), note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), RowFilter.ALL, note -> {});
    }

    /// One to eight changes: a byte replaced, a stretch doubled or taken out, the end cut off.
    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(8);
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
                case 3, 4, 5, 6 -> bytes[at] = (byte) "0129 ,;\"\n\r.-HZ<>\0\377".charAt(random.nextInt(18));
                case 7, 8, 9, 10 -> bytes[random.nextInt(Math.min(bytes.length, 1_440))] = (byte) random.nextInt(256);
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static byte[] xport(int rows) {
        XportWriter writer = new XportWriter("DM").text("USUBJID", 60).text("SEX", 1).number("AGE").text("RACE", 42)
                .number("AVAL");
        for (int row = 1; row <= rows; row++) {
            writer.row("S-" + row, "F", 20.0 + row, "Räße 患者", 'A');
        }
        return writer.bytes();
    }

    private static byte[] csv(int rows) {
        StringBuilder csv = new StringBuilder("USUBJID,SEX,AGE,RACE,X\r\n");
        for (int row = 1; row <= rows; row++) {
            csv.append("S-").append(row).append(",F,").append(20 + row).append(",\"not, \"\"known\"\"\",").append(row / 4.0)
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
