package org.tabularium.analysis.laboratory;

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
import org.tabularium.shell.rows.DeclaredValues.AtAnyTime;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of subjects with a value after baseline that meets a condition ([AtAnyTime]).
public final class AtAnyTimeRows implements RowsKind<AtAnyTime> {

    @Override
    public RowsDeclaration<AtAnyTime> declaration() {
        return AtAnyTime.DECLARATION;
    }

    @Override
    public void ask(AtAnyTime rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        request.ofConditions(rows.where(), rows.conditions());
    }

    @Override
    public Optional<Obstacle> unmet(AtAnyTime rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(AtAnyTime rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        AtAnyTimeAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(AtAnyTime rows) {
        return RowsPromise.NONE;
    }
}
