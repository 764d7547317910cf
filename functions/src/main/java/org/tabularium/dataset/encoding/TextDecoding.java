package org.tabularium.dataset.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// Text of a file that does not declare its encoding: UTF-8 where the bytes are valid UTF-8, else GBK where that is likely
/// ([GbkLikeness]; once it was,
/// wherever the bytes are GBK), else Windows-1252. A note says once a file what was used.
///
/// Bytes that are neither are rejected, since any reading of them would be a guess. One a file; not thread-safe.
public final class TextDecoding {

    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String dataset;
    private final Set<Charset> noted = new HashSet<>();
    /// Variables of which a cut text was told, and those of which a cut label was.
    private final Set<String> cut = new HashSet<>();
    private Elsewhere elsewhere = () -> false;

    /// What the file's other values tell of its encoding.
    @FunctionalInterface
    public interface Elsewhere {
        /// Whether they are in UTF-8, and some of them beyond ASCII.
        boolean isUtf8() throws UnreadableDatasetException;
    }

    public TextDecoding(String dataset) {
        this.dataset = dataset;
    }

    /// Another that knows what this one does so far, for another thread: what it learns stays its own.
    public TextDecoding likewise() {
        TextDecoding other = new TextDecoding(dataset);
        other.noted.addAll(noted);
        other.cut.addAll(cut);
        other.elsewhere = elsewhere;
        return other;
    }

    /// Says whom to ask about the file's other values.
    public void ask(Elsewhere newElsewhere) {
        elsewhere = newElsewhere;
    }

    /// Text without trailing blanks (and trailing zero bytes, with which some writers fill).
    ///
    /// @param row the data row for messages, 0 for the header
    /// @param variable for messages; empty when it is not known
    public String text(byte[] bytes, int offset, int length, long row, String variable, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        int end = offset + length;
        while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        for (int i = offset; i < end; i++) {
            if (bytes[i] == 0) {
                throw zeroByte(dataset, row, variable);
            }
        }
        if (isAscii(bytes, offset, end)) {
            return new String(bytes, offset, end - offset, StandardCharsets.US_ASCII);
        }
        int whole = CutCharacter.start(bytes, offset, end);
        if (whole >= 0 && isCut(bytes, offset, whole, end, end == offset + length)) {
            String kept = new String(bytes, offset, whole - offset, StandardCharsets.UTF_8).stripTrailing();
            noteCut(kept, row, variable, notes);
            return kept;
        }
        ByteBuffer text = ByteBuffer.wrap(bytes, offset, end - offset);
        try {
            return strict(StandardCharsets.UTF_8, text.duplicate());
        } catch (CharacterCodingException notUtf8) {
            if (noted.contains(GbkLikeness.GBK) || GbkLikeness.isLikely(bytes, offset, end)) {
                try {
                    String decoded = strict(GbkLikeness.GBK, text.duplicate());
                    note(GbkLikeness.GBK, notes);
                    return decoded;
                } catch (CharacterCodingException notGbk) {
                    // One that is not, in a file where others were.
                }
            }
            try {
                String decoded = strict(WINDOWS_1252, text);
                note(WINDOWS_1252, notes);
                return decoded;
            } catch (CharacterCodingException notWindows) {
                throw unknown(row, variable, notWindows);
            }
        }
    }

    /// Whether a character that does not end was cut, or is one of another encoding: a whole one before it leaves no doubt;
    /// without one the field must be full,
    /// and two bytes or the file's other values must speak for it.
    private boolean isCut(byte[] bytes, int from, int whole, int end, boolean full) throws UnreadableDatasetException {
        if (!isAscii(bytes, from, whole)) {
            return true;
        }
        return full && !noted.contains(GbkLikeness.GBK) && (end - whole > 1 || elsewhere.isUtf8());
    }

    private void noteCut(String kept, long row, String variable, Consumer<Finding> notes) {
        if (cut.add((row > 0 ? "text of " : "label of ") + variable)) {
            String what = row > 0 ? "text" : "label";
            Finding finding = Finding
                    .warning("TEXT_CUT", "the " + what + " is cut within a character of UTF-8; its whole characters were kept")
                    .in(dataset).remedy("give the field a length in bytes that holds the whole " + what);
            finding = variable.isEmpty() ? finding : finding.of(variable);
            notes.accept((row > 0 ? finding.at(row) : finding).value(kept));
        }
    }

    /// Says, the first time, that the file's text is not UTF-8 and in which encoding it was read.
    public void note(Charset charset, Consumer<Finding> notes) {
        note(charset, "", notes);
    }

    /// Says it with a reason.
    ///
    /// @param why for the message, with the blank that leads up to it; may be empty
    public void note(Charset charset, String why, Consumer<Finding> notes) {
        if (noted.add(charset)) {
            String name = charset.equals(WINDOWS_1252) ? "Windows-1252" : charset.name();
            notes.accept(Finding.note("ENCODING", "the text is not UTF-8 and was read as " + name + why).in(dataset)
                    .remedy("deliver UTF-8 if letters look wrong"));
        }
    }

    /// A zero byte within a text is no character, and files cannot be told apart in which somebody meant one.
    public static UnreadableDatasetException zeroByte(String dataset, long row, String variable) {
        Finding finding = Finding.error("INVALID_TEXT", "there is a zero byte within the text").in(dataset)
                .remedy("write the text without it");
        finding = row > 0 ? finding.at(row) : finding;
        return new UnreadableDatasetException(variable.isEmpty() ? finding : finding.of(variable));
    }

    public UnreadableDatasetException unknown(long row, String variable, Throwable cause) {
        Finding finding = Finding.error("UNKNOWN_ENCODING", "the text is neither UTF-8 nor Windows-1252").in(dataset)
                .remedy("deliver the dataset in UTF-8");
        if (row > 0) {
            finding = finding.at(row);
        }
        return new UnreadableDatasetException(variable.isEmpty() ? finding : finding.of(variable), cause);
    }

    private static String strict(Charset charset, ByteBuffer bytes) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes).toString();
    }

    /// Whether the text is one that Unicode has, without zero characters: escapes in JSON and in workbooks can say more than
    /// that.
    public static boolean isText(String text) {
        return text.indexOf(0) < 0
                && text.codePoints().noneMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c));
    }

    public static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
