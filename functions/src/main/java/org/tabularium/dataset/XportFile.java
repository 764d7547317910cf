package org.tabularium.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a SAS XPORT file of version 5 or 8 with one member.
///
/// Rows pass in blocks; of each block only the fields asked for are decoded, one field after the other, first those of the filter, then the others
/// of the rows that stay. Beyond the columns held, memory is that of one block.
final class XportFile implements DatasetFile {

    private final String name;
    private final Content content;
    private final XportHeader header;
    private final TextDecoding decoding;

    private XportFile(String name, Content content, XportHeader header, TextDecoding decoding) {
        this.name = name;
        this.content = content;
        this.header = header;
        this.decoding = decoding;
    }

    static XportFile open(String name, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        TextDecoding decoding = new TextDecoding(name);
        XportHeader header = XportHeader.read(name, content, decoding, notes);
        refuseMissingRows(name, content, header);
        if (!header.memberName().isEmpty() && !header.memberName().equalsIgnoreCase(name)) {
            notes.accept(Finding.note("DATASET_NAME_DIFFERS",
                    "the file calls its dataset " + header.memberName() + "; the file's name counts").in(name));
        }
        return new XportFile(name, content, header, decoding);
    }

    /// A version 8 file that says how many rows it has shows cuts that fall between two rows.
    private static void refuseMissingRows(String name, Content content, XportHeader header) throws UnreadableDatasetException {
        long there = (content.size() - header.dataStart()) / header.rowLength();
        if (header.rows() > there) {
            throw new UnreadableDatasetException(Finding
                    .error("TRUNCATED_FILE", "the file is cut off: it says that it has " + header.rows() + " rows and holds " + there)
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
        List<XportColumn> columns = List.copyOf(columns(wanted, notes).values());
        Filtering filtering = new Filtering(filter, columns(filter.variables(), notes));
        long[] sourceRows = new long[0];
        int size = 0;
        try (XportRows block = new XportRows(name, content, header)) {
            int[] starts = new int[0];
            while (block.next()) {
                starts = starts.length < block.rows() ? new int[block.rows()] : starts;
                int kept = filtering.keep(block, starts, header.rowLength());
                if (size + (long) kept > Integer.MAX_VALUE - 8) {
                    throw new UnreadableDatasetException(
                            Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held").in(name)
                                    .remedy("split the dataset"));
                }
                for (XportColumn column : columns) {
                    column.append(block, starts, kept);
                }
                sourceRows = sourceRows.length < size + kept
                        ? Arrays.copyOf(sourceRows, XportColumn.grown(sourceRows.length, size + kept))
                        : sourceRows;
                for (int i = 0; i < kept; i++) {
                    sourceRows[size + i] = block.number(starts[i]);
                }
                size += kept;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Dataset(name, label(), Arrays.copyOf(sourceRows, size), columns.stream().map(XportColumn::column).toList());
    }

    private Map<String, XportColumn> columns(Set<String> names, Consumer<Finding> notes) {
        Map<String, XportColumn> columns = new LinkedHashMap<>();
        for (XportHeader.Field field : header.fields()) {
            Variable variable = field.variable();
            if (names.contains(variable.name())) {
                columns.put(variable.name(), switch (variable.kind()) {
                    case NUMERIC -> new XportColumn.Numbers(field);
                    case TEXT -> new XportColumn.Texts(field, decoding, notes);
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
            if (filter.equals(RowFilter.ALL)) {
                return rows;
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
            return column instanceof XportColumn.Numbers numbers ? numbers.value(row) : Missing.DOT;
        }

        @Override
        public String text(String variable) {
            @Nullable
            XportColumn column = columns.get(variable);
            return column instanceof XportColumn.Texts texts ? texts.value(row) : "";
        }
    }
}
