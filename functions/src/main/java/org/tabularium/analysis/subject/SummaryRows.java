package org.tabularium.analysis.subject;

import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredSubjects.Summary;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.Study;

/// Rows that summarise variables of ADSL ([Summary]).
public final class SummaryRows implements RowsKind<Summary> {

    @Override
    public RowsDeclaration<Summary> declaration() {
        return Summary.DECLARATION;
    }

    @Override
    public void ask(Summary rows, ColumnRequest request) {
        for (String variable : SummaryAnalysis.variables(rows, request.study())) {
            request.ofAdsl(List.of(variable, Arms.companion(variable)));
            NumericCodes.text(request.study(), variable).ifPresent(text -> request.ofAdsl(List.of(text)));
        }
        request.ofAdsl(List.of("AGEU"));
        request.ofAdsl(ConditionVariables.of(rows.where(), request.study()));
    }

    @Override
    public Optional<Obstacle> unmet(Summary rows, Shell shell, Study study) {
        return SummaryAnalysis.variables(rows, study).isEmpty()
                ? Optional.of(new AbsenceObstacle.NoneOfItsVariables())
                : Optional.empty();
    }

    @Override
    public void add(Summary rows, TableFrame frame, TableRecords records, TableBody body) {
        SummaryAnalysis.add(rows, frame, records, body);
    }

    @Override
    public RowsPromise promise(Summary rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL);
    }
}
