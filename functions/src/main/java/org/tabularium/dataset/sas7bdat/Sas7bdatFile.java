package org.tabularium.dataset.sas7bdat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.CharDictionary;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.dataset.scan.ScannedColumn;
import org.tabularium.dataset.scan.ScannedRows;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a SAS7BDAT file, plain or compressed (RLE, RDC), of either byte order, read through parso.
///
/// SAS does not document the format; what cannot be read whole is refused. Text is in the encoding that the file declares; where it declares none that is
/// known, the rule of [TextDecoding] holds. Labels, formats and all 28 missing values are kept.
final class Sas7bdatFile implements DatasetFile {

    private final String name;
    private final Content content;
    private final InputLimits limits;
    private final Text text;
    private final String label;
    private final List<Variable> variables;

    private Sas7bdatFile(String name, Content content, InputLimits limits, Text text, String label, List<Variable> variables) {
        this.name = name;
        this.content = content;
        this.limits = limits;
        this.text = text;
        this.label = label;
        this.variables = variables;
    }

    static Sas7bdatFile open(String name, Content content, InputLimits limits, Consumer<Finding> notes)
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
        ScannedRows scanned = new ScannedRows(name, variables, wanted, filter, limits, i -> {
            Cell cell = variables.get(i).kind() == Kind.NUMERIC
                    ? new Numeric(name, i, new ScannedColumn.Numeric(variables.get(i)))
                    : new Textual(variables.get(i), i);
            cells.add(cell);
            return cell.column();
        });
        try (Sas7bdatRows rows = new Sas7bdatRows(name, content, limits)) {
            for (@Nullable
            Object[] values = rows.next(); values != null; values = rows.next()) {
                long row = scanned.begin();
                for (Cell cell : cells) {
                    cell.accept(values, row, notes);
                }
                scanned.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scanned.dataset(label);
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

    /// Takes the values of one variable to its column.
    private interface Cell {

        void accept(@Nullable Object[] values, long row, Consumer<Finding> notes) throws UnreadableDatasetException;

        ScannedColumn column();
    }

    private record Numeric(String dataset, int index, ScannedColumn.Numeric column) implements Cell {
        @Override
        public void accept(@Nullable Object[] values, long row, Consumer<Finding> notes) throws UnreadableDatasetException {
            double number = values[index] instanceof Number stored ? number(stored.doubleValue()) : Missing.DOT;
            if (Double.isInfinite(number)) {
                throw new UnreadableDatasetException(
                        Finding.error("INVALID_NUMBER", "is infinite, which SAS has no number for").in(dataset)
                                .at(row).of(column.variable().name()).remedy("leave it missing where there is no value"));
            }
            column.set(number);
        }
    }

    private final class Textual implements Cell {

        private final int index;
        private final CharDictionary dictionary = new CharDictionary();
        private final Map<String, Integer> codeOfBytes = new HashMap<>();
        private final ScannedColumn.Textual column;

        Textual(Variable variable, int index) {
            this.index = index;
            this.column = new ScannedColumn.Textual(variable, dictionary, false);
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        @Override
        public void accept(@Nullable Object[] values, long row, Consumer<Finding> notes) throws UnreadableDatasetException {
            String bytes = values[index] instanceof String stored ? stored : "";
            Integer known = codeOfBytes.get(bytes);
            if (known == null) {
                known = dictionary.code(text.decoded(bytes, row, column.variable().name(), notes));
                codeOfBytes.put(bytes, known);
            }
            column.set(known);
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
                if (text.lastIndexOf(0, end - 1) >= 0) {
                    throw TextDecoding.zeroByte(dataset, row, variable);
                }
                if (!declared.equals(StandardCharsets.UTF_8) && !TextDecoding.isAscii(bytes, 0, bytes.length)) {
                    undeclared.note(declared, " as the file declares", notes);
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
