package org.tabularium.dataset.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.NamedColumns;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.ScannedRows;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in the first sheet of an Excel workbook (`.xlsx`, ECMA-376): a header of names in the first row that is not blank, then one row a row.
///
/// Kinds are found as in CSV: variables that ADaM knows have the kind they have there, any other column is numeric when each cell that is not blank is a
/// number or a SAS missing value (`.`, `.A`); digits stored as text make text. A number whose format shows a date becomes the date in ISO 8601, a truth
/// value `TRUE` or `FALSE`. Formulas are not calculated: their stored results count. Blank rows and columns at the end are not there.
final class XlsxFile implements DatasetFile {

    private final String name;
    private final XlsxBook book;
    private final InputLimits limits;
    private final int headerRow;
    /// The variable of each column of the sheet; null for a column without a name.
    private final @Nullable Variable[] columns;

    private XlsxFile(String name, XlsxBook book, InputLimits limits, int headerRow, @Nullable Variable[] columns) {
        this.name = name;
        this.book = book;
        this.limits = limits;
        this.headerRow = headerRow;
        this.columns = columns;
    }

    static XlsxFile open(String name, Content content, InputLimits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        try {
            XlsxBook book = new XlsxBook(name, content, limits);
            if (book.firstIsHidden()) {
                notes.accept(Finding.warning("SHEET_HIDDEN", "the first sheet, which was read, is hidden").in(name)
                        .value(book.sheets().getFirst()).remedy("check that it is the one that is meant"));
            } else if (book.sheets().size() > 1) {
                notes.accept(Finding
                        .note("SHEETS", "is the first of " + book.sheets().size() + " sheets; the others were not read").in(name)
                        .value(book.sheets().getFirst()));
            }
            try (XlsxSheet sheet = new XlsxSheet(book.sheet())) {
                return header(name, book, limits, sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XlsxFile header(String name, XlsxBook book, InputLimits limits, XlsxSheet sheet)
            throws IOException, UnreadableDatasetException {
        List<String> strings = List.of();
        while (sheet.next()) {
            XlsxCells cells = new XlsxCells(name, book, sheet, strings);
            int needed = 0;
            for (int i = 0; i < sheet.width(); i++) {
                needed = sheet.type(i) == XlsxSheet.CellType.SHARED ? Math.max(needed, 1 + cells.index(i)) : needed;
            }
            if (needed > strings.size()) {
                // Those of the header come first, so that few are read here.
                strings = book.strings(needed);
                cells = new XlsxCells(name, book, sheet, strings);
            }
            if (cells.isBlank()) {
                continue;
            }
            List<String> names = new ArrayList<>();
            @Nullable
            Variable[] columns = new Variable[sheet.width()];
            for (int i = 0; i < columns.length; i++) {
                if (!cells.isBlank(i)) {
                    names.add(cells.text(i, 0, ""));
                }
            }
            List<Variable> variables = NamedColumns.variables(name, names);
            int next = 0;
            for (int i = 0; i < columns.length; i++) {
                columns[i] = cells.isBlank(i) ? null : variables.get(next++);
            }
            return new XlsxFile(name, book, limits, sheet.row(), columns);
        }
        throw new UnreadableDatasetException(Finding.error("MALFORMED_XLSX", "the first sheet is empty").in(name)
                .remedy("put the names of the variables into its first row"));
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
        List<Variable> variables = new ArrayList<>();
        for (Variable variable : columns) {
            if (variable != null) {
                variables.add(variable);
            }
        }
        return variables;
    }

    @Override
    public Dataset read(Set<String> wanted, RowFilter filter, Consumer<Finding> notes) throws UnreadableDatasetException {
        @Nullable
        XlsxColumn[] sinks = new XlsxColumn[columns.length];
        List<Variable> variables = variables();
        int[] places = IntStream.range(0, columns.length).filter(i -> columns[i] != null).toArray();
        ScannedRows rows = new ScannedRows(name, variables, wanted, filter, limits, i -> {
            XlsxColumn column = XlsxColumn.of(variables.get(i));
            sinks[places[i]] = column;
            return column.column();
        });
        try (XlsxSheet sheet = new XlsxSheet(book.sheet())) {
            XlsxCells cells = new XlsxCells(name, book, sheet, book.strings(Integer.MAX_VALUE));
            long row = 0;
            int lastRow = headerRow;
            int hidden = 0;
            while (sheet.next()) {
                if (sheet.row() <= headerRow || cells.isBlank()) {
                    continue;
                }
                if (sheet.row() > lastRow + 1) {
                    throw new UnreadableDatasetException(malformed(
                            "row " + (lastRow + 1) + " of the sheet is blank but data follow", "remove the blank row")
                            .at(row + 1));
                }
                lastRow = sheet.row();
                row = rows.begin();
                hidden += sheet.isHidden() ? 1 : 0;
                take(cells, sheet, sinks, row);
                rows.end();
            }
            refuseMerged(sheet, lastRow);
            warn(cells, sheet, hidden, notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.dataset(label());
    }

    private void take(XlsxCells cells, XlsxSheet sheet, @Nullable XlsxColumn[] sinks, long row)
            throws UnreadableDatasetException {
        for (int i = 0; i < Math.max(sinks.length, sheet.width()); i++) {
            XlsxColumn sink = i < sinks.length ? sinks[i] : null;
            if (sink == null) {
                if ((i >= sinks.length || columns[i] == null) && !cells.isBlank(i)) {
                    throw new UnreadableDatasetException(
                            malformed("cell " + sheet.address(i) + " has a value, but its column has no name",
                                    "name the column or clear it").at(row));
                }
                continue;
            }
            String variable = sink.column().variable().name();
            String text = cells.text(i, row, variable);
            Finding problem = sink.accept(text, cells.isTextual(i));
            if (problem != null) {
                String message = problem.message() + " (cell " + sheet.address(i) + ")";
                throw new UnreadableDatasetException(new Finding(problem.severity(), problem.code(), name, row, variable,
                        problem.value(), message, problem.remedy()));
            }
        }
    }

    private void refuseMerged(XlsxSheet sheet, int lastRow) throws UnreadableDatasetException {
        int width = columns.length;
        while (width > 0 && columns[width - 1] == null) {
            width--;
        }
        String range = sheet.mergedWithin(headerRow, lastRow, width);
        if (range != null) {
            throw new UnreadableDatasetException(
                    Finding.error("MERGED_CELLS",
                            "the cells " + range + " are merged, so that only the first of them has a value").in(name)
                            .remedy("unmerge them and fill in each"));
        }
    }

    private void warn(XlsxCells cells, XlsxSheet sheet, int hidden, Consumer<Finding> notes) {
        if (cells.formulas() > 0) {
            notes.accept(Finding
                    .warning("FORMULAS", cells.formulas() + " cells hold formulas, the first of them " + cells.firstFormula()
                            + "; their stored results were read")
                    .in(name).remedy("deliver values, or make sure that they were calculated last"));
        }
        if (hidden > 0) {
            notes.accept(
                    Finding.warning("HIDDEN_ROWS", hidden + " rows are hidden in the sheet; they were read as any other").in(name)
                            .remedy("remove them if they are not meant"));
        }
        if (sheet.firstHiddenColumn() < columns.length) {
            notes.accept(Finding.warning("HIDDEN_COLUMNS", "columns are hidden in the sheet, the first of them "
                    + XlsxSheet.columnName(sheet.firstHiddenColumn()) + "; they were read as any other").in(name)
                    .remedy("remove them if they are not meant"));
        }
    }

    private Finding malformed(String message, String remedy) {
        return Finding.error("MALFORMED_XLSX", message).in(name).remedy(remedy);
    }
}
