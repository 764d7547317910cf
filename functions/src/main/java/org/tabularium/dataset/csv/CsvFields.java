package org.tabularium.dataset.csv;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.Utf8Dictionary;
import org.tabularium.finding.Finding;

/// The fields of a CSV file, record by record. RFC 4180 to the letter, save that lines may end in any way.
///
/// Works on the bytes of valid UTF-8, in which separators, quotes and line ends are bytes of their own, and looks for them eight
/// bytes at a time. Holds one field at a time.
final class CsvFields implements AutoCloseable {

    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = LOW_BITS * '"';
    private static final long NEWLINES = LOW_BITS * '\n';
    private static final long RETURNS = LOW_BITS * '\r';

    private final String dataset;
    private final InputStream text;
    private final byte separator;
    private final long separators;
    private final InputLimits limits;

    private byte[] buffer;
    private int at;
    /// Behind the last byte that was read; a line end stands there, so that every search ends.
    private int end;
    /// Where the field begins that is being read: what lies before it may go when the buffer is filled up.
    private int kept;
    private long line = 1;

    private CsvRecords.@Nullable Sink[] sinks = {};
    private long row;
    private long recordLine;
    private int fields;
    private boolean blank;

    /// Takes over the stream.
    ///
    /// @param text in valid UTF-8 without byte order mark, from the first line on
    /// @param bufferSize in bytes, to begin with
    CsvFields(String dataset, InputStream text, char separator, InputLimits limits, int bufferSize) {
        this.dataset = dataset;
        this.text = text;
        this.separator = (byte) separator;
        this.separators = LOW_BITS * this.separator;
        this.limits = limits;
        this.buffer = new byte[bufferSize + Utf8Dictionary.SLACK];
        buffer[0] = '\n';
    }

    /// Where the fields of the records to come go; null where nobody wants them.
    void into(CsvRecords.@Nullable Sink[] newSinks) {
        sinks = newSinks;
    }

    /// How many fields the record has that was read.
    int count() {
        return fields;
    }

    /// Whether no field of the record that was read holds anything.
    boolean isBlank() {
        return blank;
    }

    /// Number of the data record that was read, counted from 1; 0 in the header.
    long row() {
        return row;
    }

    /// Says that what was read is one more data record.
    void countRow() {
        row++;
    }

