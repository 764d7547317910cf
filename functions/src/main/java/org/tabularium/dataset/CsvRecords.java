package org.tabularium.dataset;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;

/// The records of a CSV file one after the other, each checked for its shape. RFC 4180 to the letter, save that lines may end in any way.
final class CsvRecords implements AutoCloseable {

    /// Takes the text of one field; the array is valid only during the call.
    interface Sink {
        /// Takes one field.
        ///
        /// @param quoted whether the field was in quotes
        void accept(char[] chars, int from, int length, boolean quoted);
    }

    private final String dataset;
    private final CsvReader<Fields> reader;
    private final Iterator<Fields> records;
    private final CsvDialect dialect;
    private final Limits limits;
    private final Fields fields;
    private final List<String> header;
    private long row;

    /// Reads the header.
    CsvRecords(String dataset, Reader text, CsvDialect dialect, Limits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.dialect = dialect;
        this.limits = limits;
        this.fields = new Fields(limits.cellLength());
        this.reader = CsvReader.builder().fieldSeparator(dialect.separator()).skipEmptyLines(false).allowUnclosedQuote(false)
                .detectBomHeader(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(fields, dialect.withoutPreamble(text));
        this.records = reader.iterator();
        List<String> names = new ArrayList<>();
        fields.every = (chars, from, length, quoted) -> names.add(new String(chars, from, length));
        if (!advance() || fields.empty) {
            throw malformed("the first line is empty", "the first line must hold the names of the variables");
        }
        fields.every = null;
        this.header = List.copyOf(names);
    }

    /// The fields of the first record, as they are.
    List<String> header() {
        return header;
    }

    /// Where the fields of the records to come go; null where nobody wants them.
    void into(@Nullable Sink[] sinks) {
        fields.sinks = sinks;
    }

    /// Goes to the next data record; false after the last one.
    boolean next() throws UnreadableDatasetException {
        if (!advance()) {
            return false;
        }
        if (fields.empty) {
            return lastLinesAreEmpty();
        }
        limits.checkRows(dataset, ++row);
        if (fields.count != header.size()) {
            throw malformed("line " + line() + " has " + fields.count + " fields, the header has " + header.size(),
                    "put a field that holds a separator or a line break in double quotes");
        }
        return true;
    }

    /// Number of the data record, counted from 1.
    long row() {
        return row;
    }

    /// Line of the file where the record begins.
    long line() {
        return fields.line + dialect.preamble();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean lastLinesAreEmpty() throws UnreadableDatasetException {
        long line = line();
        while (advance()) {
            if (!fields.empty) {
                throw malformed("line " + line + " is empty but data follow", "remove the empty line");
            }
        }
        return false;
    }

    private boolean advance() throws UnreadableDatasetException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
        } catch (CsvParseException e) {
            throw malformed(problem(e), "close each quote that is opened and write a quote inside a field as two");
        }
        if (fields.tooLong) {
            throw limits.cellTooLong(dataset, ", in the record that begins in line " + line());
        }
        if (fields.strayQuote) {
            throw malformed(
                    "a double quote stands in a field that is not quoted, in the record that begins in line " + line(),
                    "put the field in double quotes and write the quote inside as two");
        }
        return true;
    }

    private String problem(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        String place = "in the record that begins in line " + line();
        if (message.startsWith("Unclosed")) {
            return "a quote is opened and never closed, " + place;
        }
        return message.startsWith("Unexpected character")
                ? "text follows a closing quote, " + place
                : "a field is too long or cannot be read, " + place;
    }

    private UnreadableDatasetException malformed(String message, String remedy) {
        Finding finding = Finding.error("MALFORMED_CSV", message).in(dataset).remedy(remedy);
        return new UnreadableDatasetException(row > 0 ? finding.at(row) : finding);
    }

    /// What FastCSV calls.
    private static final class Fields extends CsvCallbackHandler<Fields> {

        private @Nullable Sink every;
        private @Nullable Sink[] sinks = new Sink[0];
        private long line;
        private int count;
        private boolean empty;
        private boolean strayQuote;
        private boolean tooLong;
        private final int longest;

        Fields(int longest) {
            this.longest = longest;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            count = 0;
            empty = false;
            strayQuote = false;
        }

        @Override
        protected void addField(char[] chars, int from, int length, boolean quoted) {
            tooLong |= length > longest;
            strayQuote |= !quoted && hasQuote(chars, from, length);
            Sink sink = every != null ? every : count < sinks.length ? sinks[count] : null;
            if (sink != null) {
                sink.accept(chars, from, length, quoted);
            }
            count++;
        }

        private static boolean hasQuote(char[] chars, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (chars[i] == '"') {
                    return true;
                }
            }
            return false;
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected void setComment(char[] chars, int from, int length) {
            throw new IllegalStateException("comments are off");
        }

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected Fields buildRecord() {
            return this;
        }
    }
}
