package org.tabularium.dataset.xport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TimedStream;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.RowBlock;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;
import org.tabularium.store.MappedFile;

/// The rows of an XPORT file as they lie, in blocks small enough for the processor's cache.
///
/// Files are filled up to a multiple of 80 bytes, with blanks and by some writers with zero bytes, and version 5 does not say how
/// many rows there are. Trailing
/// blanks of fewer than 80 bytes are filling; with rows shorter than 80 bytes this means that wholly blank rows at the very end,
/// which begin within the
/// last 79 bytes, are taken for filling too (ReadStat, behind haven and pyreadstat, drops every blank row at the end, however
/// long). So are rows of zero
/// bytes, unless all variables are numbers, of which a zero byte is the value 0. A version 8 file that gives its number of rows
/// is taken at its word. Anything
/// else that is not a whole row is a cut file. A cut that falls at once between two rows and between two records cannot be seen
/// in version 5.
final class XportRows implements RowBlock, AutoCloseable {

    private static final int RECORD = XportHeader.RECORD;
    /// Bytes read at once: a multiple of 80.
    private static final int READ = RECORD * 300;
    private static final byte[] MEMBER = XportHeader.MEMBER;

    private final String dataset;
    private final InputStream stream;
    private final int rowLength;
    /// How many rows the file says it has; 0 where it does not say.
    private final long said;
    private final boolean hasText;
    /// Whether somebody else looks whether there are other things than rows.
    private final boolean trusted;
    private final byte[] buffer;
    private long unread;
    private int filled;
    private int rows;
    private long firstRow = 1;

    /// @throws UnreadableDatasetException where the size alone tells that the file is cut
    ///
    /// @param mapped the whole file where it is mapped into memory
    /// @param trusted whether a second member and rows of zero bytes are not looked for, since another reader of the same file
    ///     does
    XportRows(String dataset, Content content, Optional<MemorySegment> mapped, XportHeader header, InputLimits limits,
            boolean trusted) throws IOException, UnreadableDatasetException {
        this.trusted = trusted;
        this.dataset = dataset;
        this.rowLength = header.rowLength();
        this.said = header.rows();
        this.hasText = header.fields().stream().anyMatch(field -> field.variable().kind() == Kind.TEXT);
        this.unread = content.size() - header.dataStart();
        if (unread % RECORD != 0 || (unread > 0 && unread < rowLength) || (rowLength >= RECORD && unread % rowLength >= RECORD)) {
            throw cut(unread / rowLength + 1, unread % rowLength);
        }
        this.buffer = new byte[(int) Math.min(unread, (long) rowLength + READ)];
        if (mapped.isPresent()) {
            this.stream = new TimedStream(dataset, MappedFile.stream(mapped.get(), header.dataStart()), limits);
        } else {
            this.stream = content.open();
            stream.skipNBytes(header.dataStart());
        }
    }

    /// Goes to the next block; false after the last one.
    boolean next() throws IOException, UnreadableDatasetException {
        firstRow += rows;
        int carried = filled - rows * rowLength;
        System.arraycopy(buffer, rows * rowLength, buffer, 0, carried);
        filled = carried;
        rows = 0;
        while (unread > 0 && rows == 0) {
            int length = (int) Math.min(READ, unread);
            if (stream.readNBytes(buffer, filled, length) < length) {
                throw new EOFException(dataset + " is shorter than its store says");
            }
            if (!trusted) {
                refuseSecondMember(length);
            }
            unread -= length;
            filled += length;
            rows = filled / rowLength;
            if (unread == 0) {
                stripFilling();
            } else if (said > 0 && firstRow + rows - 1 > said) {
                throw moreThanSaid();
            }
            if (!trusted && hasText) {
                refuseZeroRows();
            }
        }
        return rows > 0;
    }

    /// Whole rows, one after the other from index 0; valid until the next call of [#next].
    @Override
    public byte[] buffer() {
        return buffer;
    }

    /// How many rows the block holds.
    int rows() {
        return rows;
    }

    /// Number in the dataset, counted from 1, of the row that begins at this index of the buffer.
    @Override
    public long number(int start) {
        return firstRow + start / rowLength;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void stripFilling() throws UnreadableDatasetException {
        boolean zeros = filled > rows * rowLength ? isAll(0, rows * rowLength) : hasText;
        if (said > 0) {
            rows = Math.clamp(said - firstRow + 1, 0, rows);
        } else {
            while (rows > 0 && filled - (rows - 1) * rowLength < RECORD
                    && (isAll(' ', (rows - 1) * rowLength) || (zeros && isAll(0, (rows - 1) * rowLength)))) {
                if (!hasText && isAll(0, (rows - 1) * rowLength)) {
                    throw unreadable("MALFORMED_XPT", "the file ends in zero bytes, which may be filling or rows of zeros",
                            "write the file filled up with blanks");
                }
                rows--;
            }
        }
        int filling = filled - rows * rowLength;
        if (said > 0 && filling >= RECORD) {
            throw moreThanSaid();
        }
        if (!isAll(' ', rows * rowLength) && !isAll(0, rows * rowLength)) {
            throw cut(firstRow + rows, filling);
        }
    }

    /// A row of zero bytes alone is none where some of them are text: a file filled up with more of them than a record, or a
    /// damaged one.
    private void refuseZeroRows() throws UnreadableDatasetException {
        for (int row = 0; row < rows; row++) {
            int at = row * rowLength;
            while (at < (row + 1) * rowLength && buffer[at] == 0) {
                at++;
            }
            if (at == (row + 1) * rowLength) {
                throw unreadable("MALFORMED_XPT", "row " + (firstRow + row) + " is nothing but zero bytes: filling, or damage",
                        "write the file filled up with blanks");
            }
        }
    }

    private UnreadableDatasetException moreThanSaid() {
        return unreadable("ROW_COUNT_MISMATCH", "the file says that it has " + said + " rows, but more follow them",
                "deliver the file again");
    }

    private boolean isAll(int value, int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] != value) {
                return false;
            }
        }
        return true;
    }

    private UnreadableDatasetException unreadable(String code, String message, String remedy) {
        return new UnreadableDatasetException(Finding.error(code, message).in(dataset).remedy(remedy));
    }

    private void refuseSecondMember(int length) throws UnreadableDatasetException {
        for (int at = filled; at < filled + length; at += RECORD) {
            if (buffer[at] == 'H' && Arrays.equals(buffer, at, at + MEMBER.length, MEMBER, 0, MEMBER.length)) {
                throw new UnreadableDatasetException(
                        Finding.error("SECOND_MEMBER", "the file holds more than one dataset").in(dataset)
                                .remedy("deliver each dataset as a file of its own"));
            }
        }
    }

    private UnreadableDatasetException cut(long row, long bytes) {
        String what = "the file is cut off: of row " + row + " only " + bytes + " of " + rowLength + " bytes are there";
        return new UnreadableDatasetException(
                Finding.error("TRUNCATED_FILE", what).in(dataset).at(row).remedy("deliver the file again"));
    }
}
