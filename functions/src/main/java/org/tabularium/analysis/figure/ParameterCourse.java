package org.tabularium.analysis.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredFigure.Course;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// A parameter by visit and arm ([Course]).
public final class ParameterCourse implements RowsKind<Course> {

    /// B cells, copies of cells, and what lupus is followed by.
    private static final List<String> USUAL = List.of("CD19", "BCELL", "CARCOPY", "CARCELL", "IGG", "C3", "C4", "DSDNA", "UPCR");
    private static final int MOST_LINES = 60;

    @Override
    public RowsDeclaration<Course> declaration() {
        return DeclaredFigure.Course.DECLARATION;
    }

    @Override
    public void ask(Course figure, ColumnRequest request) {
        request.ofParameters();
        request.ofAdsl(SubjectNames.VARIABLES);
    }

    @Override
    public Optional<Obstacle> unmet(Course figure, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public List<String> parameters(StudyData data) {
        return USUAL.stream().filter(code -> SubjectTrajectories.isThere(data, code)).toList();
    }

    @Override
    public void add(Course figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ValuesOverVisits values = ValuesOverVisits.of(frame, body, figure, Objects.requireNonNull(figure.parameter()),
                figure.visits());
        if (frame.population().subjects().cardinality() <= MOST_LINES) {
            values.addSubjects();
        }
        values.addNotDrawn();
        values.addGroups(List.of(Statistic.N, Statistic.MEDIAN, Statistic.Q1, Statistic.Q3, Statistic.MEAN, Statistic.SD));
        addNotOnLogarithm(figure, values, body);
        if (!Double.isNaN(figure.limit())) {
            values.addReferences(List.of(new ValuesOverVisits.Reference("", figure.limit())));
            int below = values.below(figure.limit());
            if (below > 0) {
                body.remarks.add(new LaboratoryRemark.BelowLimit(below, figure.limit()));
            }
        }
    }

    /// Values that a logarithmic axis has no place for; those below a limit of quantification stand on it.
    private static void addNotOnLogarithm(Course figure, ValuesOverVisits values, TableBody body) {
        int without = figure.log() && !(figure.limit() > 0) ? values.below(Double.MIN_VALUE) : 0;
        if (without > 0) {
            body.remarks.add(new LaboratoryRemark.NotOnLogarithm(without));
        }
    }

    @Override
    public RowsPromise promise(Course figure) {
        return RowsPromise.NONE;
    }
}
