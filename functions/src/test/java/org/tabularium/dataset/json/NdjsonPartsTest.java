package org.tabularium.dataset.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDeclaration;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;
import org.tabularium.store.FileContent;

/// A file read in parts gives what it gives when it is read from its beginning: values, dictionaries, notes and findings.
class NdjsonPartsTest {

    private static final String COLUMNS = "[{\"name\":\"ID\",\"dataType\":\"string\"},{\"name\":\"X\",\"dataType\":\"float\"},"
            + "{\"name\":\"DAY\",\"dataType\":\"date\",\"targetDataType\":\"integer\"},{\"name\":\"NOTE\",\"dataType\":\"string\"}]";
    private static final List<String> NOTES = List.of("null", "\"\"", "\"a \"", "\"[\"", "\"\\n[1]\"", "\"µg/L\"", "\"b\"");

    @TempDir
    private Path folder;

    @Test
    void partsAreJoinedToWhatTheWholeFileHolds() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Content content = write(text(random, 1 + random.nextInt(400)));
            assertThat(NdjsonParts.of(content, 64)).as("seed %d", seed).hasSizeGreaterThan(1);
            assertThat(read(content, 64)).as("seed %d", seed).isEqualTo(read(content, Long.MAX_VALUE));
        }
    }

    @Test
    void aDamagedFileIsRefusedAsIfItWereReadFromItsBeginning() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = text(random, 40);
            int damages = 1 + random.nextInt(3);
            for (int i = 0; i < damages; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) "\n[]\",{0x".charAt(random.nextInt(8));
            }
            Content content = write(bytes);
            assertThat(read(content, 64)).as("seed %d", seed).isEqualTo(read(content, Long.MAX_VALUE));
        }
    }

    private static byte[] text(Random random, int rows) {
        StringBuilder text = new StringBuilder("{\"datasetJSONVersion\":\"1.1.0\",\"name\":\"DM\",\"label\":\"D\",\"records\":")
                .append(rows).append(",\"columns\":").append(COLUMNS).append("}\n");
        for (int row = 0; row < rows; row++) {
            String between = random.nextInt(20) == 0 ? ",\n" : ",";
            text.append("[\"S").append(random.nextInt(50)).append('"').append(between)
                    .append(random.nextInt(9) == 0 ? "\"NA\"" : String.valueOf(random.nextInt(1_000) / 8.0)).append(between)
                    .append(random.nextInt(9) == 0 ? "null" : "\"2024-02-" + (10 + random.nextInt(19)) + '"').append(between)
                    .append(NOTES.get(random.nextInt(NOTES.size()))).append("]")
                    .append(random.nextInt(30) == 0 ? " " : "\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Content write(byte[] bytes) throws IOException {
        return FileContent.of(Files.write(folder.resolve("dm.ndjson"), bytes));
    }

    /// All that can be seen of the dataset, or why there is none.
    private static String read(Content content, long partBytes) {
        List<Finding> notes = new ArrayList<>();
        try {
            DatasetJsonFile file = DatasetJsonFile.openLines(new DatasetSource("DM", content, DatasetDeclaration.NONE,
                    InputLimits.DEFAULT, notes::add), partBytes);
            Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
            Dataset dataset = file.read(all, notes::add);
            return dataset.rows() + " " + dataset.columns().stream().map(NdjsonPartsTest::shown).toList() + notes;
        } catch (UnreadableDatasetException e) {
            return e.finding().toString() + notes;
        }
    }

    private static String shown(Column column) {
        StringBuilder shown = new StringBuilder(column.variable().toString());
        for (int row = 0; row < column.size(); row++) {
            shown.append(' ').append(switch (column) {
                case NumericColumn numbers -> Long.toHexString(Double.doubleToRawLongBits(numbers.value(row)));
                case TextColumn texts -> texts.code(row) + "=" + texts.value(row);
            });
        }
        return shown.toString();
    }
}
