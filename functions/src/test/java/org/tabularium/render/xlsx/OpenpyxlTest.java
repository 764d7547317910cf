package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;

/// What one library wrote another reads: openpyxl finds the values, formats and merged cells that POI finds. Skipped without Python
/// or openpyxl.
class OpenpyxlTest {

    private static final int WITHOUT_OPENPYXL = 77;

    @Test
    void openpyxlReadsWhatPoiReads(@TempDir Path folder) throws Exception {
        Path workbook = folder.resolve("report.xlsx");
        Files.write(workbook, Rendered.bytes(new XlsxRenderer(), SampleTables.report(SampleTables.all())));
        Path script = folder.resolve("read_back.py");
        try (InputStream kept = Objects.requireNonNull(OpenpyxlTest.class.getResourceAsStream("read_back.py"))) {
            Files.copy(kept, script);
        }
        Path out = folder.resolve("out.txt");
        int exit;
        try {
            exit = new ProcessBuilder("python3", script.toString(), workbook.toString())
                    .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        } catch (IOException e) {
            exit = WITHOUT_OPENPYXL;
        }
        assumeTrue(exit != WITHOUT_OPENPYXL, "python3 with openpyxl is not here, so nothing reads the workbook back");
        assertThat(exit).isZero();
        List<String> theirs = Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        assertThat(theirs.indexOf("sheet " + WorkbookText.DATA)).isPositive();
        List<String> ours = WorkbookText.of(Files.readAllBytes(workbook));
        assertThat(theirs.subList(0, theirs.indexOf("sheet " + WorkbookText.DATA))).containsExactlyElementsOf(
                ours.stream().filter(line -> !line.matches("(?:panes|repeated|widths|link) .*")).toList());
    }
}
