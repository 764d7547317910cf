package org.tabularium.dataset.sas7bdat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;

/// The text of a file: in the encoding that it declares or, where it declares none, by the rule of [TextDecoding]. Without blanks
/// and zero bytes at its end,
/// which SAS and others fill with. Of a character that the end of a field cuts, nothing is read, and that is said.
final class SasText {

    /// Where a text is.
    ///
    /// @param row counted from 1; 0 in the description
    /// @param variable empty where the text is not of a variable
    record Place(long row, String variable) {
        Finding in(Finding finding) {
            Finding placed = row > 0 ? finding.at(row) : finding;
            return variable.isEmpty() ? placed : placed.of(variable);
        }
    }

    private final String dataset;
    private final TextDecoding undeclared;
    private final @Nullable Charset declared;
    /// Whether bytes below 128 are what they are in ASCII.
    private final boolean ascii;
    private final Set<String> cut = new HashSet<>();

    /// @param encoding SAS's number of it
    SasText(String dataset, int encoding) throws UnreadableDatasetException {
        this.dataset = dataset;
        this.undeclared = new TextDecoding(dataset);
        Optional<SasEncoding> known = SasEncoding.of(encoding);
        if (known.isEmpty()) {
            throw new UnreadableDatasetException(
                    Finding.error("UNKNOWN_ENCODING",
                            "the file declares the encoding number " + encoding + " of SAS, which is not known here").in(dataset)
                            .remedy("deliver the dataset in UTF-8"));
        }
        this.declared = known.get().charset();
        this.ascii = known.get().isAscii();
    }

    /// @throws UnreadableDatasetException where the bytes are no text in the encoding, or a zero byte stands within it
    String decoded(byte[] bytes, int from, int length, Place place, Consumer<Finding> notes) throws UnreadableDatasetException {
        if (declared == null) {
            return undeclared.text(bytes, from, length, place.row(), place.variable(), notes);
        }
        int end = from + length;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        for (int i = from; i < end; i++) {
            if (bytes[i] == 0) {
                throw TextDecoding.zeroByte(dataset, place.row(), place.variable());
            }
        }
        if (ascii && TextDecoding.isAscii(bytes, from, end)) {
            return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
        }
        if (!declared.equals(StandardCharsets.UTF_8)) {
            undeclared.note(declared, " as the file declares", notes);
        }
        return decoded(declared, ByteBuffer.wrap(bytes, from, end - from), end == from + length, place, notes);
    }

    private String decoded(Charset charset, ByteBuffer bytes, boolean toTheEnd, Place place, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // Two characters a byte at most: a surrogate pair, or a letter and its accent.
        CharBuffer text = CharBuffer.allocate(2 * bytes.remaining() + 2);
        CoderResult result = decoder.decode(bytes, text, false);
        boolean cutOff = result.isUnderflow() && bytes.hasRemaining() && toTheEnd;
        if (!cutOff && result.isUnderflow()) {
            result = decoder.decode(bytes, text, true);
            result = result.isUnderflow() ? decoder.flush(text) : result;
        }
        if (result.isError()) {
            throw new UnreadableDatasetException(place.in(
                    Finding.error("UNKNOWN_ENCODING", "the text is not " + charset + ", which the file declares").in(dataset)
                            .remedy("deliver the dataset in UTF-8")),
                    new CharacterCodingException());
        }
        String decoded = text.flip().toString();
        if (cutOff) {
            noteCut(charset, decoded, place, notes);
        }
        return decoded;
    }

    private void noteCut(Charset charset, String kept, Place place, Consumer<Finding> notes) {
        String what = place.row() > 0 ? "text" : "label";
        if (cut.add(what + " of " + place.variable())) {
            notes.accept(place
                    .in(Finding.warning("TEXT_CUT",
                            "the " + what + " is cut within a character of " + charset + "; its whole characters were kept")
                            .in(dataset).remedy("give the field a length in bytes that holds the whole " + what))
                    .value(kept));
        }
    }
}
