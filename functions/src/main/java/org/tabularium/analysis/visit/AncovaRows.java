package org.tabularium.analysis.visit;

import java.util.ArrayList;
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
import org.tabularium.shell.rows.DeclaredModels.Ancova;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of an analysis of covariance ([Ancova]).
public final class AncovaRows implements RowsKind<Ancova> {

    @Override
    public RowsDeclaration<Ancova> declaration() {
        return Ancova.DECLARATION;
    }

    @Override
    public void ask(Ancova rows, ColumnRequest request) {
        request.ofParameters();
        List<String> used = new ArrayList<>(rows.covariates());
        if (rows.dose() != null) {
            used.add(rows.dose());
        }
        request.beside(used);
    }

    @Override
    public Optional<Obstacle> unmet(Ancova rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Ancova rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        AncovaAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Ancova rows) {
        return RowsPromise.NONE;
    }
}
