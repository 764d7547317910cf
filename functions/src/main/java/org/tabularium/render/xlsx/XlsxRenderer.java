package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.Text;

/// A workbook with a sheet a display, by Apache POI; the report has a contents sheet in front, with links to the sheets and back,
/// and its results as one sheet of data at the end.
///
/// A cell that shows exactly one number holds that number, in a format with the displayed decimals; everything else is text, and
/// nothing is ever a formula: text that begins like one is marked as text. Numbers stand under each other by their units digit
/// (their formats pad them), labels are indented by their style, headers over several columns are merged, the header stays in
/// sight and is repeated on each printed page, and blocks of rows stay on one where they can. A character that a workbook cannot
/// hold is shown as U+FFFD.
public final class XlsxRenderer implements Renderer {

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case TABLE, LISTING, FIGURE -> true;
            case TEXT -> false;
        };
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        try (FixedWorkbook workbook = new FixedWorkbook()) {
            fill(workbook, document);
            String author = document.sponsor().isEmpty() ? "Tabularium" : document.sponsor();
            workbook.write(out, new FixedPackage.Properties(title(document), author, document.created()));
        }
        return 0;
    }

    private static String title(Document document) {
        return document.contents() || document.displays().isEmpty() ? document.study() : document.displays().getFirst().heading();
    }

    private static void fill(FixedWorkbook workbook, Document document) throws IOException {
        Styles styles = new Styles(workbook);
        SheetNames names = new SheetNames();
        String contents = document.contents() ? names.unique("Contents") : "";
        String findings = document.findings().isEmpty() ? "" : names.unique("Findings");
        String data = document.data().isEmpty() ? "" : names.unique("Data");
        List<String> tableNames = document.displays().stream()
                .map(display -> names.unique(display.number().isEmpty() ? display.id() : display.number() + " " + display.id()))
                .toList();
        if (!contents.isEmpty()) {
            FrontSheets.contents(document, tableNames, new Sheet(workbook, contents), styles);
        }
        for (int i = 0; i < tableNames.size(); i++) {
            Sheet sheet = new Sheet(workbook, tableNames.get(i));
            switch (document.displays().get(i)) {
                case Figure figure -> FigureSheet.write(document, figure, tableNames.get(i), sheet, styles, contents);
                case Table table -> TableSheet.write(document, table, sheet, styles, contents, Sheet.MOST_ROWS);
                case Listing listing -> TableSheet.write(document, listing, sheet, styles, contents, Sheet.MOST_ROWS);
                case Text text -> throw new IllegalArgumentException(text.id() + ": a workbook holds no texts");
            }
        }
        if (!findings.isEmpty()) {
            FrontSheets.findings(document, new Sheet(workbook, findings), styles);
        }
        if (!data.isEmpty()) {
            DataSheet.write(document, new Sheet(workbook, data), styles, contents, Sheet.MOST_ROWS);
        }
    }
}
