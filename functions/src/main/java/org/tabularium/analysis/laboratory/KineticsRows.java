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
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredValues.Kinetics;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Rows about the course of a concentration or a count of cells ([Kinetics]).
public final class KineticsRows implements RowsKind<Kinetics> {

    @Override
    public RowsDeclaration<Kinetics> declaration() {
        return Kinetics.DECLARATION;
    }

    @Override
    public void ask(Kinetics rows, ColumnRequest request) {
        LaboratoryColumns.ask(request);
        request.ofAdsl(List.of(KineticsAnalysis.LAST_TREATMENT));
        request.beside(List.of("ADY", SubjectCourse.LIMIT));
    }

    @Override
    public Optional<Obstacle> unmet(Kinetics rows, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public void add(Kinetics rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        KineticsAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Kinetics rows) {
        return RowsPromise.NONE;
    }
}
