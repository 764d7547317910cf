package org.tabularium.dataset.sas7bdat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;

/// Files of haven (test-data/roundtrip) and, where R is there, the one that SAS wrote for haven's examples. Files of each layout
/// are in Sas7bdatLayoutsTest.
@Shows(Requirement.DATASETS_READ)
class Sas7bdatFileTest {

    private static final Path SAS = Path.of("/usr/lib/R/site-library/haven/examples/iris.sas7bdat");

    private final List<Finding> notes = new ArrayList<>();

    @Test
    void labelsAndFormatsAreKept() throws Exception {
        Dataset dataset = read(TestContent.written("adsl.haven.sas7bdat"));
        assertThat(dataset.column("TRTSDT").orElseThrow().variable())
                .isEqualTo(new Variable("TRTSDT", "Date of First Exposure to Treatment", Kind.NUMERIC, "DATE."));
        assertThat(notes).isEmpty();
    }

    /// write.R: 1.5, NA, tagged_na("A"), tagged_na("Z"), 1e-16, 3 + 1e-15, 1e22.
    @Test
    void numbersAreNotRoundedAndMissingValuesKeepTheirLetter() throws Exception {
        NumericColumn aval = (NumericColumn) read(TestContent.written("missing.haven.sas7bdat")).column("AVAL").orElseThrow();
        assertThat(IntStream.range(0, 7)
                .mapToObj(row -> aval.isMissing(row) ? Missing.code(aval.value(row)) : (Object) aval.value(row)).toList())
                .containsExactly(1.5, '.', 'A', 'Z', 1e-16, 3 + 1e-15, 1e22);
    }

    /// SAS's NaNs as its documentation of missing values in IEEE numbers has them: the third byte is the inverse of 0 for `._`, 1
    /// for `.`, 2 for `.A`.
    @Test
    void missingValuesGoByTheirThirdByte() {
        assertThat(Missing.code(SasNumber.number(0xffff_ff00_0000_0000L))).isEqualTo('_');
        assertThat(Missing.code(SasNumber.number(0xffff_fe00_0000_0000L))).isEqualTo('.');
        assertThat(Missing.code(SasNumber.number(0xffff_fd00_0000_0000L))).isEqualTo('A');
        assertThat(Missing.code(SasNumber.number(0xffff_e400_0000_0000L))).isEqualTo('Z');
        assertThat(SasNumber.number(Double.doubleToRawLongBits(-0.5))).isEqualTo(-0.5);
    }

    /// The age of the first subject, 20, is the double 0x4034000000000000.
    @Test
    void anInfiniteNumberIsRefusedWithItsPlace() throws Exception {
        byte[] bytes = TestContent.written("adsl.haven.sas7bdat");
        byte[] age = {0, 0, 0, 0, 0, 0, 0x34, 0x40};
        for (int at = 0; at + 8 <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + 8, age, 0, 8)) {
                bytes[at + 6] = (byte) 0xf0;
                bytes[at + 7] = 0x7f;
            }
        }
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableDatasetException.class)
                .hasMessageContaining("error ADSL row 1 AGE: is infinite").hasMessageContaining("[INVALID_NUMBER]");
    }

    /// haven's file, its text written over in another encoding and the number of that encoding (as SAS has them: 62 for wlatin1,
    /// 125 for euc-cn) put into its header.
    @ParameterizedTest
    @CsvSource({"62, windows-1252, Métis – “mixed”, Asian, Windows-1252", "125, GBK, 患者 A, 亚洲人, GBK"})
    void textIsReadInTheEncodingDeclaredAndNoted(int number, String charset, String mixed, String asian, String noted)
            throws Exception {
        byte[] bytes = TestContent.written("adsl.haven.sas7bdat");
        bytes[70] = (byte) number;
        writeOver(bytes, "Métis – “mixed”", mixed.getBytes(Charset.forName(charset)));
        writeOver(bytes, "亚洲人", asian.getBytes(Charset.forName(charset)));
        TextColumn race = (TextColumn) read(bytes).column("RACE").orElseThrow();
        assertThat(List.of(race.value(2), race.value(3))).containsExactly(asian, mixed);
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("ENCODING");
            assertThat(note.message()).contains(noted, "as the file declares");
        });
    }

    @Test
    void textThatIsNotInTheEncodingDeclaredIsRefused() throws Exception {
        byte[] bytes = TestContent.written("adsl.haven.sas7bdat");
        writeOver(bytes, "亚洲人", new byte[]{'x', (byte) 0xe9});
        UnreadableDatasetException refused = catchThrowableOfType(UnreadableDatasetException.class, () -> read(bytes));
        assertThat(refused.finding().code()).isEqualTo("UNKNOWN_ENCODING");
        assertThat(refused.finding().line()).startsWith("error ADSL row 3 RACE: the text is not UTF-8, which the file declares");
    }

    @Test
    void aZeroByteWithinATextIsRefused() throws Exception {
        byte[] bytes = TestContent.written("adsl.haven.sas7bdat");
        writeOver(bytes, "亚洲人", new byte[]{'x', 0, 'y'});
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> read(bytes)).finding().line())
                .startsWith("error ADSL row 3 RACE: there is a zero byte").endsWith("[INVALID_TEXT]");
    }

    /// Puts bytes, filled with blanks, wherever the file has the text in UTF-8.
    private static void writeOver(byte[] bytes, String text, byte[] with) {
        byte[] was = text.getBytes(StandardCharsets.UTF_8);
        int written = 0;
        for (int at = 0; at + was.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + was.length, was, 0, was.length)) {
                Arrays.fill(bytes, at, at + was.length, (byte) ' ');
                System.arraycopy(with, 0, bytes, at, with.length);
                written++;
            }
        }
        assertThat(written).as(text).isPositive();
    }

    /// The well-known iris data: 50 flowers of each of three species; the means of each species are published (Fisher 1936).
    @Test
    void aFileWrittenBySasIsRead() throws Exception {
        Assumptions.assumeTrue(Files.exists(SAS), () -> "no file that SAS wrote is here: " + SAS);
        Dataset iris = read(Files.readAllBytes(SAS));
        assertThat(iris.rows()).isEqualTo(150);
        NumericColumn length = (NumericColumn) iris.column("SEPAL_LENGTH").orElseThrow();
        TextColumn species = (TextColumn) iris.column("SPECIES").orElseThrow();
        double setosa = IntStream.range(0, 150).filter(row -> species.value(row).equals("setosa")).mapToDouble(length::value)
                .average().orElseThrow();
        assertThat(setosa).isEqualTo(5.006, org.assertj.core.api.Assertions.within(1e-9));
    }

    private Dataset read(byte[] bytes) throws IOException, UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("adsl.sas7bdat", new TestContent(bytes), notes::add);
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
    }
}
