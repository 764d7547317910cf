package org.tabularium.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.result.ResultRow;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.RowWords;

/// The columns and rows of a listing.
final class ListingBody {

    /// A text column of a listing whose cells are all at most this long is centred.
    private static final int SHORT = 12;

    private final TableResults results;
    private final StudySettings settings;
    private final HouseStyle style;
    private final Labels labels;

    ListingBody(TableResults results, StudySettings settings, HouseStyle style, Labels labels) {
        this.results = results;
        this.settings = settings;
        this.style = style;
        this.labels = labels;
    }

    DisplayBody of(RowWords words, CellFormatter text) {
        List<TableRow> rows = rows(words, text);
        return new DisplayBody(columns(rows), stubColumns(), rows, FootnoteMarks.NONE);
    }

    /// What stands in a listing for a missing value; empty where the shell has no sign for it.
    static String absent(Shell shell) {
        return shell.rows().stream().map(DeclaredRows::absent).filter(a -> !a.isEmpty()).findFirst().orElse("");
    }

    /// How many of the columns that identify a listing's row are shown.
    private int stubColumns() {
        return (int) results.shell().rows().stream()
                .flatMap(rows -> rows.identifyingColumns().stream())
                .filter(column -> results.listing().stream().anyMatch(shown -> shown.header().equals(column.header())))
                .count();
    }

    private List<TableRow> rows(RowWords words, CellFormatter text) {
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (ResultRow row : results.rows()) {
            block += row.startsBlock() ? 1 : 0;
            rows.add(new TableRow(TableRow.Kind.of(row.kind()), row.indent(), block,
                    cells(row, results.listing().size(), words, text)));
        }
        return rows;
    }

    /// A row's cells: what its label says is the first of those that a row has too few of.
    private static List<Cell> cells(ResultRow row, int columns, RowWords words, CellFormatter text) {
        List<Cell> cells = new ArrayList<>(row.cells().stream().map(text::cell).toList());
        if (row.kind() == ResultRow.Kind.MESSAGE || cells.size() < columns) {
            cells.addFirst(Cell.text(words.of(row.label())));
        }
        while (row.kind() == ResultRow.Kind.HEADING && cells.size() < columns) {
            cells.add(Cell.EMPTY);
        }
        return cells;
    }

    /// The variable of the arms that a column of a listing shows: where it has no rows, that of study.yaml; empty for the usual.
    private String armVariable(int column) {
        TreatmentSettings named = settings.treatment();
        String usual = Optional.ofNullable(named.actual()).filter(actual -> actual.equals(named.planned())).orElse("");
        return results.rows().stream()
                .filter(row -> row.kind() == ResultRow.Kind.DATA && row.cells().size() > column)
                .flatMap(row -> row.cells().get(column).results().stream())
                .flatMap(result -> Optional.ofNullable(result.variable()).stream())
                .findFirst()
                .orElse(usual);
    }

    private String header(int column) {
        ListingColumn declared = results.listing().get(column);
        if (!style.ownFootnotes() && !declared.inAbstract().isEmpty()) {
            return declared.inAbstract();
        }
        return declared.source() instanceof ListingColumn.Source.Treatment
                ? HeadWords.ofTreatment(declared.header(), armVariable(column), labels)
                : declared.header();
    }

    private List<TableColumn> columns(List<TableRow> rows) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < results.listing().size(); i++) {
            int at = i;
            boolean shortCells = rows.stream()
                    .filter(row -> row.kind() == TableRow.Kind.DATA)
                    .allMatch(row -> row.cells().get(at).text().length() <= SHORT);
            boolean numbers = rows.stream()
                    .filter(row -> row.kind() == TableRow.Kind.DATA)
                    .map(row -> row.cells().get(at))
                    .anyMatch(cell -> cell.number() != null);
            Align words = shortCells ? Align.CENTER : Align.LEFT;
            columns.add(new TableColumn(header(i), "", shortCells && numbers ? Align.DECIMAL : words));
        }
        return columns;
    }
}
