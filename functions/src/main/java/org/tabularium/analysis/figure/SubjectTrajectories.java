package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tabularium.analysis.figure.ValuesOverVisits.Reference;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredFigure.Trajectories;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.EndpointSettings;

/// Lines of subjects over visits ([Trajectories]).
public final class SubjectTrajectories implements RowsKind<Trajectories> {

    /// Scores that get their figure by themselves.
    private static final List<String> SCORES = List.of("SLEDAI2K", "PGA", "UPCR", "PREDDOSE");
    /// Lines of more subjects are a thicket.
    private static final int MOST_SUBJECTS = 80;

    private static final String LLDAS = "LLDAS";
    private static final String DORIS = "DORIS";

    @Override
    public RowsDeclaration<Trajectories> declaration() {
        return DeclaredFigure.Trajectories.DECLARATION;
    }

    @Override
    public void ask(Trajectories figure, ColumnRequest request) {
        request.ofParameters();
        request.ofAdsl(SubjectNames.VARIABLES);
    }

    @Override
    public Optional<Obstacle> unmet(Trajectories figure, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public boolean isFitting(Trajectories figure, Shell shell, StudyData data) {
        return data.subjectCount() <= MOST_SUBJECTS;
    }

    @Override
    public List<String> parameters(StudyData data) {
        return SCORES.stream().filter(code -> isThere(data, code)).toList();
    }

    static boolean isThere(StudyData data, String code) {
        try {
            return BdsParameter.find(data, "", null, code).filter(parameter -> !parameter.rows().isEmpty()).isPresent();
        } catch (NotProducedException e) {
            return false;
        }
    }

    @Override
    public void add(Trajectories figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        String code = Objects.requireNonNull(figure.parameter());
        ValuesOverVisits values = ValuesOverVisits.of(frame, body, figure, code, figure.visits());
        values.addSubjects();
        values.addGroups(List.of(Statistic.N, Statistic.MEDIAN, Statistic.Q1, Statistic.Q3));
        values.addNotDrawn();
        values.addReferences(figure.thresholds().isEmpty()
                ? limits(code, frame.data().settings().endpoints())
                : figure.thresholds().stream().map(at -> new Reference("", at)).toList());
    }

    /// The limits of LLDAS and DORIS.
    private static List<Reference> limits(String code, EndpointSettings endpoints) {
        List<Reference> limits = new ArrayList<>();
        switch (code) {
            case "SLEDAI2K" -> limits.add(new Reference(LLDAS, endpoints.lldas().sledai().value().doubleValue()));
            case "PGA" -> {
                limits.add(new Reference(DORIS, endpoints.doris().pga().value().doubleValue()));
                limits.add(new Reference(LLDAS, endpoints.lldas().pga().value().doubleValue()));
            }
            case "PREDDOSE" -> {
                limits.add(new Reference(DORIS, endpoints.doris().prednisolone().value().doubleValue()));
                limits.add(new Reference(LLDAS, endpoints.lldas().prednisolone().value().doubleValue()));
            }
            default -> {}
        }
        return limits;
    }

    @Override
    public RowsPromise promise(Trajectories figure) {
        return RowsPromise.NONE;
    }
}
