package org.tabularium.render.docx;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.Document;
import org.tabularium.render.Tags;
import org.tabularium.render.office.XmlText;
import org.tabularium.result.Result;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;

/// Content controls: each number that is shown stands in one that knows its name, so that a later run can renew it wherever a
/// writer has copied it. Its tag is that of the results that it shows; they share it with the other statistics of their row and
/// column, so its title says which statistics it shows.
final class Controls {

    /// Of more, a report has none: Word grows slow. Each display's own file has them whatever their number.
    static final int MOST = 5_000;

    private final Tags tags;
    private final boolean used;
    private int made;

    Controls(Document document) {
        this.tags = document.tags();
        this.used = !document.contents() || values(document) <= MOST;
    }

    /// How many cells of a document show results.
    private static long values(Document document) {
        long values = 0;
        for (Display display : document.displays()) {
            boolean drawn = display.kind() == Display.Kind.FIGURE;
            values += drawn
                    ? 0
                    : display.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> !cell.results().isEmpty())
                            .count();
        }
        return values;
    }

    /// Whether numbers stand in controls.
    boolean areUsed() {
        return used;
    }

    /// Writes the text of a cell, in a control where it shows results.
    ///
    /// @param breaks whether it has several lines
    void write(Markup markup, Cell cell, boolean breaks) throws IOException {
        if (cell.total() == null) {
            write(markup, breaks ? Breaks.of(cell.text()) : cell.text(), cell.results());
        } else {
            writeHeader(markup, cell.text(), cell.total());
        }
    }

    /// Writes a header, in which the N of an arm stands in a control.
    ///
    /// @param total null for none
    void writeHeader(Markup markup, String header, TableColumn.@Nullable Total total) throws IOException {
        if (total == null || header.isEmpty()) {
            Runs.write(markup, header, "");
            return;
        }
        Runs.write(markup, header.substring(0, total.start(header)), "");
        write(markup, total.number(), List.of(total.result()));
        Runs.write(markup, header.substring(total.end(header)), "");
    }

    /// Writes a text that shows results.
    void write(Markup markup, String text, List<Result> results) throws IOException {
        String tag = used && !results.isEmpty() && !text.isEmpty() ? tags.of(results.getFirst()) : "";
        if (tag.isEmpty()) {
            Runs.write(markup, text, "");
            return;
        }
        made++;
        markup.add("<w:sdt><w:sdtPr><w:alias w:val=\"" + XmlText.escaped(title(results)) + "\"/><w:tag w:val=\"" + tag
                + "\"/><w:id w:val=\"" + made + "\"/></w:sdtPr><w:sdtContent>");
        Runs.write(markup, text, "");
        markup.add("</w:sdtContent></w:sdt>");
    }

    private static String title(List<Result> results) {
        if (results.size() == 1) {
            return results.getFirst().statistic().word();
        }
        Set<String> words = new LinkedHashSet<>();
        results.forEach(result -> words.add(result.statistic().word()));
        return String.join(", ", words);
    }
}
