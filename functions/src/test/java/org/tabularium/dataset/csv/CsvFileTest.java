package org.tabularium.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.ReadingCase;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TestLimits;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.encoding.GbkLikeness;
import org.tabularium.finding.Finding;

@Shows(Requirement.DATASETS_READ)
class CsvFileTest {

    private final List<Finding> notes = new ArrayList<>();

    static Stream<Named<Map<String, Object>>> cases() {
        return ReadingCase.in("csv-cases.yaml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void behavesAsTheCasesSay(Map<String, Object> expected) throws Exception {
        TestContent content = TestContent.of(String.valueOf(expected.get("csv")));
        ReadingCase.check(expected, () -> readAll(content));
    }

    @Test
    void windows1252IsReadAndNoted() throws Exception {
        TestContent content = new TestContent(
                "USUBJID,RACE\nA,caf\u00e9 \u2013 \u20ac\n".getBytes(Charset.forName("windows-1252")));
        assertThat(((TextColumn) readAll(content).column("RACE").orElseThrow()).value(0)).isEqualTo("caf\u00e9 \u2013 \u20ac");
        assertThat(notes).extracting(Finding::code).containsExactly("ENCODING");
    }

    @Test
    void utf8ThatABufferCutsInTwoIsStillUtf8() throws Exception {
        String text = "\u60a3\u8005".repeat(40_000);
        assertThat(((TextColumn) readAll(TestContent.of("USUBJID,RACE\nA," + text + "\n")).column("RACE").orElseThrow()).value(0))
                .isEqualTo(text);
        assertThat(notes).isEmpty();
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8() throws Exception {
        readAll(new TestContent("USUBJID,RACE\nA,caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(notes).extracting(Finding::code).containsExactly("ENCODING");
    }

    @Test
    void bytesOfNoKnownEncodingAreRejected() {
        TestContent content = new TestContent("USUBJID,RACE\nA,\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> readAll(content)).finding().code())
                .isEqualTo("UNKNOWN_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsReadByItsByteOrderMark(String charset) throws Exception {
        String mark = charset.equals("UTF-16") ? "" : "\ufeff";
        byte[] bytes = (mark + "USUBJID;RACE\nA;\u4e9a\u6d32\n").getBytes(Charset.forName(charset));
        assertThat(((TextColumn) readAll(new TestContent(bytes)).column("RACE").orElseThrow()).value(0))
                .isEqualTo("\u4e9a\u6d32");
        assertThat(notes).extracting(Finding::code).containsExactly("ENCODING");
        assertThat(notes.getFirst().message()).contains("UTF-16");
    }

    @Test
    void brokenUtf16IsRejected() {
        byte[] odd = Arrays.copyOf("\ufeffUSUBJID\nA\n".getBytes(StandardCharsets.UTF_16LE), 21);
        byte[] surrogate = "\ufeffUSUBJID\nA?\n".getBytes(StandardCharsets.UTF_16LE);
        surrogate[surrogate.length - 3] = (byte) 0xdc;
        byte[] zero = "\ufeffUSUBJID\nA\0\n".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(odd, surrogate, zero)) {
            assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> readAll(new TestContent(bytes))).finding()
                    .code())
                    .isEqualTo("MALFORMED_CSV");
        }
    }

    @ParameterizedTest
    // Chinese for: man, woman; Asian; treatment group with high dose; group A and group B among others
    @ValueSource(strings = {"\u7537\n2,\u5973", "\u4e9a\u6d32\u4eba", "\u9ad8\u5242\u91cf\u7ec4\uff08\u6bcf\u516c\u65a4\uff09",
        "\u8bd5\u9a8c\u7ec4\n2,\u5bf9\u7167\u7ec4\n3,A\u7ec4"})
    void chineseInGbkIsToldFromWesternText(String text) throws Exception {
        Dataset dataset = readAll(new TestContent(("USUBJID,RACE\n1," + text + "\n").getBytes(GbkLikeness.GBK)));
        assertThat(((TextColumn) dataset.column("RACE").orElseThrow()).value(0))
                .isEqualTo(text.lines().findFirst().orElseThrow());
        assertThat(notes).extracting(Finding::message).singleElement().asString().contains("GBK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9", "gr\u00f6\u00dfe", "cr\u00e9\u00e9", "\u00c4\u00e4ni", "37 \u00b0C", "1 \u00b5g/m\u00b2",
        "\u201cMa\u00f1ana\u201d \u2013 M\u00e9tis",
        "Stra\u00dfe \u00fcber \u00d6l", "na\u00efve\n2,gr\u00f6\u00dfe\n3,\u00c5se"})
    void westernTextIsNotTakenForGbk(String text) throws Exception {
        Dataset dataset = readAll(new TestContent(("USUBJID,RACE\n1," + text + "\n").getBytes(Charset.forName("windows-1252"))));
        assertThat(((TextColumn) dataset.column("RACE").orElseThrow()).value(0))
                .isEqualTo(text.lines().findFirst().orElseThrow());
        assertThat(notes).extracting(Finding::message).singleElement().asString().contains("Windows-1252");
    }

    @Test
    void bareNaInTextIsAWarningUnlessTextIsInQuotes() throws Exception {
        readAll(TestContent.of("USUBJID,RACE,AGE\nA,NA,NA\nB,ASIAN,1\n"));
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("NA_MISSING");
            assertThat(note.variable()).isEqualTo("RACE");
        });
        notes.clear();
        readAll(TestContent.of("\"USUBJID\",\"RACE\"\n\"A\",NA\n"));
        assertThat(notes).isEmpty();
    }

    /// What looks like a number to people, but is none, or another one.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"USUBJID,XNUM\\nA,1.5\\nB,N/A | DIGITS_AS_TEXT",
        "USUBJID,XNUM\\nA,1.5\\nB,<1 | DIGITS_AS_TEXT",
        "USUBJID,XNUM\\nA,\"1,234\"\\nB,\"2,345\" | DIGITS_AS_TEXT", "USUBJID,XNUM\\nA,20%\\nB,21.5 % | DIGITS_AS_TEXT",
        "USUBJID,XNUM\\nA,1\\nB,2\\nC,3\\nD,4\\nE,5\\nF,x | DIGITS_AS_TEXT", "USUBJID,XNUM\\nA,1\\nB,2\\nC,EOT |",
        "USUBJID,XNUM\\nA,101\\nB,0102 |", "USUBJID,RACE\\nA,ASIAN\\nB,. | MISSING_WORD",
        "USUBJID,RACE\\nA,ASIAN\\nB,#N/A | MISSING_WORD",
        "USUBJID,RACE\\nA,ASIAN\\nB,UNKNOWN |", "USUBJID;AVAL\\nA;1.234\\nB;950 | THOUSANDS_POINT",
        "USUBJID;XNUM\\nA;1.234\\nB;950 | THOUSANDS_POINT",
        "USUBJID;AVAL\\nA;1.234\\nB;9.50 |", "USUBJID;AVAL\\nA;1.234\\nB;1950 |", "USUBJID;AVAL\\nA;0.234 |",
        "USUBJID,AVAL\\nA,1.234 |", "USUBJID;AVAL\\nA;1,5\\nB;9 | DECIMAL_COMMA", "USUBJID;XNUM\\nA;1,5\\nB;9 | DECIMAL_COMMA",
        "USUBJID;AVAL\\nA;1,234\\nB;950 | THOUSANDS_COMMA,DECIMAL_COMMA",
        "USUBJID;XNUM\\nA;1,234\\nB;950 | THOUSANDS_COMMA,DECIMAL_COMMA", "USUBJID;AVAL\\nA;1,234\\nB;1950 | DECIMAL_COMMA",
        "USUBJID;AVAL\\nA;950 |"})
    void whatMayHaveBeenMeantAsAnotherNumberIsTold(String csv, @Nullable String code) throws Exception {
        readAll(TestContent.of(csv.replace("\\n", "\n") + "\n"));
        assertThat(notes).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code.split(",")));
    }

    @Test
    void nanAmongNumbersIsMissingWithANote() throws Exception {
        Dataset dataset = readAll(TestContent.of("USUBJID,DOSEX,AGE\nA,NaN,NaN\nB,2.5,1\n"));
        for (String variable : List.of("DOSEX", "AGE")) {
            NumericColumn numbers = (NumericColumn) dataset.column(variable).orElseThrow();
            assertThat(numbers.isMissing(0)).isTrue();
            assertThat(numbers.isMissing(1)).isFalse();
        }
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("NA_MISSING");
            assertThat(note.variable()).isEqualTo("DOSEX");
        });
        dataset = readAll(TestContent.of("USUBJID,DISH\nA,NaN\nB,Rice\n"));
        assertThat(((TextColumn) dataset.column("DISH").orElseThrow()).value(0)).isEqualTo("NaN");
    }

    @Test
    void limitsAreFindings() {
        String csv = "USUBJID,RACE\nA,ASIAN\nB,WHITE\n";
        assertThat(limited(csv, TestLimits.of(10, 10, 10, 10, 10, 10))).isEqualTo("FILE_TOO_LARGE");
        assertThat(limited(csv, TestLimits.of(100, 1, 10, 10, 10, 10))).isEqualTo("TOO_MANY_ROWS");
        assertThat(limited(csv, TestLimits.of(100, 2, 1, 10, 10, 10))).isEqualTo("TOO_MANY_VARIABLES");
        assertThat(limited(csv.replace("ASIAN", "ASIAN ALONE"), TestLimits.of(100, 2, 2, 10, 10, 10))).isEqualTo("CELL_TOO_LONG");
        assertThat(limited(csv, TestLimits.of(100, 2, 2, 10, 10, 10))).isEqualTo("read");
    }

    private String limited(String csv, InputLimits limits) {
        try {
            DatasetFile file = DatasetFiles.open("adsl.csv", TestContent.of(csv), limits, notes::add);
            file.read(Set.of("RACE"), notes::add);
            return "read";
        } catch (UnreadableDatasetException e) {
            return e.finding().code();
        }
    }

    private Dataset readAll(TestContent content) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("adsl.csv", content, notes::add);
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
    }
}
