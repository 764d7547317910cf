package org.tabularium.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Selection;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Edition;

/// The results of a report as an edition may show them. It acts on results before anything is laid out, so that all files show
/// the same; who is behind a number is said in the full edition alone.
public final class Disclosure {

    private Disclosure() {}

    /// Whether all subjects must stand in one column: an arm has too few, or the numbers in the headers of the columns would give
    /// a small one away.
    public static boolean needsOneColumn(List<TableResults> displays, EditionShells edition) {
        return !edition.oneColumn() && edition.smallestCount() > 0
                && displays.stream().anyMatch(display -> display.columns().stream().anyMatch(column -> !column.isTotal()))
                && SmallCounts.of(displays.stream().map(OfManyOnly::of).toList(), edition.smallestCount()).byHeaders();
    }

    /// The displays of an edition; empty for those that it cannot show.
    ///
    /// @param displays all of the report
    public static List<Optional<TableResults>> of(List<TableResults> displays, EditionShells edition) {
        if (edition.edition().isFull()) {
            return displays.stream().map(Optional::of).toList();
        }
        List<TableResults> ofMany = displays.stream().map(OfManyOnly::of).toList();
        List<Optional<TableResults>> shown = new ArrayList<>();
        if (edition.smallestCount() == 0) {
            return ofMany.stream().map(display -> Optional.of(ofNobody(display, edition.edition()))).toList();
        }
        SmallCounts.Hidden hidden = SmallCounts.of(ofMany, edition.smallestCount());
        for (int i = 0; i < ofMany.size(); i++) {
            TableResults display = Withheld.of(ofMany.get(i), hidden.rows().get(i), edition.smallestCount());
            shown.add(hidden.displays().get(i) ? Optional.empty() : Optional.of(ofNobody(display, edition.edition())));
        }
        return shown;
    }

    /// Without who is behind its numbers, and in the blinded edition without what selects them.
    private static TableResults ofNobody(TableResults display, Edition edition) {
        List<ResultRow> rows = display.rows().stream().map(row -> new ResultRow(row.kind(), row.label(), row.indent(),
                row.startsBlock(), row.detail(), row.cells().stream().map(cell -> ofNobody(cell, edition)).toList())).toList();
        List<FigureRow> drawn = display.drawn().stream().map(row -> new FigureRow(row.layer(), row.arm(), row.item(), row.what(),
                row.at(), ofNobody(row.cell(), edition))).toList();
        return Parts.of(display, rows, drawn, display.unshown().stream().map(result -> ofNobody(result, edition)).toList(),
                display.remarks());
    }

    private static CellResults ofNobody(CellResults cell, Edition edition) {
        return new CellResults(cell.form(), cell.results().stream().map(result -> ofNobody(result, edition)).toList(),
                cell.decimals(), cell.denominator());
    }

    private static Result ofNobody(Result result, Edition edition) {
        Selection selection = edition == Edition.BLINDED
                ? new Selection(result.selection().population(), Clauses.NONE, null, Clauses.NONE)
                : result.selection();
        return new Result(result.dataset(), result.groups(), result.variable(), result.level(), result.statistic(),
                result.value(), selection, result.method());
    }
}
