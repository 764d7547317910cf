package org.tabularium.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a CSV file (RFC 4180): a header of names, then one record a row.
///
/// CSV declares no kinds. Variables that ADaM knows have the kind they have there, and a known numeric variable with anything else in it is an error
/// (`INVALID_NUMBER`). Any other column is numeric when each of its values that is not empty is a plain decimal number without leading zeros or a SAS
/// missing value; all rows decide, also those the filter drops. During the scan such a column shows the filter both its text and, where it has one,
/// its number.
final class CsvFile implements DatasetFile {

    private final String name;
    private final Content content;
    private final CsvEncoding encoding;
    private final List<Variable> variables;

    private CsvFile(String name, Content content, CsvEncoding encoding, List<Variable> variables) {
        this.name = name;
        this.content = content;
        this.encoding = encoding;
        this.variables = variables;
    }

    static CsvFile open(String name, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        try {
            CsvEncoding encoding = CsvEncoding.detect(name, content, new TextDecoding(name), notes);
            try (CsvRecords records = new CsvRecords(name, encoding.open(content))) {
                return new CsvFile(name, content, encoding, variables(name, records.header()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The variables that a header names, for a format that declares nothing but names.
    static List<Variable> variables(String dataset, List<String> header) throws UnreadableDatasetException {
        if (header.size() == 1 && header.getFirst().matches("(?s).*[;\t|].*")) {
            throw new UnreadableDatasetException(
                    Finding.error("MALFORMED_CSV", "the header is one field, with semicolons, tabs or bars in it").in(dataset)
                            .remedy("separate the fields by commas"));
        }
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip().toUpperCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new UnreadableDatasetException(
                        Finding.error("MALFORMED_CSV", "the header's field number " + (variables.size() + 1) + " has no name")
                                .in(dataset).remedy("name each column in the first line"));
            }
            if (!names.add(name)) {
                throw new UnreadableDatasetException(
                        Finding.error("DUPLICATE_VARIABLE", "the variable is in the header twice").in(dataset).of(name)
                                .remedy("deliver each variable once"));
            }
            variables.add(new Variable(name, AdamVariables.label(name), AdamVariables.kind(name).orElse(Kind.TEXT), ""));
        }
        return List.copyOf(variables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public Dataset read(Set<String> wanted, RowFilter filter, Consumer<Finding> notes) throws UnreadableDatasetException {
        @Nullable
        CsvColumn[] sinks = new CsvColumn[variables.size()];
        Map<String, CsvColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < sinks.length; i++) {
            Variable variable = variables.get(i);
            if (wanted.contains(variable.name()) || filter.variables().contains(variable.name())) {
                CsvColumn column = column(variable);
                sinks[i] = column;
                columns.put(variable.name(), column);
            }
        }
        List<CsvColumn> kept = columns.values().stream().filter(column -> wanted.contains(column.variable().name())).toList();
        RowFilter.Row current = new Current(columns);
        long[] sourceRows = new long[0];
        int size = 0;
        try (CsvRecords records = new CsvRecords(name, encoding.open(content))) {
            records.into(sinks);
            while (records.next()) {
                refuseNonNumbers(columns.values(), records);
                if (filter.keep(current)) {
                    kept.forEach(CsvColumn::keep);
                    sourceRows = size == sourceRows.length
                            ? Arrays.copyOf(sourceRows, XportColumn.grown(size, size + 1))
                            : sourceRows;
                    sourceRows[size++] = records.row();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Dataset(name, label(), Arrays.copyOf(sourceRows, size), kept.stream().map(CsvColumn::column).toList());
    }

    /// A column for a variable of such a format.
    static CsvColumn column(Variable variable) {
        Optional<Kind> known = AdamVariables.kind(variable.name());
        return known.isPresent() && known.get() == Kind.NUMERIC
                ? new CsvColumn.Numbers(variable)
                : new CsvColumn.Texts(variable, known.isEmpty());
    }

    private void refuseNonNumbers(Iterable<CsvColumn> columns, CsvRecords records) throws UnreadableDatasetException {
        for (CsvColumn column : columns) {
            String text = column.notNumeric();
            if (text != null) {
                String place = records.line() == records.row() + 1 ? "" : " (line " + records.line() + " of the file)";
                throw new UnreadableDatasetException(
                        Finding.error("INVALID_NUMBER", "is not a number" + place).in(name).at(records.row())
                                .of(column.variable().name()).value(text)
                                .remedy("write a plain decimal number, and leave the field empty where there is no value"));
            }
        }
    }

    /// The record under the scan, by name.
    record Current(Map<String, CsvColumn> columns) implements RowFilter.Row {
        @Override
        public double number(String variable) {
            CsvColumn column = columns.get(variable);
            return column == null ? Missing.DOT : column.number();
        }

        @Override
        public String text(String variable) {
            CsvColumn column = columns.get(variable);
            return column == null ? "" : column.text();
        }
    }
}
