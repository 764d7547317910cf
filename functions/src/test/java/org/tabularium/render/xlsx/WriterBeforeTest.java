package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.table.Table;

/// Workbooks say what they said before Apache POI wrote them: `writer-before.txt` is what [WorkbookText] read out of the workbooks of
/// the writer before, which wrote SpreadsheetML itself (commit 849e0a6^), for each of [SampleTables#all]. Values, formats, merged
/// cells, panes, titles repeated in print and widths are the same but for what was meant to change: names of sheets have the number,
/// formats end in blanks that align the decimals, columns are up to a character wider.
class WriterBeforeTest {

    private static final String PADDING = "(_.)+$";

    @Test
    void workbooksSayWhatTheySaidBefore() throws IOException {
        List<String> now = new ArrayList<>();
        for (Table table : SampleTables.all()) {
            now.addAll(WorkbookText.of(Rendered.bytes(new XlsxRenderer(), SampleTables.single(table))));
        }
        List<String> before = before();
        assertThat(now.stream().filter(WriterBeforeTest::isKept).map(line -> line.replaceFirst(PADDING, "")).toList())
                .isEqualTo(before.stream().filter(WriterBeforeTest::isKept).toList());
        List<double[]> widths = widths(now);
        List<double[]> widthsBefore = widths(before);
        assertThat(widths).hasSameSizeAs(widthsBefore);
        for (int sheet = 0; sheet < widths.size(); sheet++) {
            assertThat(widths.get(sheet)).containsExactly(widthsBefore.get(sheet), within(1.0));
        }
    }

    private static boolean isKept(String line) {
        return !line.startsWith("sheet ") && !line.startsWith("widths");
    }

    private static List<double[]> widths(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("widths"))
                .map(line -> Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray()).toList();
    }

    private static List<String> before() throws IOException {
        try (InputStream file = Objects.requireNonNull(WriterBeforeTest.class.getResourceAsStream("writer-before.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
