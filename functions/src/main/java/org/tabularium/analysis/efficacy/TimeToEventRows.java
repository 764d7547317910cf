package org.tabularium.analysis.efficacy;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Recounted;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.AdverseEventTimes;
import org.tabularium.study.records.Censoring;

/// Rows of a time to event ([TimeToEvent]).
public final class TimeToEventRows implements RowsKind<TimeToEvent> {

    @Override
    public RowsDeclaration<TimeToEvent> declaration() {
        return TimeToEvent.DECLARATION;
    }

    @Override
    public void ask(TimeToEvent rows, ColumnRequest request) {
        for (String candidate : TimeToEventAnalysis.candidates(request.study(), request.shell().dataset())) {
            BdsParameter.ask(request.study(), candidate, request.columns());
            request.columns().ask(candidate, TimeToEventAnalysis.VARIABLES);
            request.columns().ask(candidate, AdverseEventTimes.CATEGORY, AdverseEventTimes.SOURCE);
            request.columns().ask(candidate, rows.strata());
            request.columns().ask(candidate, ConditionVariables.of(request.shell().where(), request.study()));
        }
        request.ofAdsl(rows.strata());
    }

    @Override
    public Optional<Obstacle> unmet(TimeToEvent rows, Shell shell, Study study) {
        if (rows.curve().differences() && rows.landmarks().isEmpty()) {
            return Optional.of(new AbsenceObstacle.NoLandmarks());
        }
        return TimeToEventAnalysis.candidates(study, shell.dataset()).isEmpty()
                ? Optional.of(TimeToEventAnalysis.noTimes(study, shell.dataset()))
                : Optional.empty();
    }

    @Override
    public List<String> parameters(StudyData data) {
        return TimeToEventAnalysis.parameters(data);
    }

    @Override
    public PopulationName population(TimeToEvent rows, Shell shell, StudyData data) {
        String code = rows.parameter();
        if (code == null) {
            return PopulationName.EFFICACY;
        }
        try {
            return BdsParameter.find(data, TimeToEventAnalysis.candidates(data.study(), shell.dataset()), shell.where(), code)
                    .filter(TimeToEventRows::isOfSafety).isPresent() ? PopulationName.SAFETY : PopulationName.EFFICACY;
        } catch (NotProducedException e) {
            return PopulationName.EFFICACY; // the table is not made, and says why
        }
    }

    /// Whether the event is an adverse one: by the label, the category, or the source of all events.
    private static boolean isOfSafety(BdsParameter parameter) {
        String label = parameter.label();
        return AdverseEventTimes.isNamed(label) || (AdverseEventTimes.isOpen(label)
                && (has(parameter, AdverseEventTimes.CATEGORY, parameter.rows(), AdverseEventTimes::isSafety)
                        || has(parameter, AdverseEventTimes.SOURCE, events(parameter), AdverseEventTimes::isSource)));
    }

    private static boolean has(BdsParameter parameter, String variable, BitSet rows, Predicate<String> test) {
        Optional<JoinedColumn> field = parameter.records().field(variable).filter(f -> f.via() == null);
        return field.isPresent() && !rows.isEmpty() && rows.stream().mapToObj(field.get()::text).allMatch(test);
    }

    private static BitSet events(BdsParameter parameter) {
        BitSet events = new BitSet();
        parameter.records().field("CNSR").ifPresent(censored -> parameter.rows().stream()
                .filter(row -> censored.number(row) == Censoring.EVENT).forEach(events::set));
        return events;
    }

    @Override
    public void add(TimeToEvent rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        TimeToEventAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(TimeToEvent rows) {
        return RowsPromise.NONE.with(new Recounted("Events", true));
    }
}
