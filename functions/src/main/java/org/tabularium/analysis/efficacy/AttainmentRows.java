package org.tabularium.analysis.efficacy;

import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredResponses.Attainment;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of who attains a response first when, and who keeps it ([Attainment]).
public final class AttainmentRows implements RowsKind<Attainment> {

    private final ResponseRows responses = new ResponseRows();

    @Override
    public RowsDeclaration<Attainment> declaration() {
        return Attainment.DECLARATION;
    }

    @Override
    public void ask(Attainment rows, ColumnRequest request) {
        responses.ask(rows.responses(), request);
    }

    @Override
    public Optional<Obstacle> unmet(Attainment rows, Shell shell, Study study) {
        return responses.unmet(rows.responses(), shell, study)
                .or(() -> ParametersByVisit.lacking(shell, study));
    }

    @Override
    public void add(Attainment rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        AttainmentAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Attainment rows) {
        return RowsPromise.NONE.with(Cells.COUNT_PERCENT);
    }
}
