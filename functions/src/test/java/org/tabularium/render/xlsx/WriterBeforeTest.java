package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.table.display.Table;

/// Workbooks say what they said before Apache POI wrote them: `writer-before.txt` is what [WorkbookText] read out of the workbooks of
/// the writer before, which wrote SpreadsheetML itself (commit 849e0a6^), for each of [SampleTables#all]. Values, formats, merged
/// cells, panes and titles repeated in print are the same but for what was meant to change: names of sheets have the number,
/// formats end in blanks that align the decimals, pages within a block begin with its label.
class WriterBeforeTest {

    private static final String PADDING = "(_.)+$";
    private static final Pattern LABEL = Pattern.compile("A(\\d+) s .* \\(continued\\)");
    private static final Pattern PLACE = Pattern.compile("^(?:merged )?([A-Z]+)(\\d+)(?=[ :])");

    @Test
    void workbooksSayWhatTheySaidBefore() throws IOException {
        List<String> now = new ArrayList<>();
        for (Table table : SampleTables.all()) {
            now.addAll(withoutLabels(WorkbookText.of(Rendered.bytes(new XlsxRenderer(), SampleTables.single(table)))));
        }
        List<String> before = before();
        assertThat(now.stream().filter(WriterBeforeTest::isKept).map(line -> line.replaceFirst(PADDING, "")).toList())
                .isEqualTo(before.stream().filter(WriterBeforeTest::isKept).toList());
    }

    /// The lines of a sheet as if no row said what goes on.
    private static List<String> withoutLabels(List<String> lines) {
        List<Integer> labels = lines.stream().map(LABEL::matcher).filter(Matcher::matches)
                .map(label -> Integer.valueOf(label.group(1))).toList();
        List<String> kept = new ArrayList<>();
        List<String> merged = new ArrayList<>();
        for (String line : lines) {
            Matcher place = PLACE.matcher(line);
            if (!place.find() || line.startsWith("repeated") || line.startsWith("panes")) {
                kept.add(line);
                continue;
            }
            int row = Integer.parseInt(place.group(2));
            long before = labels.stream().filter(label -> label < row).count();
            String moved = line.replaceAll(":([A-Z]+)" + row + "$", ":$1" + (row - before))
                    .replaceFirst("(^|merged )([A-Z]+)" + row + "(?=[ :])", "$1$2" + (row - before));
            if (labels.contains(row)) {
                continue;
            }
            (line.startsWith("merged") ? merged : kept).add(moved);
        }
        merged.sort(null);
        int first = IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith("merged")).findFirst().orElse(0);
        kept.addAll(Math.min(first, kept.size()), merged);
        return kept;
    }

    private static boolean isKept(String line) {
        return !line.startsWith("sheet ") && !line.startsWith("widths");
    }

    private static List<String> before() throws IOException {
        try (InputStream file = Objects.requireNonNull(WriterBeforeTest.class.getResourceAsStream("writer-before.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
