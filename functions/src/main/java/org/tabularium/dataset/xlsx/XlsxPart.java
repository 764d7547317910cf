package org.tabularium.dataset.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.RefusedStreamException;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.xlsx.XmlTags.Token;
import org.tabularium.finding.Finding;

/// One XML part of a workbook, read event by event.
///
/// A document type is an error, so that there are no entities but XML's own. Names go without namespaces: workbooks of the
/// transitional and of the strict kind differ in these only.
final class XlsxPart implements AutoCloseable {

    private final String dataset;
    private final InputLimits limits;
    private final InputStream stream;
    private final XmlTags tags;
    private Token token = Token.FINISH;

    XlsxPart(String dataset, ZipParts parts, String name, InputLimits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.limits = limits;
        this.stream = parts.open(name);
        try {
            // A character takes at most 7, as one that Excel escapes; tags have attributes.
            this.tags = new XmlTags(text(stream), 7L * limits.cellLength() + (1 << 16));
        } catch (IOException e) {
            stream.close();
            throw failure(e);
        }
    }

    /// The part as text. Parts are UTF-8 or UTF-16 (ECMA-376-2).
    private static Reader text(InputStream bytes) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, 3);
        byte[] mark = start.readNBytes(3);
        String marked = new String(mark, StandardCharsets.ISO_8859_1);
        boolean utf8 = marked.equals("\u00ef\u00bb\u00bf");
        boolean utf16 = marked.startsWith("\u00fe\u00ff") || marked.startsWith("\u00ff\u00fe");
        if (!utf8) {
            start.unread(mark);
        }
        return new InputStreamReader(start, (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// Goes to the next tag of any kind; false at the end of the part.
    boolean next() throws UnreadableDatasetException {
        do {
            if (!advance()) {
                return false;
            }
        } while (token != Token.BEGIN && token != Token.END);
        return true;
    }

    /// Goes to the next element that begins; false at the end of the part.
    boolean nextElement() throws UnreadableDatasetException {
        while (next()) {
            if (token == Token.BEGIN) {
                return true;
            }
        }
        return false;
    }

    boolean begins(String element) {
        return token == Token.BEGIN && tags.isNamed(element);
    }

    boolean ends(String element) {
        return token == Token.END && tags.isNamed(element);
    }

    /// An attribute of the element that begins, by its name without namespace; null where it has none.
    @Nullable
    String attribute(String name) {
        int attribute = tags.attributes().of(name);
        return attribute < 0 ? null : tags.attributes().value(attribute);
    }

    /// Whether the element that begins has an attribute of this name whose value is two texts one behind the other.
    boolean has(String name, String one, String other) {
        int attribute = tags.attributes().of(name);
        return attribute >= 0 && tags.attributes().isValue(attribute, one, other);
    }

    /// An attribute that is a whole number.
    int number(String name, int otherwise) throws UnreadableDatasetException {
        int attribute = tags.attributes().of(name);
        if (attribute < 0) {
            return otherwise;
        }
        int number = tags.attributes().number(attribute);
        if (number < 0) {
            throw corrupt("a number in its sheet is not one");
        }
        return number;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    boolean flag(String name) {
        String value = attribute(name, "");
        return value.equals("1") || value.equals("true");
    }

    /// The text of the element that begins, up to its end; elements within it are passed over, with their text.
    String text() throws UnreadableDatasetException {
        // Most text comes in one piece.
        String first = "";
        StringBuilder text = null;
        int depth = 1;
        while (depth > 0) {
            if (!advance()) {
                throw corrupt("it ends too early");
            }
            switch (token) {
                case BEGIN -> depth++;
                case END -> depth--;
                case TEXT -> {
                    if (depth == 1) {
                        int length = text == null ? first.length() : text.length();
                        if (length + tags.length() > 7L * limits.cellLength()) {
                            throw limits.cellTooLong(dataset, "");
                        }
                        if (length == 0) {
                            first = tags.text();
                        } else {
                            text = text == null ? new StringBuilder(first) : text;
                            tags.appendTo(text);
                        }
                    }
                }
                case DOCTYPE, FINISH -> throw new IllegalStateException(token.toString());
            }
        }
        return text == null ? first : text.toString();
    }

    /// The text of the next element, where that has this name and is the plainest; null, with nothing read, where it may be
    /// anything else.
    @Nullable
    String leaf(String name) throws UnreadableDatasetException {
        if (!tags.leaf(name)) {
            return null;
        }
        if (tags.length() > 7L * limits.cellLength()) {
            throw limits.cellTooLong(dataset, "");
        }
        return tags.text();
    }

    /// The text of a string item or an inline string (`si`, `is`) that begins: of its runs, without what tells how it is
    /// pronounced.
    String string() throws UnreadableDatasetException {
        String first = leaf("t");
        StringBuilder text = new StringBuilder(first == null ? "" : first);
        int depth = 1;
        while (depth > 0) {
            if (!next()) {
                throw corrupt("it ends too early");
            }
            if (begins("t")) {
                text.append(text());
                if (text.length() > 7L * limits.cellLength()) {
                    throw limits.cellTooLong(dataset, "");
                }
            } else if (begins("rPh")) {
                text();
            } else {
                depth += token == Token.BEGIN ? 1 : -1;
            }
        }
        String unescaped = unescaped(text.toString());
        if (unescaped.length() > limits.cellLength()) {
            throw limits.cellTooLong(dataset, "");
        }
        return unescaped;
    }

    /// Characters that XML cannot hold are written `_x000D_`.
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2, at + 6)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 1);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    UnreadableDatasetException corrupt(String what) {
        return corrupt(what, null);
    }

    private UnreadableDatasetException corrupt(String what, @Nullable Throwable cause) {
        return new UnreadableDatasetException(
                Finding.error("CORRUPT_XLSX", "the workbook is damaged or cut off: " + what).in(dataset)
                        .remedy("open it in Excel, save it and deliver it again"),
                cause);
    }

    private boolean advance() throws UnreadableDatasetException {
        try {
            token = tags.next();
        } catch (ParseException | IOException e) {
            throw failure(e);
        }
        if (token == Token.DOCTYPE) {
            throw new UnreadableDatasetException(
                    Finding.error("XML_DOCTYPE_FORBIDDEN",
                            "the workbook's XML declares a document type, which workbooks never do").in(dataset)
                            .remedy("do not open this file with other programs; ask where it comes from"));
        }
        return token != Token.FINISH;
    }

    /// What went wrong: a damaged part, a disk, or the XML itself.
    private UnreadableDatasetException failure(Exception e) {
        return switch (e) {
            case RefusedStreamException refused -> refused.refusal();
            case CharacterCodingException _,EOFException _ -> corrupt("its XML is not well formed", e);
            case IOException disk -> throw new UncheckedIOException(disk);
            default -> corrupt("its XML " + e.getMessage(), e);
        };
    }
}
