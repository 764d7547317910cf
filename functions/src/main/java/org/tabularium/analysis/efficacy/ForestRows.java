package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.Subgroups;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.dataset.Column;
import org.tabularium.result.CellResults;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ControlArm;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredFigure.Forest;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.CutOff;

/// The effect of each arm against the control, of all subjects and of each subgroup ([Forest]): what the table of the same
/// parameter says of them ([ArmEffects]), a row a subgroup.
public final class ForestRows implements RowsKind<Forest> {

    /// Responses that get their figure by themselves, the first of them that is there.
    private static final List<String> RESPONSES = List.of("SRI4", "LLDAS", "DORIS");
    /// Variables of which a figure has subgroups where the shell names none.
    private static final List<String> USUAL = List.of("SEX", "AGEGR1", "RACE");
    /// Lines that find room on a page: a heading a variable, then one a level and arm that is compared.
    private static final int MOST = 28;
    private static final RowLabel ALL = new RowLabel.Named(RowName.Shared.OVERALL);
    private static final RowLabel NOTHING = new RowLabel.Given("");

    private final TimeToEventRows times = new TimeToEventRows();

    @Override
    public RowsDeclaration<Forest> declaration() {
        return DeclaredFigure.Forest.DECLARATION;
    }

    @Override
    public void ask(Forest figure, ColumnRequest request) {
        request.ofParameters();
        for (String dataset : ResponseParameters.candidates(request.study(), request.shell().dataset())) {
            BdsParameter.ask(request.study(), dataset, request.columns());
        }
        EndpointSubjects.ask(request.study(), request.columns());
        CutOff.ask(request.study(), request.columns());
        times.ask(asTimes(figure), request);
        request.ofAdsl(USUAL);
        request.ofAdsl(USUAL.stream().map(Arms::companion).toList());
    }

    @Override
    public Optional<Obstacle> unmet(Forest figure, Shell shell, Study study) {
        boolean any = !ResponseParameters.candidates(study, shell.dataset()).isEmpty()
                || times.unmet(asTimes(figure), shell, study).isEmpty();
        return any ? Optional.empty() : ParametersByVisit.lacking(shell, study);
    }

    @Override
    public boolean isFitting(Forest figure, Shell shell, StudyData data) {
        Arms arms = Arms.of(data, shell.by(), shell.population());
        return arms.several() == null && arms.labels().size() > 1
                && ControlArm.of(arms.labels(), shell.against(), data.settings().treatment()).arm() != null
                && !subgroups(shell, data).isEmpty();
    }

    @Override
    public List<String> parameters(StudyData data) {
        Stream<String> response = RESPONSES.stream().filter(code -> isThere(data, code)).limit(1);
        return Stream.concat(response, TimeToEventAnalysis.parameters(data).stream()).toList();
    }

    @Override
    public PopulationName population(Forest figure, Shell shell, StudyData data) {
        return times.population(asTimes(figure), shell, data);
    }

    private static boolean isThere(StudyData data, String code) {
        try {
            return BdsParameter.find(data, "", null, code).filter(parameter -> !parameter.rows().isEmpty()).isPresent();
        } catch (NotProducedException e) {
            return false;
        }
    }

    @Override
    public RowsPromise promise(Forest figure) {
        return RowsPromise.NONE;
    }

    static TimeToEvent asTimes(Forest figure) {
        return new TimeToEvent(figure.parameter(), "", List.of(), figure.strata(), figure.ties(),
                TimeToEvent.Curve.USUAL);
    }

    /// The subgroups' variables: those of the shell, else those usual ones that tell subjects apart.
    private static List<String> subgroups(Shell shell, StudyData data) {
        return shell.subgroups().isEmpty()
                ? USUAL.stream().filter(variable -> data.adsl().column(variable).filter(ForestRows::tellsApart).isPresent())
                        .toList()
                : shell.subgroups();
    }

    private static boolean tellsApart(Column column) {
        Set<String> levels = new LinkedHashSet<>();
        for (int subject = 0; subject < column.size(); subject++) {
            if (!column.isMissing(subject)) {
                levels.add(ValueText.text(column, subject));
            }
        }
        return levels.size() > 1;
    }

    @Override
    public void add(Forest figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        if (frame.reference().isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoControlArm());
        }
        ArmEffects effects = ArmEffects.of(figure, frame, body);
        int each = frame.armColumns().size() - 1;
        int row = 0;
        int lines = each;
        long all = draw(effects, frame, ALL, NOTHING, row++, body);
        List<String> without = new ArrayList<>();
        for (String variable : subgroups(frame.shell(), frame.data())) {
            List<Subgroups.Part> parts = Subgroups.parts(frame, variable);
            int more = 1 + parts.size() * each;
            if (lines + more > MOST) {
                without.add(variable);
                continue;
            }
            lines += more;
            long shown = 0;
            for (Subgroups.Part part : parts) {
                shown += draw(effects, part.frame(), part.label(), new RowLabel.OfVariable(Study.ADSL, variable), row++, body);
            }
            long missing = Math.min(all - shown, frame.data().adsl().column(variable).stream()
                    .mapToLong(column -> frame.population().subjects().stream().filter(column::isMissing).count()).sum());
            if (missing > 0) {
                body.remarks.add(new PopulationRemark.NoSubgroup(missing, variable));
            }
        }
        if (!without.isEmpty()) {
            body.remarks.add(new PopulationRemark.SubgroupsWithoutRoom(List.copyOf(without)));
        }
    }

    /// Adds the rows of all or of a subgroup.
    ///
    /// @return how many subjects the shares are of
    private static long draw(ArmEffects effects, TableFrame part, RowLabel level, RowLabel variable, int row, TableBody body)
            throws NotProducedException {
        TableBody own = new TableBody();
        ArmEffects.Cells cells;
        try {
            cells = effects.of(part, own);
        } catch (NotProducedException e) {
            if (part.within().isEmpty()) {
                throw e;
            }
            cells = ArmEffects.Cells.NONE;
        }
        if (part.within().isEmpty()) {
            body.remarks.addAll(own.remarks);
            body.datasets.addAll(own.datasets);
            body.placeholders.putAll(own.placeholders);
        } else {
            Subgroups.addRemarks(part, own, body);
        }
        cells.shares().forEach((arm, cell) -> body.drawn
                .add(new FigureRow(Layer.SUMMARY, arm, level, variable, row, cell)));
        cells.effects().forEach((arm, cell) -> body.drawn
                .add(new FigureRow(Layer.INTERVAL, arm, level, variable, row, cell)));
        return cells.shares().values().stream().mapToLong(CellResults::denominator).sum();
    }
}
