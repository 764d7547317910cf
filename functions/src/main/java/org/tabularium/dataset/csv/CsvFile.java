package org.tabularium.dataset.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.dataset.scan.DecimalText;
import org.tabularium.dataset.scan.NamedColumns;
import org.tabularium.dataset.scan.RowNumbers;
import org.tabularium.dataset.scan.ScannedRows;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a CSV file (RFC 4180, also with semicolons or tabs): a header of names, then one record a row. NA without
/// quotes
/// is a missing value, as R
/// writes it.
///
/// CSV declares no kinds. Variables that ADaM knows have the kind they have there, and a known numeric variable with anything
/// else in it is an error
/// (`INVALID_NUMBER`). Any other column is numeric when each of its values that is not empty is a plain decimal number without
/// leading zeros or a SAS
/// missing value; all rows decide.
final class CsvFile implements DatasetFile {

    private static final String POINT = "write numbers with a decimal point (in Excel under Options, Advanced, Use system separators)";

    private final String name;
    private final Content content;
    private final CsvEncoding encoding;
    private final CsvDialect dialect;
    private final InputLimits limits;
    private final NamedColumns columns;
    /// Columns without a name behind the last one that has one, as a separator at the end of each line makes.
    private final int beyond;

    private CsvFile(DatasetSource source, CsvEncoding encoding, CsvDialect dialect, NamedColumns columns, int beyond) {
        this.name = source.name();
        this.content = source.content();
        this.limits = source.limits();
        this.encoding = encoding;
        this.dialect = dialect;
        this.columns = columns;
        this.beyond = beyond;
    }

