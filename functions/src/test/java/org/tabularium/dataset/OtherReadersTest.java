package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Every cell of a workbook is what fastexcel reads in it, and every field of a CSV file what FastCSV reads, which are the
/// oracles here: in the files of `test-data`, and
/// in workbooks that Apache POI writes of cells drawn from seeds. [CsvRecordsTest] compares the records of random texts.
///
/// Known differences:
///
/// - fastexcel counts dates from 1900 in a workbook that counts from 1904, leaves a character's code as it is written
///   (`_x000D_`), writes truth values in lower case, and cannot
///   tell formats where a workbook has no styles;
/// - blanks at the end of a text, the text that stands for a missing number (`.`) and, in CSV, `NA` without quotes are text in
///   both.
@Shows(Requirement.DATASETS_READ)
class OtherReadersTest {

    private static final Path TEST_DATA = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data");
    private static final int DAYS_FROM_1900_TO_1904 = 1462;
    private static final Set<String> MISSING = Set.of("", ".", "NA");

    private int compared;

    static Stream<Path> workbooks() throws IOException {
        return files(".xlsx");
    }

    /// Those with commas in UTF-8: FastCSV does not look for another separator or encoding.
    static Stream<Path> commaSeparated() throws IOException {
        return files(".csv").filter(file -> !file.toString().matches(".*(semicolon|tab|sep|utf-16).*"));
    }

    private static Stream<Path> files(String extension) throws IOException {
        try (Stream<Path> files = Files.walk(TEST_DATA)) {
            return files.filter(file -> file.toString().endsWith(extension) && !file.startsWith(TEST_DATA.resolve("expected")))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everyCellIsThatOfFastExcel(Path file) throws Exception {
        assertSame(Files.readAllBytes(file));
        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyCellOfARandomWorkbookIsThatOfFastExcel(long seed) throws Exception {
        assertSame(randomWorkbook(new SplittableRandom(seed)));
        assertThat(compared).isGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("commaSeparated")
    void everyFieldIsThatOfFastCsv(Path file) throws Exception {
        Dataset ours = read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            records = csv.stream().toList();
        }
        assertThat(ours.rows()).isEqualTo(records.size() - 1);
        List<String> header = records.getFirst().getFields();
        for (Column column : ours.columns()) {
            int at = header.indexOf(column.variable().name());
            for (int row = 0; row < ours.rows(); row++) {
                assertField(column, row, records.get(row + 1).getField(at));
            }
        }
        assertThat(compared).isPositive();
    }

    private void assertSame(byte[] workbook) throws IOException, UnreadableDatasetException {
        Dataset ours = read("adxx.xlsx", workbook);
        ReadingOptions options = new ReadingOptions(!part(workbook, "xl/styles.xml").isEmpty(), false);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook), options)) {
            int shift = part(workbook, "xl/workbook.xml").contains("date1904=\"1\"") ? DAYS_FROM_1900_TO_1904 : 0;
            List<Row> rows = book.getFirstSheet().read().stream().filter(row -> row.getFirstNonEmptyCell().isPresent()).toList();
            List<String> header = rows.getFirst().stream().map(Cell::getText).toList();
            assertThat(ours.rows()).isEqualTo(rows.size() - 1);
            for (Column column : ours.columns()) {
                int at = header.indexOf(column.variable().name());
                for (int row = 0; row < ours.rows(); row++) {
                    Row theirs = rows.get(row + 1);
                    assertCell(column, row, at < theirs.getCellCount() ? theirs.getCell(at) : null, shift);
                }
            }
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    private void assertCell(Column column, int row, @Nullable Cell cell, int shift) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            assertField(column, row, "");
        } else if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            assertThat(DatasetDates.of(column).text(row)).as(place(column, row))
                    .isEqualTo(cell.asDate().toLocalDate().plusDays(shift).toString());
            compared++;
        } else if (cell.getType() == CellType.BOOLEAN) {
            assertField(column, row, cell.getText().toUpperCase(Locale.ROOT));
        } else {
            assertField(column, row, cell.getText().replace("_x000D_", "\r"));
        }
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    private void assertField(Column column, int row, String theirs) {
        compared++;
        String text = theirs.replaceFirst(" +\\z", "");
        if (column.isMissing(row)) {
            assertThat(MISSING).as(place(column, row)).contains(text.strip());
        } else if (column instanceof NumericColumn numbers) {
            assertThat(numbers.value(row)).as(place(column, row)).isEqualTo(Double.parseDouble(text));
        } else {
            assertThat(((TextColumn) column).value(row)).as(place(column, row)).isEqualTo(text);
        }
    }

    private static String place(Column column, int row) {
        return column.variable().name() + " row " + (row + 1);
    }

    private static byte[] randomWorkbook(SplittableRandom random) throws IOException {
        String[] names = {"SUBJID", "XNUM", "XTXT", "XFLAG", "XDATE", "XBLANK"};
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("S");
            XSSFCellStyle date = book.createCellStyle();
            date.setDataFormat(book.getCreationHelper().createDataFormat().getFormat("yyyy-mm-dd"));
            XSSFRow header = sheet.createRow(0);
            for (int i = 0; i < names.length; i++) {
                header.createCell(i).setCellValue(names[i]);
            }
            for (int r = 1; r <= 120; r++) {
                XSSFRow row = sheet.createRow(r);
                row.createCell(0).setCellValue("S-" + r);
                if (random.nextInt(5) > 0) {
                    row.createCell(1)
                            .setCellValue(random.nextBoolean() ? random.nextInt(-999, 999) / 100.0 : random.nextDouble(1e6));
                }
                row.createCell(2).setCellValue(text(random));
                row.createCell(3).setCellValue(random.nextBoolean());
                XSSFCell day = row.createCell(4);
                day.setCellValue(random.nextInt(30_000, 48_000));
                day.setCellStyle(date);
                if (random.nextInt(3) == 0) {
                    row.createCell(5).setCellValue(random.nextBoolean() ? " x" : "患者 ≥ <&> \"");
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(0, 12), 0, 20)
                .mapToObj(i -> List.of("a", "B", "7", " ", "é", "患", "\n", "&", "<", "\"", "'", ",", ";",
                        "\t", "😀", "_x000D_", "=", "-", ".", "%").get(i))
                .collect(Collectors.joining());
    }

    private static Dataset read(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(name, new TestContent(bytes), _ -> {});
        Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
        return file.read(all, _ -> {});
    }
}
