package org.tabularium.run.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.RunDiff.Change;

/// A table's cells with what names them: the headers, and each row's label with the labels it stands under.
///
/// @param headers of all columns, the label's first
record CellGrid(List<String> headers, List<Row> rows) {

    private static final int INDENT = 2;
    private static final String HEADER_ROW = "(header)";
    /// The byte order mark of UTF-8.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// A row.
    ///
    /// @param label with the labels it stands under, joined by ` > `
    /// @param cells without the label
    record Row(String label, List<String> cells) {

        /// The cell of a column, counted without the label's; empty where the row is shorter.
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /// Reads a table's CSV file: one header line, labels indented by two spaces a level. A row without a label belongs to the one
    /// above. A file for Excel begins with a byte order mark; its first column is the labels' level, and what would be a
    /// formula has
    /// an apostrophe.
    ///
    /// @param named how many columns name a row: one in a table; arm and subject in a listing; layer, arm, item and kind in what
    /// a figure draws
    static CellGrid ofCsv(RunFiles run, String path, int named) throws IOException, BrokenRunException {
        List<String> headers = List.of();
        List<Row> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        byte[] bytes = run.bytes(path);
        boolean excel = bytes.length > MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(false).detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(bytes))) {
            boolean first = true;
            for (CsvRecord line : csv) {
                List<String> fields = excel ? plain(line.getFields()) : line.getFields();
                if (first) {
                    headers = new ArrayList<>(fields.subList(0, 1));
                    headers.addAll(fields.subList(Math.min(named, fields.size()), fields.size()));
                    first = false;
                    continue;
                }
                String label = fields.getFirst();
                if (!label.isBlank()) {
                    int level = Math.min((label.length() - label.stripLeading().length()) / INDENT, labels.size());
                    labels.subList(level, labels.size()).clear();
                    labels.add(label.strip());
                }
                List<String> names = new ArrayList<>(labels);
                int from = Math.min(named, fields.size());
                fields.subList(1, from).stream().filter(name -> !name.isBlank()).forEach(names::add);
                rows.add(new Row(String.join(" > ", names), List.copyOf(fields.subList(from, fields.size()))));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BrokenRunException("%s of %s cannot be understood: %s".formatted(path, run.place(), e.getMessage()));
        }
        return new CellGrid(headers, rows);
    }

    /// The line as a file for programs has it.
    private static List<String> plain(List<String> fields) {
        List<String> plain = new ArrayList<>(fields.size() > 1 ? fields.subList(1, fields.size()) : List.of(""));
        plain.replaceAll(field -> field.startsWith("'") ? field.substring(1) : field);
        if (fields.getFirst().matches("\\d{1,2}")) {
            plain.set(0, " ".repeat(INDENT * Integer.parseInt(fields.getFirst())) + plain.getFirst());
        }
        return plain;
    }

    /// The changed cells from one state of a table to another: first the headers, then the second one's rows in order, then the
    /// rows that are gone.
    static List<Change> changes(String table, CellGrid from, CellGrid to) {
        if (from.equals(to)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        List<Pair<Column>> columns = renamed(pairs(from.columns(), to.columns(), Column::name));
        for (Pair<Column> pair : columns) {
            String was = pair.from == null ? null : pair.from.header;
            String is = pair.to == null ? null : pair.to.header;
            if (!Objects.equals(was, is)) {
                changes.add(new Change.OfCell(table, HEADER_ROW, is != null ? is : Objects.requireNonNullElse(was, ""), was, is));
            }
        }
        if (!firstHeader(from).equals(firstHeader(to))) {
            changes.add(new Change.OfCell(table, HEADER_ROW, firstHeader(to), firstHeader(from), firstHeader(to)));
        }
        for (Pair<Row> rows : pairs(from.rows, to.rows, Row::label)) {
            ofRow(table, rows, columns, changes);
        }
        if (changes.isEmpty()) {
            changes.add(new Change.OfTable(table, "has its rows or columns in another order"));
        }
        return changes;
    }

    private static void ofRow(String table, Pair<Row> rows, List<Pair<Column>> columns, List<Change> changes) {
        String label = rows.to != null ? rows.to.label : Objects.requireNonNull(rows.from).label;
        if (rows.from == null || rows.to == null) {
            boolean gone = rows.to == null;
            int before = changes.size();
            for (Pair<Column> pair : columns) {
                Column column = gone ? pair.from : pair.to;
                if (column == null) {
                    continue;
                }
                String text = Objects.requireNonNull(gone ? rows.from : rows.to).cell(column.index);
                if (!text.isEmpty()) {
                    changes.add(new Change.OfCell(table, label, column.header, gone ? text : null, gone ? null : text));
                }
            }
            if (changes.size() == before) {
                changes.add(new Change.OfCell(table, label, "", gone ? "" : null, gone ? null : ""));
            }
            return;
        }
        for (Pair<Column> pair : columns) {
            String was = pair.from == null ? null : rows.from.cell(pair.from.index);
            String is = pair.to == null ? null : rows.to.cell(pair.to.index);
            boolean nothing = (was == null || was.isEmpty()) && (is == null || is.isEmpty());
            if (!Objects.equals(was, is) && !nothing) {
                Column column = Objects.requireNonNull(pair.to != null ? pair.to : pair.from);
                changes.add(new Change.OfCell(table, label, column.header, was, is));
            }
        }
    }

    private static String firstHeader(CellGrid grid) {
        return grid.headers.isEmpty() ? "" : grid.headers.getFirst();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i < headers.size(); i++) {
            columns.add(new Column(headers.get(i), i - 1));
        }
        return columns;
    }

