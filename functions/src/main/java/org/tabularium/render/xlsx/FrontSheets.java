package org.tabularium.render.xlsx;

import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.Display;

/// The sheets around the tables of a report: the contents with their links, and the findings.
final class FrontSheets {

    private static final double[] CONTENTS = {18, 76};
    private static final double[] FINDINGS = {110};
    private static final Look PLAIN = Look.text(Look.Face.PLAIN);
    private static final Look BOLD = Look.text(Look.Face.BOLD);
    private static final Look LINK = Look.text(Look.Face.LINK);

    private FrontSheets() {}

    /// What the report is and what it holds.
    ///
    /// @param names the sheets' names, one a table
    static void contents(Document document, List<String> names, Sheet sheet, Styles styles) {
        SheetWriter writer = new SheetWriter(sheet, styles, CONTENTS);
        writer.line(document.study(), Look.text(Look.Face.TITLE));
        for (String line : List.of(document.title(), document.cutOff(), document.page().foot())) {
            if (!line.isEmpty()) {
                writer.line(line, PLAIN);
            }
        }
        writer.blankRow();
        writer.line("Tables", BOLD.ruled(Look.Rule.NONE, Look.Rule.THIN));
        for (int i = 0; i < names.size(); i++) {
            entry(writer, document.displays().get(i), names.get(i));
        }
        if (!document.notProduced().isEmpty()) {
            writer.blankRow();
            writer.line("Not produced", BOLD.ruled(Look.Rule.NONE, Look.Rule.THIN));
            for (Document.NotProduced missing : document.notProduced()) {
                pair(writer, missing.id(), missing.title() + "\n" + missing.reason(), PLAIN);
            }
        }
        writer.pages(document, PageLayout.DEFAULT, false);
    }

    static void findings(Document document, Sheet sheet, Styles styles) {
        SheetWriter writer = new SheetWriter(sheet, styles, FINDINGS);
        writer.line("Findings", Look.text(Look.Face.TITLE));
        writer.blankRow();
        for (String finding : document.findings()) {
            writer.line(finding, PLAIN);
        }
        writer.pages(document, PageLayout.DEFAULT, false);
    }

    private static void entry(SheetWriter writer, Display table, String sheetName) {
        Sheet.Row row = pair(writer, table.number().isEmpty() ? table.id() : table.numbered(), table.title(), LINK);
        writer.sheet().link(row.number(), 1, sheetName);
    }

    private static Sheet.Row pair(SheetWriter writer, String left, String right, Look rightLook) {
        Sheet.Row row = writer.row();
        writer.text(row, 0, left, PLAIN.standing(Look.Standing.CENTER));
        writer.text(row, 1, right, rightLook.standing(Look.Standing.CENTER));
        int lines = Math.max(CharacterWidth.lines(left, CONTENTS[0]), CharacterWidth.lines(right, CONTENTS[1]));
        writer.height(row, lines, Look.Face.PLAIN);
        return row;
    }
}
