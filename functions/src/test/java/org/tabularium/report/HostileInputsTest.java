package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What the product does with files that are damaged, wrong or malicious. Oracle: `hostile/manifest.json` of the reference
/// material, which says of each file
/// what a good service does with it; here each dataset, whatever its format, is a study through the command line.
@Shows(Requirement.INPUT_CHECKED)
class HostileInputsTest {

    private static final String STUDY = "HOST01";

    /// Bounded time: a study of twelve subjects takes a fraction of this.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    /// @param file below `hostile/`
    /// @param accepted whether a report is expected
    /// @param code of the finding that rejects; empty for none
    record Input(String file, boolean accepted, String code) {

        static Input of(JsonNode node) {
            return new Input(node.required("file").textValue(), node.required("expect").textValue().equals("accept"),
                    node.path("error").asText("").replace("null", ""));
        }

        String extension() {
            return file.substring(file.lastIndexOf('.'));
        }
    }

    static Stream<Input> inputs() throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode node : ResultRecords.tree(Files.readAllBytes(Places.reference("hostile/manifest.json")))
                .required("cases")) {
            Input input = Input.of(node);
            // Events are the notices' test's.
            if (!input.file().startsWith("events/")) {
                inputs.add(input);
            }
        }
        return inputs.stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsAcceptedOrRejectedAsItShouldBe(Input input) throws IOException {
        CommandRun run = Assertions.assertTimeout(LIMIT, () -> report(input));

        assertThat(run.err() + run.out()).doesNotContain("\tat ", "Exception", "internal error", "java.");
        if (input.accepted()) {
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.files(STUDY)).containsKeys("report.xlsx", "report.pdf", "tables/baseline.csv", "results.json",
                    "findings.json", "manifest.json");
            assertThat(CommandRun.of(temp, "verify", "out/" + STUDY).exit()).isZero();
        } else {
            assertThat(run.exit()).as(run.err()).isEqualTo(2);
            // Dataset, then row or variable where there is one, what is wrong, the code.
            assertThat(run.err().lines()).anySatisfy(line -> assertThat(line)
                    .matches("error ADSL( row \\d+)?( [A-Z0-9]+)?: .{20,} \\[" + input.code() + "\\]"));
            assertThat(temp.resolve("out")).doesNotExist();
        }
    }

    @Test
    void rejectionLeavesTheEarlierRunAsItWas() throws IOException {
        report(new Input("csv/_good_adsl.csv", true, ""));
        Map<String, byte[]> good = CommandRun.filesOf(temp.resolve("out").resolve(STUDY));

        assertThat(report(new Input("csv/unclosed_quote.csv", false, "MALFORMED_CSV")).exit()).isEqualTo(2);

        assertThat(CommandRun.filesOf(temp.resolve("out").resolve(STUDY))).containsExactlyEntriesOf(good);
    }

    @Test
    void damagedAdverseEventsRejectTheStudyToo() throws IOException {
        Path folder = Files.createDirectories(temp.resolve(STUDY));
        Files.copy(Places.reference("hostile/xpt/_good_adsl.xpt"), folder.resolve("adsl.xpt"));
        Files.copy(Places.reference("hostile/xpt/truncated_mid_record.xpt"), folder.resolve("adae.xpt"));

        CommandRun run = CommandRun.of(temp, "report", STUDY);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("error ADAE row", "[TRUNCATED_FILE]");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void specialMissingValuesAreMissing() throws IOException {
        Double good = age(report(new Input("xpt/_good_adsl.xpt", true, "")), "n");
        CommandRun run = report(new Input("xpt/special_missing.xpt", true, ""));

        assertThat(age(run, "n")).isEqualTo(requireNonNull(good) - 3).isEqualTo(9.0);
        assertThat(age(run, "missing")).isEqualTo(3.0);
        assertThat(age(run, "min")).as("none is read as 0 or 65, a letter's code").isGreaterThanOrEqualTo(18.0);
    }

    private static Double age(CommandRun run, String statistic) {
        return requireNonNull(run.results(STUDY).value("baseline", Map.of(), "AGE", null, statistic));
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        CommandRun run = report(new Input("csv/formula_injection.csv", true, ""));

        assertThat(run.text(STUDY, "tables/baseline.csv")).contains("=1+1 (N=4)");
        assertThat(MadeReport.pdfText(requireNonNull(run.files(STUDY).get("report.pdf")))).contains("=1+1");
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : run.files(STUDY).entrySet()) {
            if (file.getKey().endsWith(".xlsx")) {
                CommandRun.parts(file.getValue()).forEach((part, xml) -> assertThat(xml).as(file.getKey() + " " + part)
                        .doesNotContain("<f>", "<f ", "ddeLink", "oleLink", "externalLink"));
                texts.addAll(texts(file.getValue()));
            }
        }
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("=1+1"))
                .anySatisfy(text -> assertThat(text).startsWith("@SUM(A1:A9)"))
                .anySatisfy(text -> assertThat(text).startsWith("=cmd|' /C calc'!A0"));
    }

    /// The texts of a workbook; no cell of it is a formula.
    private static List<String> texts(byte[] xlsx) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheet.read().stream().flatMap(row -> row.stream()).filter(cell -> cell != null).forEach((Cell cell) -> {
                    assertThat(cell.getType()).as(cell.getText()).isNotEqualTo(CellType.FORMULA);
                    assertThat(cell.getFormula()).isNull();
                    texts.add(String.valueOf(cell.getText()));
                });
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("chinese")
    void chineseTextIsInEveryFormat(Input input, String text) throws IOException {
        CommandRun run = report(input);

        assertThat(run.text(STUDY, "tables/baseline.csv")).contains(text);
        assertThat(MadeReport.pdfText(requireNonNull(run.files(STUDY).get("tables/baseline.pdf")))).contains(text);
        assertThat(texts(requireNonNull(run.files(STUDY).get("tables/baseline.xlsx"))))
                .anySatisfy(cell -> assertThat(cell).contains(text));
    }

    static Stream<Arguments> chinese() {
        return Stream.of(
                Arguments.of(new Input("csv/utf8_chinese.csv", true, ""), "安慰剂组"),
                Arguments.of(new Input("csv/utf8_chinese.csv", true, ""), "汉族"),
                Arguments.of(new Input("xpt/utf8_chinese.xpt", true, ""), "汉族"));
    }

    /// The file as adsl or adae beside a good other one (XPORT where its format has none), reported to `out/HOST01`. A single
    /// subject has no adverse events of others beside it.
    private CommandRun report(Input input) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(STUDY));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        boolean events = input.file().contains("adae");
        String format = input.extension().matches("\\.(csv|xpt)") ? input.extension() : ".xpt";
        String good = "hostile/" + format.substring(1) + "/_good_" + (events ? "adsl" : "adae") + format;
        Files.copy(Places.reference("hostile/" + input.file()), folder.resolve((events ? "adae" : "adsl") + input.extension()));
        if (!input.file().contains("one_subject")) {
            Files.copy(Places.reference(good), folder.resolve((events ? "adsl" : "adae") + format));
        }
        return CommandRun.of(temp, "report", STUDY);
    }
}
