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
import org.tabularium.shell.rows.DeclaredModels.Mmrm;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of a mixed model for repeated measures ([Mmrm]).
public final class MmrmRows implements RowsKind<Mmrm> {

    @Override
    public RowsDeclaration<Mmrm> declaration() {
        return Mmrm.DECLARATION;
    }

    @Override
    public void ask(Mmrm rows, ColumnRequest request) {
        request.ofParameters();
        request.beside(rows.covariates());
    }

    @Override
    public Optional<Obstacle> unmet(Mmrm rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Mmrm rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        MmrmAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Mmrm rows) {
        return RowsPromise.NONE;
    }
}
