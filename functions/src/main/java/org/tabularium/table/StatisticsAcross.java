package org.tabularium.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.rows.DeclaredVisits.Change;
import org.tabularium.study.VisitName;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.RowWords;

/// Values by visit and their changes with statistics as columns: a row a visit, a block an arm, the baseline once. The results
/// are those of the list of rows that the analysis makes. A parameter that has no change, though others have one, has "–" there,
/// which a footnote explains.
final class StatisticsAcross {

    /// Columns before the statistics: arm and visit.
    static final int STUBS = 2;

    private static final RowLabel CHANGES = new RowLabel.Named(RowName.Efficacy.CHANGE_FROM_BASELINE);

    /// The rows of a visit by what they show.
    private record AtVisit(RowLabel visit, Map<RowLabel, ResultRow> values, Map<RowLabel, ResultRow> changes) {

        AtVisit(RowLabel visit) {
            this(visit, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        boolean isBaseline() {
            return visit instanceof RowLabel.OfLevel(String _, String name) && new VisitName(name).isBaseline();
        }
    }

    private final List<ResultRow> from;
    private final RowWords words;
    private final CellFormatter text;
    private final List<Cell> arms;
    private final List<RowLabel> values;
    private final List<RowLabel> changes;
    private final List<TableRow> rows = new ArrayList<>();
    /// Where the rows of the results stand, those that stand anywhere as a row.
    private final Map<Integer, Integer> places = new HashMap<>();
    private int block;

    /// @param arms what each column of the results is called, in one line
    StatisticsAcross(List<ResultRow> shown, RowWords words, CellFormatter text, List<Cell> arms) {
        this.from = shown;
        this.words = words;
        this.text = text;
        this.arms = arms;
        this.values = lines(false);
        this.changes = lines(true);
        addRows();
    }

    /// Whether a table is nothing but such values, of all subjects together.
    static boolean fits(TableResults results) {
        return results.shell().rows().stream().allMatch(rows -> rows instanceof Change change && change.statisticsAcross())
                && results.shell().subgroups().isEmpty() && results.comparisons().isEmpty()
                && results.rows().stream().anyMatch(row -> row.label() instanceof RowLabel.OfLine);
    }

    /// @param armsHeader what the columns of the results are
    List<TableColumn> columns(String armsHeader) {
        List<TableColumn> columns = new ArrayList<>(List.of(
                new TableColumn(armsHeader, "", Align.LEFT), new TableColumn(HeadWords.VISIT, "", Align.LEFT)));
        values.forEach(line -> columns.add(new TableColumn(words.of(line), HeadWords.VALUE, Align.DECIMAL)));
        changes.forEach(line -> columns.add(new TableColumn(words.of(line), words.of(CHANGES), Align.DECIMAL)));
        return columns;
    }

    List<TableRow> rows() {
        return rows;
    }

    Map<Integer, Integer> places() {
        return places;
    }

    /// The statistics that the table has, in their order.
    private List<RowLabel> lines(boolean ofChanges) {
        Set<RowLabel> found = new LinkedHashSet<>();
        boolean below = false;
        for (ResultRow row : from) {
            below = row.kind() == ResultRow.Kind.HEADING ? row.label().equals(CHANGES) : below;
            if (row.label() instanceof RowLabel.OfLine && below == ofChanges) {
                found.add(row.label());
            }
        }
        return List.copyOf(found);
    }

    private void addRows() {
        List<AtVisit> visits = new ArrayList<>();
        boolean below = false;
        for (int at = 0; at < from.size(); at++) {
            ResultRow row = from.get(at);
            if (row.label() instanceof RowLabel.OfLine) {
                AtVisit visit = visits.getLast();
                (below ? visit.changes() : visit.values()).put(row.label(), row);
            } else if (row.label().equals(CHANGES)) {
                below = true;
            } else if (row.label() instanceof RowLabel.OfLevel && row.kind() == ResultRow.Kind.HEADING) {
                visits.add(new AtVisit(row.label()));
                below = false;
            } else {
                addArms(visits);
                visits.clear();
                places.put(at, rows.size());
                addOther(row);
            }
        }
        addArms(visits);
    }

    private void addOther(ResultRow row) {
        boolean heading = row.kind() == ResultRow.Kind.HEADING;
        block++;
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(words.of(row.label()))));
        while (heading && cells.size() < STUBS + values.size() + changes.size()) {
            cells.add(Cell.EMPTY);
        }
        rows.add(new TableRow(TableRow.Kind.of(row.kind()), row.indent(), block, cells));
    }

    private void addArms(List<AtVisit> visits) {
        boolean changed = visits.stream().anyMatch(visit -> !visit.changes().isEmpty());
        boolean headed = !rows.isEmpty() && rows.getLast().kind() == TableRow.Kind.HEADING;
        int indent = headed ? rows.getLast().indent() + 1 : 0;
        for (int arm = 0; arm < arms.size() && !visits.isEmpty(); arm++) {
            block += headed && arm == 0 ? 0 : 1;
            for (int at = 0; at < visits.size(); at++) {
                boolean first = at == 0;
                Cell withoutChange = changed || visits.get(at).isBaseline() ? Cell.EMPTY : Cell.text(CellFormatter.ABSENT);
                rows.add(new TableRow(TableRow.Kind.DATA, first ? indent : indent + 1, block,
                        cells(visits.get(at), arm, first, withoutChange)));
            }
        }
    }

    /// @param first whether it is the arm's first row, which names it
    /// @param withoutChange what stands where the visit has no change
    private List<Cell> cells(AtVisit visit, int arm, boolean first, Cell withoutChange) {
        List<Cell> cells = new ArrayList<>();
        cells.add(first ? arms.get(arm) : Cell.EMPTY);
        cells.add(Cell.text(words.of(visit.visit())));
        values.forEach(line -> cells.add(cell(visit.values().get(line), arm, Cell.EMPTY)));
        changes.forEach(line -> cells.add(cell(visit.changes().get(line), arm, withoutChange)));
        return cells;
    }

    private Cell cell(@Nullable ResultRow row, int arm, Cell without) {
        return row == null ? without : text.cell(row.cells().get(arm));
    }
}
