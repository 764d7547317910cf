package org.tabularium.dataset.xport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;
import org.tabularium.store.MappedFile;

/// A dataset in a SAS XPORT file of version 5 or 8 with one member.
///
/// Rows pass in blocks; of each block only the fields asked for are decoded, one field after the other. Beyond the columns held,
/// memory is that of one block; numbers of a large file on disk are not held either.
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
    public Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException {
        try {
            Optional<MemorySegment> mapped = MappedFile.of(content, mappedFrom);
            List<XportColumn> columns = columns(wanted, mapped, notes);
            try (XportRows block = new XportRows(name, content, mapped, header, limits)) {
                return readAll(block, columns);
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

    private void requireRoom(long rows) throws UnreadableDatasetException {
        if (rows > Integer.MAX_VALUE - 8) {
            throw new UnreadableDatasetException(
                    Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held").in(name)
                            .remedy("split the dataset"));
        }
    }

    /// @param mapped the file, where numbers may stay in it
    private List<XportColumn> columns(Set<String> names, Optional<MemorySegment> mapped, Consumer<Finding> notes) {
        long rows = (content.size() - header.dataStart()) / Math.max(1, header.rowLength());
        int expected = Math.clamp(rows, 0, Integer.MAX_VALUE - 8);
        List<XportColumn> columns = new ArrayList<>();
        for (XportHeader.Field field : header.fields()) {
            Variable variable = field.variable();
            if (names.contains(variable.name())) {
                columns.add(switch (variable.kind()) {
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
}
