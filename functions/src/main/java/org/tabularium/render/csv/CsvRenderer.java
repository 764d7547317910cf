package org.tabularium.render.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.Display;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// The displayed cells of one table: RFC 4180 (fields quoted only where they must be), UTF-8 without a byte order mark, lines end
/// with LF.
///
/// The first line is the header: the spanning text and the column's own header joined by a space. Each row of the body follows,
/// its label
/// indented by two spaces a level. A [message][TableRow.Kind#MESSAGE] stands in the first field and the others are empty. Where a
/// text has a line break
/// the file has a space, after a hyphen nothing (`SLEDAI-\n2K` is `SLEDAI-2K`). Titles and footnotes are not written.
public final class CsvRenderer implements Renderer {

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case TABLE, LISTING -> true;
        };
    }

    @Override
    public boolean wholeReport() {
        return false;
    }

    /// Writes the one table of the document.
    ///
    /// @throws IllegalArgumentException where the document does not hold exactly one table
    @Override
    public int render(Document document, OutputStream out) throws IOException {
        if (document.displays().size() != 1) {
            throw new IllegalArgumentException("A CSV file holds one table, not " + document.displays().size());
        }
        Display table = document.displays().getFirst();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(table.columns().stream().map(CsvRenderer::header).toList());
        for (TableRow row : table.rows()) {
            csv.writeRecord(fields(row, table.columns().size()));
        }
        csv.flush();
        return 0;
    }

    private static String header(TableColumn column) {
        return column.span().isEmpty()
                ? oneLine(column.header())
                : oneLine(column.span() + " " + column.header()).stripTrailing();
    }

    private static List<String> fields(TableRow row, int columns) {
        List<String> fields = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            fields.add(column < row.cells().size() ? oneLine(row.cells().get(column).text()) : "");
        }
        fields.set(0, "  ".repeat(row.indent()) + fields.getFirst());
        return fields;
    }

    private static String oneLine(String text) {
        return text.replaceAll("-\n *", "-").replaceAll("\n *", " ");
    }
}
