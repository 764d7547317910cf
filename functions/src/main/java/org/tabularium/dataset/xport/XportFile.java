package org.tabularium.dataset.xport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;
import org.tabularium.store.MappedFile;

/// A dataset in a SAS XPORT file of version 5 or 8 with one member.
///
/// Rows pass in blocks; of each block only the fields asked for are decoded, one field after the other, first those of the
/// filter, then the others
/// of the rows that stay. Beyond the columns held, memory is that of one block; numbers of a large file on disk are not held
/// either, where every row is
/// wanted.
final class XportFile implements DatasetFile {

    /// Files of this size and more are mapped into memory.
    private static final long MAPPED_FROM = 64L << 20;

    private final String name;
    private final Content content;
    private final long mappedFrom;
    private final InputLimits limits;
    private final XportHeader header;
    private final TextDecoding decoding;

    private XportFile(String name, Content content, long mappedFrom, InputLimits limits, XportHeader header,
            TextDecoding decoding) {
        this.name = name;
        this.content = content;
        this.mappedFrom = mappedFrom;
        this.limits = limits;
        this.header = header;
        this.decoding = decoding;
    }

    static XportFile open(DatasetSource source) throws UnreadableDatasetException {
        XportFile file = open(source, MAPPED_FROM);
        InputLimits limits = source.limits();
        limits.checkRows(source.name(), (source.content().size() - file.header.dataStart()) / file.header.rowLength());
        for (XportHeader.Field field : file.header.fields()) {
            if (field.length() > limits.cellLength()) {
                throw limits.cellTooLong(source.name(), ", those of " + field.variable().name());
            }
        }
        return file;
    }

    /// @param mappedFrom the size in bytes from which on a file on disk is mapped into memory
    static XportFile open(DatasetSource source, long mappedFrom) throws UnreadableDatasetException {
        String name = source.name();
        TextDecoding decoding = new TextDecoding(name);
        XportHeader header = XportHeader.read(name, source.content(), decoding, source.limits(), source.notes());
        refuseMissingRows(name, source.content(), header);
        source.compareName(header.memberName());
        return new XportFile(name, source.content(), mappedFrom, source.limits(), header, decoding);
    }

