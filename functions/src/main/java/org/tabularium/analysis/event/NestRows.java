package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredEvents.Nest;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.shell.rows.RowsDeclaration;

/// Rows by the levels of nested variables ([Nest]).
public final class NestRows implements RowsKind<Nest> {

    @Override
    public RowsDeclaration<Nest> declaration() {
        return Nest.DECLARATION;
    }

    @Override
    public void ask(Nest rows, ColumnRequest request) {
        request.ofTable(rows.variables());
        request.ofTable(ConditionVariables.of(rows.where(), request.study()));
        if (rows.order() == RowOrder.OF_DATA) {
            request.ofTable(rows.variables().stream().map(Arms::companion).toList());
        }
        if (!rows.worst().isEmpty()) {
            request.ofTable(List.of(rows.worst(), Arms.companion(rows.worst())));
        }
        if (rows.grades()) {
            request.ofTable(EventGrades.READ);
        }
    }

    @Override
    public void prepare(Nest rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        if (rows.grades()) {
            body.placeholders.put("grade", WorstGrades.of(records.records()).title());
        }
    }

    @Override
    public void add(Nest rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        Optional<Filter> filter = Filter.of(rows.where(), records.records());
        if (filter.isPresent()) {
            BitSet selected = records.records().select(filter.get(), records.selected());
            NestAnalysis.add(rows, frame, records.records(), records.filter().and(filter.get()), selected, body);
        }
    }

    @Override
    public RowsPromise promise(Nest rows) {
        RowsPromise promise = RowsPromise.of(Trait.FILTER_SAYS_ALL)
                .with(rows.events() ? Cells.COUNT_PERCENT_EVENTS : Cells.COUNT_PERCENT)
                .withStubLevels(rows.variables());
        boolean together = rows.groups().stream().anyMatch(group -> !group.kinds());
        return rows.threshold() > 0 || together ? promise.with(Trait.SOME_LEVELS_HIDDEN) : promise;
    }
}
