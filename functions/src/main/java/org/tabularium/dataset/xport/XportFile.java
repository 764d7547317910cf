package org.tabularium.dataset.xport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
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
        List<XportHeader.Field> fields = header.fields().stream().filter(f -> wanted.contains(f.variable().name())).toList();
        try {
            Optional<MemorySegment> mapped = MappedFile.of(content, mappedFrom);
            if (mapped.isPresent() && fields.size() > 1 && Runtime.getRuntime().availableProcessors() > 1) {
                Optional<Dataset> read = readByTwo(fields, mapped.get());
                if (read.isPresent()) {
                    return read.get();
                }
            }
            return read(fields, mapped, decoding, notes, new AtomicBoolean(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset read(List<XportHeader.Field> fields, Optional<MemorySegment> mapped, TextDecoding texts,
            Consumer<Finding> notes, AtomicBoolean stop, boolean trusted) throws IOException, UnreadableDatasetException {
        List<XportColumn> columns = columns(fields, mapped, texts, notes);
        try (XportRows block = new XportRows(name, content, mapped, header, limits, trusted)) {
            return readAll(block, columns, stop);
        }
    }

    /// Some of the columns are read by a second thread. Each walks through all rows, so that a column is the same whoever reads
    /// it.
    ///
    /// @return empty where something is to be said of the file: what is said depends on the order in which it is read
    private Optional<Dataset> readByTwo(List<XportHeader.Field> fields, MemorySegment mapped) {
        AtomicBoolean said = new AtomicBoolean();
        Map<Boolean, List<XportHeader.Field>> shares = shares(fields);
        FutureTask<Optional<Dataset>> second = new FutureTask<>(
                () -> readUnless(said, shares.getOrDefault(true, List.of()), mapped, true));
        Thread.ofPlatform().daemon().name(name).start(second);
        Optional<Dataset> first = readUnless(said, shares.getOrDefault(false, List.of()), mapped, false);
        Optional<Dataset> other = done(second);
        if (first.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (XportHeader.Field field : fields) {
            String variable = field.variable().name();
            columns.add(first.get().column(variable).or(() -> other.get().column(variable)).orElseThrow());
        }
        return Optional.of(new Dataset(name, label(), first.get().rows(), columns));
    }

    /// The fields of the second reader and those of the first, who has as much to do. A number or a long text takes about three
    /// times what a text of a few bytes does; looking for what is no row takes next to nothing.
    private static Map<Boolean, List<XportHeader.Field>> shares(List<XportHeader.Field> fields) {
        Map<Boolean, List<XportHeader.Field>> shares = new HashMap<>();
        int ahead = 0;
        for (XportHeader.Field field : fields) {
            boolean second = ahead > 0;
            shares.computeIfAbsent(second, _ -> new ArrayList<>()).add(field);
            int work = field.length() < Long.BYTES ? 1 : 3;
            ahead += second ? -work : work;
        }
        return shares;
    }

    /// @param said set where something is to be said, by whoever sees it first; then both stop
    /// @param trusted whether the other one looks whether there are other things than rows
    private Optional<Dataset> readUnless(AtomicBoolean said, List<XportHeader.Field> fields, MemorySegment mapped,
            boolean trusted) {
        try {
            Dataset read = read(fields, Optional.of(mapped), decoding.likewise(), _ -> said.set(true), said, trusted);
            return said.get() ? Optional.empty() : Optional.of(read);
        } catch (UnreadableDatasetException e) {
            said.set(true);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dataset was read", e);
        }
    }

    private Dataset readAll(XportRows block, List<XportColumn> columns, AtomicBoolean stop)
            throws IOException, UnreadableDatasetException {
        int[] starts = new int[0];
        int size = 0;
        while (!stop.get() && block.next()) {
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
    private List<XportColumn> columns(List<XportHeader.Field> fields, Optional<MemorySegment> mapped, TextDecoding texts,
            Consumer<Finding> notes) {
        long rows = (content.size() - header.dataStart()) / Math.max(1, header.rowLength());
        int expected = Math.clamp(rows, 0, Integer.MAX_VALUE - 8);
        return fields.stream().map(field -> switch (field.variable().kind()) {
            case NUMERIC -> mapped
                    .<XportColumn>map(file -> new MappedColumn(field, expected, new MappedNumbers(
                            file, header.dataStart() + field.position(), header.rowLength(), field.length())))
                    .orElseGet(() -> new XportColumn.Held(field));
            case TEXT -> new XportColumn.Texts(field, expected, texts, notes);
        }).toList();
    }
}
