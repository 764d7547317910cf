package org.tabularium.analysis.event;

import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventGroup;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.EventDays;
import org.tabularium.selection.event.Infusions;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredEvents.Grades;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.StudyData;

/// Rows of events of special interest by worst grade ([Grades]).
public final class GradesRows implements RowsKind<Grades> {

    @Override
    public RowsDeclaration<Grades> declaration() {
        return Grades.DECLARATION;
    }

    @Override
    public void ask(Grades rows, ColumnRequest request) {
        request.ofTable(EventGrades.READ);
        request.ofTable(List.of("AEDECOD"));
        request.ofTable(EventDays.READ);
        if (rows.timing()) {
            Infusions.ask(request.study(), request.columns());
        }
        rows.treatments().forEach(given -> request.ofTable(List.of(given.flag())));
        if (!rows.treatments().isEmpty()) {
            request.ofTable(GivenTreatments.TEXTS);
        }
        request.ofTable(EventGroups.variables(request.study()));
        request.ofTable(EventGroups.scopes(request.study()));
        request.ofTable(EventGroups.CLASSES);
    }

    /// Groups that the sponsor marked or declared, or the toxicities of a cell therapy where the study is one; other terms are
    /// the sponsor's own.
    @Override
    public boolean isFitting(Grades rows, Shell shell, StudyData data) {
        return !rows.terms().stream().allMatch(CellTherapy::isToxicity) || CellTherapy.is(data)
                || (rows.groups() && (!EventGroup.declared(data.settings()).isEmpty()
                        || JoinedRecords.of(data, shell.dataset())
                                .filter(events -> !EventGroups.names(events, rows.terms()).isEmpty()).isPresent()));
    }

    @Override
    public void add(Grades rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        GradesAnalysis.add(rows, frame, records.records(), records.filter(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Grades rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL, Trait.GRADED).with(Cells.COUNT_PERCENT);
    }
}
