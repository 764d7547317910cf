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
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredValues.Followed;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of subjects with a value that is followed by another ([Followed]).
public final class FollowedRows implements RowsKind<Followed> {

    @Override
    public RowsDeclaration<Followed> declaration() {
        return Followed.DECLARATION;
    }

    @Override
    public void ask(Followed rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        List<LabelledCondition> conditions = rows.measured().stream().map(Followed.Measured::condition).toList();
        request.ofConditions(null, conditions);
    }

    @Override
    public Optional<Obstacle> unmet(Followed rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Followed rows, TableFrame frame, TableRecords records, TableBody body) {
        FollowedAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Followed rows) {
        return RowsPromise.NONE;
    }
}
