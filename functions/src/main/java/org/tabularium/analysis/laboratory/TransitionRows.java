package org.tabularium.analysis.laboratory;

import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredValues.Transition;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of who goes from one condition to another, and how long that takes ([Transition]).
public final class TransitionRows implements RowsKind<Transition> {

    @Override
    public RowsDeclaration<Transition> declaration() {
        return Transition.DECLARATION;
    }

    @Override
    public void ask(Transition rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        request.ofConditions(rows.where(), List.of(rows.from(), rows.to()));
    }

    @Override
    public Optional<Obstacle> unmet(Transition rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Transition rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        TransitionAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Transition rows) {
        return RowsPromise.NONE;
    }
}
