package org.tabularium.dataset.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.CharDictionary;
import org.tabularium.finding.Finding;

/// The tokens of a file of JSON in UTF-8, one after the other. Strict: RFC 8259 without any of the usual extensions (no NaN,
/// comments, single quotes, trailing
/// commas). Several values in a row, as NDJSON has them, are allowed here.
///
/// Values that are not looked at are passed over without being decoded. What goes wrong in the text becomes an
/// [UnreadableDatasetException] that names row, line
/// and column; what goes wrong outside of it (a disk) stays an [IOException].
final class JsonTokens implements AutoCloseable {

    /// Characters of an attribute's name.
    private static final int NAME = 1_000;

    private final String dataset;
    private final InputLimits limits;
    private final JsonParser parser;
    private long row;

    /// Begins before the first token and closes the stream where it cannot.
    ///
    /// @throws UnreadableDatasetException `UNKNOWN_ENCODING` for UTF-16 and UTF-32
    JsonTokens(String dataset, InputStream stream, InputLimits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.limits = limits;
        JsonFactory strict = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.jsonNesting())
                        .maxNumberLength(limits.numberLength()).maxStringLength(limits.cellLength()).maxNameLength(NAME).build())
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        try {
            this.parser = strict.createParser(utf8(stream));
        } catch (IOException | UnreadableDatasetException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /// The stream after its byte order mark.
    private InputStream utf8(InputStream stream) throws IOException, UnreadableDatasetException {
        PushbackInputStream text = new PushbackInputStream(stream, 4);
        byte[] start = text.readNBytes(4);
        boolean mark = start.length >= 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        for (byte b : start) {
            if (b == 0 || b == (byte) 0xff || b == (byte) 0xfe) {
                throw new UnreadableDatasetException(
                        Finding.error("UNKNOWN_ENCODING", "the file is not UTF-8; it looks like UTF-16 or UTF-32").in(dataset)
                                .remedy("write it in UTF-8, as the Dataset-JSON standard asks"));
            }
        }
        text.unread(start, mark ? 3 : 0, start.length - (mark ? 3 : 0));
        return text;
    }

    /// Goes to the next token; null at the end of the file.
    @Nullable
    JsonToken next() throws IOException, UnreadableDatasetException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /// Whether the current token is this one.
    boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    /// Goes to the next attribute of the object and gives its name; null at the object's end.
    @Nullable
    String nextAttribute() throws IOException, UnreadableDatasetException {
        JsonToken token = next();
        return token == JsonToken.FIELD_NAME ? text() : null;
    }

    /// Passes over the value that comes next, whatever it is.
    void skipNext() throws IOException, UnreadableDatasetException {
        next();
        skip();
    }

    /// Passes over the rest of the array or object that the current token opens.
    void skip() throws IOException, UnreadableDatasetException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (token != null) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            token = next();
        }
    }

    /// The current text, or the digits of the current number.
    String text() throws IOException, UnreadableDatasetException {
        try {
            checkLength();
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /// The current number as the nearest double; infinite where it is too large for one.
    double number() throws IOException, UnreadableDatasetException {
        try {
            return parser.getDoubleValue();
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /// The code of the current text in a dictionary.
    int code(CharDictionary dictionary) throws IOException, UnreadableDatasetException {
        try {
            checkLength();
            char[] chars = parser.getTextCharacters();
            int from = parser.getTextOffset();
            return dictionary.code(chars, from, parser.getTextLength());
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /// The parser looks at the limit only when one of its buffers is full.
    private void checkLength() throws IOException, UnreadableDatasetException {
        if (parser.getTextLength() > limits.cellLength()) {
            throw limit("text", " (" + place() + ")");
        }
    }

    /// The current cell is not what its column declares.
    UnreadableDatasetException refused(DatasetJsonField field) throws IOException, UnreadableDatasetException {
        return refused(field, field.holds().refused().value(text()));
    }

    /// The current cell cannot be held, for the reason that the finding gives.
    UnreadableDatasetException refused(DatasetJsonField field, Finding reason) {
        return new UnreadableDatasetException(reason.in(dataset).at(row).of(field.variable().name()));
    }

    /// Where in the file the current token is, for messages.
    String place() {
        JsonLocation location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /// The row that the tokens to come belong to, counted from 1; 0 outside of the rows.
    void row(long newRow) {
        row = newRow;
    }

    /// The file is JSON but not as Dataset-JSON asks, or no JSON at all.
    UnreadableDatasetException malformed(String message, String remedy) {
        return unreadable("MALFORMED_JSON", message, remedy, null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private UnreadableDatasetException unreadable(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String where = row > 0 ? "row " + row : "its metadata";
        JsonLocation location = e.getLocation();
        String place = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return switch (e) {
            case JsonEOFException _ ->
                unreadable("MALFORMED_JSON", "the file is cut off: it ends within " + where, "deliver the file again", e);
            case StreamConstraintsException _ -> limit(message, place);
            case JsonProcessingException _ when message.startsWith("Invalid UTF-8") ->
                unreadable("UNKNOWN_ENCODING", "the text is not UTF-8" + place,
                        "write the file in UTF-8, as the Dataset-JSON standard asks", e);
            case JsonProcessingException _ when message.startsWith("Non-standard token") ->
                unreadable("MALFORMED_JSON", "NaN and Infinity are not JSON" + place, "write null where there is no value", e);
            default -> unreadable("MALFORMED_JSON", "this is not JSON" + place, "write the file again with a JSON library", e);
        };
    }

    private UnreadableDatasetException limit(String message, String place) {
        UnreadableDatasetException passed = passed(message, place);
        return row > 0 ? new UnreadableDatasetException(passed.finding().at(row)) : passed;
    }

    /// Which limit it is that was passed.
    private UnreadableDatasetException passed(String message, String place) {
        if (message.contains("nesting")) {
            return limits.nestedTooDeep(dataset, place);
        }
        if (message.contains("Number")) {
            return limits.numberTooLong(dataset, place);
        }
        if (message.contains("Name")) {
            return unreadable("LIMIT_EXCEEDED", "the name of an attribute has more than " + NAME + " characters" + place,
                    "check how the file was written", null);
        }
        return limits.cellTooLong(dataset, place);
    }

    private UnreadableDatasetException unreadable(String code, String message, String remedy, @Nullable Throwable cause) {
        Finding finding = Finding.error(code, message).in(dataset).remedy(remedy);
        return new UnreadableDatasetException(row > 0 ? finding.at(row) : finding, cause);
    }
}
