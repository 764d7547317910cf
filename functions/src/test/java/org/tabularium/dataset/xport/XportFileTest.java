package org.tabularium.dataset.xport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.DatasetText;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.XportWriter;
import org.tabularium.dataset.encoding.GbkLikeness;
import org.tabularium.finding.Finding;

@Shows(Requirement.DATASETS_READ)
class XportFileTest {

    private final List<Finding> notes = new ArrayList<>();

    @Test
    void formatsAreInSasNotation() throws Exception {
        byte[] bytes = new XportWriter("DM").number("TRTSDT", 8, "DATE", 9).number("X", 8, "", 8).text("T", 5).row(0.0, 1.0, "a")
                .bytes();
        assertThat(DatasetFiles.open("dm.xpt", new TestContent(bytes), notes::add).variables()).extracting(Variable::format)
                .containsExactly("DATE9.", "8.", "");
        assertThat(notes).isEmpty();
    }

    @Test
    void theStandardLabelStandsInForAMissingOne() throws Exception {
        assertThat(DatasetFiles.open("adsl.xpt", new TestContent(subjects(1).bytes()), notes::add).variables())
                .extracting(Variable::label)
                .containsExactly("Unique Subject Identifier", "Sex", "Age");
    }

    @Test
    void aFileWithoutRowsIsAnEmptyDataset() throws Exception {
        assertThat(read(subjects(0).bytes(), Set.of("AGE")).rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17, 39, 40, 41, 79, 80, 81, 119, 160, 161, 200})
    void fillingIsNeverTakenForRows(int length) throws Exception {
        for (int rows = 0; rows < 170; rows++) {
            XportWriter writer = new XportWriter("DM").text("T", length);
            for (int row = 0; row < rows; row++) {
                writer.row("x");
            }
            assertThat(read(writer.bytes(), Set.of("T")).rows()).as("rows of %d bytes", length).isEqualTo(rows);
        }
    }

    @Test
    void blankRowsOfAtLeast80BytesAreRows() throws Exception {
        byte[] bytes = new XportWriter("DM").text("T", 80).row("x").row(" ").bytes();
        assertThat(values(read(bytes, Set.of("T")), "T")).containsExactly("x", "");
    }

    @Test
    void shortBlankRowsAtTheVeryEndAreFilling() throws Exception {
        byte[] bytes = new XportWriter("DM").text("T", 30).row("x").row(" ").row("y").row(" ").bytes();
        assertThat(values(read(bytes, Set.of("T")), "T")).containsExactly("x", "", "y");
    }

    @Test
    void zeroBytesAtTheEndAreFilling() throws Exception {
        byte[] bytes = new XportWriter("DM").text("T", 13).number("X").row("x", 1.0).row("y", 0.0).row("z", 2.0).bytes();
        Arrays.fill(bytes, bytes.length - 17, bytes.length, (byte) 0);
        assertThat(values(read(bytes, Set.of("T")), "T")).containsExactly("x", "y", "z");
        byte[] more = Arrays.copyOf(bytes, bytes.length + 80);
        assertThat(rejected(more).message()).contains("zero bytes");
    }

    /// With nothing but numbers a row of zero bytes is a row of zeros; beside a rest of zero bytes nobody can know.
    @Test
    void rowsOfZerosAreRows() throws Exception {
        byte[] bytes = new XportWriter("DM").number("X").number("Y").row(1.0, 2.0).row(0.0, 0.0).bytes();
        assertThat(read(bytes, Set.of("X")).rows()).isEqualTo(2);
        byte[] filled = new XportWriter("DM").number("X", 6, "", 0).row(1.0).row(0.0).bytes();
        Arrays.fill(filled, filled.length - 68, filled.length, (byte) 0);
        assertThat(rejected(filled).message()).contains("may be filling or rows of zeros");
    }

    @Test
    void columnsLieInTheOrderOfTheirDescriptionsWhateverTheirPositionsSay() throws Exception {
        byte[] bytes = subjects(2).bytes();
        Dataset expected = read(bytes, Set.of("USUBJID", "SEX", "AGE"));
        int[] positions = {8, 28, 0};
        for (int i = 0; i < positions.length; i++) {
            ByteBuffer.wrap(bytes).putInt(640 + 140 * i + 84, positions[i]);
        }
        assertThat(DatasetText.of(read(bytes, Set.of("USUBJID", "SEX", "AGE"))))
                .isEqualTo(DatasetText.of(expected));
    }

