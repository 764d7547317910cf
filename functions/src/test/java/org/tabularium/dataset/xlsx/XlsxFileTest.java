package org.tabularium.dataset.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDeclaration;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.ReadingCase;
import org.tabularium.dataset.SmallFiles;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.TestLimits;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.XlsxBytes;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Severity;

@Shows(Requirement.DATASETS_READ)
class XlsxFileTest {

    private static final String AGE = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>AGE</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row></sheetData>";

    private final List<Finding> notes = new ArrayList<>();

    static Stream<Named<Map<String, Object>>> cases() {
        return ReadingCase.in("xlsx-cases.yaml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void behavesAsTheCasesSay(Map<String, Object> expected) throws Exception {
        XlsxBytes book = new XlsxBytes().sheet(String.valueOf(expected.get("sheet")))
                .formats(list(expected.get("formats")))
                .strings(expected.containsKey("strings-xml")
                        ? String.valueOf(expected.get("strings-xml"))
                        : list(expected.get("strings")).stream().map(text -> "<si><t>" + text + "</t></si>")
                                .collect(Collectors.joining()));
        if (expected.containsKey("date1904")) {
            book.part("xl/workbook.xml",
                    "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>");
        }
        ReadingCase.check(expected, () -> read(book.bytes()));
        assertThat(notes.stream().filter(note -> note.severity() == Severity.WARNING).map(Finding::code).toList())
                .isEqualTo(list(expected.get("warnings")));
    }

    @Test
    void theStrictKindOfWorkbookAndOtherFoldersAreRead() throws Exception {
        byte[] book = new XlsxBytes()
                .part("_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/Book.xml\"/></Relationships>")
                .without("xl/workbook.xml").without("xl/_rels/workbook.xml.rels")
                .part("book.xml",
                        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheets><x:sheet name=\"S\" sheetId=\"1\" id=\"r1\"/></x:sheets></x:workbook>")
                .part("_rels/Book.xml.rels", XlsxBytes.relationships("worksheet", "data.xml"))
                .part("data.xml", "<worksheet>" + AGE + "</worksheet>").bytes();
        assertThat(((NumericColumn) read(book).column("AGE").orElseThrow()).value(0)).isEqualTo(7);
    }

    @Test
    void aPartMayBeUtf16ButNothingElse() throws Exception {
        Charset utf16 = StandardCharsets.UTF_16;
        byte[] book = new XlsxBytes()
                .part("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet>" + AGE + "</worksheet>",
                        utf16)
                .bytes();
        assertThat(((NumericColumn) read(book).column("AGE").orElseThrow()).value(0)).isEqualTo(7);
        byte[] latin = new XlsxBytes()
                .part("xl/worksheets/sheet1.xml",
                        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet>" + AGE + "</worksheet>")
                .bytes();
        assertThat(rejected(latin).message()).contains("UTF-8");
        byte[] broken = new XlsxBytes()
                .part("xl/worksheets/sheet1.xml", "<worksheet>" + AGE.replace("AGE", "\u00e4") + "</worksheet>",
                        StandardCharsets.ISO_8859_1)
                .bytes();
        assertThat(rejected(broken).code()).isEqualTo("CORRUPT_XLSX");
    }

    @Test
    void aSheetElsewhereIsNeverFetched() {
        byte[] book = new XlsxBytes().part("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"file:///tabularium/absent\"/></Relationships>")
                .bytes();
        assertThat(rejected(book).code()).isEqualTo("NOT_XLSX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
        "_rels/.rels"})
    void aDocumentTypeIsRefusedInEveryPart(String part) {
        byte[] book = new XlsxBytes()
                .sheet(AGE.replace("<v>7</v>", "<v>&x;</v>").replace("t=\"inlineStr\"><is><t>AGE</t></is>", "t=\"s\"><v>0</v>"))
                .strings("<si><t>AGE</t></si>")
                .part(part, "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///tabularium/absent\">]><x>&x;</x>")
                .bytes();
        assertThat(rejected(book).code()).isEqualTo("XML_DOCTYPE_FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
        "_rels/.rels"})
    void manyEntitiesAreNoneAtAll(String part) {
        byte[] book = new XlsxBytes().sheet(AGE.replace("t=\"inlineStr\"><is><t>AGE</t></is>", "t=\"s\"><v>0</v>"))
                .strings("<si><t>AGE</t></si>")
                .part(part,
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>")
                .bytes();
        assertThat(rejected(book).code()).isEqualTo("XML_DOCTYPE_FORBIDDEN");
    }

    /// An external subset, a parameter entity, and an entity that nobody declared.
    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE worksheet SYSTEM \"http://tabularium.invalid/x.dtd\">",
        "<!DOCTYPE x PUBLIC \"a\" \"file:///tabularium/absent\">",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///tabularium/absent\"> %p;]>"})
    void nothingOutsideOfTheFileIsFetched(String type) {
        byte[] book = new XlsxBytes().part("xl/worksheets/sheet1.xml", type + "<worksheet>" + AGE + "</worksheet>").bytes();
        assertThat(rejected(book).code()).isEqualTo("XML_DOCTYPE_FORBIDDEN");
        byte[] undeclared = new XlsxBytes().sheet(AGE.replace("AGE", "&absent;")).bytes();
        assertThat(rejected(undeclared).code()).isIn("CORRUPT_XLSX", "XML_DOCTYPE_FORBIDDEN");
    }

    @Test
    void aPartThatNoTableNeedsIsCheckedToo() throws Exception {
        byte[] book = new XlsxBytes().sheet(AGE).part("docProps/app.xml", "<Properties>" + "x".repeat(99) + "</Properties>")
                .bytes();
        assertThat(read(book).rows()).isEqualTo(1);
        int at = new String(book, StandardCharsets.ISO_8859_1).indexOf("docProps/app.xml") + "docProps/app.xml".length() + 3;
        book[at] ^= 0x55;
        assertThat(rejected(book).code()).isEqualTo("CORRUPT_XLSX");
    }

    @Test
    void theSheetThatTheStudyNamesIsRead() throws Exception {
        byte[] book = TestContent.written("adsl.openpyxl.xlsx");
        DatasetDeclaration first = new DatasetDeclaration(Map.of(), Optional.of(sheetNames(book).toLowerCase(Locale.ROOT)));
        assertThat(DatasetFiles.open("adsl.xlsx", new TestContent(book), first, notes::add).variables()).isNotEmpty();
        DatasetDeclaration other = new DatasetDeclaration(Map.of(), Optional.of("Patients"));
        assertThatThrownBy(() -> DatasetFiles.open("adsl.xlsx", new TestContent(book), other, notes::add))
                .hasMessageContaining("no sheet Patients").hasMessageContaining(sheetNames(book));
    }

    private static String sheetNames(byte[] book) throws Exception {
        String xml = new String(SmallFiles.unzipped(book).get("xl/workbook.xml"), StandardCharsets.UTF_8);
        return xml.replaceAll("(?s).*?<sheet [^>]*?name=\"([^\"]*)\".*", "$1");
    }

    @Test
    void aZeroCharacterOrHalfOfAPairIsNoText() {
        for (String escaped : List.of("a_x0000_b", "a_xD83D_b")) {
            byte[] book = new XlsxBytes().sheet(AGE.replace("AGE", "RACE").replace("<c r=\"A2\"><v>7</v></c>",
                    "<c r=\"A2\" t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>")).bytes();
            assertThat(rejected(book).code()).isEqualTo("INVALID_TEXT");
            assertThat(rejected(book).message()).contains("cell A2");
        }
    }

    @Test
    void manyEscapedCharactersAreNoAttack() throws Exception {
        String text = "&amp;&lt;&#x4e9a;".repeat(20_000);
        byte[] book = new XlsxBytes()
                .sheet(AGE.replace("<c r=\"A2\"><v>7</v></c>", "<c r=\"A2\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
                        .replace("AGE", "RACE"))
                .bytes();
        assertThat(((TextColumn) read(book).column("RACE").orElseThrow()).value(0)).isEqualTo("&<\u4e9a".repeat(20_000));
    }

    @Test
    void aZipBombIsRefusedUnread() {
        byte[] book = new XlsxBytes().sheet(AGE + "<!--" + " <".repeat(14 << 20) + "-->").bytes();
        assertThat(book.length).isLessThan(200_000);
        assertThat(rejected(book).code()).isEqualTo("EXPANDS_TOO_MUCH");
    }

    /// A directory of many parts, and one whose sizes would fill the disk: nothing is unpacked to find out.
    @Test
    void manyPartsAndLyingSizesAreRefused() throws Exception {
        XlsxBytes many = new XlsxBytes().sheet(AGE);
        for (int i = 0; i < 10_001; i++) {
            many.part("x/" + i, "");
        }
        assertThat(rejected(many.bytes()).code()).isEqualTo("CORRUPT_XLSX");
        byte[] large = new XlsxBytes().sheet(AGE).bytes();
        int entry = lastIndexOf(large, "xl/worksheets/sheet1.xml") - 46;
        // 4 GB less one, where a few hundred bytes are.
        large[entry + 24] = (byte) 0xfe;
        large[entry + 25] = (byte) 0xff;
        large[entry + 26] = (byte) 0xff;
        large[entry + 27] = (byte) 0xff;
        assertThat(rejected(large).code()).isEqualTo("EXPANDS_TOO_MUCH");
    }

    @Test
    void aPartLargerThanItSaysIsRefused() {
        byte[] book = new XlsxBytes().sheet(AGE).bytes();
        int entry = lastIndexOf(book, "xl/worksheets/sheet1.xml") - 46;
        book[entry + 24] = (byte) (book[entry + 24] - 10);
        assertThat(rejected(book).code()).isEqualTo("CORRUPT_XLSX");
    }

    @Test
    void aChangedByteOfTheDataIsSeenByItsChecksum() {
        byte[] book = new XlsxBytes().sheet(AGE).bytes();
        int entry = lastIndexOf(book, "xl/worksheets/sheet1.xml") - 46;
        book[entry + 16] ^= 1;
        assertThat(rejected(book).code()).isEqualTo("CORRUPT_XLSX");
    }

    @Test
    void anEncryptedPartIsNamed() {
        byte[] book = new XlsxBytes().sheet(AGE).bytes();
        book[lastIndexOf(book, "xl/workbook.xml") - 46 + 8] |= 1;
        assertThat(rejected(book).code()).isEqualTo("ENCRYPTED_FILE");
    }

    @Test
    void oldAndEncryptedWorkbooksAreTold() {
        byte[] old = new byte[4096];
        System.arraycopy(new byte[]{(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1}, 0,
                old, 0, 8);
        assertThat(rejected(old).message()).contains("Excel 97");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1024, name.length);
        assertThat(rejected(old).code()).isEqualTo("ENCRYPTED_FILE");
    }

    @Test
    void otherArchivesAreNoWorkbooks() {
        assertThat(rejected(new XlsxBytes().without("_rels/.rels").bytes()).code()).isEqualTo("NOT_XLSX");
        assertThat(rejected(
                new XlsxBytes().part("_rels/.rels", XlsxBytes.relationships("officeDocument", "xl/workbook.bin")).bytes())
                .message())
                .contains(".xlsb");
        assertThat(rejected("USUBJID,AGE\n".getBytes(StandardCharsets.US_ASCII)).code()).isEqualTo("FORMAT_MISMATCH");
    }

    @Test
    void aHiddenFirstSheetIsReadWithAWarning() throws Exception {
        read(new XlsxBytes().sheet(AGE)
                .part("xl/workbook.xml",
                        "<workbook><sheets><sheet name=\"A\" state=\"veryHidden\" id=\"r1\"/><sheet name=\"B\" id=\"r2\"/></sheets></workbook>")
                .bytes());
        assertThat(notes).extracting(Finding::code).containsExactly("SHEET_HIDDEN");
    }

    @Test
    void limitsAreFindings() throws Exception {
        byte[] book = TestContent.written("adsl.openpyxl.xlsx");
        assertThat(limited(book, TestLimits.of(100, 1, 1, 1, 1, 1))).isEqualTo("FILE_TOO_LARGE");
        assertThat(limited(book, TestLimits.of(1 << 20, 12, 100, 1_000, 1 << 20, 100))).isEqualTo("TOO_MANY_ROWS");
        assertThat(limited(book, TestLimits.of(1 << 20, 13, 13, 1_000, 1 << 20, 100))).isEqualTo("TOO_MANY_VARIABLES");
        assertThat(limited(book, TestLimits.of(1 << 20, 13, 14, 20, 1 << 20, 100))).isEqualTo("CELL_TOO_LONG");
        assertThat(limited(book, TestLimits.of(1 << 20, 13, 14, 1_000, 1_000, 100))).isEqualTo("EXPANDS_TOO_MUCH");
        assertThat(limited(book, TestLimits.of(1 << 20, 13, 14, 1_000, 1 << 20, 100))).isEqualTo("read");
    }

    private String limited(byte[] book, InputLimits limits) {
        try {
            DatasetFile file = DatasetFiles.open("adsl.xlsx", new TestContent(book), limits, notes::add);
            file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
            return "read";
        } catch (UnreadableDatasetException e) {
            return e.finding().code();
        }
    }

    private Finding rejected(byte[] bytes) {
        UnreadableDatasetException rejected = catchThrowableOfType(UnreadableDatasetException.class, () -> read(bytes));
        assertThat(rejected).isNotNull();
        assertThat(rejected.finding().remedy()).isNotEmpty();
        return rejected.finding();
    }

    private Dataset read(byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("adsl.xlsx", new TestContent(bytes), notes::add);
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), notes::add);
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    private static List<String> list(@Nullable Object value) {
        return value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
