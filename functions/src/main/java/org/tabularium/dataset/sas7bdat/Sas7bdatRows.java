package org.tabularium.dataset.sas7bdat;

import com.epam.parso.Column;
import com.epam.parso.ColumnFormat;
import com.epam.parso.SasFileProperties;
import com.epam.parso.date.OutputDateType;
import com.epam.parso.impl.SasFileReaderImpl;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The rows of a SAS7BDAT file, through parso, made strict: nothing of parso's leaves this class, and what it would pass over in silence is an error.
///
/// parso rounds numbers next to a whole one and drops which missing value a missing number is, but gives dates as they are stored. So every numeric column
/// is called a date here after its own format was noted. Text is asked for in Latin 1, which is bytes as characters, so that the file's own encoding can be
/// applied strictly.
final class Sas7bdatRows implements AutoCloseable {

    /// A column as the file declares it.
    ///
    /// @param name bytes as Latin 1, as is `label`
    record Declared(String name, String label, boolean numeric, String format) {}

    private static final int MAX_ROW = 64 << 20;
    private static final int HEADER_START = 208;

    private final String dataset;
    private final Disk disk;
    private final SasFileReaderImpl reader;
    private final SasFileProperties properties;
    private final List<Declared> columns = new ArrayList<>();
    private long asked;
    private long deleted;

    Sas7bdatRows(String dataset, Content content, InputLimits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        refusePagesLargerThanTheFile(content);
        this.disk = new Disk(content.open());
        this.reader = guarded(
                () -> new SasFileReaderImpl(new BufferedInputStream(disk, 1 << 16), "ISO-8859-1", OutputDateType.SAS_VALUE));
        this.properties = guarded(reader::getSasFileProperties);
        checkHeader(content, limits);
        guarded(() -> {
            for (Column column : reader.getColumns()) {
                boolean numeric = column.getType() == Number.class;
                columns.add(new Declared(text(column.getName()), text(column.getLabel()), numeric, format(column.getFormat())));
                if (numeric) {
                    column.setFormat(new ColumnFormat("DATE"));
                }
            }
            return columns;
        });
    }

    /// parso makes room for a page before it looks whether there is one. Places as "SAS7BDAT Database Binary Format" (Shotwell, 2013) found them.
    private void refusePagesLargerThanTheFile(Content content) throws IOException, UnreadableDatasetException {
        byte[] start;
        try (InputStream stream = content.open()) {
            start = stream.readNBytes(HEADER_START);
        }
        if (start.length == HEADER_START) {
            int shift = start[35] == '3' ? 4 : 0;
            ByteOrder order = start[37] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            long page = ByteBuffer.wrap(start).order(order).getInt(200 + shift) & 0xffff_ffffL;
            if (page > content.size()) {
                throw new UnreadableDatasetException(Finding
                        .error("TRUNCATED_FILE",
                                "the file is cut off or damaged: a page of it has " + page + " bytes, all of it "
                                        + content.size())
                        .in(dataset).remedy("deliver the file again"));
            }
        }
    }

    List<Declared> columns() {
        return columns;
    }

    /// The file's label, as Latin 1.
    String label() {
        return text(properties.getFileLabel());
    }

    /// Name of the encoding the file declares; empty where parso does not know it.
    String encoding() {
        return text(properties.getEncoding());
    }

    /// The next row: doubles (as SAS stores them) and strings in Latin 1, null for empty text; null after the last row. Deleted rows are passed over.
    @Nullable
    Object @Nullable [] next() throws UnreadableDatasetException {
        while (asked < properties.getRowCount()) {
            asked++;
            @Nullable
            Object[] row = row();
            if (row != null) {
                return row;
            }
            if (++deleted > properties.getDeletedRowCount()) {
                throw new UnreadableDatasetException(Finding
                        .error("TRUNCATED_FILE", "the file is cut off or damaged: it says that it has "
                                + (properties.getRowCount() - properties.getDeletedRowCount()) + " rows and ends before row "
                                + asked)
                        .in(dataset).at(asked).remedy("deliver the file again"));
            }
        }
        return null;
    }

    private @Nullable Object @Nullable [] row() throws UnreadableDatasetException {
        @Nullable
        Object[][] row = new Object[1][];
        guarded(() -> {
            row[0] = reader.readNext();
            return row;
        });
        return row[0];
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }

    private void checkHeader(Content content, InputLimits limits) throws UnreadableDatasetException {
        long columnCount = properties.getColumnsCount();
        List<Column> found = guarded(reader::getColumns);
        long promised = properties.getHeaderLength() + properties.getPageCount() * (long) properties.getPageLength();
        if (properties.getHeaderLength() > 0 && properties.getPageLength() > 0 && properties.getPageCount() > 0
                && promised > content.size() && properties.getPageCount() < Long.MAX_VALUE / properties.getPageLength()) {
            throw new UnreadableDatasetException(
                    Finding.error("TRUNCATED_FILE",
                            "the file is cut off: it has " + content.size() + " of " + promised + " bytes").in(dataset)
                            .remedy("deliver the file again"));
        }
        if (found.isEmpty() || columnCount != found.size()) {
            throw malformed("the description of its variables is not whole", null);
        }
        limits.checkColumns(dataset, columnCount);
        limits.checkRows(dataset, properties.getRowCount());
        long length = 0;
        for (Column column : found) {
            length += column.getLength();
            if (column.getLength() > limits.cellLength()) {
                throw limits.cellTooLong(dataset, ", those of " + text(column.getName()));
            }
            if (column.getLength() < 1 || column.getName() == null || column.getFormat() == null
                    || (column.getType() == Number.class && (column.getLength() < 3 || column.getLength() > 8))) {
                throw malformed("a variable has a length or a name that SAS does not allow", null);
            }
        }
        if (length > properties.getRowLength() || properties.getRowLength() > MAX_ROW || properties.getRowCount() < 0
                || properties.getDeletedRowCount() < 0 || properties.getDeletedRowCount() > properties.getRowCount()) {
            throw malformed("the sizes in its header contradict each other", null);
        }
    }

    /// Runs what belongs to parso. It meets damage with any exception, its own or Java's.
    private <T> T guarded(Callable<T> parso) throws UnreadableDatasetException {
        T result;
        try {
            result = parso.call();
        } catch (Exception e) {
            disk.rethrow();
            throw malformed("its pages cannot be read", e);
        }
        // parso logs a failing disk and goes on.
        disk.rethrow();
        return result;
    }

    private UnreadableDatasetException malformed(String what, @Nullable Throwable cause) {
        return new UnreadableDatasetException(
                Finding.error("MALFORMED_SAS7BDAT", "the SAS7BDAT file is damaged, or of a kind that cannot be read: " + what)
                        .in(dataset)
                        .remedy("deliver the dataset as SAS XPORT (.xpt)"),
                cause);
    }

    private static String format(ColumnFormat format) {
        String name = text(format.getName());
        return name.isEmpty() && format.getWidth() <= 0
                ? ""
                : name + (format.getWidth() > 0 ? format.getWidth() : "") + "."
                        + (format.getPrecision() > 0 ? format.getPrecision() : "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /// Remembers that the disk, not the file, failed.
    private static final class Disk extends FilterInputStream {

        private @Nullable IOException failure;

        Disk(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void rethrow() {
            if (failure != null) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
