package org.tabularium.dataset.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.scan.NamedColumns;
import org.tabularium.dataset.scan.RowNumbers;
import org.tabularium.dataset.scan.ScannedRows;
import org.tabularium.finding.Finding;

/// A dataset in the first sheet, or the one that the study names, of an Excel workbook (`.xlsx`, ECMA-376): a header of names in
/// the first row that is not blank, then one row a row.
///
/// Kinds are found as in CSV: variables that ADaM knows have the kind they have there, any other column is numeric when each cell
/// that is not blank is a
/// number or a SAS missing value (`.`, `.A`); digits stored as text make text. A number whose format shows a date becomes the
/// date in ISO 8601, one that shows a time a SAS time where all of the column are times; a truth
/// value `TRUE` or `FALSE`. Formulas are not calculated: their stored results count. Blank rows and columns at the end are not
/// there.
final class XlsxFile implements DatasetFile {

    private static final int MOST_TITLES = 10;

    private final String name;
    private final XlsxBook book;
    private final InputLimits limits;
    private final int headerRow;
    private final NamedColumns columns;
    /// Which of the columns each column of the sheet is; -1 for one without a name.
    private final int[] places;

    private XlsxFile(DatasetSource source, XlsxBook book, int headerRow, NamedColumns columns, int[] places) {
        this.name = source.name();
        this.book = book;
        this.limits = source.limits();
        this.headerRow = headerRow;
        this.columns = columns;
        this.places = places;
    }