    @Test
    void whatACutLeavesOfACharacterIsNotShown() throws Exception {
        byte[] bytes = new XportWriter("DM").text("T", 5).text("U", 2).row("\u6c49\u65cf", "\u6c49").row("\u4e9a", "x").bytes();
        Dataset dataset = read(bytes, Set.of("T", "U"));
        assertThat(values(dataset, "T")).containsExactly("\u6c49", "\u4e9a");
        assertThat(values(dataset, "U")).containsExactly("", "x");
        assertThat(notes).extracting(Finding::code, Finding::variable)
                .containsExactlyInAnyOrder(tuple("TEXT_CUT", "T"), tuple("TEXT_CUT", "U"));
    }

    /// "caf" and the first byte of a letter may be Windows-1252 as well: all other values of the file tell, also those that
    /// nobody asks for.
    @Test
    void whetherOneByteIsACutCharacterIsToldByTheWholeFile() throws Exception {
        byte[] utf8 = new XportWriter("DM").text("T", 4).text("U", 8).row("caf\u00e9", "x").row("x", "\u00e9t\u00e9").bytes();
        assertThat(values(read(utf8, Set.of("T")), "T")).containsExactly("caf", "x");
        assertThat(notes).extracting(Finding::code).containsExactly("TEXT_CUT");
        notes.clear();
        byte[] windows = new XportWriter("DM").charset(Charset.forName("windows-1252")).text("T", 4).text("U", 8)
                .row("caf\u00e9", "x").row("x", "\u00e9t\u00e9").bytes();
        assertThat(values(read(windows, Set.of("T")), "T")).containsExactly("caf\u00e9", "x");
        assertThat(notes).extracting(Finding::code).containsExactly("ENCODING");
    }

    @Test
    void aVersion8FileIsTakenAtItsWordOfItsRows() throws Exception {
        byte[] bytes = TestContent.written("adsl.pyreadstat-8.xpt");
        int count = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("OBSV8") + 28;
        String said = new String(bytes, count, 15, StandardCharsets.US_ASCII).strip();
        assertThat(said).isEqualTo("13");
        System.arraycopy(String.format(Locale.ROOT, "%15d", 12).getBytes(StandardCharsets.US_ASCII), 0, bytes, count, 15);
        assertThat(rejected(bytes).code()).isEqualTo("ROW_COUNT_MISMATCH");
    }

    @Test
    void windows1252IsReadAndNotedOnce() throws Exception {
        byte[] bytes = new XportWriter("DM").charset(Charset.forName("windows-1252")).text("T", 10).text("U", 10)
                .row("caf\u00e9", "\u20ac").row("na\u00efve", "x").bytes();
        Dataset dataset = read(bytes, Set.of("T", "U"));
        assertThat(values(dataset, "T")).containsExactly("caf\u00e9", "na\u00efve");
        assertThat(values(dataset, "U")).containsExactly("\u20ac", "x");
        assertThat(notes).extracting(Finding::code).containsExactly("ENCODING");
    }

    /// Once a value was told to be GBK (Chinese for: Asian; treatment group), others of the file that are GBK are that too, also
    /// where they alone would be none.
    @Test
    void gbkIsReadAndNotedOnce() throws Exception {
        byte[] bytes = new XportWriter("DM").charset(GbkLikeness.GBK).text("T", 20).text("U", 20)
                .row("亚洲人", "试验组").row("x组", "ASIAN").bytes();
        Dataset dataset = read(bytes, Set.of("T", "U"));
        assertThat(values(dataset, "T")).containsExactly("亚洲人", "x组");
        assertThat(values(dataset, "U")).containsExactly("试验组", "ASIAN");
        assertThat(notes).extracting(Finding::line).singleElement().asString().contains("GBK").endsWith("[ENCODING]");
    }

    @Test
    void bytesOfNoKnownEncodingAreRejectedWithTheirPlace() {
        byte[] bytes = new XportWriter("DM").charset(StandardCharsets.ISO_8859_1).text("T", 80).row("x").row("\u0081").bytes();
        Finding finding = rejected(bytes);
        assertThat(finding.code()).isEqualTo("UNKNOWN_ENCODING");
        assertThat(finding.row()).isEqualTo(2);
        assertThat(finding.variable()).isEqualTo("T");
    }

