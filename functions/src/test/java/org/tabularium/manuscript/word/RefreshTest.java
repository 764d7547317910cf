package org.tabularium.manuscript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.run.folder.RunFiles;

/// A writer's document gets the numbers of another run, and nothing else changes.
class RefreshTest {

    private static final RunFiles RUN = WriterDocument.run(WriterDocument.resource("results.json"));

    private final byte[] document = WriterDocument.withNotes();

    private String renewed(String part) throws Exception {
        return new String(WordFile.read(Refresh.of(document, RUN).document()).part(part), StandardCharsets.UTF_8);
    }

    @Test
    void everyControlIsRenewedWhereverItStands() throws Exception {
        assertThat(Refresh.of(document, RUN).renewed()).extracting(Refresh.Renewed::from, Refresh.Renewed::to)
                .containsExactly(tuple("3 (50%)", "4 (57%)"), tuple("Three", "Four"), tuple("50·0 %", "57·1 %"),
                        tuple("13.4", "14.3"), tuple("2 × 10⁹", "3 × 10⁹"), tuple("13.4", "14.3"), tuple("13.4", "14.3"));
    }

    /// Not the file within the document, but what its reader sees there.
    @Test
    void placesAreThoseThatAReaderFinds() throws Exception {
        assertThat(Refresh.of(document, RUN).renewed()).extracting(Refresh.Renewed::place).contains(
                "\"In all, 3 (50%) responded; Three did…\"", "\"In all, 3 (50%) responded; Three did (50·0 %).\"",
                "footnote, \"13.4\"");
    }

