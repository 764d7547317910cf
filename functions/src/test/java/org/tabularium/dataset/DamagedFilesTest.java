package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Files that are cut off, at every byte and so at every boundary of their format, and files with one byte replaced: never fewer
/// rows in silence, never damage
/// that spreads.
@Shows(Requirement.DATASETS_READ)
class DamagedFilesTest {

    @Test
    void anXportFileCutAnywhereIsRejectedUnlessTheCutFallsBetweenRowsAndRecords() throws UnreadableDatasetException {
        // Rows of 119 bytes: rows and records meet every 119 records only, so that 12 rows have no such cut.
        byte[] good = SmallFiles.xport(12);
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
        byte[] good = SmallFiles.csv(12);
        String text = new String(good, StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length++) {
            String start = text.substring(0, length);
            int rows = rowsOf("dm.csv", Arrays.copyOf(good, length));
            // Each record of this file is one line; a row is there, whole or not, or the file is rejected.
            long begun = start.lines().count() - 1;
            assertThat(rows).as("the first %d bytes", length).isIn(REJECTED, (int) begun);
        }
    }

    /// Rows or JSON's own brackets are counted, a workbook has its archive's directory at the end, SAS7BDAT counts pages.
    @ParameterizedTest
    @ValueSource(strings = {"dm.8.xpt", "dm.json", "dm.ndjson", "dm.dsjc", "dm.xlsx", "dm.sas7bdat"})
    void aFileThatCountsCutAnywhereIsRejectedUnlessOnlyFillingIsLost(String name) throws Exception {
        byte[] good = SmallFiles.bytes(name, 5);
        String expected = DatasetText.of(SmallFiles.readAll(name, good));
        // The last record of XPORT is filled with blanks; the line end after the last row of NDJSON says nothing.
        int whole = good.length;
        while (name.matches(".*(xpt|ndjson)") && good[whole - 1] <= ' ') {
            whole--;
        }
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            try {
                assertThat(DatasetText.of(SmallFiles.readAll(name, cut))).as("the first %d bytes", length).isEqualTo(expected);
                assertThat(length).as("the first %d bytes were read as a whole file", length).isGreaterThanOrEqualTo(whole);
            } catch (UnreadableDatasetException e) {
                assertThat(e.finding().line()).as("the first %d bytes", length).startsWith("error DM");
            }
        }
    }

    /// A byte of the rows that is replaced changes that row, or the file is rejected; never another row.
    @ParameterizedTest
    @ValueSource(strings = {"dm.xpt", "dm.csv", "dm.ndjson"})
    void aReplacedByteChangesItsOwnRowOnly(String name) throws Exception {
        byte[] good = SmallFiles.bytes(name, 6);
        Dataset original = SmallFiles.readAll(name, good);
        int start = name.equals("dm.xpt") ? EMPTY_DATASET : new String(good, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        int read = 0;
        for (int at = start; at < good.length; at++) {
            for (char with : "x1 ,\"\n\r[]\\\u00e4".toCharArray()) {
                byte[] bytes = good.clone();
                bytes[at] = (byte) with;
                Dataset dataset;
                try {
                    dataset = SmallFiles.readAll(name, bytes);
                } catch (UnreadableDatasetException e) {
                    continue;
                }
                read++;
                assertThat(dataset.rows()).as("byte %d as %s", at, with).isEqualTo(6);
                if (sameKinds(dataset, original)) {
                    long changed = IntStream.range(0, 6)
                            .filter(row -> !DatasetText.row(dataset, row).equals(DatasetText.row(original, row))).count();
                    assertThat(changed).as("byte %d as %s", at, with).isLessThanOrEqualTo(1);
                }
            }
        }
        assertThat(read).isPositive();
    }

    /// In CSV one value that is no number makes its column text, and one byte beyond UTF-8 all of the file Windows-1252.
    private static boolean sameKinds(Dataset dataset, Dataset original) {
        return dataset.columns().stream().map(Column::variable).toList()
                .equals(original.columns().stream().map(Column::variable).toList());
    }

    /// What [#rowsOf] says of a file that is rejected.
    private static final int REJECTED = -1;
    /// Header of [SmallFiles#xport]: 9 records and 5 descriptions of 140 bytes.
    private static final int EMPTY_DATASET = 9 * 80 + 720;

    private static int rowsOf(String name, byte[] bytes) {
        try {
            return SmallFiles.readAll(name, bytes).rows();
        } catch (UnreadableDatasetException e) {
            return REJECTED;
        }
    }
}
