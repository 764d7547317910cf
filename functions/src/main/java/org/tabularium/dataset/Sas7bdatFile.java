package org.tabularium.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a SAS7BDAT file, plain or compressed (RLE, RDC), of either byte order, read through parso.
///
/// SAS does not document the format; what cannot be read whole is refused. Text is in the encoding that the file declares; where it declares none that is
/// known, the rule of [TextDecoding] holds. Labels, formats and all 28 missing values are kept.
final class Sas7bdatFile implements DatasetFile {

    private final String name;
    private final Content content;
    private final Limits limits;
    private final Text text;
    private final String label;
    private final List<Variable> variables;

    private Sas7bdatFile(String name, Content content, Limits limits, Text text, String label, List<Variable> variables) {
        this.name = name;
        this.content = content;
        this.limits = limits;
        this.text = text;
        this.label = label;
        this.variables = variables;
    }

    static Sas7bdatFile open(String name, Content content, Limits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        try (Sas7bdatRows rows = new Sas7bdatRows(name, content, limits)) {
            Text text = new Text(name, rows.encoding());
            List<Variable> variables = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Sas7bdatRows.Declared column : rows.columns()) {
                String variable = text.decoded(column.name(), 0, "", notes).toUpperCase(Locale.ROOT);
                if (variable.isBlank() || !names.add(variable)) {
                    throw new UnreadableDatasetException(
                            Finding.error("DUPLICATE_VARIABLE", "the variable is in the file twice").in(name)
                                    .of(variable).remedy("deliver each variable once"));
                }
                String variableLabel = text.decoded(column.label(), 0, variable, notes);
                variables.add(new Variable(variable, variableLabel.isEmpty() ? AdamVariables.label(variable) : variableLabel,
                        column.numeric() ? Kind.NUMERIC : Kind.TEXT, column.format().toUpperCase(Locale.ROOT)));
            }
            return new Sas7bdatFile(name, content, limits, text, text.decoded(rows.label(), 0, "", notes),
                    List.copyOf(variables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public Dataset read(Set<String> wanted, RowFilter filter, Consumer<Finding> notes) throws UnreadableDatasetException {
        List<Cell> cells = new ArrayList<>();
        Map<String, Cell> byName = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (wanted.contains(variable.name()) || filter.variables().contains(variable.name())) {
                Cell cell = new Cell(variable, i);
                cells.add(cell);
                byName.put(variable.name(), cell);
            }
        }
        RowFilter.Row current = new Current(byName);
        List<Cell> kept = cells.stream().filter(cell -> wanted.contains(cell.variable.name())).toList();
        long[] sourceRows = new long[0];
        int size = 0;
        try (Sas7bdatRows rows = new Sas7bdatRows(name, content, limits)) {
            long row = 0;
            @Nullable
            Object[] values = rows.next();
            while (values != null) {
                row++;
                for (Cell cell : cells) {
                    cell.accept(values[cell.index], row, notes);
                }
                if (filter.keep(current)) {
                    kept.forEach(Cell::keep);
                    sourceRows = size == sourceRows.length
                            ? Arrays.copyOf(sourceRows, XportColumn.grown(size, size + 1))
                            : sourceRows;
                    sourceRows[size++] = row;
                }
                values = rows.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Dataset(name, label, Arrays.copyOf(sourceRows, size), kept.stream().map(Cell::column).toList());
    }

    /// The double as [Missing] has it. SAS's missing values are NaNs; the inverse of their third byte counts from `._` (0) over `.` (1) to `.Z` (27), or, as
    /// haven writes it, is the letter itself.
    static double number(double stored) {
        if (!Double.isNaN(stored)) {
            return stored;
        }
        int code = ~(int) (Double.doubleToRawLongBits(stored) >>> 40) & 0xff;
        if (code == 0 || code == '_') {
            return Missing.of('_');
        }
        if (code >= 2 && code <= 27) {
            return Missing.of((char) ('A' + code - 2));
        }
        return code >= 'A' && code <= 'Z' ? Missing.of((char) code) : Missing.DOT;
    }

    /// One variable's value in the row under the scan, and those that were kept.
    private final class Cell {

        private final Variable variable;
        private final int index;
        private final List<String> dictionary = new ArrayList<>();
        private final Map<String, Integer> codeOfBytes = new HashMap<>();
        private final Map<String, Integer> codeOfText = new HashMap<>();
        private double[] numbers = {};
        private int[] codes = {};
        private int size;
        private double number = Missing.DOT;
        private int code;

        Cell(Variable variable, int index) {
            this.variable = variable;
            this.index = index;
        }

        void accept(@Nullable Object value, long row, Consumer<Finding> notes) throws UnreadableDatasetException {
            if (variable.kind() == Kind.NUMERIC) {
                number = value instanceof Number stored ? number(stored.doubleValue()) : Missing.DOT;
                return;
            }
            String bytes = value instanceof String stored ? stored : "";
            Integer known = codeOfBytes.get(bytes);
            if (known == null) {
                String decoded = text.decoded(bytes, row, variable.name(), notes);
                known = codeOfText.computeIfAbsent(decoded, added -> {
                    dictionary.add(added);
                    return dictionary.size() - 1;
                });
                codeOfBytes.put(bytes, known);
            }
            code = known;
        }

        void keep() {
            if (variable.kind() == Kind.NUMERIC) {
                numbers = size == numbers.length ? Arrays.copyOf(numbers, XportColumn.grown(size, size + 1)) : numbers;
                numbers[size++] = number;
            } else {
                codes = size == codes.length ? Arrays.copyOf(codes, XportColumn.grown(size, size + 1)) : codes;
                codes[size++] = code;
            }
        }

        Column column() {
            return variable.kind() == Kind.NUMERIC
                    ? new NumericColumn(variable, Arrays.copyOf(numbers, size))
                    : new TextColumn(variable, Arrays.copyOf(codes, size), dictionary);
        }
    }

    private record Current(Map<String, Cell> cells) implements RowFilter.Row {
        @Override
        public double number(String variable) {
            Cell cell = cells.get(variable);
            return cell == null ? Missing.DOT : cell.number;
        }

        @Override
        public String text(String variable) {
            Cell cell = cells.get(variable);
            return cell == null || cell.variable.kind() == Kind.NUMERIC ? "" : cell.dictionary.get(cell.code);
        }
    }

    /// The file's text: from bytes as Latin 1 to what they mean.
    private static final class Text {

        private final TextDecoding undeclared;
        private final @Nullable Charset declared;
        private final String dataset;

        Text(String dataset, String encoding) throws UnreadableDatasetException {
            this.dataset = dataset;
            this.undeclared = new TextDecoding(dataset);
            if (!encoding.isEmpty() && !Charset.isSupported(encoding)) {
                throw new UnreadableDatasetException(
                        Finding.error("UNKNOWN_ENCODING",
                                "the file declares the encoding " + encoding + ", which is not known here").in(dataset)
                                .remedy("deliver the dataset in UTF-8"));
            }
            this.declared = encoding.isEmpty() || encoding.equals("US-ASCII") ? null : Charset.forName(encoding);
        }

        String decoded(String latin1, long row, String variable, Consumer<Finding> notes) throws UnreadableDatasetException {
            byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
            if (declared == null) {
                return undeclared.text(bytes, 0, bytes.length, row, variable, notes);
            }
            try {
                String text = declared.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
                int end = text.length();
                while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
                    end--;
                }
                return text.substring(0, end);
            } catch (CharacterCodingException e) {
                Finding finding = Finding.error("UNKNOWN_ENCODING", "the text is not " + declared + ", which the file declares")
                        .in(dataset)
                        .remedy("deliver the dataset in UTF-8");
                finding = row > 0 ? finding.at(row) : finding;
                throw new UnreadableDatasetException(variable.isEmpty() ? finding : finding.of(variable), e);
            }
        }
    }
}
