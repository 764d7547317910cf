package org.tabularium.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.CellResults;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredVisits.Shift;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.RowWords;

/// A shift table as a matrix: levels at baseline down, later levels across, a block an arm. The results are those of the list of
/// rows that the analysis makes; a level at baseline that nobody of an arm had has no row. How many of an arm have no later value
/// stands beside its n, where anybody has none.
final class ShiftMatrix {

    /// Arm, its n, level at baseline.
    private static final int STUBS = 3;

    private static final RowLabel N = new RowLabel.Named(RowName.Shared.N);
    private static final Set<RowName> TESTS = Set.of(RowName.Laboratory.SHIFT_ASSOCIATION, RowName.Laboratory.SHIFT_MEAN_SCORES,
            RowName.Laboratory.SHIFT_CORRELATION);
    private static final RowLabel NO_LATER = new RowLabel.Named(RowName.Laboratory.NO_LATER_VALUE);

    private final TableResults results;
    private final RowWords words;
    private final CellFormatter text;
    private final String armsHeader;
    private final List<Cell> arms;
    private final List<RowLabel> across;
    private final boolean anyWithoutLater;
    private final List<TableRow> rows = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private int block;

    /// @param armsHeader what the columns of the results are
    /// @param arms what each column of the results is called, in one line
    ShiftMatrix(TableResults results, RowWords words, CellFormatter text, String armsHeader,
            List<Cell> arms) {
        this.results = results;
        this.words = words;
        this.text = text;
        this.armsHeader = armsHeader;
        this.arms = arms;
        this.across = LevelsAcross.of(results.rows());
        this.anyWithoutLater = results.rows().stream().filter(row -> row.label().equals(NO_LATER))
                .flatMap(row -> row.cells().stream())
                .anyMatch(ShiftMatrix::isAny);
        addRows();
    }

    /// Whether a table is nothing but shifts, of all subjects together.
    static boolean fits(TableResults results) {
        Shell shell = results.shell();
        return !shell.rows().isEmpty() && shell.rows().stream().allMatch(Shift.class::isInstance)
                && shell.subgroups().isEmpty() && results.comparisons().isEmpty()
                && results.rows().stream().anyMatch(row -> row.label() instanceof RowLabel.Shifted);
    }

    /// Columns before how many had a level at baseline.
    int stubColumns() {
        return anyWithoutLater ? STUBS + 1 : STUBS;
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>(List.of(
                new TableColumn(armsHeader, "", Align.LEFT),
                new TableColumn(words.of(N), "", Align.DECIMAL)));
        if (anyWithoutLater) {
            columns.add(new TableColumn(words.of(NO_LATER), "", Align.DECIMAL));
        }
        columns.add(new TableColumn(words.of(new RowLabel.Named(RowName.Shared.BASELINE)), "", Align.LEFT));
        columns.add(new TableColumn(HeadWords.SUBJECTS, "", Align.DECIMAL));
        Shift shift = (Shift) results.shell().rows().getFirst();
        across.forEach(level -> columns.add(new TableColumn(words.of(level), HeadWords.over(level, shift), Align.DECIMAL)));
        return columns;
    }

    List<TableRow> rows() {
        return rows;
    }

    /// Which row of the matrix a heading or message of the results is.
    Map<Integer, Integer> places() {
        return places;
    }

    private void addRows() {
        List<ResultRow> from = results.rows();
        int at = 0;
        while (at < from.size()) {
            if (from.get(at).label().equals(N)) {
                int end = endOfGroup(from, at + 1);
                addArms(from.subList(at, end));
                at = end;
            } else {
                places.put(at, rows.size());
                addOther(from, at);
                at++;
            }
        }
    }

    /// Rows of one parameter and visit end where a heading or the next n begins.
    private static int endOfGroup(List<ResultRow> from, int start) {
        int end = start;
        while (end < from.size() && from.get(end).kind() == ResultRow.Kind.DATA && !from.get(end).label().equals(N)) {
            end++;
        }
        return end;
    }