    @Test
    void fillingWithZeroBytesIsNoOtherValue() throws Exception {
        byte[] bytes = new XportWriter("DM").text("T", 80).row("x").row("x\0\0").bytes();
        TextColumn column = (TextColumn) read(bytes, Set.of("T")).column("T").orElseThrow();
        assertThat(column.dictionary()).containsExactly("x");
        assertThat(column.code(1)).isEqualTo(column.code(0));
    }

    @Test
    void manyDistinctTextsKeepTheirOwn() throws Exception {
        Dataset dataset = read(subjects(30_000).bytes(), Set.of("USUBJID"));
        assertThat(values(dataset, "USUBJID")).isEqualTo(IntStream.rangeClosed(1, 30_000).mapToObj(i -> "S" + i).toList());
    }

    @Test
    void aZeroByteWithinATextIsRejectedWithItsPlace() {
        byte[] bytes = new XportWriter("ADSL").text("USUBJID", 8).text("SEX", 1).row("S1", "F").row("S\0002", "M").bytes();
        Finding finding = rejected(bytes);
        assertThat(finding.code()).isEqualTo("INVALID_TEXT");
        assertThat(finding.row()).isEqualTo(2);
        assertThat(finding.variable()).isEqualTo("USUBJID");
    }

    @Test
    void aSecondMemberIsAnError() {
        byte[] first = subjects(100).bytes();
        byte[] second = subjects(5).bytes();
        byte[] both = Arrays.copyOf(first, first.length + second.length - 240);
        System.arraycopy(second, 240, both, first.length, second.length - 240);
        assertThat(rejected(both).code()).isEqualTo("SECOND_MEMBER");
    }

    @Test
    void theSameVariableTwiceIsAnError() {
        assertThat(rejected(new XportWriter("DM").text("A", 3).text("a", 3).row("x", "y").bytes()).code())
                .isEqualTo("DUPLICATE_VARIABLE");
    }

    @Test
    void aFileUnderAnotherNameIsNoted() throws Exception {
        DatasetFile file = DatasetFiles.open("study/ADAE.XPT", new TestContent(subjects(1).bytes()), notes::add);
        assertThat(file.name()).isEqualTo("ADAE");
        assertThat(notes).extracting(Finding::code).containsExactly("DATASET_NAME_DIFFERS");
    }

    @Test
    void theRowWhereTheFileEndsIsNamed() {
        byte[] bytes = subjects(10).bytes();
        // 3 descriptions of 140 bytes fill 480 of header; rows of 29 bytes begin at 1,200. Byte 1,300 lies in row 4.
        Finding finding = rejected(Arrays.copyOf(bytes, 1_300));
        assertThat(finding.code()).isEqualTo("TRUNCATED_FILE");
        assertThat(finding.row()).isEqualTo(4);
        assertThat(finding.line()).startsWith("error ADSL row 4: the file is cut off: of row 4 only 13 of 29 bytes are there");
    }

    private static XportWriter subjects(int count) {
        XportWriter writer = new XportWriter("ADSL").text("USUBJID", 20).text("SEX", 1).number("AGE");
        for (int i = 1; i <= count; i++) {
            writer.row("S" + i, i % 2 == 0 ? "M" : "F", (double) i);
        }
        return writer;
    }

    private Dataset read(byte[] bytes, Set<String> wanted) throws UnreadableDatasetException {
        return DatasetFiles
                .open(new String(bytes, 408, 8, StandardCharsets.US_ASCII).strip() + ".xpt", new TestContent(bytes), notes::add)
                .read(wanted, notes::add);
    }

    private Finding rejected(byte[] bytes) {
        UnreadableDatasetException rejected = catchThrowableOfType(UnreadableDatasetException.class, () -> {
            DatasetFile file = DatasetFiles.open("adsl.xpt", new TestContent(bytes), notes::add);
            file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
        });
        assertThat(rejected).isNotNull();
        return rejected.finding();
    }

    private static List<String> values(Dataset dataset, String variable) {
        TextColumn column = (TextColumn) dataset.column(variable).orElseThrow();
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }
}
