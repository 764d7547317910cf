package org.tabularium.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.TableResults;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.shown.RowCells;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.RowWords;

/// A table with arms as columns: one column an arm, or several below the arm's name where counts and their events stand apart, or
/// worst grades beside the count of any grade.
final class ArmsAcross {

    /// A row with those that stand beside it.
    private record Line(ResultRow row, List<ResultRow> beside) {}

    private final TableResults results;
    private final RowWords words;
    private final CellFormatter text;
    private final List<Line> lines = new ArrayList<>();
    private final List<RowLabel> worst;
    private final boolean eventsApart;

    /// @param shown the rows to be laid out
    ArmsAcross(TableResults results, List<ResultRow> shown, RowWords words, CellFormatter text) {
        this.results = results;
        this.words = words;
        this.text = text;
        Set<RowLabel> beside = new LinkedHashSet<>();
        for (ResultRow row : shown) {
            if (row.label() instanceof RowLabel.OfWorst && !lines.isEmpty()) {
                beside.add(row.label());
                lines.getLast().beside().add(row);
            } else {
                lines.add(new Line(row, new ArrayList<>()));
            }
        }
        worst = List.copyOf(beside);
        eventsApart = worst.isEmpty()
                && shown.stream().flatMap(row -> row.cells().stream()).anyMatch(ArmsAcross::countsEvents);
    }

    /// Whether the header says that cells are counts, and counts of events.
    boolean eventsApart() {
        return eventsApart;
    }

    /// Whether the headers of the columns say what all cells hold.
    boolean saysCells() {
        return eventsApart;
    }

    /// The rows that are rows of the table, from top to bottom.
    List<ResultRow> rowsDown() {
        return lines.stream().map(Line::row).toList();
    }

    /// @param arms the header of each arm
    List<TableColumn> columns(String stub, List<TableColumn> arms, List<String> comparisons) {
        List<String> parts = parts();
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn(stub, "", Align.LEFT)));
        for (TableColumn arm : arms) {
            if (parts.isEmpty()) {
                columns.add(arm);
            }
            parts.forEach(part -> columns.add(new TableColumn(part, arm.marked(), Align.DECIMAL, "", arm.total())));
        }
        comparisons.forEach(head -> columns.add(new TableColumn(head, "", Align.DECIMAL)));
        return columns;
    }

    /// The headers below an arm; empty where it has one column.
    private List<String> parts() {
        if (eventsApart) {
            return HeadWords.COUNT_AND_EVENTS;
        }
        List<String> parts = new ArrayList<>();
        if (!worst.isEmpty()) {
            parts.add(HeadWords.anyOf(results.placeholders().get("grade")));
            worst.forEach(label -> parts.add(words.of(label)));
        }
        return parts;
    }

    /// @param said what a header or a footnote says that cells hold; a row of other counts says so itself
    List<TableRow> rows(Set<Cells> said) {
        RowCells held = new RowCells(results.columns().size());
        int width = columns("", armsWithoutHeader(), List.of()).size() + results.comparisons().size();
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (Line line : lines) {
            ResultRow row = line.row();
            block += row.startsBlock() ? 1 : 0;
            List<Cell> cells = new ArrayList<>();
            Optional<Cells> unsaid = held.next(row).filter(counts -> !said.contains(counts));
            cells.add(Cell.text(unsaid.map(counts -> words.holding(row.label(), counts)).orElseGet(() -> words.of(row.label()))));
            if (row.kind() != ResultRow.Kind.MESSAGE) {
                for (int column = 0; column < row.cells().size(); column++) {
                    parted(line, column).forEach(cell -> cells.add(text.cell(cell)));
                }
                while (cells.size() < width) {
                    cells.add(Cell.EMPTY);
                }
            }
            rows.add(new TableRow(TableRow.Kind.of(row.kind()), row.indent(), block, part(row), cells));
        }
        return rows;
    }

    private List<TableColumn> armsWithoutHeader() {
        return IntStream.range(0, results.columns().size()).mapToObj(_ -> new TableColumn("", "", Align.DECIMAL)).toList();
    }

    private List<CellResults> parted(Line line, int column) {
        CellResults cell = line.row().cells().get(column);
        if (column >= results.columns().size()) {
            return List.of(cell);
        }
        if (eventsApart) {
            return countsEvents(cell)
                    ? List.of(new CellResults(Form.COUNT_PERCENT, cell.results().subList(0, 2), 0, cell.denominator()),
                            new CellResults(Form.COUNT, cell.results().subList(2, 3), 0, 0))
                    : List.of(cell, CellResults.EMPTY);
        }
        List<CellResults> cells = new ArrayList<>(List.of(cell));
        for (RowLabel label : worst) {
            cells.add(line.beside().stream().filter(row -> row.label().equals(label)).findFirst()
                    .map(row -> row.cells().get(column)).orElse(CellResults.EMPTY));
        }
        return cells;
    }

    private static boolean countsEvents(CellResults cell) {
        return cell.form() == Form.COUNT_PERCENT_EVENTS;
    }

    /// All that a row shows may be about the row above it (limits, errors, deviations, tests), or be of how many those below
    /// are.
    private static TableRow.Part part(ResultRow row) {
        List<CellResults> shown = row.cells().stream().filter(cell -> cell.form() != Form.EMPTY).toList();
        if (shown.isEmpty()) {
            return TableRow.Part.ITSELF;
        }
        if (shown.stream().allMatch(ArmsAcross::counts)) {
            return TableRow.Part.COUNTS;
        }
        return shown.stream().allMatch(ArmsAcross::explains) ? TableRow.Part.EXPLAINS : TableRow.Part.ITSELF;
    }

    private static boolean counts(CellResults cell) {
        return cell.results().size() == 1 && cell.results().getFirst().statistic() == Statistic.N;
    }

    private static boolean explains(CellResults cell) {
        return switch (cell.form()) {
            case INTERVAL, PERCENT_INTERVAL, P_VALUE -> true;
            case STATISTIC -> isExplained(cell.results().getFirst().statistic());
            case EMPTY, NOT_APPLICABLE, WITHHELD, COUNT, COUNT_PERCENT, COUNT_PERCENT_EVENTS, FRACTION, PERCENT_DIFFERENCE,
                    ESTIMATE_INTERVAL,
                    TIME_RANGE, ESTIMATE_ERROR, MEAN_SD, PAIR, CENTRE_RANGE, VALUE ->
                false;
        };
    }

    /// Whether a statistic stands below the one that it explains: how far that spreads, how likely it is.
    private static boolean isExplained(Statistic statistic) {
        return statistic.decimals() == Statistic.Decimals.OF_SPREAD || statistic == Statistic.P_VALUE;
    }
}
