package org.tabularium.dataset.sas7bdat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.DatasetText;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.sas7bdat.Sas7bdatWriter.Rows;
import org.tabularium.finding.Finding;
import org.tabularium.store.RangedContent;

/// Each way in which SAS and others lay out a file, written by [Sas7bdatWriter]. Files of other programs are compared in
/// test-data/sas7bdat.
class Sas7bdatLayoutsTest {

    private final List<Finding> notes = new ArrayList<>();

    static Stream<Arguments> layouts() {
        return Stream.of(Rows.values()).flatMap(rows -> Stream.of(false, true).flatMap(
                wide -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN).map(order -> Arguments.of(rows, wide, order))));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyRowThatWasNotDeletedIsReadAsItWasWritten(Rows rows, boolean wide, ByteOrder order) throws Exception {
        byte[] bytes = Sas7bdatFiles.file(rows, wide, order).bytes();
        keep(bytes, rows + (wide ? "-64" : "-32") + (order == ByteOrder.BIG_ENDIAN ? "-big" : "-little"));
        DatasetFile file = open(bytes);
        assertThat(file.label()).isEqualTo("A dataset");
        assertThat(file.variables()).containsExactly(
                new Variable("USUBJID", "Subject", Kind.TEXT, "$20."),
                new Variable("AGE", "Age (years)", Kind.NUMERIC, "BEST12."),
                new Variable("ADT", "Date", Kind.NUMERIC, "DATE9."), new Variable("AVAL", "Value", Kind.NUMERIC, "8."),
                new Variable("TERM", "Reported term – “as is”", Kind.TEXT, "$41."));
        Dataset dataset = readAll(file);
        int[] present = IntStream.range(0, Sas7bdatFiles.ROWS)
                .filter(row -> row % Sas7bdatFiles.DELETED != Sas7bdatFiles.DELETED - 1).toArray();
        assertThat(dataset.rows()).isEqualTo(present.length).isEqualTo(26);
        for (int row = 0; row < present.length; row++) {
            int written = present[row];
            assertThat(text(dataset, "USUBJID", row)).isEqualTo(Sas7bdatFiles.subject(written));
            assertThat(number(dataset, "AGE", row)).isEqualTo(Sas7bdatFiles.age(written));
            assertThat(number(dataset, "ADT", row)).isEqualTo(Sas7bdatFiles.adt(written));
            assertThat(number(dataset, "AVAL", row)).isEqualTo(Sas7bdatFiles.aval(written));
            assertThat(text(dataset, "TERM", row)).isEqualTo(Sas7bdatFiles.term(written));
        }
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aFileCutAnywhereIsRefused(Rows rows, boolean wide, ByteOrder order) {
        byte[] good = Sas7bdatFiles.file(rows, wide, order).bytes();
        for (int length = 1; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThat(refused(cut).code()).as("the first %d bytes", length)
                    .isIn("TRUNCATED_FILE", "FORMAT_MISMATCH");
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void onlyTheColumnsAskedForAreRead(Rows rows, boolean wide, ByteOrder order) throws Exception {
        Dataset dataset = open(Sas7bdatFiles.file(rows, wide, order).bytes()).read(Set.of("AVAL"), notes::add);
        assertThat(dataset.columns()).extracting(column -> column.variable().name()).containsExactly("AVAL");
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void namesAndLabelsMayFillSeveralPagesAndTexts(Rows rows) throws Exception {
        Sas7bdatWriter writer = new Sas7bdatWriter(rows, false, ByteOrder.LITTLE_ENDIAN);
        Object[] row = new Object[300];
        for (int i = 0; i < row.length; i++) {
            writer.number("V" + i, 8, "Label of variable number " + i, "COMMA", 10 + i % 7);
            row[i] = (double) i;
        }
        byte[] bytes = writer.pageSize(4_096).row(row).row(row).bytes();
        keep(bytes, "names-" + rows);
        Dataset dataset = readAll(open(bytes));
        assertThat(dataset.columns()).hasSize(300).allSatisfy(column -> {
            int i = Integer.parseInt(column.variable().name().substring(1));
            assertThat(column.variable().label()).isEqualTo("Label of variable number " + i);
            assertThat(column.variable().format()).isEqualTo("COMMA" + (10 + i % 7) + ".");
            assertThat(((NumericColumn) column).value(1)).isEqualTo(i);
        });
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void labelsThatWereAmendedComeFromTheLastPage(Rows rows) throws Exception {
        byte[] bytes = Sas7bdatFiles.file(rows, true, ByteOrder.LITTLE_ENDIAN).amended().bytes();
        keep(bytes, "amended-" + rows);
        assertThat(open(bytes).variables()).extracting(Variable::label)
                .containsExactly("Subject", "Age (years)", "Date", "Value", "Reported term – “as is”");
        assertThat(readAll(open(bytes)).rows()).isEqualTo(26);
    }

    /// Stat/Transfer's rows may begin right behind an odd number of pointers of 32 bits. The first number is whole, so that its
    /// first four bytes are zero as filling is.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsOfStatTransferAreReadWithFillingAndWithout(boolean filled) throws Exception {
        Sas7bdatWriter writer = new Sas7bdatWriter(Rows.PLAIN, false, ByteOrder.LITTLE_ENDIAN).statTransfer(filled)
                .pageSize(4_096)
                .number("AGE").text("SEX", 4).number("AVAL").number("BASE");
        for (int row = 0; row < 5; row++) {
            writer.row(20.0 + row, "F", row / 3.0, 0.0);
        }
        Dataset dataset = readAll(open(writer.bytes()));
        assertThat(IntStream.range(0, 5).mapToObj(row -> number(dataset, "AGE", row)).toList())
                .containsExactly(20.0, 21.0, 22.0, 23.0, 24.0);
        assertThat(text(dataset, "SEX", 4)).isEqualTo("F");
        assertThat(number(dataset, "AVAL", 4)).isEqualTo(4 / 3.0);
    }

    /// Zeros may be filling or the first number, and nothing else tells.
    @Test
    void rowsOfStatTransferOfWhichNobodyKnowsWhereTheyBeginAreRefused() {
        Finding finding = refused(
                new Sas7bdatWriter(Rows.PLAIN, false, ByteOrder.LITTLE_ENDIAN).statTransfer(false).pageSize(4_096)
                        .number("A").number("B").number("C").number("D").row(0.0, 0.0, 0.0, 0.0).row(0.0, 0.0, 0.0, 0.0).bytes());
        assertThat(finding.line()).startsWith("error DM: ").contains("cannot be told where the rows of page 1 begin");
    }

    /// Bytes of Python's codecs for the encodings that Java does not have, of Microsoft's code page 932 for the sign of the
    /// degree of a heart block.
    @ParameterizedTest
    @MethodSource("encodings")
    void textIsReadInTheEncodingOfItsNumber(int number, String expected, byte[] bytes) throws Exception {
        Dataset dataset = readAll(open(new Sas7bdatWriter(Rows.PLAIN, true, ByteOrder.LITTLE_ENDIAN)
                .encoding(number, StandardCharsets.US_ASCII).text("T", 12).row((Object) bytes).bytes()));
        assertThat(text(dataset, "T", 0)).isEqualTo(expected);
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.code()).isEqualTo("ENCODING"));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(29, "é", new byte[]{(byte) 0xe9}),
                Arguments.of(38, "Ķĸ", new byte[]{(byte) 0xa6, (byte) 0xff}),
                Arguments.of(55, "سلام", new byte[]{(byte) 0xab, (byte) 0xe9, (byte) 0x9f, (byte) 0xea}),
                Arguments.of(62, "–", new byte[]{(byte) 0x96}),
                Arguments.of(61, "Жук", new byte[]{(byte) 0xc6, (byte) 0xf3, (byte) 0xea}),
                Arguments.of(138, "Ⅰ度", new byte[]{(byte) 0x87, 0x54, (byte) 0x93, 0x78}),
                Arguments.of(167, "日本", new byte[]{0x1b, '$', 'B', 0x46, 0x7c, 0x4b, 0x5c, 0x1b, '(', 'B'}),
                Arguments.of(227, "Ŵŷ", new byte[]{(byte) 0xd0, (byte) 0xfe}));
    }

    @Test
    void anUnknownEncodingIsRefused() {
        assertThat(refused(new Sas7bdatWriter(Rows.PLAIN, true, ByteOrder.LITTLE_ENDIAN)
                .encoding(250, StandardCharsets.US_ASCII).text("T", 12).row("x").bytes()).line())
                .startsWith("error DM: the file declares the encoding number 250 of SAS").endsWith("[UNKNOWN_ENCODING]");
    }

    /// Six characters of three bytes are 18 of the 20, as in a case of a study.
    @Test
    void ofACharacterThatTheFieldCutsNothingIsReadAndThatIsSaid() throws Exception {
        byte[] cut = Arrays.copyOf("系统性红斑狼疮".getBytes(StandardCharsets.UTF_8), 20);
        Dataset dataset = readAll(open(new Sas7bdatWriter(Rows.RUNS, false, ByteOrder.BIG_ENDIAN).text("AETERM", 20)
                .row((Object) cut).row((Object) cut).bytes()));
        assertThat(text(dataset, "AETERM", 1)).isEqualTo("系统性红斑狼");
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.line()).startsWith("warning DM row 1 AETERM: ")
                .contains("cut within a character of UTF-8").endsWith("[TEXT_CUT]"));
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void fewerRowsThanTheFileSaysAreALoss(Rows rows) {
        Finding finding = refused(Sas7bdatFiles.file(rows, true, ByteOrder.BIG_ENDIAN).lie(2, 0).bytes());
        assertThat(finding.line())
                .startsWith("error DM row 27: the file is cut off or damaged: it says that it has 28 rows and holds 26");
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void moreRowsThanTheFileSaysAreRefused(Rows rows) {
        assertThat(refused(Sas7bdatFiles.file(rows, true, ByteOrder.BIG_ENDIAN).lie(-2, 0).bytes()).message())
                .contains("says that it has 24 rows and holds more");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void anotherNumberOfVariablesThanTheFileSaysIsRefused(long more) {
        assertThat(refused(Sas7bdatFiles.file(Rows.PLAIN, false, ByteOrder.LITTLE_ENDIAN).lie(0, more).bytes()).line())
                .contains("the description of its variables is not whole").endsWith("[MALFORMED_SAS7BDAT]");
    }

    /// The place of the second variable, 8, behind that of the first, 0, with their lengths and kinds: both become 0.
    @Test
    void variablesInTheSameBytesOfARowAreRefused() {
        byte[] bytes = new Sas7bdatWriter(Rows.PLAIN, false, ByteOrder.BIG_ENDIAN).number("A").number("B").row(1.0, 2.0).bytes();
        byte[] places = {0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 1, 0, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 1};
        for (int at = 0; at + places.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + places.length, places, 0, places.length)) {
                bytes[at + 15] = 0;
            }
        }
        assertThat(refused(bytes).line()).contains("two of its variables lie in the same bytes").endsWith("[MALFORMED_SAS7BDAT]");
    }

