package org.tabularium.analysis.visit;

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
import org.tabularium.shell.rows.DeclaredModels.Cmh;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of levels at a visit with the Cochran–Mantel–Haenszel tests ([Cmh]).
public final class CmhRows implements RowsKind<Cmh> {

    @Override
    public RowsDeclaration<Cmh> declaration() {
        return Cmh.DECLARATION;
    }

    @Override
    public void ask(Cmh rows, ColumnRequest request) {
        request.ofParameters();
        request.beside(rows.strata());
    }

    @Override
    public Optional<Obstacle> unmet(Cmh rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Cmh rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        CmhAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Cmh rows) {
        return RowsPromise.NONE;
    }
}
