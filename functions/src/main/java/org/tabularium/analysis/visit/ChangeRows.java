package org.tabularium.analysis.visit;

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
import org.tabularium.shell.rows.DeclaredVisits.Change;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Rows of a score by visit with its change from baseline ([Change]).
public final class ChangeRows implements RowsKind<Change> {

    @Override
    public RowsDeclaration<Change> declaration() {
        return Change.DECLARATION;
    }

    @Override
    public void ask(Change rows, ColumnRequest request) {
        request.ofParameters();
        request.beside(List.of("PARAMN"));
    }

    @Override
    public Optional<Obstacle> unmet(Change rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public List<String> parameters(StudyData data) {
        return ChangeAnalysis.parameters(data);
    }

    @Override
    public Obstacle withoutParameter(Shell shell, StudyData data) {
        return ChangeAnalysis.withoutParameter(data, shell.id());
    }

    @Override
    public void add(Change rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ChangeAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Change rows) {
        return RowsPromise.NONE;
    }
}