    /// Line of the file where the record begins.
    long line() {
        return recordLine;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /// Reads one record; one of no field is an empty line. False at the end of the file.
    boolean advance() throws IOException, UnreadableDatasetException {
        recordLine = line;
        fields = 0;
        blank = true;
        kept = at;
        if (at == end && !fill()) {
            return false;
        }
        if (buffer[at] == '\n' || buffer[at] == '\r') {
            endLine();
            return true;
        }
        do {
            readField();
            fields++;
        } while (isSeparated());
        return true;
    }

    /// Whether the field that was read is not the record's last one; goes behind what stands there.
    private boolean isSeparated() throws IOException {
        kept = at;
        if (at == end && !fill()) {
            return false;
        }
        if (buffer[at] == separator) {
            at++;
            return true;
        }
        endLine();
        return false;
    }

    private void readField() throws IOException, UnreadableDatasetException {
        kept = at;
        if (at == end) {
            fill();
        }
        boolean quoted = at < end && buffer[at] == '"';
        int to = quoted ? endOfQuoted() : endOfPlain();
        int from = kept;
        blank &= to == from;
        if (to - from > limits.cellLength()) {
            checkLength(from, to);
        }
        CsvRecords.Sink sink = fields < sinks.length ? sinks[fields] : null;
        if (sink != null) {
            sink.accept(buffer, from, to, quoted);
        }
    }

    /// Goes to the end of a field without quotes and gives it.
    private int endOfPlain() throws IOException, UnreadableDatasetException {
        while (true) {
            int stop = stop(at, separators);
            byte found = buffer[stop];
            if (found == '"' && stop < end) {
                throw malformed(
                        "a double quote stands in a field that is not quoted, in the record that begins in line " + recordLine,
                        "put the field in double quotes and write the quote inside as two");
            }
            at = stop;
            if (stop < end || !fillUp()) {
                return at;
            }
        }
    }

    /// Goes behind the closing quote of a field in quotes and gives the end of its text, which begins at [#kept] then, with each
    /// quote once.
    private int endOfQuoted() throws IOException, UnreadableDatasetException {
        at = ++kept;
        // Where the text's end is; it falls behind where doubled quotes were made one.
        int to = at;
        while (true) {
            int stop = stop(at, QUOTES);
            int length = stop - at;
            if (to != at) {
                System.arraycopy(buffer, at, buffer, to, length);
            }
            at = stop;
            to += length;
            if (at == end) {
                int before = kept;
                if (!fillUp()) {
                    throw malformed("a quote is opened and never closed, in the record that begins in line " + recordLine,
                            "close each quote that is opened and write a quote inside a field as two");
                }
                to -= before - kept;
            } else if (buffer[at] != '"') {
                int from = at;
                int before = kept;
                endLine();
                from -= before - kept;
                to -= before - kept;
                System.arraycopy(buffer, from, buffer, to, at - from);
                to += at - from;
            } else {
                at++;
                if (at == end) {
                    int before = kept;
                    fillUp();
                    to -= before - kept;
                }
                if (at < end && buffer[at] == '"') {
                    buffer[to++] = '"';
                    at++;
                } else if (at < end && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
                    throw malformed("text follows a closing quote, in the record that begins in line " + recordLine,
                            "close each quote that is opened and write a quote inside a field as two");
                } else {
                    return to;
                }
            }
        }
    }

    /// The first byte from `from` on that is one of the eight in `these`, a quote or a line end; that behind the last one where
    /// there is none.
    private int stop(int from, long these) {
        int i = from;
        while (true) {
            long word = (long) Utf8Dictionary.LONGS.get(buffer, i);
            long found = zeros(word ^ these) | zeros(word ^ NEWLINES) | zeros(word ^ RETURNS) | zeros(word ^ QUOTES);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            i += Long.BYTES;
        }
    }

    /// The high bit of each byte that is zero. Bytes above the first zero one may have it too, which the first does not care
    /// about.
    private static long zeros(long word) {
        return (word - LOW_BITS) & ~word & HIGH_BITS;
    }

    /// Goes behind the line end that is here: `\n`, `\r` or both.
    private void endLine() throws IOException {
        line++;
        if (buffer[at++] == '\r' && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    /// Goes behind the first line end.
    void skipLine() throws IOException {
        while (at < end || fill()) {
            kept = at;
            if (buffer[at] == '\n' || buffer[at] == '\r') {
                endLine();
                return;
            }
            at++;
        }
    }

    /// Reads more of a field that is not whole yet; false at the end of the file.
    private boolean fillUp() throws IOException, UnreadableDatasetException {
        // Three bytes a character, twice where all of them are quotes.
        if (at - kept > 6L * limits.cellLength()) {
            throw tooLong();
        }
        return fill();
    }

    /// Reads more of the file behind what is kept; false at its end.
    private boolean fill() throws IOException {
        int held = end - kept;
        byte[] from = buffer;
        if (held > (buffer.length - Utf8Dictionary.SLACK) / 2) {
            buffer = new byte[(int) Math.min(Integer.MAX_VALUE - 8L, 2L * buffer.length)];
        }
        System.arraycopy(from, kept, buffer, 0, held);
        at -= kept;
        end = held;
        kept = 0;
        int read = text.read(buffer, end, buffer.length - Utf8Dictionary.SLACK - end);
        end += Math.max(read, 0);
        buffer[end] = '\n';
        return read > 0;
    }

    private void checkLength(int from, int to) throws UnreadableDatasetException {
        int characters = 0;
        for (int i = from; i < to; i++) {
            // Bytes after the first of a character count nothing, the first of four stands for two of Java's.
            if ((buffer[i] & 0xc0) != 0x80) {
                characters += (buffer[i] & 0xf8) == 0xf0 ? 2 : 1;
            }
        }
        if (characters > limits.cellLength()) {
            throw tooLong();
        }
    }

    private UnreadableDatasetException tooLong() {
        return limits.cellTooLong(dataset,
                ", in the record that begins in line " + recordLine + "; where that is a surprise, a quote was never closed");
    }

    /// What is wrong with the shape of the record that was read.
    UnreadableDatasetException malformed(String message, String remedy) {
        Finding finding = Finding.error("MALFORMED_CSV", message).in(dataset).remedy(remedy);
        return new UnreadableDatasetException(row > 0 ? finding.at(row) : finding);
    }
}
