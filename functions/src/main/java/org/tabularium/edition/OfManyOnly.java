package org.tabularium.edition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tabularium.result.CellResults;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;

/// Takes out of a display what is of one subject: least and greatest values, percentiles other than quartiles, single lines of
/// a course, marks of censoring, values of records.
final class OfManyOnly {

    private static final Set<Statistic> OF_ONE = EnumSet.of(Statistic.MIN, Statistic.MAX, Statistic.RANGE, Statistic.PERCENTILE,
            Statistic.CENSORED, Statistic.GRADE,
            Statistic.VALUE);
    private static final Set<FigureRow.Layer> OF_MANY = EnumSet.of(FigureRow.Layer.STEP, FigureRow.Layer.AT_RISK,
            FigureRow.Layer.SUMMARY, FigureRow.Layer.GROUP_POINT, FigureRow.Layer.REFERENCE, FigureRow.Layer.INTERVAL,
            FigureRow.Layer.DOT, FigureRow.Layer.BOX, FigureRow.Layer.REASON);

    private OfManyOnly() {}

    static TableResults of(TableResults all) {
        List<ResultRow> rows = all.rows().stream().filter(row -> row.cells().stream().noneMatch(OfManyOnly::isOfOne)).toList();
        List<FigureRow> drawn = all.drawn().stream().filter(row -> OF_MANY.contains(row.layer()))
                .filter(row -> !endsFollowUpAlone(row)).map(OfManyOnly::withoutCensoring).toList();
        List<Result> unshown = all.unshown().stream().filter(result -> !OF_ONE.contains(result.statistic())).toList();
        return Parts.of(all, rows, drawn, unshown, all.remarks());
    }

    private static boolean isOfOne(CellResults cell) {
        return cell.form() == CellResults.Form.VALUE
                || cell.results().stream().anyMatch(result -> OF_ONE.contains(result.statistic()));
    }

    /// A step of a curve that does not step: somebody's follow-up ends there.
    private static boolean endsFollowUpAlone(FigureRow row) {
        return row.layer() == FigureRow.Layer.STEP && row.number(Statistic.CENSORED) > 0 && row.number(Statistic.EVENTS) == 0;
    }

    private static FigureRow withoutCensoring(FigureRow row) {
        CellResults cell = row.cell();
        List<Result> kept = cell.results().stream()
                .filter(result -> !OF_ONE.contains(result.statistic()) || result.value() instanceof Value.Text).toList();
        return new FigureRow(row.layer(), row.arm(), row.item(), row.what(), row.at(),
                new CellResults(cell.form(), kept, cell.decimals(), cell.denominator()));
    }
}