    static XlsxFile open(DatasetSource source) throws UnreadableDatasetException {
        try {
            XlsxBook book = new XlsxBook(source);
            String which = source.declaration().sheet().isPresent() ? "the sheet" : "the first sheet";
            if (book.isHidden()) {
                source.notes().accept(Finding.warning("SHEET_HIDDEN", which + ", which was read, is hidden").in(source.name())
                        .value(book.sheetName()).remedy("check that it is the one that is meant"));
            } else if (book.sheets().size() > 1 && source.declaration().sheet().isEmpty()) {
                String words = "is the first of " + book.sheets().size() + " sheets; the others were not read";
                boolean another = book.sheets().stream().skip(1).anyMatch(source.name()::equalsIgnoreCase);
                source.notes().accept((another
                        ? Finding.warning("SHEETS", words + ", of which one is called as the dataset is")
                        : Finding.note("SHEETS", words))
                        .in(source.name()).value(book.sheetName())
                        .remedy("name another under sheets: in study.yaml if that is the one that is meant"));
            }
            try (XlsxSheet sheet = new XlsxSheet(book.sheet())) {
                return header(source, book, sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XlsxFile header(DatasetSource source, XlsxBook book, XlsxSheet sheet)
            throws IOException, UnreadableDatasetException {
        String name = source.name();
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
            int[] places = new int[sheet.width()];
            for (int i = 0; i < places.length; i++) {
                places[i] = cells.isBlank(i) ? -1 : names.size();
                if (!cells.isBlank(i)) {
                    names.add(cells.text(i, 0, ""));
                }
            }
            int row = sheet.row();
            if (names.size() == 1 && isTitle(sheet)) {
                source.notes().accept(Finding.warning("TITLE_ABOVE_NAMES",
                        "stands alone in row " + row + " of the sheet, where the names of the variables should be").in(name)
                        .value(names.getFirst()).remedy("remove titles and blank rows above the names"));
            }
            return new XlsxFile(source, book, row, NamedColumns.of(source, names), places);
        }
        throw new UnreadableDatasetException(
                Finding.error("MALFORMED_XLSX", "the sheet " + book.sheetName() + " is empty").in(name)
                        .remedy("put the names of the variables into its first row"));
    }

    /// Whether one of the next rows has several texts, as names of variables are.
    private static boolean isTitle(XlsxSheet sheet) throws UnreadableDatasetException {
        for (int row = 0; row < MOST_TITLES && sheet.next(); row++) {
            int texts = 0;
            for (int i = 0; i < sheet.width(); i++) {
                texts += sheet.type(i) == XlsxSheet.CellType.SHARED || sheet.type(i) == XlsxSheet.CellType.TEXT ? 1 : 0;
            }
            if (texts > 1) {
                return true;
            }
        }
        return false;
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
        List<Variable> variables = variables();
        @Nullable
        XlsxColumn[] sinks = new XlsxColumn[variables.size()];
        ScannedRows rows = new ScannedRows(name, variables, wanted, limits, i -> {
            XlsxColumn column = XlsxColumn.of(variables.get(i), columns.kinds().get(i));
            sinks[i] = column;
            return column.column();
        });
        RowNumbers rowNumbers = new RowNumbers();
        boolean numbered = false;
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
                numbered |= isUnnamed(0) && !cells.isBlank(0);
                take(cells, sheet, sinks, row, rowNumbers);
                rows.end();
            }
            refuseMerged(sheet, lastRow);
            warn(cells, sheet, hidden, notes);
            cells.doubts().tell(name, notes);
            digitsAsText(sinks, notes);
            notAvailable(sinks, notes);
            if (numbered) {
                notes.accept(RowNumbers.note(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.dataset(label(), notes);
    }

    private void digitsAsText(@Nullable XlsxColumn[] sinks, Consumer<Finding> notes) {
        for (XlsxColumn sink : sinks) {
            if (sink instanceof XlsxColumn.Textual text && text.digitsAmongNumbers() > 0) {
                notes.accept(Finding.warning("DIGITS_AS_TEXT",
                        "was read as text: " + text.digitsAmongNumbers()
                                + " of its cells hold digits as text, the others numbers")
                        .in(name).of(text.column().variable().name())
                        .remedy("write all as numbers (Excel: Convert to Number), or all as text"));
            }
        }
    }

    private void notAvailable(@Nullable XlsxColumn[] sinks, Consumer<Finding> notes) {
        for (XlsxColumn sink : sinks) {
            if (sink instanceof XlsxColumn.Numeric numbers && numbers.notAvailable() > 0) {
                notes.accept(Finding.note("NA_MISSING", "the text NA or NaN stands for a number in " + numbers.notAvailable()
                        + " rows and was read as a missing value")
                        .in(name).of(numbers.column().variable().name()).remedy("leave the cell empty where there is no value"));
            }
        }
    }

    private boolean isUnnamed(int column) {
        return column >= places.length || places[column] < 0;
    }

    private void take(XlsxCells cells, XlsxSheet sheet, @Nullable XlsxColumn[] sinks, long row, RowNumbers rowNumbers)
            throws UnreadableDatasetException {
        for (int i = 0; i < Math.max(places.length, sheet.width()); i++) {
            if (isUnnamed(i)) {
                if (!cells.isBlank(i) && (i > 0 || !rowNumbers.take(cells.text(i, row, "")))) {
                    throw new UnreadableDatasetException(
                            malformed("cell " + sheet.address(i) + " has a value, but its column has no name",
                                    "name the column or clear it").at(row));
                }
                continue;
            }
            XlsxColumn sink = sinks[places[i]];
            if (sink == null) {
                continue;
            }
            String variable = sink.column().variable().name();
            String text = cells.text(i, row, variable);
            Finding problem = sink.accept(text, cells.isTextual(i), cells.showsTime(i));
            if (problem != null) {
                String message = problem.message() + " (cell " + sheet.address(i) + ")";
                throw new UnreadableDatasetException(new Finding(problem.severity(), problem.code(), name, row, variable,
                        problem.value(), message, problem.remedy()));
            }
        }
    }

    private void refuseMerged(XlsxSheet sheet, int lastRow) throws UnreadableDatasetException {
        int width = places.length;
        while (width > 0 && places[width - 1] < 0) {
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
        if (sheet.firstHiddenColumn() < places.length) {
            notes.accept(Finding.warning("HIDDEN_COLUMNS", "columns are hidden in the sheet, the first of them "
                    + XlsxSheet.columnName(sheet.firstHiddenColumn()) + "; they were read as any other").in(name)
                    .remedy("remove them if they are not meant"));
        }
    }

    private Finding malformed(String message, String remedy) {
        return Finding.error("MALFORMED_XLSX", message).in(name).remedy(remedy);
    }
}
