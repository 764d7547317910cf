package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.Display;

/// A workbook with a sheet a table; the report has a contents sheet with links in front and its findings at the end.
///
/// A cell that shows exactly one number holds that number, in a format with the displayed decimals; everything else is text, and
/// nothing is ever a
/// formula: text that begins like one is marked as text. Labels are indented by the cell's own indentation, headers over several
/// columns are merged,
/// the header stays in sight and is repeated on each printed page. A character that a workbook cannot hold is shown as U+FFFD.
public final class XlsxRenderer implements Renderer {

    private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);

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
            case TABLE, LISTING -> true;
        };
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        Workbook workbook = new Workbook();
        fill(workbook, document);
        LocalDate date = document.created() == null ? UNDATED : document.created();
        workbook.write(out, CellText.of(title(document)), date);
        return 0;
    }

    private static String title(Document document) {
        return document.contents() || document.displays().isEmpty() ? document.study() : document.displays().getFirst().heading();
    }

    private static void fill(Workbook workbook, Document document) {
        Styles styles = workbook.styles();
        SheetNames names = new SheetNames();
        String contentsName = document.contents() ? names.unique("Contents") : "";
        String findingsName = document.contents() && !document.findings().isEmpty() ? names.unique("Findings") : "";
        List<String> tableNames = new ArrayList<>();
        for (Display table : document.displays()) {
            tableNames.add(names.unique(table.id()));
        }
        if (document.contents()) {
            FrontSheets.contents(document, tableNames, workbook.sheet(contentsName), styles);
        }
        for (int i = 0; i < tableNames.size(); i++) {
            Sheet sheet = workbook.sheet(tableNames.get(i));
            TableSheet.write(document, document.displays().get(i), sheet, styles);
        }
        if (!findingsName.isEmpty()) {
            FrontSheets.findings(document, workbook.sheet(findingsName), styles);
        }
    }
}
