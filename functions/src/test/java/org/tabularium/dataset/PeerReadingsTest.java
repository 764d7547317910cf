package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What a reader accepts it reads right: files of test-data, and copies of some with a few bytes replaced, give the values that
/// pyreadstat (ReadStat, which haven has as
/// well) and openpyxl read in them, or are refused. The oracle is `peer-readings.json`, which `test-data/roundtrip/read.py`
/// writes and explains.
@Shows(Requirement.DATASETS_READ)
class PeerReadingsTest {

    private static final Path TEST_DATA = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data");
    /// Damage that makes IBM numbers no writer writes, in which ReadStat is wrong: one whose first hexadecimal digit is zero (it
    /// takes a leading one as given: 0x2e00000000003400 is 52 x 16^-32
    /// and not 16^-19), and one of more than 53 bits, which it cuts where the nearest double is above (IbmFloatTest has both in
    /// exact decimals).
    private static final List<String> READSTAT_IS_WRONG = List.of("[[3286,52],[1278,43]] TRTSDT",
            "[[1623,65],[2129,49],[3646,62],[3402,5]] WEIGHTBL",
            "[[3287,54],[128,50]] TRTSDT", "[[2641,239]] WEIGHTBL", "[[393,159],[3195,62],[143,54],[540,120]] XNUM",
            "[[37731,233],[11919,52]] DTHDT", "[[2448,57],[42675,130],[35872,57],[22606,51]] DTHDT");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void goodFilesHaveTheValuesThatOthersRead() throws Exception {
        int columns = 0;
        for (JsonNode reading : readings()) {
            if (reading.get("edits").isEmpty()) {
                columns += assertSame(reading, read(reading).orElseThrow());
            }
        }
        assertThat(columns).isGreaterThan(250);
    }

    @Test
    void damagedFilesHaveTheValuesThatOthersReadOrAreRefused() throws Exception {
        int read = 0;
        int refused = 0;
        for (JsonNode reading : readings()) {
            if (!reading.get("edits").isEmpty()) {
                Optional<Dataset> dataset = read(reading);
                if (dataset.isPresent()) {
                    assertSame(reading, dataset.get());
                    read++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(read).as("read, beside %d refused", refused).isGreaterThan(200);
    }

    private static JsonNode readings() throws IOException {
        return new ObjectMapper().readTree(TEST_DATA.resolve("roundtrip/peer-readings.json").toFile());
    }

    /// The file as the reading had it; empty where it is refused.
    private static Optional<Dataset> read(JsonNode reading) throws IOException {
        String file = reading.get("file").asText();
        byte[] bytes = Files.readAllBytes(TEST_DATA.resolve(file));
        JsonNode edits = reading.get("edits");
        if (!edits.isEmpty() && file.endsWith(".xlsx")) {
            Map<String, byte[]> parts = SmallFiles.unzipped(bytes);
            parts.computeIfPresent(SHEET, (name, sheet) -> edited(sheet, edits));
            bytes = SmallFiles.zipped(parts);
        } else {
            bytes = edited(bytes, edits);
        }
        try {
            return Optional.of(SmallFiles.readAll("dm" + file.substring(file.lastIndexOf('.')), bytes));
        } catch (UnreadableDatasetException e) {
            return Optional.empty();
        }
    }

    private static byte[] edited(byte[] bytes, JsonNode edits) {
        byte[] copy = bytes.clone();
        edits.forEach(edit -> copy[edit.get(0).asInt()] = (byte) edit.get(1).asInt());
        return copy;
    }

    /// Gives the number of columns compared: all, but in workbooks those that hold both numbers and text, which become text here.
    private static int assertSame(JsonNode reading, Dataset dataset) {
        String place = reading.get("file").asText() + " " + reading.get("edits");
        JsonNode columns = reading.get("columns");
        List<String> names = new ArrayList<>();
        columns.fieldNames().forEachRemaining(names::add);
        assertThat(dataset.columns()).as(place).extracting(column -> column.variable().name()).isEqualTo(names);
        int compared = 0;
        for (Column column : dataset.columns()) {
            JsonNode expected = columns.get(column.variable().name());
            String kind = expected.get(0).asText();
            boolean numeric = column.variable().kind() == Kind.NUMERIC;
            if (reading.get("file").asText().endsWith(".xlsx") && !kind.equals(numeric ? "numeric" : "text")) {
                continue;
            }
            // Others show characters that nobody can see as they are.
            if (column instanceof TextColumn texts && texts.dictionary().stream().anyMatch(text -> text.indexOf('\ufffd') >= 0)) {
                continue;
            }
            if (READSTAT_IS_WRONG.contains(reading.get("edits") + " " + column.variable().name())) {
                continue;
            }
            assertThat(List.of(numeric ? "numeric" : "text", digest(column))).as("%s %s", place, column.variable().name())
                    .containsExactly(kind, expected.get(1).asText());
            compared++;
        }
        return compared;
    }

    private static String digest(Column column) {
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < column.size(); row++) {
            lines.append(line(column, row)).append('\n');
        }
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Column column, int row) {
        return switch (column) {
            case NumericColumn numbers when numbers.isMissing(row) -> ".";
            case NumericColumn numbers -> HexFormat.of().toHexDigits(Double.doubleToRawLongBits(numbers.value(row) + 0.0));
            case TextColumn texts -> texts.value(row);
        };
    }
}
