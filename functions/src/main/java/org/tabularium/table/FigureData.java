package org.tabularium.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.ValueText;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.RowWords;

/// What a figure draws as columns and rows: what it is drawn as, of which arm, of what, where, as it is written beside it, and a
/// column a statistic in the words of `results.json`, at full precision.
final class FigureData {

    private final List<WordedRow> worded = new ArrayList<>();
    private final Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);

    FigureData(TableResults results, Labels labels, RowWords words, CellFormatter text) {
        for (FigureRow row : results.drawn()) {
            worded.add(new WordedRow(row, row.arm().isEmpty() ? "" : labels.ofArm(row.arm()), words.of(row.item()),
                    words.of(row.what()),
                    text.cell(row.cell()).text()));
            row.results().forEach(result -> statistics.add(result.statistic()));
        }
    }

    List<WordedRow> worded() {
        return worded;
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        HeadWords.ofDrawn().forEach(head -> columns.add(new TableColumn(head, "", Align.LEFT)));
        statistics.forEach(statistic -> columns.add(new TableColumn(statistic.word(), "", Align.DECIMAL)));
        return columns;
    }

    List<TableRow> rows() {
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (int i = 0; i < worded.size(); i++) {
            WordedRow row = worded.get(i);
            boolean begins = i == 0 || worded.get(i - 1).row().layer() != row.row().layer()
                    || !worded.get(i - 1).arm().equals(row.arm());
            block += begins ? 1 : 0;
            rows.add(new TableRow(TableRow.Kind.DATA, 0, block, cells(row)));
        }
        return rows;
    }

    private List<Cell> cells(WordedRow row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(row.row().layer().word()));
        cells.add(Cell.text(row.arm()));
        cells.add(Cell.text(row.item()));
        cells.add(Cell.text(row.what()));
        cells.add(Double.isNaN(row.row().at()) ? Cell.EMPTY : number(row.row().at(), List.of()));
        cells.add(Cell.text(row.shown()));
        for (Statistic statistic : statistics) {
            Optional<Result> result = row.row().results().stream().filter(r -> r.statistic() == statistic).findFirst();
            cells.add(result.map(FigureData::cell).orElse(Cell.EMPTY));
        }
        return cells;
    }

    private static Cell cell(Result result) {
        return switch (result.value()) {
            case Value.Whole(long value) -> number((double) value, List.of(result));
            case Value.Real(double value) -> number(value, List.of(result));
            case Value.Text(String value) -> new Cell(value, null, List.of(result));
            case Value.NotEstimable none -> new Cell(CellFormatter.notEstimable(), null, List.of(result));
        };
    }

    private static Cell number(double value, List<Result> results) {
        return new Cell(ValueText.number(value), Decimals.asWritten(value), results);
    }
}
