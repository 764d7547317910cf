package org.tabularium.dataset.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.DatasetText;
import org.tabularium.dataset.JsonFixtures;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.XportWriter;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

class DatasetJsonFileTest {

    private static final List<String> FORMS = List.of("dm.json", "dm.ndjson", "dm.dsjc");
    private static final String COLUMNS = "[{\"itemOID\":\"IT.USUBJID\",\"name\":\"USUBJID\",\"label\":\"Subject\",\"dataType\":\"string\"}]";
    private static final String HEAD = "\"datasetJSONVersion\": \"1.1.0\", \"name\": \"DM\", \"label\": \"Demographics\", \"columns\": "
            + COLUMNS;

    private final List<Finding> notes = new ArrayList<>();

    static Stream<Arguments> cells() {
        return cases("json-cases.yaml")
                .flatMap(expected -> FORMS.stream()
                        .map(form -> Arguments.of(Named.of(expected.get("name") + ", " + form, form), expected)));
    }

    static Stream<Arguments> files() {
        return cases("json-files.yaml").map(expected -> Arguments.of(Named.of(String.valueOf(expected.get("name")), expected)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cellsAreReadAsTheirColumnDeclares(String form, Map<?, ?> expected) throws Exception {
        StringBuilder column = new StringBuilder("[{\"name\":\"X\",\"dataType\":\"" + expected.get("dataType") + "\"");
        if (expected.containsKey("target")) {
            column.append(",\"targetDataType\":\"").append(expected.get("target")).append('"');
        }
        column.append("}]");
        List<?> cells = list(expected, "cells");
        byte[] bytes = JsonFixtures.bytes(form, JsonFixtures.metadata(column.toString(), cells.size()),
                cells.stream().map(cell -> "[" + cell + "]").toList());
        if (expected.containsKey("error")) {
            assertRejected(form, new TestContent(bytes), expected);
            return;
        }
        Dataset dataset = readAll(form, new TestContent(bytes));
        boolean numeric = expected.containsKey("numeric");
        Column read = dataset.column("X").orElseThrow();
        assertThat(read.variable().kind()).isEqualTo(numeric ? Kind.NUMERIC : Kind.TEXT);
        assertThat(IntStream.range(0, read.size()).mapToObj(row -> cell(read, row)).toList())
                .isEqualTo(list(expected, numeric ? "numeric" : "text").stream()
                        .map(value -> value instanceof Number number ? (Object) number.doubleValue() : value).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesAreReadOrRejectedAsTheCasesSay(Map<?, ?> expected) throws Exception {
        String file = String.valueOf(expected.get("file"));
        TestContent content = TestContent
                .of(String.valueOf(expected.get("text")).replace("HEAD", HEAD).replace("COLUMNS", COLUMNS));
        if (expected.containsKey("error")) {
            assertRejected(file, content, expected);
            return;
        }
        Dataset dataset = readAll(file, content);
        assertThat(dataset.rows()).isEqualTo(expected.get("rows"));
        assertThat(dataset.column("USUBJID").orElseThrow().size()).isEqualTo(dataset.rows());
        Object codes = expected.get("notes");
        assertThat(notes).extracting(Finding::code).isEqualTo(codes == null ? List.of() : codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.json", "dm.ndjson", "dm.dsjc"})
    void columnsNotAskedForAreNotHeld(String form) throws Exception {
        byte[] bytes = JsonFixtures.bytes(form, JsonFixtures.metadata("""
                [{"name":"A","dataType":"string"},{"name":"B","dataType":"float"},{"name":"C","dataType":"string"}]""", 4),
                List.of("[\"x\",1,\"p\"]", "[\"y\",2,\"q\"]", "[\"x\",3,\"r\"]", "[\"x\",null,\"s\"]"));
        Dataset dataset = DatasetFiles.open(form, new TestContent(bytes), notes::add).read(Set.of("C", "ABSENT"), notes::add);
        assertThat(dataset.columns()).extracting(column -> column.variable().name()).containsExactly("C");
        assertThat(dataset.rows()).isEqualTo(4);
        assertThat(((TextColumn) dataset.column("C").orElseThrow()).value(3)).isEqualTo("s");
    }

    @Test
    void variablesHaveTheNamesLabelsAndFormatsThatSasWouldGiveThem() throws Exception {
        byte[] bytes = JsonFixtures.bytes("dm.json", JsonFixtures.metadata("""
                [{"name":" usubjid ","label":"Subject","dataType":"string"},
                 {"name":"AGE","label":"","dataType":"integer","displayFormat":"8.2"},
                 {"name":"ADT","label":null,"dataType":"date","targetDataType":"integer","displayFormat":"date9"},
                 {"name":"BIRTH","dataType":"date","targetDataType":"integer"},
                 {"name":"AT","dataType":"datetime","targetDataType":"integer"},
                 {"name":"RFDTC","dataType":"date","targetDataType":""}]""", 1),
                List.of("[\"A\",1,\"2014-01-02\",\"2014-01-02\",\"2014-01-02T10:15\",\"2014\"]"));
        DatasetFile file = DatasetFiles.open("dm.json", new TestContent(bytes), notes::add);
        assertThat(file.label()).isEqualTo("Demographics");
        assertThat(file.variables()).containsExactly(
                new Variable("USUBJID", "Subject", Kind.TEXT, ""), new Variable("AGE", "Age", Kind.NUMERIC, "8.2"),
                new Variable("ADT", "Analysis Date", Kind.NUMERIC, "DATE9."), new Variable("BIRTH", "", Kind.NUMERIC, "E8601DA."),
                new Variable("AT", "", Kind.NUMERIC, "E8601DT."), new Variable("RFDTC", "", Kind.TEXT, ""));
        Dataset dataset = readAll("dm.json", new TestContent(bytes));
        assertThat(DatasetDates.of(dataset.column("BIRTH").orElseThrow()).text(0)).isEqualTo("2014-01-02");
        assertThat(DatasetDates.of(dataset.column("AT").orElseThrow()).text(0)).isEqualTo("2014-01-02T10:15");
    }

    @Test
    void whatNobodyAskedForIsNotLookedAt() throws Exception {
        byte[] bytes = JsonFixtures.bytes("dm.ndjson",
                JsonFixtures.metadata("[{\"name\":\"A\",\"dataType\":\"string\"},{\"name\":\"B\",\"dataType\":\"float\"}]", 1),
                List.of("[\"x\",\"no number\"]"));
        DatasetFile file = DatasetFiles.open("dm.ndjson", new TestContent(bytes), notes::add);
        assertThat(file.read(Set.of("A"), notes::add).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.json", "dm.ndjson", "dm.dsjc"})
    void aByteOrderMarkIsPassedOver(String form) throws Exception {
        String text = form.equals("dm.json")
                ? "{" + HEAD + ", \"records\": 1, \"rows\": [[\"患者\"]]}"
                : "{" + HEAD + ", \"records\": 1}\n[\"患者\"]";
        byte[] bytes = JsonFixtures.utf8("\ufeff" + text);
        Dataset dataset = readAll(form, new TestContent(form.endsWith("dsjc") ? JsonFixtures.zlib(bytes) : bytes));
        assertThat(((TextColumn) dataset.column("USUBJID").orElseThrow()).value(0)).isEqualTo("患者");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "windows-1252", "GBK"})
    void anythingButUtf8IsRefused(String charset) {
        String text = "{" + HEAD.replace("Subject", "Bär 患 é") + ", \"records\": 1, \"rows\": [[\"é\"]]}";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Finding finding = rejected("dm.json", new TestContent(bytes)).finding();
        assertThat(finding.code()).isEqualTo("UNKNOWN_ENCODING");
        assertThat(finding.message()).contains("UTF-8");
    }

    @Test
    void utf8ThatIsBrokenInACellIsRefusedWithItsRow() {
        byte[] bytes = ("{" + HEAD + ", \"records\": 2}\n[\"a\"]\n[\"b\u00e9\"]").getBytes(StandardCharsets.ISO_8859_1);
        Finding finding = rejected("dm.ndjson", new TestContent(bytes)).finding();
        assertThat(finding.code()).isEqualTo("UNKNOWN_ENCODING");
        assertThat(finding.row()).isEqualTo(2);
        assertThat(finding.message()).contains("line 3");
    }

    @Test
    void nestingAndLengthsAreLimited() throws Exception {
        String start = "{" + HEAD + ", \"x\": ";
        for (String json : List.of("[".repeat(100_000), "\"" + "a".repeat(1_000_001) + "\"", "1".repeat(5_000),
                "{\"" + "n".repeat(100_000) + "\": 1}")) {
            Finding finding = rejected("dm.json",
                    TestContent.of("{" + HEAD.replace("\"DM\"", json.startsWith("\"") ? json : "\"DM\"")
                            + ", \"records\": " + (json.startsWith("1") ? json : "0") + ", \"x\": " + json))
                    .finding();
            assertThat(finding.code()).as(json.substring(0, 5)).isIn("LIMIT_EXCEEDED", "CELL_TOO_LONG", "MALFORMED_JSON");
        }
        assertThat(rejected("dm.json", TestContent.of(start + "[".repeat(33) + "]".repeat(33) + "}")).finding().message())
                .contains("more than the 32 levels deep");
        assertThat(rejected("dm.json", TestContent.of(start + "{\"" + "n".repeat(1_001) + "\": 1}}")).finding().message())
                .contains("name of an attribute");
        String long33 = "\"" + "a".repeat(1_000_001) + "\"";
        assertThat(rejected("dm.ndjson", TestContent.of("{" + HEAD + ", \"records\": 1}\n[" + long33 + "]")).finding().message())
                .contains("has more than the 100000 characters");
        String number = JsonFixtures.metadata("[{\"name\":\"A\",\"dataType\":\"float\"}]", 1) + "\n[0." + "1".repeat(1_001) + "]";
        assertThat(rejected("dm.ndjson", TestContent.of(number)).finding().message())
                .contains("a number has more than the 1000 digits");
        String columns = IntStream.range(0, 10_001).mapToObj(i -> "{\"name\":\"V" + i + "\",\"dataType\":\"float\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(rejected("dm.json", TestContent.of("{\"columns\": " + columns + ", \"records\": 0}")).finding().code())
                .isEqualTo("TOO_MANY_VARIABLES");
    }

    @Test
    void gzipIsReadAsZlibIs() throws Exception {
        byte[] lines = JsonFixtures.utf8("{" + HEAD + ", \"records\": 1}\n[\"A\"]\n");
        assertThat(readAll("dm.dsjc", new TestContent(JsonFixtures.gzip(lines))).rows()).isEqualTo(1);
        assertThat(readAll("dm.dsjc", new TestContent(JsonFixtures.zlib(lines))).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBitChangedInACompressedFileNeverChangesTheDataset(boolean zlib) throws Exception {
        byte[] lines = JsonFixtures.utf8("{" + HEAD + ", \"records\": 3}\n[\"A\"]\n[\"B\"]\n[\"C\"]\n");
        byte[] good = zlib ? JsonFixtures.zlib(lines) : JsonFixtures.gzip(lines);
        int read = 0;
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                TextColumn subjects = (TextColumn) readAll("dm.dsjc", new TestContent(bytes)).column("USUBJID").orElseThrow();
                assertThat(IntStream.range(0, 3).mapToObj(subjects::value)).as("bit %d", bit).containsExactly("A", "B", "C");
                read++;
            } catch (UnreadableDatasetException e) {
                assertThat(e.finding().line()).as("bit %d", bit).startsWith("error DM");
            }
        }
        // Up to 7 bits fill the last byte before the checksum; the header of gzip also has a time, a system and such.
        assertThat(read).isLessThanOrEqualTo(zlib ? 7 : 71);
    }

    @Test
    void bytesAfterACompressedFileAreRefused() throws Exception {
        byte[] good = JsonFixtures.zlib(JsonFixtures.utf8("{" + HEAD + ", \"records\": 1}\n[\"A\"]\n"));
        assertThat(rejected("dm.dsjc", new TestContent(Arrays.copyOf(good, good.length + 1))).finding().code())
                .isEqualTo("CORRUPT_DSJC");
    }

    @Test
    void aCompressedFileThatGrowsWithoutEndIsRefused() throws Exception {
        // Zero-filled text compresses 1000 to 1: 100 KB become 100 MB.
        String lines = "{" + HEAD + ", \"records\": 1}\n[\"A\"]" + " ".repeat(28_000_000);
        byte[] bomb = JsonFixtures.zlib(JsonFixtures.utf8(lines));
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(rejected("dm.dsjc", new TestContent(bomb)).finding().code()).isEqualTo("EXPANDS_TOO_MUCH");
    }

    @Test
    void anotherFormatIsToldByItsContent() throws Exception {
        byte[] xport = new XportWriter("DM").text("A", 80).row("x").bytes();
        for (String form : FORMS) {
            assertThat(rejected(form, new TestContent(xport)).finding().code()).as(form).isEqualTo("FORMAT_MISMATCH");
        }
        byte[] gzip = JsonFixtures.gzip(JsonFixtures.utf8("{" + HEAD + ", \"records\": 0}"));
        assertThat(rejected("dm.json", new TestContent(gzip)).finding().message()).contains("packed by gzip");
        assertThat(rejected("dm.csv", new TestContent(gzip)).finding().code()).isEqualTo("FORMAT_MISMATCH");
    }

    @Test
    void aDiskThatFailsIsNoFindingAboutTheFile() {
        Content failing = new Content() {
            @Override
            public long size() {
                return 1_000;
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(new ByteArrayInputStream(JsonFixtures.utf8("{" + HEAD)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                });
            }
        };
        assertThat(catchThrowableOfType(UncheckedIOException.class, () -> DatasetFiles.open("dm.json", failing, notes::add)))
                .isNotNull();
    }

    private void assertRejected(String file, TestContent content, Map<?, ?> expected) {
        Finding finding = rejected(file, content).finding();
        assertThat(finding.line()).contains("[" + expected.get("error") + "]").doesNotContain("Exception", "jackson");
        assertThat(finding.remedy()).isNotEmpty();
        if (expected.containsKey("message")) {
            assertThat(finding.message()).contains(String.valueOf(expected.get("message")));
        }
        assertThat(finding.row()).isEqualTo(expected.get("row") instanceof Number row ? (Long) row.longValue() : null);
        if (finding.code().startsWith("INVALID")) {
            assertThat(finding.variable()).isEqualTo("X");
        }
    }

    private UnreadableDatasetException rejected(String file, TestContent content) {
        UnreadableDatasetException rejected = catchThrowableOfType(UnreadableDatasetException.class,
                () -> readAll(file, content));
        assertThat(rejected).isNotNull();
        return rejected;
    }

    private Dataset readAll(String name, TestContent content) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, content, notes::add);
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
    }

    private static List<?> list(Map<?, ?> expected, String key) {
        return (List<?>) Objects.requireNonNull(expected.get(key), key);
    }

    private static @Nullable Object cell(Column column, int row) {
        return column.isMissing(row) ? null : DatasetText.cell(column, row);
    }

    private static Stream<Map<?, ?>> cases(String fixture) {
        String yaml = new String(TestContent.fixture(fixture).bytes(), StandardCharsets.UTF_8);
        List<?> cases = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return cases.stream().map(Map.class::cast);
    }
}
