package org.tabularium.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tabularium.table.display.Display;

/// Displays to bytes of one format. The same document gives the same bytes, in every locale, time zone and process; a renderer
/// holds no state between documents and may be called from several threads.
///
/// Each format has a room of its own below this package and is found by [java.util.ServiceLoader]: its class is public, has a
/// constructor without parameters and stands in `META-INF/services/org.tabularium.render.Renderer`, in the order in which the
/// command line names the formats.
public interface Renderer {

    /// The file name's extension without dot, which mostly is also the format's name: `xlsx`, `pdf`, `csv`.
    String extension();

    /// What the format is called on the command line.
    default String format() {
        return extension();
    }

    /// The media type of its files.
    String mediaType();

    /// Whether the format can show a display of this kind.
    boolean supports(Display.Kind kind);

    /// Whether the format has one file for the whole report (CSV has not).
    boolean wholeReport();

    /// Whether the format has a file a display, of those that it supports.
    default boolean fileOfEach() {
        return true;
    }

    /// The characters of a display that the format cannot show, in the order of their numbers; empty where it can show all.
    default List<String> undrawable(Display display) {
        return List.of();
    }

    /// Writes the document; does not close the stream.
    ///
    /// @return how many pages it has; 0 where the format has none
    int render(Document document, OutputStream out) throws IOException;
}