    /// A column's name is its header without the N below the arm: one more subject does not make another column of it.
    private record Column(String header, int index) {

        String name() {
            return header.replaceFirst("\\s*\\(?[Nn] ?= ?\\d+\\)?$", "");
        }
    }

    /// Where as many columns came as went, and at the same places, they have another name: an arm that was relabelled.
    private static List<Pair<Column>> renamed(List<Pair<Column>> pairs) {
        Map<Integer, Column> gone = new LinkedHashMap<>();
        Map<Integer, Column> come = new LinkedHashMap<>();
        for (Pair<Column> pair : pairs) {
            if (pair.to == null && pair.from != null) {
                gone.put(pair.from.index, pair.from);
            } else if (pair.from == null && pair.to != null) {
                come.put(pair.to.index, pair.to);
            }
        }
        if (gone.isEmpty() || !gone.keySet().equals(come.keySet())) {
            return pairs;
        }
        List<Pair<Column>> renamed = new ArrayList<>();
        for (Pair<Column> pair : pairs) {
            if (pair.from == null && pair.to != null) {
                renamed.add(new Pair<>(gone.get(pair.to.index), pair.to));
            } else if (pair.to != null) {
                renamed.add(pair);
            }
        }
        return renamed;
    }

    /// The same row or column in both; one side is null where it came or went.
    private record Pair<T>(@Nullable T from, @Nullable T to) {}

    /// Pairs what has the same name: first what is equal in all, then in order. What is new comes where it stands, what is gone
    /// at the end.
    private static <T> List<Pair<T>> pairs(List<T> from, List<T> to, Function<T, String> name) {
        Map<String, Deque<Integer>> byName = new LinkedHashMap<>();
        Map<T, Deque<Integer>> byContent = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            byName.computeIfAbsent(name.apply(from.get(i)), n -> new ArrayDeque<>()).add(i);
            byContent.computeIfAbsent(from.get(i), f -> new ArrayDeque<>()).add(i);
        }
        BitSet taken = new BitSet();
        int[] partner = new int[to.size()];
        for (int i = 0; i < partner.length; i++) {
            partner[i] = next(byContent.get(to.get(i)), taken);
        }
        List<Pair<T>> pairs = new ArrayList<>();
        for (int i = 0; i < partner.length; i++) {
            int at = partner[i] >= 0 ? partner[i] : next(byName.get(name.apply(to.get(i))), taken);
            pairs.add(new Pair<>(at < 0 ? null : from.get(at), to.get(i)));
        }
        for (Deque<Integer> rest : byName.values()) {
            rest.stream().filter(at -> !taken.get(at)).forEach(at -> pairs.add(new Pair<>(from.get(at), null)));
        }
        return pairs;
    }

    /// The first that nobody has; −1 for none.
    private static int next(@Nullable Deque<Integer> places, BitSet taken) {
        while (places != null && !places.isEmpty()) {
            int at = places.poll();
            if (!taken.get(at)) {
                taken.set(at);
                return at;
            }
        }
        return -1;
    }
}
