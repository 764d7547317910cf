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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.RefusedStreamException;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// One XML part of a workbook, read event by event.
///
/// The JDK's parser, told to know no document types and to fetch nothing; a document type is an error, so that there are no
/// entities but XML's own. Names
/// go without namespaces: workbooks of the transitional and of the strict kind differ in these only.
final class XlsxPart implements AutoCloseable {

    private static final XMLInputFactory XML = factory();

    private final String dataset;
    private final InputLimits limits;
    private final InputStream stream;
    private final XMLStreamReader reader;
    private int event = XMLStreamConstants.START_DOCUMENT;

    XlsxPart(String dataset, ZipParts parts, String name, InputLimits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.limits = limits;
        this.stream = parts.open(name);
        try {
            this.reader = XML.createXMLStreamReader(text(stream));
        } catch (XMLStreamException | IOException | RuntimeException e) {
            stream.close();
            throw failure(e);
        }
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8") && !declared.equalsIgnoreCase("UTF-16")) {
            stream.close();
            throw corrupt("its XML is neither UTF-8 nor UTF-16");
        }
    }

    /// The part as text. Parts are UTF-8 or UTF-16 (ECMA-376-2); the JDK's parser reports bytes that are neither on stderr, so it
    /// does not get to see them.
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

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /// Goes to the next tag of any kind; false at the end of the part.
    boolean next() throws UnreadableDatasetException {
        do {
            if (!advance()) {
                return false;
            }
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT);
        return true;
    }

    /// Goes to the next element that begins; false at the end of the part.
    boolean nextElement() throws UnreadableDatasetException {
        while (next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean begins(String element) {
        return event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    /// An attribute of the element that begins, by its name without namespace; null where it has none.
    @Nullable
    String attribute(String name) {
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
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
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        int length = text == null ? first.length() : text.length();
                        if (length + reader.getTextLength() > 7L * limits.cellLength()) {
                            throw limits.cellTooLong(dataset, "");
                        }
                        String piece = new String(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        if (length == 0) {
                            first = piece;
                        } else {
                            text = text == null ? new StringBuilder(first) : text;
                            text.append(piece);
                        }
                    }
                }
                default -> {}
            }
        }
        return text == null ? first : text.toString();
    }

    /// The text of a string item or an inline string (`si`, `is`) that begins: of its runs, without what tells how it is
    /// pronounced.
    String string() throws UnreadableDatasetException {
        StringBuilder text = new StringBuilder();
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
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
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
            if (!reader.hasNext()) {
                return false;
            }
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableDatasetException(
                    Finding.error("XML_DOCTYPE_FORBIDDEN",
                            "the workbook's XML declares a document type, which workbooks never do").in(dataset)
                            .remedy("do not open this file with other programs; ask where it comes from"));
        }
        return true;
    }

    /// What went wrong below the parser: a damaged part, a disk, or the XML itself.
    private UnreadableDatasetException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = below(cause)) {
            if (cause instanceof RefusedStreamException refused) {
                return refused.refusal();
            }
            if (cause instanceof IOException disk && !(cause instanceof CharacterCodingException)
                    && !(cause instanceof EOFException)) {
                throw new UncheckedIOException(disk);
            }
        }
        return corrupt("its XML is not well formed", e);
    }

    private static @Nullable Throwable below(Throwable cause) {
        return cause instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : cause.getCause();
    }
}
