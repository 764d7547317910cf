package org.tabularium.render;

import java.io.IOException;
import java.io.OutputStream;

/// Tables to bytes of one format. The same document gives the same bytes, in every locale, time zone and process; a renderer holds no state
/// between documents and may be called from several threads.
public interface Renderer {

    /// The file name's extension without dot, which is also the format's name on the command line: `xlsx`, `pdf`, `csv`.
    String extension();

    /// Whether the format has one file for the whole report beside a file a table (CSV has not).
    boolean wholeReport();

    /// Writes the document; does not close the stream.
    void render(Document document, OutputStream out) throws IOException;
}
