package org.tabularium.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tabularium.table.Table;

/// Tables to bytes of one format. The same document gives the same bytes, in every locale, time zone and process; a renderer holds no state
/// between documents and may be called from several threads.
public interface Renderer {

    /// The file name's extension without dot, which is also the format's name on the command line: `xlsx`, `pdf`, `csv`.
    String extension();

    /// Whether the format has one file for the whole report beside a file a table (CSV has not).
    boolean wholeReport();

    /// The characters of a table that the format cannot show, in the order of their numbers; empty where it can show all.
    default List<String> undrawable(Table table) {
        return List.of();
    }

    /// Writes the document; does not close the stream.
    void render(Document document, OutputStream out) throws IOException;
}
