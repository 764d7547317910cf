package org.tabularium.analysis.laboratory;

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
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredResponses.Criteria;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows of subjects by the first condition that they meet ([Criteria]).
public final class CriteriaRows implements RowsKind<Criteria> {

    @Override
    public RowsDeclaration<Criteria> declaration() {
        return Criteria.DECLARATION;
    }

    @Override
    public void ask(Criteria rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        List<LabelledCondition> conditions = new ArrayList<>(rows.conditions());
        conditions.add(new LabelledCondition("", rows.among()));
        request.ofConditions(rows.where(), conditions);
    }

    @Override
    public Optional<Obstacle> unmet(Criteria rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Criteria rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        CriteriaAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Criteria rows) {
        return RowsPromise.NONE;
    }
}
