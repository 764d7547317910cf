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
import org.tabularium.shell.rows.DeclaredVisits.Thresholds;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of subjects whose value meets conditions, by visit ([Thresholds]).
public final class ThresholdsRows implements RowsKind<Thresholds> {

    @Override
    public RowsDeclaration<Thresholds> declaration() {
        return Thresholds.DECLARATION;
    }

    @Override
    public void ask(Thresholds rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        request.ofConditions(rows.where(), rows.conditions());
    }

    @Override
    public Optional<Obstacle> unmet(Thresholds rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Thresholds rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ThresholdsAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Thresholds rows) {
        return RowsPromise.NONE;
    }
}
