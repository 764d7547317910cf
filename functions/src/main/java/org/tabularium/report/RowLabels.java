package org.tabularium.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.tabularium.result.Result;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.TableRow;

/// The printed labels of the row that shows each result: those of the rows above it that are less indented, and its own.
final class RowLabels {

    private static final String JOINT = " > ";

    private RowLabels() {}

    /// Results that no row shows have none; nor have those of a display without row labels.
    static IdentityHashMap<Result, String> of(Display display) {
        IdentityHashMap<Result, String> labels = new IdentityHashMap<>();
        List<String> path = new ArrayList<>();
        for (TableRow row : display.rows()) {
            if (row.kind() == TableRow.Kind.MESSAGE || !row.cells().getFirst().results().isEmpty()) {
                continue;
            }
            while (path.size() > row.indent()) {
                path.removeLast();
            }
            while (path.size() < row.indent()) {
                path.add("");
            }
            path.add(row.cells().getFirst().text().replace('\n', ' '));
            String label = String.join(JOINT, path.stream().filter(l -> !l.isEmpty()).toList());
            for (Cell cell : row.cells()) {
                cell.results().forEach(result -> labels.put(result, label));
            }
        }
        return labels;
    }
}
