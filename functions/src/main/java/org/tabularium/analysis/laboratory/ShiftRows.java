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
import org.tabularium.shell.rows.DeclaredVisits.Shift;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of the level after baseline by the level at it ([Shift]).
public final class ShiftRows implements RowsKind<Shift> {

    @Override
    public RowsDeclaration<Shift> declaration() {
        return Shift.DECLARATION;
    }

    @Override
    public void ask(Shift rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
    }

    @Override
    public Optional<Obstacle> unmet(Shift rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Shift rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ShiftAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Shift rows) {
        return RowsPromise.NONE;
    }
}
