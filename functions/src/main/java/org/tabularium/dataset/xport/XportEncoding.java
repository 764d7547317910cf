package org.tabularium.dataset.xport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.encoding.CutCharacter;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.store.Content;

/// Whether a file's text is in UTF-8, seen by all of its values, whoever asks for which: the format does not say. Looked at only
/// where a value leaves it open.
final class XportEncoding implements TextDecoding.Elsewhere {

    private final String dataset;
    private final Content content;
    private final XportHeader header;
    private final InputLimits limits;
    private final boolean labelled;
    private @Nullable Boolean utf8;

    /// @param header its labels do not matter
    /// @param labelled whether a label is in UTF-8 beyond ASCII
    XportEncoding(String dataset, Content content, XportHeader header, InputLimits limits, boolean labelled) {
        this.dataset = dataset;
        this.content = content;
        this.header = header;
        this.limits = limits;
        this.labelled = labelled;
    }

    /// Whether some value or label is in UTF-8 beyond ASCII, and all values are in it too, but for a last character that is cut.
    @Override
    public boolean isUtf8() throws UnreadableDatasetException {
        if (utf8 == null) {
            utf8 = scan();
        }
        return utf8;
    }

    private boolean scan() throws UnreadableDatasetException {
        List<XportHeader.Field> texts = header.fields().stream().filter(field -> field.variable().kind() == Kind.TEXT).toList();
        boolean found = labelled;
        try (XportRows rows = new XportRows(dataset, content, Optional.empty(), header, limits, false)) {
            while (rows.next()) {
                for (int start = 0; start < rows.rows() * header.rowLength(); start += header.rowLength()) {
                    for (XportHeader.Field field : texts) {
                        int from = start + field.position();
                        int to = from + field.length();
                        if (TextDecoding.isAscii(rows.buffer(), from, to)) {
                            continue;
                        }
                        boolean whole = CutCharacter.isWhole(rows.buffer(), from, to);
                        if (!whole && CutCharacter.start(rows.buffer(), from, to) < 0) {
                            return false;
                        }
                        found |= whole;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
