package org.tabularium.analysis.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.Visit;
import org.tabularium.study.VisitName;
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
        BdsParameter parameter = parameter(code, frame);
        List<Visit> all = Visit.of(parameter, List.of());
        Visit visit = name != null
                ? Visit.of(parameter, List.of(name)).getFirst()
                : all.stream().filter(v -> v.phase() == Phase.AFTER_BASELINE).reduce((first, second) -> second)
                        .orElseThrow(() -> new NotProducedException(
                                new RowsObstacle.NoScheduledVisit(parameter.records().name(), parameter.code())));
        tell(parameter, body);
        return new ParameterVisit(parameter, held(parameter, visit, all));
    }

    /// Finds a parameter and several visits, in the order of time, and tells the table of them.
    ///
    /// @param code our PARAMCD; null where the table names none
    /// @param names AVISITs, in any letter case and order; empty for all scheduled visits after baseline
    /// @throws NotProducedException where the parameter or a named visit is not there
    static List<ParameterVisit> several(@Nullable String code, List<String> names, TableFrame frame, TableBody body)
            throws NotProducedException {
        BdsParameter parameter = parameter(code, frame);
        List<Visit> all = Visit.of(parameter, List.of());
        for (Visit named : Visit.of(parameter, names)) {
            held(parameter, named, all);
        }
        Set<String> wanted = names.stream().map(name -> new VisitName(name).key()).collect(Collectors.toSet());
        List<ParameterVisit> found = all.stream()
                .filter(v -> names.isEmpty()
                        ? v.phase() == Phase.AFTER_BASELINE
                        : wanted.contains(new VisitName(v.name()).key()))
                .map(visit -> new ParameterVisit(parameter, visit))
                .toList();
        if (found.isEmpty()) {
            throw new NotProducedException(
                    new RowsObstacle.NoScheduledVisit(parameter.records().name(), parameter.code()));
        }
        tell(parameter, body);
        return found;
    }

    private static BdsParameter parameter(@Nullable String code, TableFrame frame) throws NotProducedException {
        if (code == null) {
            throw new NotProducedException(new AbsenceObstacle.NoParameterNamed(frame.shell().id()));
        }
        BdsParameter parameter = BdsParameter.find(frame.data(), frame.shell().dataset(), frame.shell().where(), code)
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoParameter(frame.data().study().names().parameter(code))));
        Dimensions.whole(parameter);
        return parameter;
    }

    /// The visit, at which somebody has a value.
    private static Visit held(BdsParameter parameter, Visit visit, List<Visit> all) throws NotProducedException {
        if (visit.isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NoValueAtVisit(parameter.records().name(), parameter.code(),
                    visit.name(), all.stream().map(Visit::name).limit(MOST_VISITS).toList()));
        }
        return visit;
    }

    private static void tell(BdsParameter parameter, TableBody body) {
        body.addSource(parameter);
        body.placeholders.put("parameter", parameter.heading());
    }

    /// The row of a subject's record; −1 for none.
    int row(int subject) {
        return visit.recordOf()[subject];
    }

    /// A variable of the dataset or of ADSL.
    ///
    /// @throws NotProducedException where neither has it
    JoinedColumn field(String variable) throws NotProducedException {
        return ModelCovariates.column(parameter, variable);
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
        return parameter.records().behind(Visit.rows(visit.recordOf()));
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
