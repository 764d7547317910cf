package org.tabularium.analysis.efficacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.RowLabel;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.AbsentVariable;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.Visit;
import org.tabularium.study.records.BdsRecords.Phase;

/// One parameter at one visit: what a model is made of.
///
/// @param parameter the parameter
/// @param visit the visit; some subject has a value at it
record ParameterVisit(BdsParameter parameter, Visit visit) {

    private static final int MOST_VISITS = 10;

    /// Finds parameter and visit, and tells the table of them.
    ///
    /// @param code our PARAMCD; null where the table names none
    /// @param name AVISIT, in any letter case; null for the last scheduled visit
    /// @throws NotProducedException where either is not there
    static ParameterVisit find(@Nullable String code, @Nullable String name, TableFrame frame, TableBody body)
            throws NotProducedException {
        if (code == null) {
            throw new NotProducedException(new AbsenceObstacle.NoParameterNamed(frame.shell().id()));
        }
        BdsParameter parameter = BdsParameter.find(frame.data(), frame.shell().dataset(), frame.shell().where(), code)
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoParameter(frame.data().study().names().parameter(code))));
        Dimensions.whole(parameter);
        List<Visit> all = Visit.of(parameter, List.of());
        Visit visit = name != null
                ? Visit.of(parameter, List.of(name)).getFirst()
                : all.stream().filter(v -> v.phase() == Phase.AFTER_BASELINE).reduce((first, second) -> second)
                        .orElseThrow(() -> new NotProducedException(
                                new RowsObstacle.NoScheduledVisit(parameter.records().name(), code)));
        if (visit.isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NoValueAtVisit(parameter.records().name(), code, visit.name(),
                    all.stream().map(Visit::name).limit(MOST_VISITS).toList()));
        }
        body.addSource(parameter);
        body.placeholders.put("parameter", new RowLabel.Given(parameter.label()));
        return new ParameterVisit(parameter, visit);
    }

    /// The row of a subject's record; −1 for none.
    int row(int subject) {
        return visit.recordOf()[subject];
    }

    /// A variable of the dataset or of ADSL.
    ///
    /// @throws NotProducedException where neither has it
    JoinedColumn field(String variable) throws NotProducedException {
        return parameter.records().field(variable)
                .orElseThrow(() -> new NotProducedException(AbsentVariable.of(parameter.records().data().study(),
                        parameter.records().name(), variable)));
    }

    /// The keys of a result beside the arm.
    Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("PARAMCD", parameter.code());
        groups.put("AVISIT", visit.name());
        return groups;
    }

    /// The filter.
    Clauses clauses() {
        return Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", visit.name()));
    }

    /// Where the visit's values are.
    @Nullable
    Records records() {
        return parameter.records().behind(() -> Visit.rows(visit.recordOf()));
    }

    /// A result of a column.
    Result result(TableFrame frame, ColumnHead column, @Nullable String variable, List<String> level, Statistic statistic,
            Value value,
            Clauses more,
            Behind behind) {
        return frame.result(parameter.records().name(), column, groups(), variable, level, statistic, value,
                Filter.joined(clauses(), more), behind);
    }

    /// A result of a column, of a statistic that has several methods.
    Result result(TableFrame frame, ColumnHead column, @Nullable String variable, List<String> level, Statistic statistic,
            Value value, Clauses more, Method method, Behind behind) {
        return frame.result(parameter.records().name(), column, groups(), variable, level, statistic, value,
                Filter.joined(clauses(), more), method, behind);
    }

    /// A result of all arms together: no arm is among its keys.
    Result overall(TableFrame frame, String variable, String level, Statistic statistic, Value value, Method method,
            Behind behind) {
        return frame.overall(parameter.records().name(), groups(), variable, List.of(level), statistic, value,
                Filter.joined(clauses(), Clauses.of(Criterion.ALL_ARMS)), method, behind);
    }
}