    /// An interval stands below its visit, and that below a response: styles tell how labels are indented.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TFLStub1,TFLStub2,TFLStub3|Placebo, Response, Month 3, 95% CI",
        "a,b,c|Placebo, Response, 95% CI", "TFLStub1,TFLStub2,TFLStub2|Placebo, Response, 95% CI",
        "TFLStub1,TFLStub1,TFLStub2|Placebo, Month 3, 95% CI"})
    void placeInATableNamesAllLabelsOverTheNumber(String styles, String expected) throws Exception {
        String[] style = styles.split(",", -1);
        String control = "<w:sdt><w:sdtPr><w:alias w:val=\"mean\"/><w:tag w:val=\"tab:AGE\"/></w:sdtPr><w:sdtContent><w:r><w:t>13.4</w:t></w:r></w:sdtContent>"
                + "</w:sdt>";
        String document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                + row("x", "", "<w:r><w:t>Placebo</w:t></w:r>") + row(style[0], "Response", "")
                + row(style[1], "Month 3", "<w:r><w:t>3 (50%)</w:t></w:r>") + row(style[2], "95% CI", control)
                + "</w:tbl></w:body></w:document>";
        byte[] written = WriterDocument.of(Map.of("word/document.xml", document.getBytes(StandardCharsets.UTF_8)));
        assertThat(Refresh.of(written, RUN).renewed()).extracting(Refresh.Renewed::place).containsExactly(
                expected);
    }

    private static String row(String style, String label, String cell) {
        return "<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + label
                + "</w:t></w:r></w:p></w:tc><w:tc><w:p>" + cell + "</w:p></w:tc></w:tr>";
    }

    /// A listing's records of a subject stood at rows 1 and 2 and those of another at row 3; the record at row 1 was taken away.
    @Test
    void listingWhoseRecordsMovedIsLeftAsAWhole() throws Exception {
        Refresh.Outcome outcome = Refresh.of(listing(), records("ADAE", "A1=Headache", "B2=Nausea"));
        assertThat(outcome.renewed()).isEmpty();
        assertThat(outcome.left()).extracting(Refresh.Left::text, Refresh.Left::reason, Refresh.Left::cells).containsExactly(
                tuple("Fever", "the listing has other records in the run; take it from the run's document", 3));
    }

    @Test
    void listingOfTheSameRecordsIsRenewed() throws Exception {
        assertThat(Refresh.of(listing(), records("ADAE", "A1=Pyrexia", "A2=Headache", "B3=Nausea")).renewed())
                .extracting(Refresh.Renewed::from, Refresh.Renewed::to).containsExactly(tuple("Fever", "Pyrexia"));
    }

    /// A row of ADSL is its subject's only one.
    @Test
    void lineOfASubjectIsRenewedWhereAnotherSubjectIsGone() throws Exception {
        assertThat(Refresh.of(listing(), records("ADSL", "A1=Pyrexia", "A2=Headache")).renewed())
                .extracting(Refresh.Renewed::from, Refresh.Renewed::to).containsExactly(tuple("Fever", "Pyrexia"));
    }

    private static byte[] listing() {
        String rows = Stream.of("A1=Fever", "A2=Headache", "B3=Nausea").map(cell -> cell.split("=", -1))
                .map(cell -> row("a", cell[0], "<w:sdt><w:sdtPr><w:alias w:val=\"value\"/><w:tag w:val=\"tab:" + cell[0]
                        + "\"/></w:sdtPr><w:sdtContent><w:r><w:t>" + cell[1] + "</w:t></w:r></w:sdtContent></w:sdt>"))
                .collect(Collectors.joining());
        String document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                + rows + "</w:tbl></w:body></w:document>";
        return WriterDocument.of(Map.of("word/document.xml", document.getBytes(StandardCharsets.UTF_8)));
    }

    private static RunFiles records(String dataset, String... cells) {
        return WriterDocument.run(Stream.of(cells).map(cell -> cell.split("=", -1)).map(cell -> """
                {"tag": "tab:%1$s", "statistic": "value", "value": "%2$s", "text": "%2$s",
                 "selection": {"clauses": [{"criterion": "record", "values": ["%3$s", "7"]}]}}"""
                .formatted(cell[0], cell[1], dataset))
                .collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8));
    }

    /// Signs that say where a line may end are no other number.
    @Test
    void numberWithSignsForLinesIsTheSame() throws Exception {
        String text = new String(WriterDocument.resource("document.xml"), StandardCharsets.UTF_8)
                .replace(">3 (50%)<", ">4\u00A0(57\uFEFF%)<");
        WordFile file = WordFile.read(document);
        byte[] signed = file.with(Map.of("word/document.xml", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(Refresh.of(signed, RUN).renewed()).extracting(Refresh.Renewed::to).hasSize(6).doesNotContain("4 (57%)");
    }

    @Test
    void keyThatTheRunLacksIsListedAndLeft() throws Exception {
        assertThat(Refresh.of(document, RUN).left()).extracting(Refresh.Left::text, Refresh.Left::tag, Refresh.Left::reason)
                .containsExactly(tuple("7", "tab:GONE", "the run lacks it"));
    }

    @Test
    void changeIsTrackedWithAuthorDateAndTheLookOfTheOldNumber() throws Exception {
        assertThat(renewed("word/document.xml")).contains(
                "<w:del w:id=\"6\" w:author=\"Tabularium\" w:date=\"2025-08-31T00:00:00Z\"><w:r><w:rPr><w:i/><w:lang w:val=\"en-GB\"/></w:rPr>"
                        + "<w:delText>3 (50%)</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"7\" w:author=\"Tabularium\" w:date=\"2025-08-31T00:00:00Z\"><w:r><w:rPr><w:i/><w:lang w:val=\"en-GB\"/></w:rPr>"
                        + "<w:t xml:space=\"preserve\">4 (57%)</w:t></w:r></w:ins>");
    }

    @Test
    void exponentStaysOne() throws Exception {
        assertThat(renewed("word/document.xml")).contains(
                "<w:r><w:t xml:space=\"preserve\">3 × 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                        + "<w:t xml:space=\"preserve\">9</w:t></w:r>");
    }

    @Test
    void numberThatAnEarlierRefreshInsertedIsTrackedAgain() throws Exception {
        assertThat(renewed("word/document.xml")).containsPattern(
                "<w:ins w:id=\"5\" w:author=\"Tabularium\"><w:del [^>]*><w:r><w:delText>13.4</w:delText></w:r></w:del></w:ins>"
                        + "<w:ins [^>]*><w:r><w:t xml:space=\"preserve\">14.3</w:t></w:r></w:ins>");
    }

    @Test
    void withoutTheChangesTheTextIsAsItWas() throws Exception {
        String back = renewed("word/document.xml")
                .replaceAll("<w:ins w:id=\"\\d+\" w:author=\"Tabularium\" w:date.*?</w:ins>", "")
                .replaceAll("<w:del w:id=\"\\d+\" w:author=\"Tabularium\" w:date[^>]*>(.*?)</w:del>", "$1")
                .replaceAll("delText>(Three|13.4|3 \\(50%\\)|50·0 %|2 × 10|9)</w:delText", "t>$1</w:t");
        assertThat(back).isEqualTo(new String(WriterDocument.resource("document.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void everyOtherPartIsTheSameBytes() throws Exception {
        WordFile before = WordFile.read(document);
        WordFile after = WordFile.read(Refresh.of(document, RUN).document());
        assertThat(after.entries().stream().map(WordFile.Entry::name)).containsExactlyElementsOf(
                before.entries().stream().map(WordFile.Entry::name).toList());
        assertThat(after.part("customXml/item1.xml")).isEqualTo(before.part("customXml/item1.xml"));
        assertThat(after.part("[Content_Types].xml")).isEqualTo(before.part("[Content_Types].xml"));
    }

    /// A text box is kept twice: for newer programs and for older ones.
    @Test
    void headsAndBothFormsOfTextBoxesAreRenewedWhileCommentsAndForeignChangesStay() throws Exception {
        String control = "<w:sdt><w:sdtPr><w:alias w:val=\"mean\"/><w:tag w:val=\"tab:AGE\"/></w:sdtPr><w:sdtContent>"
                + "<w:r><w:t>13.4</w:t></w:r></w:sdtContent></w:sdt>";
        String start = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        String others = "<w:p><w:ins w:id=\"1\" w:author=\"Anna\"><w:r><w:t>new 13.4</w:t></w:r></w:ins><w:commentRangeStart w:id=\"3\"/>"
                + "<w:del w:id=\"2\" w:author=\"Anna\"><w:r><w:delText>old 13.4</w:delText></w:r></w:del><w:commentRangeEnd w:id=\"3\"/></w:p>";
        String box = "<w:txbxContent><w:p>" + control + "</w:p></w:txbxContent>";
        byte[] document = WriterDocument.of(Map.of(
                "word/document.xml",
                ("<w:document" + start + "><w:body>" + others + "<w:p><w:r><m:AlternateContent xmlns:m=\"urn:m\">"
                        + "<m:Choice>" + box + "</m:Choice><m:Fallback>" + box + "</m:Fallback></m:AlternateContent></w:r></w:p>"
                        + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8),
                "word/header1.xml", ("<w:hdr" + start + "><w:p>" + control + "</w:p></w:hdr>").getBytes(StandardCharsets.UTF_8),
                "word/settings.xml", ("<w:settings" + start + "><w:documentProtection w:enforcement=\"1\"/></w:settings>")
                        .getBytes(StandardCharsets.UTF_8)));
        Refresh.Outcome outcome = Refresh.of(document, RUN);
        assertThat(outcome.renewed()).extracting(Refresh.Renewed::place, Refresh.Renewed::to).containsExactly(
                tuple("text box, \"13.4\"", "14.3"), tuple("text box, \"13.4\"", "14.3"), tuple("header, \"13.4\"", "14.3"));
        WordFile after = WordFile.read(outcome.document());
        assertThat(new String(after.part("word/document.xml"), StandardCharsets.UTF_8)).contains(others);
        assertThat(after.part("word/settings.xml")).isEqualTo(WordFile.read(document).part("word/settings.xml"));
    }

    @Test
    void sameRunChangesNothing() throws Exception {
        byte[] once = Refresh.of(document, RUN).document();
        Refresh.Outcome again = Refresh.of(once, RUN);
        assertThat(again.renewed()).isEmpty();
        assertThat(again.document()).isEqualTo(once);
    }

    @Test
    void documentWithoutControlsIsSaidToHaveNone() throws Exception {
        byte[] plain = WriterDocument.of(Map.of("word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(Refresh.of(plain, RUN).controls()).isZero();
    }

    @Test
    void brokenDocumentsAreRefusedInWords() {
        byte[] broken = WriterDocument.of(Map.of("word/document.xml", "<w:document".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Refresh.of(broken, RUN)).isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("word/document.xml");
        byte[] entities = WriterDocument.of(Map.of("word/document.xml",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Refresh.of(entities, RUN)).isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> Refresh.of(new byte[]{1, 2, 3}, RUN)).isInstanceOf(UnreadableDocumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"three, 4, four", "Three, 0, No", "zero, 0, zero", "nine, 12, 12", "86.4 %, 90.909, 90.9 %", "37·5, 40, 40·0",
        "'1,234', 12345, '12,345'", "−0.4, 0.44, 0.4", "0.4, −0.44, −0.4", "(12), 13, (13)", "86, 84, 84", "none, 0, none",
        "None, 2, Two"})
    void slotKeepsItsForm(String current, String value, String expected) {
        assertThat(SlotText.of(current, Double.parseDouble(value.replace('−', '-')))).contains(expected);
    }

    @Test
    void textThatIsNoNumberIsLeft() {
        assertThat(SlotText.of("nearly half", 3)).isEmpty();
    }
}