    private void addOther(List<ResultRow> from, int at) {
        ResultRow row = from.get(at);
        boolean heading = row.kind() == ResultRow.Kind.HEADING;
        boolean belowHeading = at > 0 && from.get(at - 1).kind() == ResultRow.Kind.HEADING;
        block += belowHeading ? 0 : 1;
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(words.of(row.label()))));
        while (heading && cells.size() < stubColumns() + 1 + across.size()) {
            cells.add(Cell.EMPTY);
        }
        rows.add(new TableRow(TableRow.Kind.of(row.kind()), row.indent(), block, cells));
    }

    /// The matrix of each arm; they stand in the block of the heading over them.
    private void addArms(List<ResultRow> group) {
        boolean headed = !rows.isEmpty() && rows.getLast().kind() == TableRow.Kind.HEADING;
        block += headed ? 0 : 1;
        for (int arm = 0; arm < arms.size(); arm++) {
            addArm(group, arm);
        }
        group.stream().filter(ShiftMatrix::isTest).forEach(this::addTest);
    }

    private static boolean isTest(ResultRow row) {
        return row.label() instanceof RowLabel.Named(RowName name) && TESTS.contains(name);
    }

    /// The p-value of all arms stands below the numbers of subjects, beside what it is called.
    private void addTest(ResultRow test) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(stubColumns() + 1 + across.size(), Cell.EMPTY));
        cells.set(0, Cell.text(words.of(test.label())));
        cells.set(stubColumns(), text.cell(test.cells().getLast()));
        rows.add(new TableRow(TableRow.Kind.DATA, test.indent(), block, true, cells));
    }

    private void addArm(List<ResultRow> group, int arm) {
        List<TableRow> of = new ArrayList<>();
        for (int at = 1; at < group.size(); at++) {
            ResultRow row = group.get(at);
            if (!(row.label() instanceof RowLabel.Shifted) && !row.label().equals(NO_LATER) && !isTest(row)
                    && isShown(row.cells().get(arm))) {
                of.add(row(of.isEmpty(), group, row, later(group, at + 1, arm), arm));
            }
        }
        rows.addAll(of.isEmpty() ? List.of(row(true, group, null, Map.of(), arm)) : of);
    }

    /// The cells of the later levels that follow the row of a level at baseline.
    private static Map<RowLabel, CellResults> later(List<ResultRow> group, int start, int arm) {
        Map<RowLabel, CellResults> later = new LinkedHashMap<>();
        for (int at = start; at < group.size(); at++) {
            if (!(group.get(at).label() instanceof RowLabel.Shifted(RowLabel _, RowLabel level))) {
                break;
            }
            later.put(level, group.get(at).cells().get(arm));
        }
        return later;
    }

    private boolean isShown(CellResults cell) {
        return results.shell().zeroRows() == Shell.ZeroRows.KEEP || isAny(cell);
    }

    private static boolean isAny(CellResults cell) {
        return cell.results().isEmpty() || !(cell.results().getFirst().value() instanceof Value.Whole(long count)) || count > 0;
    }

    /// @param first whether it is the arm's first row, which names it; the others never part from it
    /// @param baseline null where the arm has nobody
    private TableRow row(boolean first, List<ResultRow> group, @Nullable ResultRow baseline, Map<RowLabel, CellResults> later,
            int arm) {
        ResultRow n = group.getFirst();
        List<Cell> cells = new ArrayList<>();
        cells.add(first ? arms.get(arm) : Cell.EMPTY);
        cells.add(first ? text.cell(n.cells().get(arm)) : Cell.EMPTY);
        if (anyWithoutLater) {
            cells.add(first ? withoutLater(group, arm) : Cell.EMPTY);
        }
        cells.add(baseline == null ? Cell.EMPTY : Cell.text(words.belowBaseline(baseline.label())));
        cells.add(baseline == null ? Cell.EMPTY : text.cell(baseline.cells().get(arm)));
        across.forEach(level -> cells.add(later.containsKey(level) ? text.cell(later.get(level)) : Cell.EMPTY));
        return new TableRow(TableRow.Kind.DATA, n.indent(), block, !first, cells);
    }

    /// How many of the arm have a level at baseline and none later.
    private Cell withoutLater(List<ResultRow> group, int arm) {
        return group.stream().filter(row -> row.label().equals(NO_LATER)).findFirst()
                .map(row -> text.cell(row.cells().get(arm))).orElse(Cell.EMPTY);
    }
}
