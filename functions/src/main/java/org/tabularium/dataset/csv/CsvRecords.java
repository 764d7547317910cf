package org.tabularium.dataset.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.Utf8Dictionary;

/// The records of a CSV file one after the other, each with as many fields as the header.
final class CsvRecords implements AutoCloseable {

    /// Takes one field.
    @FunctionalInterface
    interface Sink {
        /// Takes one field: valid UTF-8 that may be looked at during the call only, with [Utf8Dictionary#SLACK] bytes of room
        /// behind it.
        ///
        /// @param quoted whether the field was in quotes
        void accept(byte[] bytes, int from, int to, boolean quoted);
    }

    private static final int BUFFER = 1 << 17;

    private final String dataset;
    private final InputLimits limits;
    private final CsvFields fields;
    private final List<String> header;

    /// Reads the header. Takes over the stream.
    ///
    /// @param text in valid UTF-8 without byte order mark, from the first line on
    CsvRecords(String dataset, InputStream text, CsvDialect dialect, InputLimits limits)
            throws IOException, UnreadableDatasetException {
        this(dataset, text, dialect, limits, BUFFER);
    }

    /// @param bufferSize in bytes, to begin with
    CsvRecords(String dataset, InputStream text, CsvDialect dialect, InputLimits limits, int bufferSize)
            throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.limits = limits;
        this.fields = new CsvFields(dataset, text, dialect.separator(), limits, bufferSize);
        try {
            for (int i = 0; i < dialect.preamble(); i++) {
                fields.skipLine();
            }
            this.header = readHeader();
        } catch (IOException | UnreadableDatasetException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /// The fields of the first record, as they are.
    List<String> header() {
        return header;
    }

    /// Where the fields of the records to come go; null where nobody wants them.
    void into(@Nullable Sink[] newSinks) {
        fields.into(newSinks);
    }

    /// Goes to the next data record and gives its fields away; false after the last one.
    boolean next() throws IOException, UnreadableDatasetException {
        if (!fields.advance()) {
            return false;
        }
        if (fields.count() == 0) {
            return lastLinesAreEmpty();
        }
        fields.countRow();
        if (fields.count() != header.size()) {
            throw fields.malformed(
                    "line " + fields.line() + " has " + fields.count() + " fields, the header has " + header.size(),
                    header.size() == 1 && fields.row() == 1
                            ? "remove what stands above the line with the names of the variables"
                            : "put a field that holds a separator or a line break in double quotes");
        }
        return true;
    }

    /// Whether the record is separators alone, as a spreadsheet writes rows that were emptied.
    boolean isBlank() {
        return header.size() > 1 && fields.isBlank();
    }

    /// Number of the data record, counted from 1.
    long row() {
        return fields.row();
    }

    /// Line of the file where the record begins.
    long line() {
        return fields.line();
    }

    @Override
    public void close() throws IOException {
        fields.close();
    }

    private List<String> readHeader() throws IOException, UnreadableDatasetException {
        List<String> names = new ArrayList<>();
        // One sink for each field that may be, and one that sees that there are more.
        Sink name = (bytes, from, to, quoted) -> names.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        Sink[] sinks = new Sink[Math.min(limits.columns(), 1 << 20) + 1];
        Arrays.fill(sinks, name);
        fields.into(sinks);
        if (!fields.advance() || fields.count() == 0) {
            throw fields.malformed("the first line is empty", "the first line must hold the names of the variables");
        }
        fields.into(new Sink[0]);
        limits.checkColumns(dataset, fields.count());
        return List.copyOf(names);
    }

    private boolean lastLinesAreEmpty() throws IOException, UnreadableDatasetException {
        long empty = fields.line();
        while (fields.advance()) {
            if (fields.count() > 0) {
                throw fields.malformed("line " + empty + " is empty but data follow", "remove the empty line");
            }
        }
        return false;
    }
}
