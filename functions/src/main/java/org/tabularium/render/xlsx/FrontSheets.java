package org.tabularium.render.xlsx;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.Table;

/// The sheets around the tables of a report: the contents with their links, and the findings.
final class FrontSheets {

    private static final double[] CONTENTS = {18, 76};
    private static final double[] FINDINGS = {110};
    private static final Styles.Look PLAIN = Styles.Look.text(Styles.Face.PLAIN);
    private static final Styles.Look BOLD = Styles.Look.text(Styles.Face.BOLD);
    private static final Styles.Look LINK = Styles.Look.text(Styles.Face.LINK);

    private FrontSheets() {}

    /// What the report is and what it holds.
    ///
    /// @param names the sheets' names, one a table
    static void contents(Document document, List<String> names, XSSFSheet sheet, Styles styles) {
        SheetWriter writer = new SheetWriter(sheet, styles, CONTENTS);
        writer.line(document.study(), Styles.Look.text(Styles.Face.TITLE));
        for (String line : List.of(document.title(), document.cutOff(), "Run " + document.run(), document.software())) {
            if (!line.isEmpty()) {
                writer.line(line, PLAIN);
            }
        }
        writer.blankRow();
        writer.line("Tables", BOLD.ruled(BorderStyle.NONE, BorderStyle.THIN));
        for (int i = 0; i < names.size(); i++) {
            entry(writer, document.tables().get(i), names.get(i));
        }
        if (!document.notProduced().isEmpty()) {
            writer.blankRow();
            writer.line("Not produced", BOLD.ruled(BorderStyle.NONE, BorderStyle.THIN));
            for (Document.NotProduced missing : document.notProduced()) {
                pair(writer, missing.id(), missing.title() + "\n" + missing.reason(), PLAIN);
            }
        }
        writer.pages(document, PageLayout.DEFAULT, false);
    }

    static void findings(Document document, XSSFSheet sheet, Styles styles) {
        SheetWriter writer = new SheetWriter(sheet, styles, FINDINGS);
        writer.line("Findings", Styles.Look.text(Styles.Face.TITLE));
        writer.blankRow();
        for (String finding : document.findings()) {
            writer.line(finding, PLAIN);
        }
        writer.pages(document, PageLayout.DEFAULT, false);
    }

    private static void entry(SheetWriter writer, Table table, String sheetName) {
        XSSFRow row = pair(writer, table.number().isEmpty() ? table.id() : "Table " + table.number(), table.title(), LINK);
        XSSFCell cell = row.getCell(1);
        XSSFHyperlink link = writer.sheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheetName + "'!A1");
        cell.setHyperlink(link);
    }

    private static XSSFRow pair(SheetWriter writer, String left, String right, Styles.Look rightLook) {
        XSSFRow row = writer.row();
        writer.text(row, 0, left, PLAIN.standing(VerticalAlignment.CENTER));
        writer.text(row, 1, right, rightLook.standing(VerticalAlignment.CENTER));
        int lines = Math.max(CharacterWidth.lines(left, CONTENTS[0]), CharacterWidth.lines(right, CONTENTS[1]));
        writer.height(row, lines, Styles.Face.PLAIN);
        return row;
    }
}