    static CsvFile open(DatasetSource source) throws UnreadableDatasetException {
        String name = source.name();
        Content content = source.content();
        try {
            CsvEncoding encoding = CsvEncoding.detect(name, content, new TextDecoding(name), source.notes());
            CsvDialect dialect;
            try (InputStream text = encoding.open(content)) {
                dialect = CsvDialect.detect(name, text);
            }
            try (CsvRecords records = new CsvRecords(name, encoding.open(content), dialect, source.limits())) {
                List<String> header = records.header();
                if (header.size() == 1 && header.getFirst().indexOf('|') >= 0) {
                    throw new UnreadableDatasetException(
                            Finding.error("MALFORMED_CSV", "the header is one field, with bars in it").in(name)
                                    .remedy("separate the fields by commas, semicolons or tabs"));
                }
                int named = header.size();
                while (named > 1 && header.get(named - 1).isBlank()) {
                    named--;
                }
                return new CsvFile(source, encoding, dialect, NamedColumns.of(source, header.subList(0, named)),
                        header.size() - named);
            }
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
        return "";
    }

    @Override
    public List<Variable> variables() {
        return columns.variables();
    }

    @Override
    public Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException {
        List<Variable> variables = columns.variables();
        int first = columns.rowNumbers() ? 1 : 0;
        @Nullable
        CsvCell[] cells = new CsvCell[variables.size()];
        CsvRecords.@Nullable Sink[] sinks = new CsvRecords.Sink[first + variables.size() + beyond];
        ScannedRows rows = new ScannedRows(name, variables, wanted, limits, i -> {
            CsvCell cell = CsvCell.of(variables.get(i), columns.kinds().get(i), dialect.separator() != ',');
            cells[i] = cell;
            sinks[first + i] = cell;
            return cell.column();
        });
        CsvCell.Unnamed unnamed = new CsvCell.Unnamed();
        if (columns.rowNumbers()) {
            sinks[0] = unnamed;
        }
        CsvCell.Unnamed[] others = Stream.generate(CsvCell.Unnamed::new).limit(beyond).toArray(CsvCell.Unnamed[]::new);
        System.arraycopy(others, 0, sinks, first + variables.size(), beyond);
        RowNumbers rowNumbers = new RowNumbers();
        List<CsvCell.Numeric> numeric = of(CsvCell.Numeric.class, cells);
        try (CsvRecords records = new CsvRecords(name, encoding.open(content), dialect, limits)) {
            records.into(sinks);
            long blank = 0;
            while (records.next()) {
                if (records.isBlank()) {
                    blank++;
                    continue;
                }
                for (; blank > 0; blank--) {
                    rows.addBlank();
                }
                rows.begin();
                if (columns.rowNumbers() && !rowNumbers.take(unnamed.text())) {
                    throw NamedColumns.unnamed(name, 1);
                }
                for (int i = 0; i < beyond; i++) {
                    if (!others[i].text().isBlank()) {
                        throw NamedColumns.unnamed(name, first + variables.size() + i + 1);
                    }
                }
                for (CsvCell.Numeric cell : numeric) {
                    if (cell.problem() != null) {
                        throw notNumeric(cell, records);
                    }
                }
                rows.end();
            }
            if (blank > 0) {
                notes.accept(
                        Finding.note("BLANK_ROWS", (blank == 1 ? "1 row" : blank + " rows") + " of separators alone at the end of"
                                + " the file " + (blank == 1 ? "was" : "were") + " left out").in(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (columns.rowNumbers()) {
            notes.accept(RowNumbers.note(name));
        }
        if (beyond > 0) {
            notes.accept(Finding.note("BLANK_COLUMNS", (beyond == 1 ? "1 column" : beyond + " columns")
                    + " at the end, without a name and a value, " + (beyond == 1 ? "was" : "were") + " left out").in(name));
        }
        Dataset dataset = rows.dataset(label(), notes);
        for (CsvCell.Textual cell : of(CsvCell.Textual.class, cells)) {
            if (dataset.column(cell.column().variable().name()).orElse(null) instanceof TextColumn) {
                warnOfNotAvailable(cell, notes);
            }
        }
        if (dialect.separator() != ',') {
            decimalCommas(cells, dataset, notes);
        }
        warnOfThousands(cells, dataset, notes);
        return dataset;
    }

    /// Where commas separate the fields, nobody writes points between thousands.
    private void warnOfThousands(@Nullable CsvCell[] cells, Dataset dataset, Consumer<Finding> notes) {
        for (CsvCell cell : of(CsvCell.class, cells)) {
            String variable = cell.column().variable().name();
            String first = dialect.separator() == ',' || dataset.column(variable).orElse(null) instanceof TextColumn
                    ? ""
                    : cell.thousands();
            if (!first.isEmpty()) {
                notes.accept(Finding.warning("THOUSANDS_POINT",
                        "was read with a decimal point, but the points of all its numbers may stand between thousands")
                        .in(name).of(variable).value(first).remedy("write numbers without separators of thousands"));
            }
        }
    }

    private static <T extends CsvCell> List<T> of(Class<T> kind, @Nullable CsvCell[] cells) {
        return Arrays.stream(cells).filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Where commas separate the fields, `"1,5"` may as well be text; where semicolons or tabs do, it is a number as many
    /// countries
    /// write it, unless other numbers of the variable have a point.
    private void decimalCommas(@Nullable CsvCell[] cells, Dataset dataset, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        List<String> read = new ArrayList<>();
        String example = "";
        for (CsvCell cell : of(CsvCell.class, cells)) {
            String variable = cell.column().variable().name();
            DecimalCommas commas = cell.commas();
            if (!commas.isMet() || !(dataset.column(variable).orElse(null) instanceof NumericColumn)) {
                continue;
            }
            if (commas.areMixed()) {
                throw new UnreadableDatasetException(Finding.error("INVALID_NUMBER",
                        "has a comma where another number of the variable, " + commas.firstPoint()
                                + ", has a point, so that either may stand between thousands")
                        .in(name).of(variable).value(commas.first()).remedy(POINT));
            }
            String doubtful = cell.thousandsByComma();
            if (!doubtful.isEmpty()) {
                notes.accept(Finding.warning("THOUSANDS_COMMA",
                        "was read with a decimal comma, but the commas of all its numbers may stand between thousands")
                        .in(name).of(variable).value(DecimalCommas.exchanged(doubtful))
                        .remedy("write numbers without separators of thousands"));
            }
            example = example.isEmpty() ? commas.first() : example;
            read.add(variable);
        }
        if (!read.isEmpty()) {
            notes.accept(Finding.note("DECIMAL_COMMA", "numbers with a decimal comma were read as such in "
                    + String.join(", ", read) + ": " + example + " is " + DecimalCommas.asPoint(example)).in(name));
        }
    }

    /// Programs that put all text in quotes leave no doubt about a bare NA; others do.
    private void warnOfNotAvailable(CsvCell.Textual texts, Consumer<Finding> notes) {
        if (texts.notAvailable() > 0 && !dialect.quotedHeader()) {
            notes.accept(Finding.warning("NA_MISSING", "NA without quotes stands in " + texts.notAvailable()
                    + " rows and was read as a missing value, as R writes it").in(name).of(texts.column().variable().name())
                    .remedy("put it in quotes where it is text"));
        }
    }

    private UnreadableDatasetException notNumeric(CsvCell.Numeric cell, CsvRecords records) {
        String text = String.valueOf(cell.problem());
        String place = records.line() == records.row() + 1 ? "" : " (line " + records.line() + " of the file)";
        return new UnreadableDatasetException(Finding.error("INVALID_NUMBER", "is not a number" + place).in(name)
                .at(records.row()).of(cell.column().variable().name()).value(text)
                .remedy(DecimalText.hasDecimalComma(text)
                        ? POINT
                        : "write a plain decimal number, and leave the field empty where there is no value"));
    }
}
