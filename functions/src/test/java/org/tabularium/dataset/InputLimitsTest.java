package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;
import org.tabularium.store.RangedContent;

/// Each limit in each format: what is as large as allowed is read, what is larger is refused with the limit's code and the
/// setting that raises it.
class InputLimitsTest {

    private static final InputLimits D = InputLimits.DEFAULT;

    static Stream<String> formats() {
        return SmallFiles.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void filesRowsAndVariables(String name) throws Exception {
        byte[] bytes = SmallFiles.bytes(name, 13);
        Dataset good = SmallFiles.readAll(name, bytes);
        int columns = good.columns().size();
        assertLimit(name, bytes, size(bytes.length, 1_000, 100), size(bytes.length - 1, 1_000, 100), "FILE_TOO_LARGE",
                "file-bytes");
        // XPORT version 5 does not know its rows before it is read; its filling may count.
        int filling = name.endsWith(".xpt") ? 1 : 0;
        assertLimit(name, bytes, size(1 << 20, 13 + filling, 100), size(1 << 20, 12, 100), "TOO_MANY_ROWS", "rows");
        assertLimit(name, bytes, size(1 << 20, 100, columns), size(1 << 20, 100, columns - 1), "TOO_MANY_VARIABLES", "columns");
    }

    /// In XPORT and SAS7BDAT the length counts that a variable declares, here 60 bytes at most.
    @ParameterizedTest
    @MethodSource("formats")
    void lengthsOfValues(String name) throws Exception {
        if (name.matches(".*(json|dsjc)")) {
            byte[] bytes = JsonFixtures.bytes(name, JsonFixtures.metadata("[{\"name\":\"A\",\"dataType\":\"string\"}]", 1),
                    List.of("[\"" + "x".repeat(40) + "\"]"));
            assertLimit(name, bytes, cell(40), cell(39), "CELL_TOO_LONG", "cell-length");
            return;
        }
        byte[] bytes = SmallFiles.bytes(name, 13);
        boolean declared = name.matches(".*(xpt|sas7bdat)");
        int longest = SmallFiles.readAll(name, bytes).columns().stream().filter(TextColumn.class::isInstance)
                .flatMap(column -> ((TextColumn) column).dictionary().stream()).mapToInt(String::length).max().orElseThrow();
        assertLimit(name, bytes, cell(declared ? 60 : longest), cell(declared ? 5 : longest - 1), "CELL_TOO_LONG", "cell-length");
    }

    private static InputLimits cell(int length) {
        return new InputLimits(D.fileBytes(), D.rows(), D.columns(), length, D.expandedBytes(), D.expansionRatio(),
                D.jsonNesting(),
                D.numberLength(), D.seconds(), D.scratchBytes());
    }

    @Test
    void whatComesOutOfACompressedFile() throws Exception {
        byte[] lines = SmallFiles.json("dm.ndjson", 30);
        byte[] bytes = JsonFixtures.zlib(lines);
        assertLimit("dm.dsjc", bytes, expansion(lines.length, 1), expansion(lines.length - 1, 1), "EXPANDS_TOO_MUCH",
                "expanded-bytes");
        byte[] blanks = new byte[17 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.writeBytes(lines);
        padded.writeBytes(blanks);
        byte[] bomb = JsonFixtures.gzip(padded.toByteArray());
        assertLimit("dm.dsjc", bomb, expansion(1L << 30, 2_000), expansion(1L << 30, 200), "EXPANDS_TOO_MUCH", "expansion-ratio");
    }

    private static InputLimits expansion(long most, int ratio) {
        return new InputLimits(D.fileBytes(), D.rows(), D.columns(), D.cellLength(), most, ratio, D.jsonNesting(),
                D.numberLength(),
                D.seconds(), D.scratchBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.json", "dm.ndjson", "dm.dsjc"})
    void nestingAndDigitsOfJson(String name) throws Exception {
        String metadata = JsonFixtures.metadata("[{\"name\":\"A\",\"dataType\":\"float\"}]", 1);
        String nested = metadata.substring(0, metadata.length() - 1) + ",\"x\":" + "[".repeat(6) + "]".repeat(6) + "}";
        byte[] deep = JsonFixtures.bytes(name, nested, List.of("[1]"));
        assertLimit(name, deep, json(7, 10), json(6, 10), "LIMIT_EXCEEDED", "json-nesting");
        byte[] digits = JsonFixtures.bytes(name, metadata, List.of("[12345678]"));
        assertLimit(name, digits, json(9, 8), json(9, 7), "LIMIT_EXCEEDED", "number-length");
    }

    private static InputLimits json(int nesting, int digits) {
        return new InputLimits(D.fileBytes(), D.rows(), D.columns(), D.cellLength(), D.expandedBytes(), D.expansionRatio(),
                nesting,
                digits,
                D.seconds(), D.scratchBytes());
    }

    /// A disk whose first look takes longer than a second; all formats wait for it side by side.
    @Test
    void theTimeOfAPass() {
        InputLimits limits = new InputLimits(D.fileBytes(), D.rows(), D.columns(), D.cellLength(), D.expandedBytes(),
                D.expansionRatio(),
                D.jsonNesting(), D.numberLength(), 1, D.scratchBytes());
        List<Thread> readers = new ArrayList<>();
        Map<String, String> found = new ConcurrentHashMap<>();
        for (String name : SmallFiles.NAMES) {
            readers.add(Thread.ofVirtual().start(() -> {
                try {
                    DatasetFiles.open("dm" + name.substring(name.lastIndexOf('.')), new Slow(SmallFiles.bytes(name, 13)), limits,
                            note -> {});
                } catch (UnreadableDatasetException e) {
                    found.put(name, e.finding().line());
                } catch (IOException e) {
                    found.put(name, e.toString());
                }
            }));
        }
        for (Thread reader : readers) {
            assertThatCode(reader::join).doesNotThrowAnyException();
        }
        assertThat(found).hasSize(SmallFiles.NAMES.size());
        assertThat(found.values()).allSatisfy(line -> assertThat(line).endsWith("[TOO_SLOW]")
                .contains("within the 1 seconds allowed").contains("tabularium.limit.seconds"));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Slow(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                private boolean looked;

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    if (!looked) {
                        looked = true;
                        try {
                            Thread.sleep(1_050);
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                    return super.read(into, from, Math.min(length, 64));
                }
            };
        }
    }

    /// As many variables as nobody has, refused before they take memory.
    @ParameterizedTest
    @ValueSource(strings = {"dm.8.xpt", "dm.csv", "dm.json", "dm.ndjson", "dm.dsjc", "dm.xlsx"})
    void aMillionVariables(String name) throws Exception {
        int count = 1_000_000;
        byte[] bytes = switch (name) {
            case "dm.8.xpt" -> xport(count);
            case "dm.csv" -> IntStream.range(0, count).mapToObj(i -> "V" + i).collect(Collectors.joining(",")).getBytes(
                    StandardCharsets.US_ASCII);
            case "dm.xlsx" -> new XlsxBytes().sheet("<sheetData><row>"
                    + "<c t=\"inlineStr\"><is><t>A</t></is></c>".repeat(count) + "</row></sheetData>").bytes();
            default -> JsonFixtures.bytes(name, "{\"datasetJSONVersion\":\"1.1\",\"records\":0,\"columns\":["
                    + IntStream.range(0, count).mapToObj(i -> "{\"name\":\"V" + i + "\",\"dataType\":\"float\"}")
                            .collect(Collectors.joining(","))
                    + "]}", List.of());
        };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Finding finding = catchThrowableOfType(UnreadableDatasetException.class, () -> SmallFiles.readAll(name, bytes)).finding();
        // Excel itself has 16,384 columns at most: what has more is no workbook.
        assertThat(finding.code()).isIn(name.equals("dm.xlsx")
                ? List.of("CORRUPT_XLSX", "EXPANDS_TOO_MUCH")
                : List.of("TOO_MANY_VARIABLES"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("bytes").isLessThan(64L << 20);
    }

    /// A header of version 8 that claims so many variables; nothing follows.
    private static byte[] xport(int variables) throws IOException {
        byte[] bytes = SmallFiles.bytes("dm.8.xpt", 13);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("NAMSTV8") + 28;
        ByteBuffer.wrap(bytes).put(at, String.format(Locale.ROOT, "%010d", variables).getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private static InputLimits size(long file, long rows, int columns) {
        return TestLimits.of(file, rows, columns, D.cellLength(), D.expandedBytes(), D.expansionRatio());
    }

    /// On disk and in a bucket, where a file comes in ranges.
    private static void assertLimit(String name, byte[] bytes, InputLimits enough, InputLimits tooFew, String code,
            String setting)
            throws UnreadableDatasetException {
        for (Content content : List.of(new TestContent(bytes), new RangedContent(bytes, 999))) {
            assertThat(read(name, content, enough).rows()).isPositive();
            UnreadableDatasetException refused = catchThrowableOfType(UnreadableDatasetException.class,
                    () -> read(name, content, tooFew));
            assertThat(refused).as(code).isNotNull();
            assertThat(refused.finding().code()).isEqualTo(code);
            assertThat(refused.finding().remedy()).contains("tabularium.limit." + setting);
        }
    }

    private static Dataset read(String name, Content content, InputLimits limits) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("dm" + name.substring(name.lastIndexOf('.')), content, limits, note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), note -> {});
    }

    @Test
    void aPropertyWinsOverAVariableAndBothOverTheDefault() {
        assertThat(InputLimits.of(Map.of(), Map.of())).isEqualTo(D);
        Map<String, String> environment = Map.of("TABULARIUM_LIMIT_ROWS", "7", "TABULARIUM_LIMIT_CELL_LENGTH", " 70 ");
        InputLimits limits = InputLimits.of(Map.of("tabularium.limit.rows", "8", "tabularium.limit.columns", ""), environment);
        assertThat(limits)
                .isEqualTo(
                        new InputLimits(D.fileBytes(), 8, D.columns(), 70, D.expandedBytes(), D.expansionRatio(), D.jsonNesting(),
                                D.numberLength(), D.seconds(), D.scratchBytes()));
        List<String> names = List.of("FILE_BYTES", "ROWS", "COLUMNS", "CELL_LENGTH", "EXPANDED_BYTES", "EXPANSION_RATIO",
                "JSON_NESTING",
                "NUMBER_LENGTH", "SECONDS", "SCRATCH_BYTES");
        Map<String, String> all = names.stream()
                .collect(Collectors.toMap(name -> "TABULARIUM_LIMIT_" + name, name -> String.valueOf(1 + names.indexOf(name))));
        assertThat(InputLimits.of(Map.of(), all)).isEqualTo(new InputLimits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1e6", "99999999999999999999", "1.5"})
    void aSettingThatIsNoWholeNumberIsToldByItsName(String value) {
        assertThatThrownBy(() -> InputLimits.of(Map.of(), Map.of("TABULARIUM_LIMIT_COLUMNS", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TABULARIUM_LIMIT_COLUMNS is set to \"" + value + "\"")
                .hasMessageContaining("docs/limits.md");
    }
}
