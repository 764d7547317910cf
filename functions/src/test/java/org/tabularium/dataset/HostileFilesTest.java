package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;

/// What the manifest of the hostile files expects of reading; what it expects of subjects (duplicates, a missing USUBJID) is
/// validation's.
@Shows(Requirement.DATASETS_READ)
class HostileFilesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            xpt/empty.xpt,                EMPTY_FILE,               '',   ''
            xpt/truncated_mid_record.xpt, TRUNCATED_FILE,           '10', ''
            xpt/bad_magic.xpt,            NOT_XPT,                  '',   ''
            csv/unclosed_quote.csv,       MALFORMED_CSV,            '3',  'line 5'
            csv/bad_numbers.csv,          INVALID_NUMBER,           '2',  ''
            json/truncated.json,          MALFORMED_JSON,           '8',  'cut off'
            json/records_mismatch.json,   RECORD_COUNT_MISMATCH,    '',   '99'
            json/string_in_float.json,    INVALID_NUMBER,           '3',  ''
            xlsx/xxe_file.xlsx,           XML_DOCTYPE_FORBIDDEN,    '',   'document type'
            xlsx/truncated.xlsx,          CORRUPT_XLSX,             '',   'end is missing'
            """)
    void isRejectedWithItsCodeAndPlace(String path, String code, String row, String words) {
        // Outside of what is caught: without the reference material this test is skipped.
        TestContent.reference("hostile/" + path);
        UnreadableDatasetException rejected = catchThrowableOfType(UnreadableDatasetException.class, () -> readAll(path));
        assertThat(rejected).isNotNull();
        Finding finding = rejected.finding();
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.row() == null ? "" : finding.row().toString()).isEqualTo(row);
        assertThat(finding.message()).contains(words);
        assertThat(finding.remedy()).isNotEmpty();
    }

    @ParameterizedTest
    // Subjects as the manifest says: 12, duplicates come on top, one subject.
    @CsvSource(textBlock = """
            xpt/_good_adsl.xpt,         12
            xpt/_good_adae.xpt,         12
            xpt/special_missing.xpt,    12
            xpt/utf8_chinese.xpt,       12
            xpt/no_usubjid.xpt,         12
            xpt/duplicate_usubjid.xpt,  14
            xpt/one_arm.xpt,            12
            xpt/one_subject.xpt,        1
            csv/_good_adsl.csv,         12
            csv/_good_adae.csv,         12
            json/_good_adsl.json,       12
            csv/bom_utf8.csv,           12
            csv/utf8_chinese.csv,       12
            csv/formula_injection.csv,  12
            xlsx/_good_adsl.xlsx,       12
            """)
    void isReadWhole(String path, int rows) throws Exception {
        assertThat(readAll(path).rows()).isEqualTo(rows);
    }

    @Test
    void specialMissingValuesAreNoNumbers() throws Exception {
        NumericColumn age = (NumericColumn) readAll("xpt/special_missing.xpt").column("AGE").orElseThrow();
        List<Character> missing = new ArrayList<>();
        for (int row = 0; row < age.size(); row++) {
            if (age.isMissing(row)) {
                missing.add(Missing.code(age.value(row)));
            }
        }
        assertThat(missing).containsExactlyInAnyOrder('A', '_', 'Z');
    }

    @Test
    void chineseTextComesThroughUnchanged() throws Exception {
        TextColumn race = (TextColumn) readAll("xpt/utf8_chinese.xpt").column("RACE").orElseThrow();
        assertThat(race.dictionary())
                .anyMatch(text -> text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() throws Exception {
        assertThat(readAll("csv/bom_utf8.csv").columns().iterator().next().variable().name()).isEqualTo("STUDYID");
    }

    @Test
    void theSameDatasetAsXportAndAsCsvIsTheSame() throws Exception {
        for (String name : List.of("adsl", "adae")) {
            Dataset xport = readAll("xpt/_good_" + name + ".xpt");
            Dataset csv = readAll("csv/_good_" + name + ".csv");
            assertThat(csv.columns()).extracting(c -> c.variable().name())
                    .isEqualTo(xport.columns().stream().map(c -> c.variable().name()).toList());
            for (Column column : xport.columns()) {
                Column other = csv.column(column.variable().name()).orElseThrow();
                for (int row = 0; row < xport.rows(); row++) {
                    assertThat(DatasetText.cell(other, row)).as("%s row %d", column.variable().name(), row + 1)
                            .isEqualTo(DatasetText.cell(column, row));
                }
            }
        }
    }

    @Test
    void theSameDatasetAsXportAndAsWorkbookIsTheSame() throws Exception {
        Dataset xport = readAll("xpt/_good_adsl.xpt");
        Dataset book = readAll("xlsx/_good_adsl.xlsx");
        assertThat(book.columns()).hasSameSizeAs(xport.columns());
        for (Column column : xport.columns()) {
            Column other = book.column(column.variable().name()).orElseThrow();
            for (int row = 0; row < xport.rows(); row++) {
                assertThat(DatasetText.cell(other, row)).as("%s row %d", column.variable().name(), row + 1)
                        .isEqualTo(DatasetText.cell(column, row));
            }
        }
    }

    @Test
    void aFileOfAnotherFormatIsToldByItsContent() {
        TestContent.reference("hostile/xlsx/_good_adsl.xlsx");
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> open("xlsx/_good_adsl.xlsx", "adsl.csv"))
                .finding().code())
                .isEqualTo("FORMAT_MISMATCH");
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> open("xpt/_good_adsl.xpt", "adsl.csv")).finding()
                .code())
                .isEqualTo("FORMAT_MISMATCH");
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> open("xlsx/_good_adsl.xlsx", "adsl.xpt"))
                .finding().message())
                .contains("Excel");
    }

    private static Dataset readAll(String path) throws UnreadableDatasetException {
        DatasetFile file = open(path, path.replace("_good_", ""));
        Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
        return file.read(all, note -> {});
    }

    private static DatasetFile open(String path, String name) throws UnreadableDatasetException {
        return DatasetFiles.open(name, TestContent.reference("hostile/" + path), note -> {});
    }
}
