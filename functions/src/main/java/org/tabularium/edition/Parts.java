package org.tabularium.edition;

import java.util.List;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.display.Remark;
import org.tabularium.result.display.TableResults;

/// A display with other rows.
final class Parts {

    private Parts() {}

    static TableResults of(TableResults all, List<ResultRow> rows, List<FigureRow> drawn, List<Result> unshown,
            List<Remark> remarks) {
        return new TableResults(all.shell(), all.promises(), all.population(), all.columns(), all.comparisons(), all.listing(),
                rows, drawn, unshown, remarks, all.datasets(), all.placeholders());
    }
}
