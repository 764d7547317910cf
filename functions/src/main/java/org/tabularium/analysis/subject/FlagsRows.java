package org.tabularium.analysis.subject;

import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredSubjects.Flags;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// A row a Y/N flag of ADSL ([Flags]).
public final class FlagsRows implements RowsKind<Flags> {

    @Override
    public RowsDeclaration<Flags> declaration() {
        return Flags.DECLARATION;
    }

    @Override
    public void ask(Flags rows, ColumnRequest request) {
        request.ofAdsl(FlagsAnalysis.variables(rows, request.study()));
        if (rows.untreated()) {
            request.ofAdsl(UntreatedSubjects.VARIABLES);
        }
    }

    @Override
    public Optional<Obstacle> unmet(Flags rows, Shell shell, Study study) {
        return FlagsAnalysis.variables(rows, study).isEmpty()
                ? Optional.of(new AbsenceObstacle.NoneOfItsVariables())
                : Optional.empty();
    }

    @Override
    public void add(Flags rows, TableFrame frame, TableRecords records, TableBody body) {
        FlagsAnalysis.add(rows, frame, records, body);
    }

    @Override
    public RowsPromise promise(Flags rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL).with(Cells.COUNT_PERCENT);
    }
}
