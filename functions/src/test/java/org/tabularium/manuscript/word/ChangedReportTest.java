package org.tabularium.manuscript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabularium.render.SampleTables.data;
import static org.tabularium.render.SampleTables.heading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.run.folder.RunFiles;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Two reports of made-up displays: what the later one marks, and what its first page counts.
class ChangedReportTest {

    private static Table table(String id, String arm, List<TableRow> rows, String... notes) {
        return new Table(id, "14.1", "Title of " + id, "Safety population",
                List.of(new TableColumn("", "", Align.LEFT), new TableColumn(arm, "", Align.DECIMAL)), 1, rows,
                List.of(notes), PageLayout.DEFAULT);
    }

    private static RunFiles run(String subjects, Table... tables) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("report.docx", Rendered.bytes(new DocxRenderer(), SampleTables.report(List.of(tables))));
        files.put("subjects.json", subjects.getBytes(StandardCharsets.UTF_8));
        return WriterDocument.run(files);
    }

    private static final RunFiles BEFORE = run("{\"subjects\": [\"A-1\", \"A-2\"]}",
            table("same", "A\n(N=9)", List.of(data(0, 1, "Row", "1")), "Note", "Source: ADSL. Run 1111111111111111"),
            table("other", "A\n(N=9)", List.of(heading(0, 1, "Month 1"), data(1, 1, "95% CI", "(1, 2)"),
                    heading(0, 2, "Month 2"), data(1, 2, "95% CI", "(1, 2)"), data(0, 3, "Gone", "7")), "Old note", "Kept note",
                    "Source: ADSL. Run 1111111111111111"),
            table("gone", "A", List.of(data(0, 1, "Row", "1"))));
    private static final RunFiles AFTER = run("{\"subjects\": [\"A-2\", \"A-3\"]}",
            table("same", "A\n(N=9)", List.of(data(0, 1, "Row", "1")), "Note", "Source: ADSL. Run 0123456789abcdef"),
            table("other", "A\n(N=10)", List.of(heading(0, 1, "Month 1"), data(1, 1, "95% CI", "(1, 3)"),
                    heading(0, 2, "Month 2"), data(1, 2, "95% CI", "(1, 2)"), data(0, 3, "Added", "2 × 10⁹")), "Kept note",
                    "New note", "Source: ADSL. Run 0123456789abcdef"),
            table("new", "A", List.of(data(0, 1, "Row", "5"))));

    private static XWPFDocument compared() throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(ChangedReport.of(BEFORE, AFTER)));
    }

    private static List<String> marked(String mark) throws Exception {
        String xml = new String(WordFile.read(ChangedReport.of(BEFORE, AFTER)).part("word/document.xml"), StandardCharsets.UTF_8);
        return Pattern.compile("<w:" + mark + " [^>]*[^/]>(.*?)</w:" + mark + ">", Pattern.DOTALL).matcher(xml).results()
                .map(found -> found.group(1).replaceAll("<[^>]*>", "")).toList();
    }

    @Test
    void firstPageCountsWhatIsOther() throws Exception {
        try (XWPFDocument word = compared()) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText).limit(8).toList()).containsExactly(
                    "Changes from run 0123456789abcdef to run 0123456789abcdef", "Displays changed: 2 of 3", "Cells changed: 2",
                    "Rows added: 3; rows gone: 1", "Footnotes changed: 2", "Subjects added: 1 (A-3)", "Subjects gone: 1 (A-1)",
                    "Gone: Table 14.1\u2003Title of gone");
        }
    }

    @Test
    void cellsRowsAndFootnotesAreTracked() throws Exception {
        assertThat(marked("del")).containsExactly("Source: ADSL. Run 1111111111111111", "A(N=9)", "(1, 2)", "Gone", "7",
                "Old note", "Source: ADSL. Run 1111111111111111");
        assertThat(marked("ins")).startsWith("Source: ADSL. Run 0123456789abcdef", "A(N=10)", "(1, 3)", "Added", "2 × 10", "9",
                "New note");
    }

    @Test
    void documentIsValidByItsSchema() throws Exception {
        try (XWPFDocument word = compared()) {
            List<XmlError> errors = new ArrayList<>();
            word.getDocument().validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void runAgainstItselfChangesNothing() throws Exception {
        String xml = new String(WordFile.read(ChangedReport.of(AFTER, AFTER)).part("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(xml).contains("Displays changed: 0 of 3").doesNotContain("<w:del ").doesNotContain("<w:ins ");
    }

    @Test
    void runWithoutWordIsRefusedInWords() {
        RunFiles none = WriterDocument.run(Map.of());
        assertThatThrownBy(() -> ChangedReport.of(none, AFTER)).isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("has no report.docx");
    }

    @Test
    void recordsOfAListingAreFoundByAllTheirCells() {
        List<Alignment.Pair> pairs = Alignment.of(List.of("A1", "A3", "B1"), List.of("A1", "A2", "A3", "B2"), String::equals,
                (one, other) -> one.charAt(0) == other.charAt(0));
        assertThat(pairs).containsExactly(new Alignment.Pair(0, 0), new Alignment.Pair(-1, 1), new Alignment.Pair(1, 2),
                new Alignment.Pair(2, 3));
    }
}
