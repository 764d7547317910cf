package org.tabularium.result.display;

import java.util.List;
import java.util.Map;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.ListingColumn;

/// A table before it is text: every result with its place.
///
/// @param shell the declaration
/// @param promises what its rows promise, in the order of the declaration
/// @param population who was counted
/// @param columns the columns of subjects; empty for a listing
/// @param comparisons what the columns to the right compare; empty for none
/// @param listing the columns of a listing; empty for every other table
/// @param rows the body
/// @param drawn what a figure draws, in the order of its data; empty for every other display
/// @param unshown results that no cell shows, such as the column totals
/// @param remarks footnotes that the computation gave rise to
/// @param datasets the datasets the results come from
/// @param placeholders what stands for `{…}` in the title
public record TableResults(
        Shell shell,
        List<RowsPromise> promises,
        AnalysisSet population,
        List<ColumnHead> columns,
        List<ComparisonHead> comparisons,
        List<ListingColumn> listing,
        List<ResultRow> rows,
        List<FigureRow> drawn,
        List<Result> unshown,
        List<Remark> remarks,
        List<String> datasets,
        Map<String, RowLabel> placeholders) {

    /// The same with those remarks alone without which its numbers cannot be read.
    public TableResults withNeededRemarks() {
        return new TableResults(shell, promises, population, columns, comparisons, listing, rows, drawn, unshown,
                remarks.stream().flatMap(remark -> remark.forNumbers().stream()).toList(), datasets, placeholders);
    }

    /// Whether some of the rows have a trait.
    public boolean some(RowsPromise.Trait trait) {
        return promises.stream().anyMatch(promise -> promise.has(trait));
    }

    /// Whether all of the rows have a trait.
    public boolean all(RowsPromise.Trait trait) {
        return promises.stream().allMatch(promise -> promise.has(trait));
    }
}
