package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.OutsideColumns;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.DayWindow;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.LimitUnit;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.laboratory.DerivedVariables;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords.Phase;

/// Computes [DeclaredResponses.Criteria]: at each visit, subjects by the first condition that they meet, each condition on
/// several parameters at that visit.
///
/// A subject counts at a visit where it has a value of each parameter; who meets no condition is in the row without one, where
/// there is such a row.
public final class CriteriaAnalysis {

    /// What a title calls a block of criteria that is in the table, and one that the data cannot have: `{criteria:Response}`.
    private static final String MADE = "criteria";
    private static final String NOT_MADE = "nocriteria";

    private final DeclaredResponses.Criteria block;
    private final TableFrame frame;
    private final Filter subjects;
    private final TableBody body;
    /// Those of the block, then others that its conditions name.
    private final List<BdsParameter> parameters;
    private final List<ParameterTimeline> courses;
    private final Set<String> absent;
    private final List<LimitUnit> units;

    private CriteriaAnalysis(
            DeclaredResponses.Criteria block, TableFrame frame, Filter subjects, TableBody body, List<BdsParameter> parameters,
            List<ParameterTimeline> courses, Set<String> absent) throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.body = body;
        this.parameters = parameters;
        this.courses = courses;
        this.absent = absent;
        this.units = new ArrayList<>();
        for (BdsParameter parameter : parameters) {
            LimitUnit unit = LimitUnit.of(parameter, frame.shell().limitUnits());
            unit.remark().ifPresent(body.remarks::add);
            units.add(unit);
        }
    }

    public static void add(DeclaredResponses.Criteria block, TableFrame frame, TableBody body) throws NotProducedException {
        Optional<Filter> subjects = JoinedRecords.subjectFilter(frame.data(), block.where());
        List<BdsParameter> needed = ParameterSearch.find(frame.data(), frame.shell(), block.parameters());
        if (subjects.isEmpty() || needed.size() < block.parameters().size()) {
            body.shows(NOT_MADE, new RowLabel.Given(block.label()));
        }
        if (subjects.isEmpty() || needed.isEmpty()) {
            return;
        }
        if (needed.size() < block.parameters().size()) {
            List<String> lacking = new ArrayList<>(block.parameters());
            needed.forEach(parameter -> lacking.remove(parameter.code()));
            body.remarks.add(new LaboratoryRemark.CriterionNotShown(block.label(), List.copyOf(lacking)));
            return;
        }
        Set<String> others = new TreeSet<>();
        named(block).forEach(name -> others.add(parameter(name)));
        block.parameters().forEach(others::remove);
        List<BdsParameter> derived = new ArrayList<>();
        List<BdsParameter> all = new ArrayList<>(needed);
        all.addAll(ParameterSearch.find(frame.data(), frame.shell(), List.copyOf(others)));
        List<ParameterTimeline> courses = new ArrayList<>();
        for (BdsParameter parameter : all) {
            courses.add(ParameterTimeline.of(Dimensions.whole(parameter)));
            derived.add(DerivedVariables.of(parameter, variables(parameter, block)));
            others.remove(parameter.code());
        }
        others.removeIf(name -> frame.data().adsl().has(name));
        new CriteriaAnalysis(block, frame, subjects.get(), body, derived, courses, others).add();
    }

    private static Set<String> named(DeclaredResponses.Criteria block) {
        List<LabelledCondition> conditions = new ArrayList<>(block.conditions());
        conditions.add(new LabelledCondition("", block.among()));
        return ConditionVariables.named(conditions);
    }

    private static String parameter(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// The variables that the conditions want of a parameter.
    private static Set<String> variables(BdsParameter parameter, DeclaredResponses.Criteria block) {
        Set<String> variables = new TreeSet<>(Set.of("AVAL"));
        String prefix = parameter.code() + ".";
        named(block).stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> variables.add(name.substring(prefix.length())));
        return variables;
    }

    private void add() throws NotProducedException {
        List<Map<String, Visit>> byName = new ArrayList<>();
        List<Visit> visits = Visit.of(parameters.getFirst(), block.visits()).stream()
                .filter(visit -> visit.phase() == Phase.AFTER_BASELINE)
                .toList();
        for (BdsParameter parameter : parameters) {
            body.addSource(parameter);
            Map<String, Visit> own = new HashMap<>();
            Visit.of(parameter, List.of()).forEach(visit -> own.put(key(visit), visit));
            byName.add(own);
        }
        int first = body.rows.size();
        body.heading(new RowLabel.Given(block.label()), 0, true);
        for (Visit visit : visits) {
            addVisit(visit, byName.stream().map(own -> Optional.ofNullable(own.get(key(visit)))).toList());
        }
        body.shows(MADE, new RowLabel.Given(block.label()));
        body.shows(block.label(), new RowLabel.Given(block.label()));
        OutsideColumns.of(frame, subjects).say(body, first, block.label());
        body.remarks.add(new LaboratoryRemark.CriterionPercentages(block.label(), labels(),
                parameters.size() == 1 ? "" : parameters.getFirst().label(), block.window()));
        if (!absent.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.NotAssessed(block.label(), List.copyOf(absent)));
        }
    }

    /// The labels of the parameters that the block needs.
    private List<String> labels() {
        return parameters.stream().filter(p -> block.parameters().contains(p.code())).map(BdsParameter::label).toList();
    }

    private static String key(Visit visit) {
        return new VisitName(visit.name()).key();
    }

    private void addVisit(Visit visit, List<Optional<Visit>> own) throws NotProducedException {
        BitSet valued = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        Map<String, Optional<JoinedColumn>> fields = new HashMap<>();
        absent.forEach(name -> fields.put(name, nothing()));
        for (int i = 0; i < parameters.size(); i++) {
            BdsParameter parameter = parameters.get(i);
            int[] rows = i == 0 ? visit.recordOf() : rows(i, own.get(i), visit);
            if (block.parameters().contains(parameter.code())) {
                valued.and(valued(parameter, rows));
            }
            for (String variable : variables(parameter, block)) {
                Optional<JoinedColumn> seen = parameter.records().field(variable)
                        .map(f -> new JoinedColumn(f.column(), subject -> subject < rows.length ? rows[subject] : -1));
                fields.put(parameter.code() + "." + variable, seen);
                if (variable.equals("AVAL")) {
                    fields.put(parameter.code(), seen);
                }
            }
        }
        JoinedRecords records = JoinedRecords.ofSubjects(frame.data()).with(fields);
        Filter counted = valued.isEmpty() ? Filter.EVERYTHING : filter(block.among(), records, block.label());
        valued.and(records.select(counted));
        body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), 1, true);
        SubsetCounts among = new SubsetCounts(frame, parameters.getFirst().records().name(), Map.of("AVISIT", visit.name()), null,
                valued,
                Filter.joined(Filter.joined(at(visit), subjects.clauses()), counted.clauses()),
                parameters.getFirst().records().behind(Visit.rows(visit.recordOf())));
        body.row(new RowLabel.Named(RowName.Shared.N), 2, false,
                among.cells(column -> new CellResults(CellResults.Form.COUNT, List.of(
                        among.n(column, List.of(block.label()))), 0, 0)));
        addLevels(records, valued, among);
    }

    /// What is of a visit: a value of each parameter that the block needs, those of others than the first at it or near to it.
    private Clauses at(Visit visit) {
        Clauses at = Clauses.equal("AVISIT", visit.name())
                .and(Clauses.of(Criterion.VALUE_OF_EACH, block.parameters().toArray(String[]::new)));
        return parameters.size() == 1 ? at : at.and(Clauses.of(Criterion.NEAR_VISIT, String.valueOf(block.window())));
    }

    /// For each subject the row of a parameter's record at a visit, else that of the nearest one.
    private int[] rows(int parameter, Optional<Visit> own, Visit visit) {
        double[] days = new double[visit.recordOf().length];
        for (int subject = 0; subject < days.length; subject++) {
            int row = visit.recordOf()[subject];
            days[subject] = row < 0 ? Double.NaN : courses.getFirst().day(row);
        }
        int[] rows = DayWindow.nearest(parameters.get(parameter), courses.get(parameter), days, block.window());
        own.ifPresent(at -> {
            for (int subject = 0; subject < rows.length; subject++) {
                rows[subject] = at.recordOf()[subject] < 0 ? rows[subject] : at.recordOf()[subject];
            }
        });
        return rows;
    }

    private Optional<JoinedColumn> nothing() {
        return frame.data().adsl().column("USUBJID").map(column -> new JoinedColumn(column, subject -> -1));
    }

    private static BitSet valued(BdsParameter parameter, int[] rows) {
        BitSet valued = new BitSet();
        for (int subject = 0; subject < rows.length; subject++) {
            valued.set(subject, rows[subject] >= 0 && !Double.isNaN(AnalysisValue.number(parameter.records(), rows[subject])));
        }
        return valued;
    }

    private Filter filter(@Nullable Condition condition, JoinedRecords records, String label) throws NotProducedException {
        Condition converted = condition;
        for (int i = 0; i < units.size(); i++) {
            String code = parameters.get(i).code();
            converted = units.get(i).convert(converted,
                    name -> parameter(name).equals(code)
                            && (name.equals(code) || LimitUnit.isValue(name.substring(code.length() + 1))));
        }
        return Filter.of(converted, records).orElseThrow(
                () -> new NotProducedException(new AbsenceObstacle.NoCriterionVariable(label)));
    }

    private void addLevels(JoinedRecords records, BitSet valued, SubsetCounts among) throws NotProducedException {
        BitSet rest = (BitSet) valued.clone();
        List<String> before = new ArrayList<>();
        for (LabelledCondition condition : block.conditions()) {
            Filter filter = valued.isEmpty() ? Filter.EVERYTHING : filter(condition.where(), records, condition.label());
            BitSet meeting = new BitSet();
            rest.stream().filter(filter::test).forEach(meeting::set);
            rest.andNot(meeting);
            body.row(new RowLabel.Given(condition.label()), 2, false, among.countPercent(
                    List.of(block.label(), condition.label()), meeting,
                    condition.where() == null ? Clauses.of(Criterion.NONE_ABOVE) : filter.clauses().and(none(before))));
            before.add(condition.label());
        }
    }

    private static Clauses none(List<String> before) {
        return before.isEmpty() ? Clauses.NONE : Clauses.of(Criterion.NONE_OF, before.toArray(String[]::new));
    }
}
