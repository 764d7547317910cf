package org.tabularium.manuscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.tabularium.manuscript.word.WordComments;
import org.tabularium.manuscript.word.WordText;
import org.tabularium.manuscript.word.WriterDocument;

/// A Word document whose numbers stand in its body, a text box, a head, a foot and a footnote.
class ProofreadDocumentTest {

    private static List<CheckedNumber> numbers(WordText document) throws Exception {
        return Proofreading.against(MadeRun.of("sa-or088")).check(Manuscript.ofWord(document));
    }

    @Test
    void numberSaysWhereItStandsAndWhatWordCountsIsNone() throws Exception {
        assertThat(numbers(WordText.of(WriterDocument.withNumbersEverywhere())))
                .extracting(n -> n.place().toString(), CheckedNumber::text, CheckedNumber::verdict).containsExactly(
                        tuple("paragraph 2, column 1", "Eleven", Verdict.CONFIRMED),
                        tuple("text box, paragraph 1, column 17", "6", Verdict.CONTRADICTED),
                        tuple("header, paragraph 1, column 6", "5", Verdict.CONTRADICTED),
                        tuple("header, paragraph 1, column 11", "11", Verdict.CONFIRMED),
                        tuple("footer, paragraph 1, column 1", "8", Verdict.CONFIRMED),
                        tuple("footnote 1, paragraph 1, column 19", "3", Verdict.CONTRADICTED));
    }

    /// A cell is read with the headers and labels of its table.
    @Test
    void cellsOfATableAreReadWithTheirHeadersAndLabels() throws Exception {
        String table = """
                | | 3×10^9 (N=5) | Total (N=11) |
                | --- | --- | --- |
                | CRS | 3 (60%) | 4 (36%) |
                | Age (years) | | |
                | Median | 14 | 15 |
                | ICANS, n (%) | 0 | 1 (9%) |
                """;
        assertThat(Proofreading.against(MadeRun.of("sa-or088")).check(Manuscript.ofText(table)))
                .filteredOn(n -> n.place().number() == 3).extracting(n -> n.place().column(), CheckedNumber::verdict)
                .containsExactly(tuple(9, Verdict.CONFIRMED), tuple(12, Verdict.CONFIRMED), tuple(19, Verdict.CONFIRMED),
                        tuple(22, Verdict.CONFIRMED));
    }

    @Test
    void cellsOfOurOwnTablesAreConfirmed() throws Exception {
        byte[] table = MadeRun.of("sa-or088").bytes("tables/ae-overview.docx");
        List<CheckedNumber> numbers = numbers(WordText.of(table));
        assertThat(numbers).noneMatch(n -> n.verdict() == Verdict.CONTRADICTED);
        assertThat(numbers.stream().filter(n -> n.verdict() == Verdict.CONFIRMED).count())
                .isGreaterThanOrEqualTo(Math.round(0.8 * numbers.size()));
    }

    @Test
    void whatWordCannotCommentIsCommentedWhereItBelongsToTheBody() throws Exception {
        WordText document = WordText.of(WriterDocument.withNumbersEverywhere());
        byte[] copy = WordComments.add(document, ProofComments.of(numbers(document)), "2025-08-31");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(copy))) {
            assertThat(word.getComments()).extracting(XWPFComment::getText).satisfiesExactly(
                    text -> assertThat(text).startsWith("Text box: 6: contradicted."),
                    text -> assertThat(text).startsWith("Header: 5: contradicted."),
                    text -> assertThat(text).startsWith("Footnote 1: 3: contradicted."));
            String body = word.getDocument().xmlText();
            assertThat(body).containsPattern("commentRangeStart w:id=\"0\"/><w:r><mc:AlternateContent>")
                    .containsPattern("commentRangeStart w:id=\"1\"/>.{0,200}Second section")
                    .containsPattern("commentRangeStart w:id=\"2\"/><w:r><w:footnoteReference");
            assertThat(Pattern.compile("commentReference").matcher(body).results()).hasSize(3);
        }
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).contains("word/comments.xml");
    }
}
