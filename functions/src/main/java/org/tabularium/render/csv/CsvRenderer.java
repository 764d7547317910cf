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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// The displayed cells of one table: RFC 4180 (fields quoted only where they must be), UTF-8 without a byte order mark, lines end
/// with LF.
///
/// The first line is the header: the spanning text and the column's own header joined by a space. Each row of the body follows,
/// its label indented by two spaces a level. A [message][TableRow.Kind#MESSAGE] stands in the first field and the others are
/// empty. Where a text has a line break the file has a space, after a hyphen nothing (`SLEDAI-\n2K` is `SLEDAI-2K`). Titles and
/// footnotes are not written.
///
/// For [Excel][CsvKind#EXCEL] the file begins with a byte order mark and each line with the column `level`, the label's level;
/// labels are not indented, and a text that Excel would take for a formula begins with an apostrophe.
public final class CsvRenderer implements Renderer {

    /// The column of the levels.
    private static final String LEVEL = "level";
    private static final char MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.]\\d+)?");

    private final CsvKind kind;

    /// For programs.
    public CsvRenderer() {
        this(CsvKind.PLAIN);
    }

    /// For those whom a kind serves.
    public CsvRenderer(CsvKind kind) {
        this.kind = kind;
    }

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
            case TABLE, LISTING, FIGURE -> true;
            case TEXT -> false;
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
        if (kind == CsvKind.EXCEL) {
            text.write(MARK);
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(line(LEVEL, table.columns().stream().map(CsvRenderer::header).toList()));
        for (TableRow row : table.rows()) {
            csv.writeRecord(line(Integer.toString(row.indent()), fields(row, table.columns().size())));
        }
        csv.flush();
        return 0;
    }

    private List<String> line(String level, List<String> fields) {
        return switch (kind) {
            case PLAIN -> fields;
            case EXCEL -> Stream.concat(Stream.of(level), fields.stream().map(CsvRenderer::noFormula)).toList();
        };
    }

    private static String noFormula(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r'".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    private static String header(TableColumn column) {
        return column.span().isEmpty()
                ? oneLine(column.header())
                : oneLine(column.span() + " " + column.header()).stripTrailing();
    }

    private List<String> fields(TableRow row, int columns) {
        List<String> fields = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            fields.add(column < row.cells().size() ? oneLine(row.cells().get(column).text()) : "");
        }
        if (kind == CsvKind.PLAIN) {
            fields.set(0, "  ".repeat(row.indent()) + fields.getFirst());
        }
        return fields;
    }

    private static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? text : text.replaceAll("-\n *", "-").replaceAll("\n *", " ");
    }
}