    @Test
    void aFileThatCallsItsDatasetOtherwiseIsReadWithAWarning() throws Exception {
        readAll(open(new Sas7bdatWriter(Rows.PLAIN, true, ByteOrder.BIG_ENDIAN).name("ADLB").number("A").row(1.0).bytes()));
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.line()).startsWith("warning DM: ").contains("ADLB"));
    }

    @Test
    void aDatasetWithoutRowsIsRead() throws Exception {
        assertThat(readAll(open(new Sas7bdatWriter(Rows.PLAIN, false, ByteOrder.LITTLE_ENDIAN).number("A").bytes())).rows())
                .isZero();
    }

    @Test
    void theDescriptionOfALargeFileInABucketIsFetchedWithoutItsRows() throws Exception {
        Sas7bdatWriter writer = new Sas7bdatWriter(Rows.PLAIN, true, ByteOrder.LITTLE_ENDIAN).pageSize(4_096).text("T", 100);
        for (int row = 0; row < 10_000; row++) {
            writer.row("row " + row);
        }
        byte[] bytes = writer.bytes();
        RangedContent content = new RangedContent(bytes, 2_000);
        DatasetFile file = DatasetFiles.open("dm.sas7bdat", content, notes::add);
        assertThat(content.fetched()).isLessThan(30_000);
        assertThat(DatasetText.of(readAll(file))).isEqualTo(DatasetText.of(readAll(open(bytes))));
    }

    /// Where a folder is named, files are left there for other readers to be tried on.
    private static void keep(byte[] bytes, String name) throws Exception {
        String folder = System.getProperty("tabularium.sas7bdat.keep", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name + ".sas7bdat"), bytes);
        }
    }

    private Finding refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableDatasetException.class, () -> readAll(open(bytes))).finding();
    }

    private DatasetFile open(byte[] bytes) throws UnreadableDatasetException {
        return DatasetFiles.open("dm.sas7bdat", new TestContent(bytes), notes::add);
    }

    private Dataset readAll(DatasetFile file) throws UnreadableDatasetException {
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
    }

    private static String text(Dataset dataset, String variable, int row) {
        return ((TextColumn) dataset.column(variable).orElseThrow()).value(row);
    }

    private static Object number(Dataset dataset, String variable, int row) {
        Column column = dataset.column(variable).orElseThrow();
        double value = ((NumericColumn) column).value(row);
        return column.isMissing(row) ? (Object) Missing.code(value) : (Object) value;
    }
}