    /// A version 8 file that says how many rows it has shows cuts that fall between two rows.
    private static void refuseMissingRows(String name, Content content, XportHeader header) throws UnreadableDatasetException {
        long there = (content.size() - header.dataStart()) / header.rowLength();
        if (header.rows() > there) {
            throw new UnreadableDatasetException(Finding
                    .error("TRUNCATED_FILE",
                            "the file is cut off: it says that it has " + header.rows() + " rows and holds " + there)
                    .in(name).at(there + 1).remedy("deliver the file again"));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return header.label();
    }

    @Override
    public List<Variable> variables() {
        return header.fields().stream().map(XportHeader.Field::variable).toList();
    }

    @Override
    public Dataset read(Set<String> wanted, RowFilter filter, Consumer<Finding> notes) throws UnreadableDatasetException {
        boolean all = filter.equals(RowFilter.ALL);
        try {
            Optional<MemorySegment> mapped = MappedFile.of(content, mappedFrom);
            List<XportColumn> columns = List.copyOf(columns(wanted, all ? mapped : Optional.empty(), all, notes).values());
            try (XportRows block = new XportRows(name, content, mapped, header, limits)) {
                return all ? readAll(block, columns) : readSome(block, columns, filter, notes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset readAll(XportRows block, List<XportColumn> columns) throws IOException, UnreadableDatasetException {
        int[] starts = new int[0];
        int size = 0;
        while (block.next()) {
            if (starts.length < block.rows()) {
                starts = IntStream.range(0, block.rows()).map(row -> row * header.rowLength()).toArray();
            }
            requireRoom(size + (long) block.rows());
            for (XportColumn column : columns) {
                column.append(block, starts, block.rows());
            }
            size += block.rows();
        }
        return new Dataset(name, label(), size, columns.stream().map(XportColumn::column).toList());
    }

    private Dataset readSome(XportRows block, List<XportColumn> columns, RowFilter filter, Consumer<Finding> notes)
            throws IOException, UnreadableDatasetException {
        Filtering filtering = new Filtering(filter, columns(filter.variables(), Optional.empty(), false, notes));
        long[] sourceRows = new long[0];
        int size = 0;
        int[] starts = new int[0];
        while (block.next()) {
            starts = starts.length < block.rows() ? new int[block.rows()] : starts;
            int kept = filtering.keep(block, starts, header.rowLength());
            requireRoom(size + (long) kept);
            for (XportColumn column : columns) {
                column.append(block, starts, kept);
            }
            sourceRows = sourceRows.length < size + kept
                    ? Arrays.copyOf(sourceRows, Capacity.grown(sourceRows.length, size + kept))
                    : sourceRows;
            for (int i = 0; i < kept; i++) {
                sourceRows[size + i] = block.number(starts[i]);
            }
            size += kept;
        }
        return new Dataset(name, label(), Arrays.copyOf(sourceRows, size), columns.stream().map(XportColumn::column).toList());
    }

    private void requireRoom(long rows) throws UnreadableDatasetException {
        if (rows > Integer.MAX_VALUE - 8) {
            throw new UnreadableDatasetException(
                    Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held").in(name)
                            .remedy("split the dataset"));
        }
    }

    /// @param mapped the file, where numbers may stay in it
    /// @param all whether every row will come
    private Map<String, XportColumn> columns(
            Set<String> names, Optional<MemorySegment> mapped, boolean all, Consumer<Finding> notes) {
        long rows = (content.size() - header.dataStart()) / Math.max(1, header.rowLength());
        int expected = all ? Math.clamp(rows, 0, Integer.MAX_VALUE - 8) : 0;
        Map<String, XportColumn> columns = new LinkedHashMap<>();
        for (XportHeader.Field field : header.fields()) {
            Variable variable = field.variable();
            if (names.contains(variable.name())) {
                columns.put(variable.name(), switch (variable.kind()) {
                    case NUMERIC -> mapped
                            .<XportColumn>map(file -> new MappedColumn(field, expected, new MappedNumbers(
                                    file, header.dataStart() + field.position(), header.rowLength(), field.length())))
                            .orElseGet(() -> new XportColumn.Held(field));
                    case TEXT -> new XportColumn.Texts(field, expected, decoding, notes);
                });
            }
        }
        return columns;
    }

    /// Asks the filter about each row of a block.
    private static final class Filtering implements RowFilter.Row {

        private final RowFilter filter;
        private final Map<String, XportColumn> columns;
        private int row;

        Filtering(RowFilter filter, Map<String, XportColumn> columns) {
            this.filter = filter;
            this.columns = columns;
        }

        /// Writes the starts of the rows that stay and gives their number.
        int keep(XportRows block, int[] starts, int rowLength) throws UnreadableDatasetException {
            int rows = block.rows();
            for (int i = 0; i < rows; i++) {
                starts[i] = i * rowLength;
            }
            for (XportColumn column : columns.values()) {
                column.clear();
                column.append(block, starts, rows);
            }
            int kept = 0;
            for (row = 0; row < rows; row++) {
                if (filter.keep(this)) {
                    starts[kept++] = row * rowLength;
                }
            }
            return kept;
        }

        @Override
        public double number(String variable) {
            @Nullable
            XportColumn column = columns.get(variable);
            return column instanceof XportColumn.Held numbers ? numbers.value(row) : Missing.DOT;
        }

        @Override
        public String text(String variable) {
            @Nullable
            XportColumn column = columns.get(variable);
            return column instanceof XportColumn.Texts texts ? texts.value(row) : "";
        }
    }
}
